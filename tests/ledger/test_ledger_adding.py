"""What is stored comes back: articles, versions, claims, speakers, mentions."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from claims.errors import ClaimsError
from claims.ledger import Ledger, Query
from claims.records import Article, Block, Link, LinkedSpeaker, Speaker, Verdict, together
from tests.ledger.ledger_samples import ELLISON, QUILL, article, claim, long_article
from tests.postgresql_server import DATABASES, new_place

FLOOD = article(
    'Mara Ellison said the bridge is safe.\n"We counted," Tomas Quill claimed, "forty cellars under water."',
    title="Flood in Harrowmere",
    author="Ines Varga",
    outlet="The Courier",
    url="https://courier.example/flood",
    published=date(2031, 3, 4),
    path="flood.html",
)
SAFE = claim(FLOOD, "Mara Ellison", "said", "the bridge is safe", speaker=ELLISON)
CELLARS = claim(
    FLOOD,
    "Tomas Quill",
    "claimed",
    "We counted",
    "forty cellars under water",
    speaker=QUILL,
    kind="direct",
    stance="distancing",
    confidence=0.25,
    tag="low",
)
NOBODY = claim(FLOOD, "", "counted", "forty cellars", speaker=None)


def test_everything_of_an_article_and_its_claims_comes_back(ledger: Ledger, place: str) -> None:
    added = ledger.add(FLOOD, [CELLARS, SAFE, NOBODY])
    assert (added.status, added.article, added.claims) == ("new", FLOOD, 3)
    with Ledger.open(place) as again:
        assert again.articles() == [FLOOD]
        stored = again.claims()
    assert stored == [SAFE, CELLARS, NOBODY]
    assert stored[0].article is stored[1].article is stored[2].article


def test_several_articles_at_once_leave_what_one_after_the_other_leaves(
    ledger: Ledger, tmp_path: Path
) -> None:
    dry = article("Tomas Quill said Harrowmere is dry.", key="https://herald.example/dry")
    wet = replace(
        dry, text="Mara Ellison and Tomas Quill said Harrowmere is wet.", blocks=(Block("paragraph", 0, 52),)
    )
    both = together([ELLISON, QUILL])
    found = [
        (FLOOD, [SAFE, CELLARS, NOBODY]),
        (wet, [claim(wet, "Mara Ellison and Tomas Quill", "said", "Harrowmere is wet", speaker=both)]),
        (article("Nobody spoke.", key="silent.txt"), []),
    ]
    earlier = dry, [claim(dry, "Tomas Quill", "said", "Harrowmere is dry", speaker=QUILL)]
    with Ledger.open(tmp_path / "one-by-one.db", create=True) as other:
        for each in (ledger, other):
            each.add(FLOOD, [])
            each.add(*earlier)
        one_by_one = [other.add(*one) for one in found]
        assert ledger.add_several(found) == one_by_one
        assert [one.status for one in one_by_one] == ["unchanged", "new version", "new"]
        for asked in (Ledger.articles, Ledger.claims, Ledger.speakers, Ledger.appearances):
            assert asked(ledger) == asked(other)


def test_the_same_text_adds_nothing(ledger: Ledger) -> None:
    assert not ledger.holds(FLOOD)
    ledger.add(FLOOD, [SAFE, CELLARS])
    assert ledger.holds(FLOOD)
    renamed = replace(FLOOD, title="Another headline")
    added = ledger.add(renamed, [SAFE])
    assert (added.status, added.article, added.claims) == ("unchanged", FLOOD, 2)
    assert ledger.claims() == [SAFE, CELLARS]


def test_another_text_is_the_next_version(ledger: Ledger) -> None:
    ledger.add(FLOOD, [SAFE, CELLARS])
    second = article("Mara Ellison said the bridge is safe.", published=date(2031, 3, 5))
    safe = claim(second, "Mara Ellison", "said", "the bridge is safe", speaker=ELLISON)
    assert not ledger.holds(second)
    added = ledger.add(second, [safe])
    assert (added.status, added.article) == ("new version", replace(second, version=2))
    assert ledger.versions(FLOOD.key) == [FLOOD, added.article]
    assert ledger.articles() == [added.article]
    assert ledger.articles(latest=False) == [FLOOD, added.article]
    assert ledger.claims() == [replace(safe, article=added.article)]
    assert ledger.claims(FLOOD) == [SAFE, CELLARS]
    assert ledger.claims(added.article) == ledger.claims()
    assert ledger.holds(FLOOD)
    back = ledger.add(FLOOD, [SAFE, CELLARS])
    assert (back.status, back.article) == ("unchanged", FLOOD)
    assert len(ledger.versions(FLOOD.key)) == 2


def test_a_text_that_returns_to_an_earlier_wording_is_the_next_version(ledger: Ledger) -> None:
    monday, tuesday, wednesday = (replace(FLOOD, path=f"{day}.html") for day in ("mon", "tue", "wed"))
    tuesday = replace(tuesday, text=FLOOD.text.replace("forty", "fifty"))
    assert ledger.add(monday, [SAFE, CELLARS]).status == "new"
    assert ledger.add(tuesday, []).status == "new version"
    assert not ledger.holds(wednesday)
    back = ledger.add(wednesday, [SAFE, CELLARS])
    assert (back.status, back.article.version, back.article.text) == ("new version", 3, FLOOD.text)
    assert [c.id for c in ledger.claims()] == [SAFE.id, CELLARS.id]
    for again in (monday, tuesday, wednesday):  # the same files once more
        assert ledger.holds(again)
        assert ledger.add(again, []).status == "unchanged"
    assert len(ledger.versions(FLOOD.key)) == 3


def test_a_page_that_returns_to_an_earlier_wording_is_the_next_version(ledger: Ledger) -> None:
    page = replace(FLOOD, path=None)
    edited = replace(page, text=FLOOD.text.replace("forty", "fifty"))
    added = [ledger.add(now, []).status for now in (page, page, edited, edited, page, page)]
    assert added == ["new", "unchanged", "new version", "unchanged", "new version", "unchanged"]


def test_a_copy_of_an_older_version_that_was_seen_before_adds_nothing(ledger: Ledger) -> None:
    copied = replace(FLOOD, path="copy.html")
    ledger.add(FLOOD, [])
    assert ledger.see(copied)
    ledger.add(replace(FLOOD, path="new.html", text="Nobody spoke."), [])
    assert ledger.add(copied, []).status == "unchanged"
    assert not ledger.see(replace(FLOOD, path="elsewhere.html"))


def test_an_article_without_claims_is_kept(ledger: Ledger) -> None:
    empty = article("Nobody spoke.")
    assert ledger.add(empty, []).claims == 0
    assert ledger.articles() == [empty]
    assert ledger.claims() == ledger.claims(empty) == []


@pytest.mark.parametrize("database", DATABASES)
def test_the_order_does_not_depend_on_what_was_added_first(database: str, tmp_path: Path) -> None:
    both = [long_article(1), long_article(2)]
    listed = []
    for name, order in (("a", both), ("b", both[::-1])):
        (tmp_path / name).mkdir()
        with Ledger.open(new_place(database, tmp_path / name), create=True) as ledger:
            for whole, found in order:
                ledger.add(whole, found[::-1])
            listed.append(ledger.claims())
    assert listed[0] == listed[1] == [*both[0][1], *both[1][1]]


def test_an_article_s_speakers_are_its_own_until_they_are_linked(ledger: Ledger) -> None:
    names = ["Mara Elison", "Mara Ellison", "MARA ELLISON"]
    roles = [None, "mayor of Harrowmere", "former mayor"]
    for i, (name, role) in enumerate(zip(names, roles, strict=True)):
        told = article(f"{name} said the bridge is safe.", key=f"{i}.txt")
        speaker = Speaker(name, "person", role)
        ledger.add(told, [claim(told, name, "said", "the bridge is safe", speaker=speaker)])
    assert [row.speaker.name for row in ledger.speakers()] == sorted(names)
    first, *others = ledger.appearances()
    links = tuple(Link(a.id, a.name, 0.9, "other spelling") for a in (first, *others))
    with ledger.linking_store() as store:
        store.due(str.casefold)
        store.replace([LinkedSpeaker(first.id, ELLISON, links, ("may be her sister",))], {}, lambda _: ())
    assert [c.speaker for c in ledger.claims()] == [ELLISON] * 3
    assert {c.speaker.id for c in ledger.claims() if c.speaker} == {first.id}
    (row,) = ledger.speakers()
    assert (row.id, row.speaker, row.claims, row.articles) == (first.id, ELLISON, 3, 3)
    assert dict(row.mentions) == dict.fromkeys(names, 1)
    assert [(a.name, a.ids) for a in row.aliases] == [(a.name, (a.id,)) for a in (first, *others)]
    assert [(r.role, r.article) for r in row.roles] == [
        ("mayor of Harrowmere", "1.txt"),
        ("former mayor", "2.txt"),
    ]
    assert row.doubts == ("may be her sister",)
    # The search knows the new name also in the article that was added under another one.
    assert len(ledger.search(Query(words="ellison"))) == 3


def test_the_place_of_a_role_comes_back_with_the_claims_of_its_article(ledger: Ledger) -> None:
    told = article("Mara Ellison, mayor of Harrowmere, said the bridge is safe.")
    start = told.text.index("mayor")
    where = told.span(start, start + len("mayor of Harrowmere"))
    mayor = Speaker("Mara Ellison", "person", "mayor of Harrowmere", (where,))
    ledger.add(told, [claim(told, "Mara Ellison", "said", "the bridge is safe", speaker=mayor)])
    (stored,) = ledger.claims()
    assert stored.speaker is not None
    assert stored.speaker.role_spans == (where,)


def test_speakers_are_listed_by_claims_with_their_mentions_by_frequency(ledger: Ledger) -> None:
    text = "Ellison said A. Ellison said B. The mayor said C. Tomas Quill said D. Rain fell."
    told = article(text)
    spans = [("Ellison", "A"), ("Ellison", "B"), ("The mayor", "C"), ("Tomas Quill", "D"), ("", "Rain")]
    speakers = [ELLISON, ELLISON, ELLISON, QUILL, None]
    found = [claim(told, m, "said", c, speaker=s) for (m, c), s in zip(spans, speakers, strict=True)]
    ledger.add(told, found)
    ellison, quill = ledger.speakers()
    assert (ellison.speaker, ellison.claims, ellison.articles) == (ELLISON, 3, 1)
    assert ellison.mentions == (("Ellison", 2), ("The mayor", 1))
    assert (quill.speaker, quill.claims) == (QUILL, 1)
    assert ledger.search(Query(speaker_ids=(quill.id,))) == [found[3]]


def test_speakers_count_the_latest_versions_only(ledger: Ledger) -> None:
    ledger.add(FLOOD, [SAFE, CELLARS])
    second = article("Mara Ellison said the bridge is safe.")
    ledger.add(
        second,
        [claim(second, "Mara Ellison", "said", "the bridge is safe", speaker=ELLISON)],
    )
    assert [(row.speaker.name, row.claims, row.articles) for row in ledger.speakers()] == [
        ("Mara Ellison", 1, 1)
    ]


def test_a_claim_is_found_by_a_beginning_of_its_id(ledger: Ledger) -> None:
    ledger.add(FLOOD, [SAFE, CELLARS])
    assert ledger.claim(SAFE.id) == ledger.claim(SAFE.id[:4]) == ledger.claim(SAFE.id[:6].upper()) == SAFE


def test_a_claim_of_several_versions_is_taken_from_the_latest_that_has_it(ledger: Ledger) -> None:
    ledger.add(FLOOD, [SAFE, CELLARS])
    second = article("Again Mara Ellison said the bridge is safe.")
    safe = claim(second, "Mara Ellison", "said", "the bridge is safe", speaker=ELLISON)
    assert safe.id == SAFE.id
    added = ledger.add(second, [safe])
    assert ledger.claim(SAFE.id) == replace(safe, article=added.article)
    assert ledger.claim(CELLARS.id) == CELLARS


@pytest.mark.parametrize("prefix", ["", "abc", "zzzzzz", "%%%%", "____", "abcd\ud800", "abcd\0"])
def test_an_id_that_is_not_there_is_said_in_one_line(ledger: Ledger, prefix: str) -> None:
    ledger.add(FLOOD, [SAFE, CELLARS])
    with pytest.raises(ClaimsError, match=r"^claim '.*") as caught:
        ledger.claim(prefix)
    assert "\n" not in str(caught.value)


def test_an_ambiguous_beginning_lists_candidates_and_a_whole_id_is_never_ambiguous(ledger: Ledger) -> None:
    ids = ["abcd", *(f"abcd{i}" for i in range(7))]
    ledger.add(FLOOD, [replace(SAFE, id=id_) for id_ in ids[1:]])
    with pytest.raises(ClaimsError, match=r"abcd0, abcd1, abcd2, abcd3, abcd4, \.\.\."):
        ledger.claim("abcd")
    other = article("Mara Ellison said the bridge is safe.", key="other.txt")
    named = replace(claim(other, "Mara Ellison", "said", "the bridge is safe", speaker=ELLISON), id="abcd")
    ledger.add(other, [named])
    assert ledger.claim("abcd") == named


def test_claims_that_the_article_cannot_have_are_a_defect_and_store_nothing(ledger: Ledger) -> None:
    elsewhere = claim(article("Rain! Tomas Quill said so."), "Tomas Quill", "said", "so", speaker=QUILL)
    for found in ([SAFE, SAFE], [elsewhere], [replace(SAFE, confidence=float("nan"))]):
        with pytest.raises(ValueError, match="claim"):
            ledger.add(FLOOD, found)
    assert ledger.articles(latest=False) == []


@pytest.mark.parametrize(
    "told",
    [
        article("The mayor said \ud800 nothing."),
        article("Nobody spoke.", title="\udfff"),
        article("Nobody spoke.", key="caf\udce9.txt"),
    ],
)
def test_a_lone_surrogate_is_refused_in_one_line_and_nothing_is_stored(ledger: Ledger, told: Article) -> None:
    with pytest.raises(ClaimsError, match="lone surrogate") as caught:
        ledger.add(told, [])
    assert str(caught.value).isascii()
    assert "\n" not in str(caught.value)
    assert ledger.articles(latest=False) == []


def test_a_lone_surrogate_in_a_speakers_role_takes_the_article_back_too(ledger: Ledger) -> None:
    found = [replace(SAFE, speaker=Speaker("Mara Ellison", "person", "mayor\udc00"))]
    with pytest.raises(ClaimsError, match="lone surrogate"):
        ledger.add(FLOOD, found)
    assert not ledger.holds(FLOOD)
    assert ledger.add(FLOOD, [SAFE]).status == "new"


def test_the_tables_can_be_read_without_this_program(ledger: Ledger, path: Path) -> None:
    blocks = (Block("title", 0, 12), Block("paragraph", 13, len(FLOOD.text)))
    ledger.add(replace(FLOOD, blocks=blocks), [SAFE, CELLARS, NOBODY])
    plain = sqlite3.connect(path)
    plain.row_factory = sqlite3.Row
    (row,) = plain.execute("SELECT * FROM articles")
    assert (row["published"], row["version"], row["hash"]) == ("2031-03-04", 1, FLOOD.digest)
    rows = plain.execute("SELECT * FROM latest_claims ORDER BY starts").fetchall()
    assert [row["speaker"] for row in rows] == ["Mara Ellison", "Tomas Quill", None]
    first = rows[0]
    assert (first["content"], first["role"], first["outlet"]) == (
        "the bridge is safe",
        "mayor of Harrowmere",
        "The Courier",
    )
    mentions = plain.execute(
        "SELECT words, substr(text, starts + 1, ends - starts) FROM mentions m JOIN articles a ON a.id = m.article_id"
    ).fetchall()
    assert [tuple(m) for m in mentions] == [("Mara Ellison",) * 2, ("Tomas Quill",) * 2]
    # Datasette offers its search box for a table that an FTS table names in this way.
    sql = plain.execute("SELECT sql FROM sqlite_master WHERE name = 'claims_fts'").fetchone()[0]
    assert 'content="claims"' in sql
    assert plain.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert plain.execute("PRAGMA foreign_key_check").fetchall() == []
    plain.execute("INSERT INTO claims_fts (claims_fts) VALUES ('integrity-check')")
    plain.close()


def test_the_view_of_claims_shows_the_verdict_that_counts(ledger: Ledger, path: Path) -> None:
    ledger.add(FLOOD, [SAFE])
    day = date(2031, 5, 1)
    given = [
        Verdict(SAFE.id, "Ana", day, "correct"),
        Verdict(SAFE.id, "Bo", day, "wrong words", note="cut short"),
        Verdict(SAFE.id, "Bo", day),  # takes that back
        Verdict(SAFE.id, "Ana", day),
        Verdict(SAFE.id, "Ana", day, truth="false"),
    ]
    seen: list[tuple[object, ...]] = []
    for verdict in given:
        ledger.record(verdict)
        with closing(sqlite3.connect(path)) as plain:
            seen += plain.execute(
                "SELECT reviewer, attribution_verdict, truth_verdict, note FROM latest_claims"
            )
    assert seen == [
        ("Ana", "correct", None, None),
        ("Bo", "wrong words", None, "cut short"),
        ("Ana", "correct", None, None),
        (None, None, None, None),
        ("Ana", None, "false", None),
    ]


def test_a_speaker_of_an_earlier_version_is_not_stored_twice(ledger: Ledger, path: Path) -> None:
    for text in ("Mara Ellison said the bridge is safe.", "Again Mara Ellison said the bridge is safe."):
        told = article(text)
        ledger.add(told, [claim(told, "Mara Ellison", "said", "the bridge is safe", speaker=ELLISON)])
    plain = sqlite3.connect(path)
    assert plain.execute("SELECT name FROM speakers").fetchall() == [("Mara Ellison",)]
    assert plain.execute("SELECT count(DISTINCT id), count(*) FROM appearances").fetchone() == (1, 2)
    plain.close()
