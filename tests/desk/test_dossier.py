"""A speaker followed through a ledger: what a desk would look up by hand is what the dossier says."""

from datetime import date
from pathlib import Path

import pytest

from claims import desk
from claims.desk.topics import topics
from claims.errors import ClaimsError
from claims.exporting import Dossier
from claims.ledger import Ledger
from claims.records import Decision

STORIES = (
    ("Vale Radio", "2031-05-02", "Council", "Mayor Mara Ellison said that the bridge would close on Monday.\n\n"
     "Ellison said that 14 houses were under water."),
    ("The Courier", "2031-05-03", "Water", "Mara Ellison, the mayor, said that 17 houses were under water.\n\n"
     "Tomas Quill said that 30 houses were under water."),
    ("Herald", "2031-05-09", "Flood", "Former mayor Mara Ellison said that the bridge would not close on Monday."),
    ("Vale Radio", "2031-05-04", "Markets", "Tomas Quillfeather, an analyst, said that the harbour had done well. The "
     "town council of Leeds had voted for it."),
    ("Herald", "2031-06-04", "Court", "Quillfeather said that he had stolen nothing. The trial will go on in Bristol."),
    ("Herald", None, "Letters", "Mara Ellison said that the ferry was late again."),
)  # fmt: skip


@pytest.fixture(scope="module")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    for number, (outlet, day, title, text) in enumerate(STORIES):
        dated = f"date: {day}\n" if day else ""
        front = f"---\ntitle: {title}\noutlet: {outlet}\n{dated}---\n\n"
        (folder / f"{number}.md").write_text(front + text + "\n", "utf-8")
    with Ledger.open(folder / "claims.db", create=True) as ledger:
        desk.add(ledger, *sorted(folder.glob("*.md")))
        desk.add(ledger, Path("seeds"))
    return folder / "claims.db"


@pytest.fixture
def mayor(ledger: Ledger) -> Dossier:
    return desk.dossier(ledger, "ellison")


def test_every_claim_of_the_speaker_is_in_one_statement_and_nobody_elses(
    ledger: Ledger, mayor: Dossier
) -> None:
    said = [claim.id for claim in ledger.claims() if claim.speaker_name == "Mara Ellison"]
    assert len(said) == 5
    assert sorted(claim.id for claim in mayor.claims) == sorted(said)
    assert sum(quoting.claims for quoting in mayor.outlets) == len(said)


def test_statements_stand_by_date_and_undated_ones_last(mayor: Dossier) -> None:
    days = [statement.day for statement in mayor.statements]
    assert days[-1] is None
    assert days[:-1] == sorted(day for day in days if day)
    assert (mayor.first, mayor.last) == (date(2031, 5, 2), date(2031, 5, 9))


def test_roles_stand_by_the_day_on_which_an_article_first_gives_them(mayor: Dossier) -> None:
    given = [(role.words.casefold(), role.first, role.outlets) for role in mayor.roles]
    assert given[0][:2] == ("mayor", date(2031, 5, 2))
    assert given[-1] == ("former mayor", date(2031, 5, 9), ("Herald",))


def test_what_several_outlets_carry_is_one_statement_with_both(ledger: Ledger) -> None:
    chief = desk.dossier(ledger, "vellmoor")
    (shared,) = [statement for statement in chief.statements if len(statement.claims) > 1]
    assert shared.outlets == ("Northshore Gazette", "The Ostermere Courier")
    assert len(chief.claims) == len(chief.statements) + 1


def test_another_figure_later_is_a_development_another_speakers_a_disagreement(mayor: Dossier) -> None:
    kinds = {(c.kind, c.conflict.first.speaker_name, c.conflict.second.speaker_name) for c in mayor.contrasts}
    assert ("development", "Mara Ellison", "Mara Ellison") in kinds
    assert ("contradiction", "Mara Ellison", "Mara Ellison") in kinds
    assert all("Tomas Quill" in pair for kind, *pair in kinds if kind == "disagreement")
    later = next(s for s in mayor.statements if "17 houses" in s.main.content_text)
    assert any("figure: 14 / 17" in contrast.remark for contrast in later.contrasts)


def test_a_statement_that_changes_sides_is_seen_from_both(ledger: Ledger) -> None:
    """In the second version of the seeds' article another man says what the harbour master said in the first."""
    for name in ("vellmoor", "tarrander"):
        found = desk.dossier(ledger, name)
        assert "reattributed" in {change.type for change in found.changes}, name
    assert desk.dossier(ledger, "ellison").changes == ()


def test_the_verdict_and_a_dispute_stand_beside_the_statement(ledger: Ledger) -> None:
    claim = desk.dossier(ledger, "ellison").statements[0].main.id
    desk.give_verdict(ledger, claim, attribution="correct", truth="true", reviewer="Ana")
    desk.give_verdict(ledger, claim, attribution="correct", truth="false", reviewer="Bo")
    first = desk.dossier(ledger, "ellison").statements[0]
    assert first.verdict is not None
    assert (first.verdict.reviewer, first.verdict.truth) == ("Bo", "false")
    assert first.dispute == "disputed: Ana, correct, true; Bo, correct, false"


def test_a_link_that_the_desk_has_to_settle_is_named_on_both_sides(ledger: Ledger) -> None:
    (link,) = ledger.doubtful_links()
    for one, other in ((link.one, link.other), (link.other, link.one)):
        (possible,) = desk.dossier(ledger, one.id or "").possible
        assert (possible.other.id, possible.probability) == (other.id, link.probability)


def test_nobody_and_several_are_one_line(ledger: Ledger) -> None:
    with pytest.raises(ClaimsError, match="no speaker matches 'nobody at all'"):
        desk.dossier(ledger, "nobody at all")


def test_a_topic_is_a_word_that_at_least_two_texts_have() -> None:
    told = topics(
        [
            "the warehouse burnt down",
            "that the warehouses had been inspected",
            "a conveyor belt in the harbour",
            "nobody was hurt",
        ]
    )
    assert told[0] == told[1] == "warehouse"
    assert told[2:] == [None, None]
    assert topics(["Ellison spoke", "Ellison left"], ["Mara Ellison"]) == [None, None]
    assert topics([]) == []


def test_the_mentions_are_counted_and_the_names_say_where(mayor: Dossier) -> None:
    assert sum(mention.times for mention in mayor.mentions) == len(mayor.claims)
    (name,) = mayor.names
    assert name.words == "Mara Ellison"
    assert set(name.outlets) == {"Vale Radio", "The Courier", "Herald"}


def test_a_preview_says_what_a_decision_does_and_changes_nothing(ledger: Ledger) -> None:
    def everybody() -> list[tuple[str, str, int]]:
        return [(s.id, s.speaker.name, s.claims) for s in ledger.speakers()]

    (link,) = ledger.doubtful_links()
    decision, *_ = desk.speaker_decision(ledger, "same", link.one.id or "", link.other.id or "")
    before = everybody()
    foreseen = desk.preview(ledger, decision)
    assert everybody() == before
    assert ledger.decisions() == []
    assert {s.speaker.name for s in foreseen.speakers} == {link.one.name, link.other.name}
    (merged,) = foreseen.then_speakers
    assert merged.claims == sum(s.claims for s in foreseen.speakers)
    desk.decide(ledger, decision)
    (made,) = ledger.speakers(
        {merged.id}
    )  # PostgreSQL gives the number of a decision that was taken back to no other
    assert (made.speaker, made.claims, made.mentions) == (merged.speaker, merged.claims, merged.mentions)
    assert [(a.name, a.ids) for a in made.aliases] == [(a.name, a.ids) for a in merged.aliases]
    assert desk.preview(ledger, decision).changes_nothing


def test_a_preview_is_what_the_lists_then_have_other_than_before(ledger: Ledger) -> None:
    def speakers() -> set[str]:
        return {
            repr(
                (
                    s.id,
                    s.speaker.name,
                    s.speaker.role,
                    s.claims,
                    sorted((a.name, sorted(a.ids)) for a in s.aliases),
                )
            )
            for s in ledger.speakers()
        }

    def groups() -> set[str]:
        return {repr(sorted(claim.id for claim in group.claims)) for group in ledger.groups()}

    everybody = [s.id for s in ledger.speakers()]
    group = max(ledger.groups(), key=lambda g: len(g.claims))
    alone = next(
        c.id for c in ledger.claims() if c.id not in {m.id for g in ledger.groups() for m in g.claims}
    )
    decisions = [Decision("same", (everybody[0], other)) for other in everybody[1:6]]
    decisions += [
        Decision("different", tuple(s.aliases[0].ids[:2]))
        for s in ledger.speakers()
        if len(s.aliases[0].ids) > 1
    ]
    decisions += [
        Decision("rename", (everybody[1],), "Somebody Else"),
        Decision("role", (everybody[2],), "baker"),
    ]
    decisions += [
        Decision("join", (alone, group.claims[0].id)),
        Decision("split", tuple(c.id for c in group.claims)),
    ]
    telling = 0
    for decision in decisions:
        before = speakers(), groups()
        foreseen = desk.preview(ledger, decision)
        assert (speakers(), groups()) == before
        made = desk.decide(ledger, decision)
        then = speakers(), groups()
        desk.undo(ledger, made.number or 0)
        assert (len(foreseen.speakers), len(foreseen.then_speakers)) == (
            len(before[0] - then[0]),
            len(then[0] - before[0]),
        )
        assert {s.id for s in foreseen.then_speakers} == {s.split("'")[1] for s in then[0] - before[0]}
        for told, listed in (
            (foreseen.groups, before[1] - then[1]),
            (foreseen.then_groups, then[1] - before[1]),
        ):
            assert {repr(sorted(claim.id for claim in group.claims)) for group in told} == listed
        telling += not foreseen.changes_nothing
    assert telling > len(decisions) / 2


def test_windows_over_the_speakers_are_the_list_in_pieces(ledger: Ledger) -> None:
    everybody = ledger.speakers()
    assert ledger.number_of_speakers() == len(everybody) > 4
    pieces = [one for start in range(0, len(everybody), 3) for one in ledger.speakers_window(start, 3)]
    assert pieces == everybody
    some = {everybody[0].id, everybody[-1].id}
    assert ledger.speakers(some) == [everybody[0], everybody[-1]]
