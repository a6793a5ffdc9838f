"""Makes the pictures of docs/desk-views.md: every view of the desk in light, in dark and on a narrow screen."""

import base64
import tempfile
from pathlib import Path
from typing import Final

from pictures_desk import PICTURES, SEEDS, desk_at, opened
from playwright.sync_api import Browser, sync_playwright

from claims import desk
from claims.ledger import Ledger

PAGE: Final = Path(__file__).parent / "desk-views.md"
LOOKS: Final = (
    (1280, 900, {"color_scheme": "light"}),
    (1280, 900, {"color_scheme": "dark"}),
    (390, 900, {"color_scheme": "light"}),
)
STORIES: Final = {
    "marsh.md": (
        "Marsh road under water",
        "Two streets were closed. Hydrologist Orla Fenwick said that the river had risen by 2 metres in a night.",
    ),
    "sluice.md": (
        "Sluice to be mended",
        "The sluice leaks. Fenwick said that the river had risen by 3 metres in a night and would rise again.",
    ),
}
"""Of one who may be two: a link for the desk to settle."""


def main() -> None:
    """Write a picture of each view, three looks beside each other, and the page that shows them."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        ledger = Path(folder) / "claims.db"
        addresses = _prepared(ledger)
        with desk_at(playwright, ledger) as (browser, start):
            for title, address in addresses.items():
                (PICTURES / f"view-{_slug(title)}.png").write_bytes(_picture(browser, start, address))
    shown = "".join(
        f"\n## {title}\n\n![{title} in light, in dark, and on a narrow screen](pictures/view-{_slug(title)}.png)\n"
        for title in addresses
    )
    PAGE.write_text(
        "# Every view of the desk\n\nIn light, in dark, and on a narrow screen, over the samples; made by"
        f" `python docs/pictures_views.py`. [The desk in the browser](desk.md) tells what they are for.\n{shown}",
        "utf-8",
    )


def _prepared(ledger: Path) -> dict[str, str]:
    """The addresses of the views, by title, of a ledger that has something to show in each of them."""
    for name, (title, text) in STORIES.items():
        head = f"---\ntitle: {title}\noutlet: {title.split()[0]} Post\ndate: 2031-05-02\n---\n\n"
        (ledger.parent / name).write_text(head + text, "utf-8")
    with Ledger.open(ledger, create=True) as opened_:
        desk.add(opened_, *sorted(SEEDS.glob("ostermere-*")), *(ledger.parent / name for name in STORIES))
        kept = {article.title: article for article in opened_.list_articles()}
        changed = next(article for article in kept.values() if article.versions > 1)
        group = next(iter(opened_.groups()))
        link = opened_.doubtful_links()[0]
        (speaker,) = (one for one in opened_.speakers() if one.speaker.name == "Idra Vellmoor")
    both = f"one={link.one.id}&other={link.other.id}"
    return {
        "Queue": "/",
        "Claim": f"/claims/{group.members[0].claim.id}",
        "Articles": "/articles",
        "Article": f"/articles/{changed.id}",
        "Versions side by side": f"/articles/{changed.id}/changes",
        "Speakers": "/speakers",
        "A speaker's dossier": f"/speakers/{speaker.id}",
        "Links to settle": "/speakers/doubtful",
        "What would change": f"/speakers/if/same?{both}",
        "Assertions": "/assertions",
        "An assertion": f"/assertions/{group.id}",
        "Add": "/add",
        "Export": "/export",
    }


def _picture(browser: Browser, start: str, address: str) -> bytes:
    """The three looks beside each other, half as large."""
    panes = []
    for width, height, look in LOOKS:
        page = opened(browser, start, width, height, **look)
        page.goto(start.partition("?")[0].rstrip("/") + address)
        page.wait_for_load_state("networkidle")
        shot = base64.b64encode(page.screenshot()).decode()
        panes.append(f"<img src='data:image/png;base64,{shot}' style='height:450px;border:1px solid #999'>")
        page.context.close()
    whole = browser.new_page(viewport={"width": 1510, "height": 470})
    whole.set_content(
        f"<body style='margin:8px;display:flex;gap:8px;background:#fff'>{''.join(panes)}</body>"
    )
    picture = whole.screenshot()
    whole.close()
    return picture


def _slug(title: str) -> str:
    return title.lower().replace("'", "").replace(" ", "-")


if __name__ == "__main__":
    main()
