"""Draws the picture of the README, a claim in its article and its row in the sheet, from seeds/, in Chromium."""

import shutil
import sys
from html import escape
from pathlib import Path

from playwright.sync_api import sync_playwright

import claims
from claims.records import Claim

PICTURE = Path(__file__).parent / "pictures" / "front.png"
ARTICLE = "seeds/ostermere-courier-1.md"
WORDS = "The roof came down"
"""How the content of the claim that is shown begins."""
PARTS = ("mention", "cue", "content")
STYLE = """
body { font: 16px/1.55 "Helvetica Neue", Arial, "Liberation Sans", sans-serif; color: #1d2430; margin: 28px 36px; }
.outlet { color: #66707f; font-size: 14px } h1 { font: bold 22px Georgia, "Liberation Serif", serif; margin: 2px 0 8px }
p { font-family: Georgia, "Liberation Serif", serif; font-size: 17px; margin: 8px 0; max-width: 1010px }
mark { padding: 1px 3px; border-radius: 3px; color: inherit }
sup { font: bold 11px Arial, sans-serif; margin-left: 3px }
.mention { background: #cfe3fa } .cue { background: #f3d3ee } .content { background: #fdeeb5 }
.arrow { color: #66707f; font-size: 14px; margin: 14px 0 10px } table { border-collapse: collapse; font-size: 14px }
th, td { border: 1px solid #c9cfd8; padding: 6px 9px; text-align: left; vertical-align: top }
th { background: #2f5d8c; color: #fff; font-weight: 600 } th.yours { background: #8a6116 }
td.yours { background: #fff7d9 }
td.high { background: #d8efdb } td.words { max-width: 330px }
"""


def page(claim: Claim) -> str:
    """The page that the picture is taken of."""
    article = claim.article
    row = {
        "Speaker": claim.speaker_name,
        "Cue": claim.cue_text,
        "Content": claim.content_text,
        "Kind": claim.kind,
        "Confidence": f"{claim.tag} {claim.confidence:.2f}",
        "Article": f"{article.outlet}, {article.published}",
    }
    looks = {"Content": "words content", "Speaker": "mention", "Cue": "cue", "Confidence": claim.tag}
    yours = ("Attribution", "Truth", "Reviewer")
    heads = "".join(f"<th>{name}</th>" for name in row) + "".join(
        f'<th class="yours">{n}</th>' for n in yours
    )
    cells = "".join(f'<td class="{looks.get(name, "")}">{escape(value)}</td>' for name, value in row.items())
    return f"""<!doctype html><meta charset="utf-8"><style>{STYLE}</style>
<div class="outlet">{escape(article.outlet or "")} · {article.published}</div><h1>{escape(article.title or "")}</h1>
{"".join(f"<p>{words}</p>" for words in paragraphs(claim))}
<div class="arrow">▼ &nbsp;its row in the claim sheet; the yellow cells are for the people who verify</div>
<table><tr>{heads}</tr><tr>{cells}{'<td class="yours">&nbsp;</td>' * len(yours)}</tr></table>"""


def paragraphs(claim: Claim) -> list[str]:
    """The paragraph that holds the claim, with its parts marked, and the one before."""
    text = claim.article.text
    blocks = [block for block in claim.article.blocks if block.kind == "paragraph"]
    (at,) = [number for number, block in enumerate(blocks) if block.start <= claim.start < block.end]
    shown = []
    for block in blocks[max(0, at - 1) : at + 1]:
        words, last = "", block.start
        for span, part in sorted((span, name) for name in PARTS for span in getattr(claim, name)):
            if block.start <= span.start < block.end:
                words += escape(text[last : span.start])
                words += f'<mark class="{part}">{escape(span.text)}<sup>{part}</sup></mark>'
                last = span.end
        shown.append(words + escape(text[last : block.end]))
    return shown


def main() -> None:
    """Write the picture."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("Chromium is not installed: run `make test-tools`, which installs it")
    found = claims.extract(claims.read(ARTICLE))
    (claim,) = [each for each in found if each.content_text.startswith(("“" + WORDS, WORDS))]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--headless=new"]
        )
        drawn = browser.new_context(
            viewport={"width": 1100, "height": 300}, device_scale_factor=1.5
        ).new_page()
        drawn.set_content(page(claim))
        drawn.screenshot(path=PICTURE, full_page=True)
        browser.close()


if __name__ == "__main__":
    main()
