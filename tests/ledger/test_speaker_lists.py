"""Who say something together are each a speaker with the claim, also in ledgers that had a list as one speaker."""

from datetime import date

from sqlalchemy import text

from claims import desk
from claims.ledger import Ledger, Query
from claims.records import Article, Claim, Decision, Speaker, Verdict, together
from tests.ledger.ledger_samples import article, claim

KELLER = Speaker("Anna Keller", "person", "mayor of Tarnholt")
LANG = Speaker("Berta Lang", "person")
BOARD = Speaker("Harrowmere Safety Board", "organisation")


def told(key: str, *said: tuple[Speaker | None, str]) -> tuple[Article, list[Claim]]:
    """An article in which each says something of a wall."""
    sentences = [f"{one.name if one else 'Somebody'} said {words}." for one, words in said]
    of = article(" ".join(sentences), key=key)
    return of, [claim(of, one.name if one else "Somebody", "said", words, speaker=one) for one, words in said]


def both(*speakers: Speaker) -> Speaker:
    joint = together(speakers)
    assert joint
    return joint


def test_each_of_two_who_speak_together_has_the_claim(ledger: Ledger) -> None:
    ledger.add(*told("a.txt", (both(KELLER, LANG), "wall 1 is safe"), (LANG, "wall 2 is not")))
    ledger.add(*told("b.txt", (KELLER, "wall 3 is old")))
    desk.refresh(ledger)
    assert {(s.speaker.name, s.claims, s.articles) for s in ledger.speakers()} == {
        ("Anna Keller", 2, 2),
        ("Berta Lang", 2, 1),
    }
    assert ledger.number_of_speakers() == 2
    for summary in ledger.speakers():
        found = ledger.search(Query(speaker_ids=(summary.id,)))
        assert "wall 1 is safe" in {c.content_text for c in found}
        assert ledger.ids(summary.id[:8]) == [("speaker", summary.id)]
    (joint,) = ledger.search(Query(words="wall 1"))
    assert (joint.speaker_name, [s.name for s in joint.speakers]) == (
        "Anna Keller; Berta Lang",
        ["Anna Keller", "Berta Lang"],
    )
    assert joint.speaker is not None
    assert joint.speaker.role == "mayor of Tarnholt; –"
    assert joint.id in {c.id for c in ledger.search(Query(words="lang wall"))}
    assert [name for name, _, _ in ledger.speaker_names("lan", 5)] == ["Berta Lang"]


def test_who_are_found_to_be_one_are_one_speaker_of_what_they_say_together(ledger: Ledger) -> None:
    ledger.add(*told("a.txt", (both(KELLER, LANG, BOARD), "wall 1 is safe")))
    desk.refresh(ledger)
    keller, lang = (
        desk.find_speakers(ledger, name, exact=True)[0].id for name in ("Anna Keller", "Berta Lang")
    )
    made = desk.decide(ledger, Decision("same", (keller, lang)))
    (only,) = ledger.claims()
    assert [s.name for s in only.speakers] == ["Anna Keller", "Harrowmere Safety Board"]
    assert {(s.speaker.name, s.claims) for s in ledger.speakers()} == {(s.name, 1) for s in only.speakers}
    desk.undo(ledger, made.number)
    assert ledger.claims()[0].speaker_name == "Anna Keller; Berta Lang; Harrowmere Safety Board"


def test_a_right_speaker_may_be_several_or_one_of_several(ledger: Ledger) -> None:
    ledger.add(*told("a.txt", (both(KELLER, LANG), "wall 1 is safe"), (BOARD, "wall 2 is not")))
    desk.refresh(ledger)
    first, second = (c.id for c in ledger.claims())
    one = desk.decide(ledger, Decision("speaker", (first,), "Berta Lang"))
    several = desk.decide(ledger, Decision("speaker", (second,), "Anna Keller; Carla Moss"))
    assert [s.name for s in ledger.claim(first).speakers] == ["Berta Lang"]
    assert [s.name for s in ledger.claim(second).speakers] == ["Anna Keller", "Carla Moss"]
    assert {(s.speaker.name, s.claims) for s in ledger.speakers()} == {
        ("Anna Keller", 1),
        ("Berta Lang", 1),
        ("Carla Moss", 1),
    }
    desk.undo(ledger, several.number)
    desk.undo(ledger, one.number)
    assert [c.speaker_name for c in ledger.claims()] == [
        "Anna Keller; Berta Lang",
        "Harrowmere Safety Board",
    ]
    assert {s.speaker.name for s in ledger.speakers()} == {"Anna Keller", "Berta Lang", BOARD.name}


def test_a_new_name_of_one_is_in_what_several_say(ledger: Ledger) -> None:
    ledger.add(*told("a.txt", (both(KELLER, LANG), "wall 1 is safe")))
    desk.refresh(ledger)
    desk.name_or_role(ledger, "rename", "Berta Lang", "Berta Lang-Moss")
    assert ledger.claims()[0].speaker_name == "Anna Keller; Berta Lang-Moss"


def of_format_12(ledger: Ledger) -> None:
    """Take out what format 13 added: its table and its views."""
    with ledger._writing() as connection:
        for view in ("latest_claims", "claim_speakers"):
            connection.execute(text(f"DROP VIEW {view}"))
        connection.execute(text("DROP TABLE co_speakers"))
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA user_version = 12")
        else:
            connection.execute(text("UPDATE ledger_format SET number = 12"))


def test_lists_of_an_earlier_format_are_taken_apart_and_what_the_desk_did_is_kept(
    ledger: Ledger, place: str
) -> None:
    # As earlier releases stored them: the list is a name like any other.
    listed = Speaker("Anna Keller; Berta Lang", "person")
    mixed = Speaker("Harrowmere Safety Board; Berta Lang", "unnamed")
    ledger.add(
        *told("a.txt", (listed, "wall 1 is safe"), (KELLER, "wall 2 is not"), (BOARD, "wall 3 is old"))
    )
    ledger.add(*told("b.txt", (mixed, "wall 1 is safe"), (listed, "wall 4 is new"), (BOARD, "wall 5 is old")))
    desk.refresh(ledger)
    claims = {c.content_text: c for c in ledger.claims()}
    new = claims["wall 4 is new"].id
    ledger.record(
        Verdict(new, "Ana", date(2031, 5, 2), "wrong speaker", corrected_speaker="Carla Moss; Anna Keller"),
        corrections=[Decision("speaker", (new,), "Carla Moss; Anna Keller", "Ana")],
    )
    ledger.record(Verdict(claims["wall 1 is safe"].id, "Bo", date(2031, 5, 3), "correct", "true"))
    ledger.decide(Decision("rename", (claims["wall 2 is not"].speakers[0].id or "",), "Anna Keller-Moss"))
    before = ledger.verdicts(), ledger.decisions(undone=True), {c.id for c in ledger.claims()}
    of_format_12(ledger)
    with desk.open_ledger(place) as upgraded:
        desk.refresh(upgraded)
        assert (upgraded.verdicts(), upgraded.decisions(undone=True)) == before[:2]
        assert {c.id for c in upgraded.claims()} == before[2]
        found = {
            (c.article.key, c.content_text): tuple(s.name for s in c.speakers) for c in upgraded.claims()
        }
        assert found == {
            ("a.txt", "wall 1 is safe"): ("Anna Keller-Moss", "Berta Lang"),
            ("a.txt", "wall 2 is not"): ("Anna Keller-Moss",),
            ("a.txt", "wall 3 is old"): (BOARD.name,),
            ("b.txt", "wall 1 is safe"): (BOARD.name, "Berta Lang"),
            ("b.txt", "wall 4 is new"): ("Carla Moss", "Anna Keller-Moss"),
            ("b.txt", "wall 5 is old"): (BOARD.name,),
        }
        assert {(s.speaker.name, s.speaker.type) for s in upgraded.speakers()} == {
            ("Anna Keller-Moss", "person"),
            ("Berta Lang", "person"),
            ("Carla Moss", "person"),
            (BOARD.name, "organisation"),
        }
        assert not any(";" in a.name for a in upgraded.appearances())
        undone = next(d.number for d in upgraded.decisions() if d.kind == "speaker")
        desk.undo(upgraded, undone)
        assert upgraded.claim(new).speaker_name == "Anna Keller-Moss; Berta Lang"
