"""Every view, by the desk's own routes: what hostile words, another site or a stranger may do, and who can read it."""

import json
import re
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe

from claims import desk
from claims.ledger import Ledger
from claims.records import Article, Block, Claim, Decision, Speaker
from claims.text.claim_ids import claim_id
from tests.page.page_samples import HOSTILE
from tests.serve.conftest import SEEDS, OpenDesk
from tests.serve.desk_views import addresses, routes
from tests.serve.served import Desk, rows, serving
from tests.serve.test_desk_attacks import upload
from tests.serve.test_desk_speakers import STORIES

ARABIC = "قال المتحدث إن الحريق أتى على المستودع بالكامل."
ALL_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AT_ONCE = " ".join(HOSTILE)
TAGS = re.compile("<script>|<svg onload|<img src=x|' onfocus='")
"""What would run, were it not escaped."""
ASKED = (
    *(("words", "name", "back", "page", "at", "again", "order"), ("speaker", "outlet"), ("one", "other")),
    *(("show",), ("kind",), ("article",), ("since",), ("done",), ("decided",), ("version",)),
)
"""What an address may say after "?", by what it takes to be refused."""
FILLED = ("value", "number", "group", "attribution", "truth", "published", "token", "reviewer", "addresses")
"""What a form may say, beside what an address may."""
TABLES = ("articles", "claims", "speakers", "verdicts", "decisions", "reviewers")


def hostile_ledger(path: Path) -> None:
    """A ledger in which every word that is not ours would run if it could: articles, names, reasons, verdicts."""
    ids = []
    with Ledger.open(path, create=True) as ledger:
        for number, words in enumerate(HOSTILE):
            text = f"{words}\n{words} said that {words} is here {number}."
            blocks = (Block("title", 0, len(words)), Block("paragraph", len(words) + 1, len(text)))
            for version in (text, text.replace("here", "there")):
                article = Article(
                    f"{words} {number}", version, blocks, title=words, outlet=words, author=words, url=words
                )
                content = version.index("that", len(words) + 1), len(version)
                spans = article.span(len(words) + 1, 2 * len(words) + 1), article.span(*content)
                cue = article.span(spans[0].end + 1, spans[0].end + 5)
                id_ = claim_id(article.key, "said", spans[1].text)
                speaker = Speaker(words, "person", words)
                places = ((spans[0],), (cue,), (spans[1],))
                confidence = ("indirect", "neutral", 0.5, "low")
                ledger.add(article, [Claim(id_, article, *places, speaker, *confidence, reasons=(words,))])  # type: ignore[arg-type]
            ids.append(id_)
        desk.refresh(ledger)
        for id_, words in zip(ids, HOSTILE, strict=True):
            desk.give_verdict(
                ledger, id_, attribution="wrong speaker", corrected_speaker=words, note=words, reviewer=words
            )
            desk.give_verdict(ledger, id_, attribution="correct", evidence=words, truth="true", reviewer="Bo")
        desk.decide(ledger, Decision("words", (ids[0],), HOSTILE[0], HOSTILE[1]))
        desk.join(ledger, ids[0], ids[1], reviewer=HOSTILE[0])
        one, other = (speaker.id for speaker in ledger.speakers()[:2])
    with sqlite3.connect(path) as connection:
        proposal = json.dumps([{"other": other, "probability": 0.6, "reason": AT_ONCE}])
        doubts = json.dumps([AT_ONCE])
        connection.execute(
            "UPDATE speakers SET proposals = ?, doubts = ? WHERE id = ?", (proposal, doubts, one)
        )
    connection.close()


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk over hostile words, to which a hostile file was added under a hostile name."""
    ledger = tmp_path_factory.mktemp("hostile") / "claims.db"
    hostile_ledger(ledger)
    with serving(str(ledger), "--reviewer", HOSTILE[2]) as served:
        upload(served, HOSTILE[3].replace('"', "'") + ".txt", AT_ONCE.encode(), outlet=HOSTILE[0])
        visitor = served.visitor()
        while any(state != "done" for state, *_ in visitor.json("/add/progress")):
            time.sleep(0.1)
        yield served


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk over a ledger with all that a view may show: a dispute, a conflict, links, versions, another script."""
    folder = tmp_path_factory.mktemp("whole")
    for name, story in STORIES.items():
        (folder / name).write_text(f"---\ntitle: {name}\noutlet: {story}\n", "utf-8")
    with Ledger.open(folder / "claims.db", create=True) as ledger:
        desk.add(ledger, *(Path("seeds") / name for name in SEEDS), *(folder / name for name in STORIES))
        ledger.add(Article("arabic.txt", ARABIC, (Block("paragraph", 0, len(ARABIC)),), title=ARABIC), [])
        first = ledger.claims()[0].id
        desk.give_verdict(ledger, first, attribution="correct", note=ARABIC, reviewer="Ana")
        desk.give_verdict(ledger, first, attribution="not a claim", reviewer="Bo")
        desk.refresh(ledger)
    with serving(str(folder / "claims.db"), "--reviewer", "Ana") as served:
        yield served


def test_no_route_is_left_out_of_these_tests(whole: Desk) -> None:
    known = addresses(whole.ledger)
    assert set(known) == set(routes("GET"))
    assert all(known.values())
    assert len(routes("POST")) > 10


def test_no_word_of_an_article_a_name_or_a_verdict_runs_in_any_view(
    hostile: Desk, open_desk: OpenDesk
) -> None:
    page = open_desk(hostile)
    visitor = hostile.visitor()
    seen = 0
    for path in (path for some in addresses(hostile.ledger).values() for path in some):
        answer = visitor.get(path)
        assert answer.status == 200, path
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        if "text/html" not in answer.headers["Content-Type"]:
            assert answer.headers["Content-Type"] in {"application/json", "application/octet-stream"}, path
            continue
        page.goto(hostile.address + path)
        assert page.evaluate("window.hit") is None, path
        assert page.locator("main").inner_text().strip(), path
        wrong = page.evaluate(
            "[...document.querySelectorAll('a')].map(a => a.getAttribute('href'))"
            ".filter(href => !/^(\\/|\\?|#|https?:)/.test(href))"
        )
        assert wrong == [], path
        strange = (
            "main script, main style, main img, main svg[onload], main iframe, [onfocus], [onerror], [onload]"
        )
        assert page.locator(strange).count() == 0, path
        seen += "window.hit" in page.locator("main").inner_text()
    assert seen > 15, "the words are shown, as words"


def test_what_the_address_or_a_form_says_is_never_part_of_a_page(hostile: Desk) -> None:
    visitor = hostile.visitor()
    before = rows(hostile.ledger, *TABLES)
    for path, *_ in addresses(hostile.ledger).values():
        for names in ASKED:
            said = urlencode(dict.fromkeys(names, AT_ONCE))
            answer = visitor.get(f"{path}{'&' if '?' in path else '?'}{said}")
            assert answer.status in {200, 404}, (path, names)
            if "text/html" in answer.headers["Content-Type"]:
                assert not TAGS.search(_without_own(answer.text)), (path, names)
    for path in routes("POST"):
        for words in (AT_ONCE, "\0\ud800".encode("utf-8", "surrogatepass").decode("latin-1"), "x" * 5000):
            filled = (*(name for some in ASKED for name in some), *FILLED)
            nobody = {"one": "ffffffffffff", "other": "eeeeeeeeeeee"}  # the words are names of speakers here
            fields = {**dict.fromkeys(filled, words), **nobody, **visitor.fields("/name")}
            answer = visitor.post(_at(path, "ffffffffffff"), fields)
            assert answer.status in {400, 401, 404, 429}, (path, answer.status)
            assert not TAGS.search(_without_own(answer.text)), path
    assert rows(hostile.ledger, *TABLES) == before


def _at(route: str, id_: str) -> str:
    """The address of a route, with an id in the place of what it names."""
    return re.sub(r"\{\w+\}", id_, route)


def _without_own(page: str) -> str:
    """A page without the desk's own scripts, which are files."""
    return re.sub(r'<script type="module" src="/static/\w+\.js\?[\w.]+"></script>', "", page)


def test_every_page_asks_who_comes_and_by_which_name(whole: Desk) -> None:
    stranger, visitor = whole.visitor(logged_in=False), whole.visitor()
    for path in (path for some in addresses(whole.ledger).values() for path in some):
        answer = stranger.get(path)
        assert (answer.status, stranger.cookie) == (401, ""), path
        assert "Vellmoor" not in answer.text
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy
        assert "unsafe" not in policy
        for host in ("evil.example", "127.0.0.1.evil.example"):
            refused = visitor.get(path, Host=host)
            assert (refused.status, "Vellmoor" in refused.text) == (421, False), path


def test_no_other_site_changes_anything_by_any_route(whole: Desk) -> None:
    before = rows(whole.ledger, *TABLES)
    ana, other, stranger = whole.visitor(), whole.visitor(), whole.visitor(logged_in=False)
    claim = addresses(whole.ledger)["/claims/{id}"][0].partition("?")[0].rpartition("/")[2]
    fields = ana.fields("/name")
    form = {
        "attribution": "correct",
        "one": claim,
        "other": claim,
        "number": "1",
        "reviewer": "Eve",
        "value": "X",
    }
    for path in (_at(route, claim) for route in routes("POST")):
        if path != "/login":
            assert stranger.post(path, {**form, **fields}).status == 403, path
            assert ana.post(path, form).status == 403, path
            assert ana.post(path, {**form, **fields, "csrf": "x"}).status == 403, path
            assert other.post(path, {**form, **fields}).status == 403, (path, "the token of another session")
            assert (
                ana.ask("POST", path, json.dumps(fields), {"Content-Type": "application/json"}).status == 403
            )
        assert ana.post(path, {**form, **fields}, Origin="https://evil.example").status == 403, path
        assert ana.post(path, {**form, **fields}, Sec_Fetch_Site="cross-site").status == 403, path
        assert ana.post(path, {**form, **fields}, Host="evil.example").status == 421, path
    assert rows(whole.ledger, *TABLES) == before


@pytest.mark.parametrize(("scheme", "width"), [("light", 1300), ("dark", 1300), ("light", 360)])
def test_no_view_breaks_a_rule_of_accessibility_or_is_wider_than_the_screen(
    whole: Desk, open_desk: OpenDesk, scheme: Literal["light", "dark"], width: int
) -> None:
    page = open_desk(whole, width=width, color_scheme=scheme, bypass_csp=True)
    visitor = whole.visitor()
    found = {}
    for path in (path for some in addresses(whole.ledger).values() for path in some):
        if "text/html" not in visitor.get(path).headers["Content-Type"]:
            continue
        page.goto(whole.address + path)
        page.evaluate("document.querySelectorAll('main details').forEach(it => { it.open = true; })")
        result = Axe().run(page, options={"runOnly": ALL_RULES}).response
        if result["violations"]:
            found[path] = [(v["id"], [n["html"][:150] for n in v["nodes"][:3]]) for v in result["violations"]]
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wider <= 0, path
    assert found == {}
