"""Whole versions: what came or went as a block, what changed outside claims, and how severe a change is."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from claims.reading import from_text
from claims.records import Article, Block, Change, Claim
from claims.versions import VersionDiff, compare, diff
from claims.versions.page_parts import find_boilerplate
from claims.versions.projection import FOUND_AGAIN
from tests.versions.version_samples import FERRY, KILLED, SHEEP, WALL, Said, version


def laid_out(claims: list[Claim]) -> tuple[Article, list[Claim]]:
    """The article of some claims with a block for each paragraph."""
    text = claims[0].article.text
    read = from_text(text, key=claims[0].article.key)
    return read, [replace(claim, article=read) for claim in claims]


def compared(old: Sequence[Said | str], new: Sequence[Said | str]) -> VersionDiff:
    return compare(*laid_out(version(old)), *laid_out(version(new)))


def only(old: Said, new: Said) -> Change:
    [change] = diff(version([old]), version([new]))
    return change


@pytest.mark.parametrize(
    ("words", "severity"),
    [
        ("that the council had neglected the old walls for years", "minor"),
        ("that the coun-cil had neglected the old wall for years", "minor"),
        ("that this council has neglected the old wall for years", "minor"),
        ("that the council had negleted the old wall for years", "minor"),
        ("that the counicl had neglected the old wall for years", "minor"),
        ("that the council had neglected the old bridge for years", "moderate"),
        ("that the county had neglected the old wall for years", "moderate"),
        ("that the council may have neglected the old wall for years", "moderate"),
        ("that the council had not neglected the old wall for years", "substantial"),
        (
            "that the council had neglected the old wall, lost its papers, and paid nobody to look for them",
            "substantial",
        ),
    ],
)
def test_how_severe_other_words_are(words: str, severity: str) -> None:
    assert only(WALL, replace(WALL, content=words)).severity == severity


def test_how_severe_other_changes_are() -> None:
    assert only(WALL, replace(WALL, speaker="Ada Brandt")).severity == "substantial"
    assert only(WALL, replace(WALL, cue="claimed", stance="distancing")).severity == "substantial"
    assert only(WALL, replace(WALL, cue="testified")).severity == "moderate"
    assert only(KILLED, replace(KILLED, content=KILLED.content.replace("12", "14"))).severity == "substantial"
    found = diff(version([WALL, FERRY, KILLED, SHEEP]), version([FERRY, KILLED, SHEEP, WALL]))
    assert [(c.type, c.severity) for c in found] == [("moved", "minor")]
    narrated = "The council had neglected the old wall for years."
    old = Said("Mara Ellison", "the council had neglected the old wall for years")
    assert [c.severity for c in diff(version([old, FERRY]), version([narrated, FERRY]))] == ["moderate"]


def test_the_exact_words_of_either_side() -> None:
    change = only(WALL, replace(WALL, content="that the whole council had forgotten the old wall"))
    assert [s.text for s in change.old_words] == ["neglected", "for years"]
    assert [s.text for s in change.new_words] == ["whole", "forgotten"]
    figure = only(KILLED, replace(KILLED, content=KILLED.content.replace("12", "fourteen")))
    assert [s.text for s in (*figure.old_words, *figure.new_words)] == ["12", "fourteen"]
    spoken = only(WALL, replace(WALL, speaker="Ada Brandt"))
    assert [s.text for s in (*spoken.old_words, *spoken.new_words)] == ["Mara Ellison", "Ada Brandt"]
    [gone] = diff(version([WALL, FERRY]), version([FERRY]))
    assert gone.old is not None
    assert (gone.old_words, gone.new_words) == (gone.old.content, ())


def test_a_speaker_that_is_described_in_other_words() -> None:
    veterans = replace(WALL, speaker="veterans of earlier floods", type="unnamed")
    other = replace(veterans, speaker="veterans of earlier storms")
    change = only(veterans, other)
    assert (change.type, change.severity) == ("reworded", "minor")
    assert "earlier floods -> veterans of earlier storms" in change.detail


def test_a_claim_that_was_found_in_one_version_only_is_shown_in_the_other() -> None:
    old = version([FERRY, WALL, SHEEP])
    new = version(
        [FERRY, replace(WALL, content="that the council had neglected the new wall for years"), SHEEP]
    )
    [change] = diff(old, [new[0], new[2]])
    assert change.type == "reworded"
    assert change.new is not None
    assert change.new.content_text == new[1].content_text
    assert change.new.mention == new[1].mention
    assert FOUND_AGAIN in change.new.reasons
    [back] = diff([new[0], new[2]], old)
    assert (back.type, back.new) == ("reworded", old[1])
    assert (back.old_words, back.new_words) == (change.new_words, change.old_words)


def test_what_changed_outside_claims_is_counted() -> None:
    weather = "It had rained since Sunday, and the river stood high at the mill."
    found = compared(
        [WALL, weather, "Three bridges are closed."],
        [WALL, weather.replace("Sunday", "Friday"), "Nobody knows where the boats went.", "Trains run late."],
    )
    assert found.changes == ()
    assert found.lines == ("outside claims: 2 sentences added, 1 removed, 1 changed",)
    assert compared([WALL, weather], [weather, WALL]).lines == ()


def test_a_correction_notice_is_noted_and_its_claims_are_none() -> None:
    notice = "Correction: An earlier version of this article misspelled the name of the mill."
    inside = Said(
        "Correction: The council", "that an earlier version had named the wrong mill", type="organisation"
    )
    found = compared([WALL, FERRY], [WALL, FERRY, notice])
    assert found.changes == ()
    assert found.lines == (f"a correction notice was added: “{' '.join(notice.split()[:12])} ...”",)
    found = compared([WALL, FERRY], [WALL, FERRY, inside])
    assert found.changes == ()
    assert "a correction notice was added" in found.lines[0]
    assert found.lines[0].endswith("(1 claim in it not listed)")
    assert "was taken out" in compared([WALL, FERRY, inside], [WALL, FERRY]).lines[0]


@pytest.mark.parametrize(
    "notice",
    [
        "Correction: The mill has two wheels.",
        "Correction:\n\nThe mill has two wheels.",
        "Correction (3 May): The mill has two wheels.",
        "Correction, 3 May 2025: The mill has two wheels.",
        "Corrections & amplifications\n\nThe mill has two wheels.",
        "Clarification — the mill has two wheels.",
        "For the record: the mill has two wheels.",
        "An article on Tuesday about the wall misstated the age of the mill.",
        "Editor’s note: This report was written before the flood.",
        "This story has been updated with the mayor’s answer.",
    ],
)
def test_notices_are_known(notice: str) -> None:
    article = from_text(f"The wall broke.\n\nThe river rose.\n\n{notice}\n", key="a")
    [part] = find_boilerplate(article)
    assert (part.what, article.text[part.start : part.end]) == ("a correction notice", notice)


@pytest.mark.parametrize(
    "words",
    [
        "Read more: The wall that nobody mended",
        "Sign up for our morning newsletter",
        "Read our special report: who owns the wall?",
        "Related stories",
        "Image caption: The ferry at dusk",
        "Follow the Courier on Twitter",
    ],
)
def test_links_and_widgets_are_known(words: str) -> None:
    article = from_text(f"The wall broke.\n\n{words}\n\nThe river rose.\n", key="a")
    assert [(p.what, article.text[p.start : p.end]) for p in find_boilerplate(article)] == [
        ("a widget or link", words)
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Corrections officers left on Monday.",
        "Correction officers left on Monday.",
        "Amendment 4 was passed by the council.",
        "For the record, nobody was asked.",
        "A report on the wall was published.",
        "More people left on Monday.",
        "Image is everything, the mayor said.",
        "Follow the river on foot.",
        "Related or not?",
    ],
)
def test_ordinary_sentences_are_no_widgets(words: str) -> None:
    assert find_boilerplate(from_text(f"The wall broke.\n\n{words}\n\nThe river rose.\n", key="a")) == []


def test_questions_and_answers_are_one_part_of_boilerplate() -> None:
    answers: list[Said | str] = [
        "Why did the wall break?",
        "It was old.",
        "Who is to pay?",
        Said("Ada Brandt", "that nobody will pay for it"),
        "Is the ferry safe?",
        "It is.",
    ]
    found = compared([WALL, FERRY], [WALL, FERRY, *answers])
    assert found.changes == ()
    assert len(found.lines) == 1
    assert found.lines[0].startswith("a FAQ was added: “Why did the wall break?")


def test_a_rolling_story_retracts_nothing() -> None:
    entries: list[list[Said | str]] = [
        [
            f"{hour}:15 a.m.",
            Said("Ada Brandt", f"that gauge {word} near the {place} rose again after the storm"),
        ]
        for hour, word, place in zip(
            range(4, 10),
            ["one", "two", "three", "four", "five", "six"],
            ["mill", "wall", "dam", "quay", "ford", "inn"],
            strict=True,
        )
    ]
    old = [part for entry in reversed(entries[:5]) for part in entry]
    new = [part for entry in reversed(entries[2:]) for part in entry]
    found = compared(["The flood, as it happens.", *old], ["The flood, as it happens.", *new])
    assert [(c.type, c.severity) for c in found.changes] == [
        ("added", "substantial"),
        *[("removed", "minor")] * 2,
    ]
    assert all("rolling story" in c.detail for c in found.changes)
    assert found.lines == (
        "rolling story: 2 old entries fell off, 1 new entry came on; what went with an old entry was not retracted",
    )
    between = [part for k, entry in enumerate(reversed(entries[:5])) if k != 2 for part in entry]
    gone = compared(["The flood, as it happens.", *old], ["The flood, as it happens.", *between])
    assert [(c.type, c.severity) for c in gone.changes] == [("removed", "substantial")]
    assert gone.notes == ()


def test_a_headline_that_says_a_claim_again_is_no_change() -> None:
    old = version([WALL, FERRY])
    new = version([Said("Ellison", "council had neglected wall"), WALL, FERRY])
    text = new[0].article.text
    end = text.index("\n")
    headed = replace(new[0].article, blocks=(Block("title", 0, end), Block("paragraph", end + 2, len(text))))
    found = compare(old[0].article, old, headed, [replace(claim, article=headed) for claim in new])
    assert found.changes == ()
    assert found.lines == ("outside claims: 1 sentence added",)


def test_letters_in_other_words_are_more_than_spelling() -> None:
    old = Said("Ada Brandt", "that the country would sell the meadow to Harlan Sorensen next year")
    for word, other in (("country", "county"), ("Sorensen", "Sorenson")):
        assert only(old, replace(old, content=old.content.replace(word, other))).severity == "moderate"


@pytest.mark.parametrize(
    ("old", "new", "detail"),
    [
        ("Monday", "Tuesday", "Monday -> Tuesday"),
        ("March", "May", "March -> May"),
        ("14 June", "21 June", "Jun 14 -> Jun 21"),
    ],
)
def test_another_day_is_another_fact(old: str, new: str, detail: str) -> None:
    said = Said("Ada Brandt", f"that the mill would open again by {old} at the latest, whatever it costs")
    change = only(said, replace(said, content=said.content.replace(old, new)))
    assert (change.type, change.severity, change.detail) == ("figure", "substantial", detail)
    assert [s.text for s in (*change.old_words, *change.new_words)] == [
        old.partition(" ")[0],
        new.partition(" ")[0],
    ]


def test_a_day_written_shorter_is_no_other_day() -> None:
    said = Said("Ada Brandt", "that the mill would open again in September at the latest")
    assert only(said, replace(said, content=said.content.replace("September", "Sept."))).type == "reworded"


def test_a_percent_sign_for_its_word_is_minor() -> None:
    said = Said("Ada Brandt", "that prices of wool had fallen by 4.2 percent")
    change = only(said, replace(said, content=said.content.replace(" percent", "%")))
    assert (change.type, change.severity) == ("reworded", "minor")


def test_a_sentence_more_or_less_in_a_quotation_is_added_or_removed() -> None:
    said = Said("Ada Brandt", "“The water came within an hour of the warning. Nobody knew where to go.”")
    shorter = replace(said, content="“The water came within an hour of the warning.”")
    for old, new, kind in ((said, shorter, "removed"), (shorter, said, "added")):
        change = only(old, new)
        assert (change.type, change.severity) == (kind, "substantial")
        [words] = change.old_words or change.new_words
        assert words.text.startswith("Nobody knew where to go")
    clause = replace(said, content=said.content.replace(" of the warning", ""))
    assert (only(said, clause).type, only(said, clause).severity) == ("reworded", "moderate")


def test_what_stayed_of_a_quotation_that_was_extended_is_compared_by_itself() -> None:
    old = Said("Ada Brandt", "“The water came within an hour of the warning.”")
    new = replace(old, content="“The water came within a day of the warning. Nobody knew where to go.”")
    found = diff(version([old]), version([new]))
    assert [(c.type, c.detail) for c in found] == [
        ("reworded", "words: “an hour” -> “a day”"),
        ("added", "a sentence more of a claim that was there"),
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "that the new bridge - a gift of the province - will open",
            "that the new bridge, a gift of the province, will open",
        ),
        (
            "that the mayor would stay even if lost the vote on the dam",
            "that the mayor would stay even if he lost the vote on the dam",
        ),
        (
            "that a flood had taken the bridge and the mill with it",
            "that the flood had taken the bridge and the mill with it",
        ),
        (
            "the harbour would stay closed until the wind had dropped",
            "that the harbour would stay closed until wind had dropped",
        ),
    ],
)
def test_corrections_of_grammar_and_marks_are_no_change(before: str, after: str) -> None:
    old, new = (Said("Ada Brandt", words) for words in (before, after))
    assert diff(version([old]), version([new])) == []
    assert diff(version([new]), version([old])) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [("Janice Hall", "Janis Hall"), ("Tom Larsen", "Tom Larssen"), ("Ana Ruiz", "Anna Ruiz")],
)
def test_a_corrected_name_of_the_speaker_is_told(before: str, after: str) -> None:
    [change] = diff(version([Said(before, WALL.content)]), version([Said(after, WALL.content)]))
    assert change.type in ("reworded", "reattributed")
    assert before in change.detail
    assert after in change.detail


def test_what_is_hardly_a_claim_has_neither_come_nor_gone() -> None:
    named, nobody = version([WALL, SHEEP]), version([WALL, replace(SHEEP, resolved=False)])
    for claims, confidence in ((named, 0.2), (nobody, 0.45)):
        unlikely = [replace(claims[-1], confidence=confidence, tag="low")]
        assert diff([*claims[:1], *unlikely], version([WALL])) == []
        assert len(diff(claims, version([WALL]))) == 1


def test_what_came_or_went_is_told_also_where_it_is_doubtful_who_said_it() -> None:
    claims = version([WALL, SHEEP])
    doubtful = replace(claims[1], confidence=0.35, words_confidence=0.75, speaker_confidence=0.47, tag="low")
    [change] = diff([claims[0], doubtful], version([WALL]))
    assert change.type == "removed"


def test_another_role_of_the_speaker_is_noted() -> None:
    said = replace(WALL, mention="the minister Mara Ellison")
    change = only(said, replace(said, mention="the former minister Mara Ellison"))
    assert (change.type, change.severity) == ("reworded", "moderate")
    assert change.detail == "speaker described: the minister Mara Ellison -> the former minister Mara Ellison"
    assert diff(version([said]), version([replace(said, mention="the regional minister Mara Ellison")])) == []


def test_a_short_paraphrase_that_became_a_quotation() -> None:
    old = Said("Ada Brandt", "she had not been warned")
    new = Said("Ada Brandt", "“I was not warned,”")
    for one, other in ((old, new), (new, old)):
        [change] = diff(version([WALL, one, KILLED]), version([WALL, other, KILLED]))
        assert (change.type, change.severity) == ("kind", "moderate")


def test_quotation_marks_that_were_put_in_or_taken_out() -> None:
    quoted = Said("Ada Brandt", "“the wall was a disgrace to the town”")
    plain = Said("Ada Brandt", "the wall was a disgrace to the town")
    old, new = (version(["As they left,", said, KILLED], between=" ") for said in (quoted, plain))
    assert [(c.type, c.severity) for c in diff(old, new)] == [("kind", "moderate")]
    curly = replace(quoted, content=quoted.content.replace("“", '"').replace("”", '"'))
    assert diff(version([quoted, KILLED]), version([curly, KILLED])) == []


def test_another_headline_is_noted_and_not_counted_as_a_sentence() -> None:
    text = "{}\n\nThe river rose by a metre during the night and fell again in the morning.\n"
    old, new = (
        from_text(text.format(t), key="a") for t in ("Harrowmere wall breaks", "Wall “breaks” in storm")
    )
    found = compare(old, [], new, [])
    assert found.lines == ("headline: “Harrowmere wall breaks” -> “Wall “breaks” in storm”",)
    same = from_text(text.format("Harrowmere  Wall breaks"), key="a")
    assert compare(old, [], same, []).lines == ()


def test_a_claim_that_is_not_found_again_in_the_same_words_is_told() -> None:
    rain = "On Monday it rained again in the valley."
    old, whole = version([WALL, FERRY, SHEEP]), version([WALL, rain, FERRY, SHEEP])
    article, claims = laid_out(whole)
    lost = compare(*laid_out(old), article, claims[:2])
    assert lost.changes == ()
    assert [claim.speaker_name for claim in lost.unfound] == ["Ada Brandt"]
    assert f"not found again, though its words are there: Ada Brandt: {SHEEP.content}" in lost.lines
    assert compare(*laid_out(old), article, claims).unfound == ()
