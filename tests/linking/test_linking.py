"""The same speaker across articles: names, roles, surnames, bodies, decisions."""

import pytest

from claims.linking import corrections, link
from claims.linking.model import stated_probability
from claims.linking.role_comparison import agree, agreement, clash
from claims.records import Decision, SpeakerType
from tests.linking.linking_samples import appear, numbered, partition, together


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tahir al-Mazrafi", "Taher Al Mazrafi"),
        ("Yusuf Qandari", "Youssef Kandari"),
        ("Sergei Volkarov", "Sergey Volkarov"),
        ("Inés Peñalva", "Ines Penalva"),
        ("Idra Vellmoor", "IDRA VELLMOOR"),
        ("William Thornbury", "Bill Thornbury"),
        ("Mara J. Ellison", "Mara Ellison"),
        ("Jean-Luc Tarrander", "Jean Luc Tarrander"),
    ],
)
def test_spellings_of_one_name_are_one_speaker(one: str, other: str) -> None:
    assert together([appear("a", one), appear("b", other)], "a", "b")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mara Ellison", "Tomas Ellison"),
        ("Mara Ellison", "Mara Vellmoor"),
        ("Tahir al-Mazrafi", "Karim al-Mazrafi"),
        ("Harrowmere Police", "Harrowmere Council"),
    ],
)
def test_other_first_names_and_other_surnames_are_two_speakers(one: str, other: str) -> None:
    type_: SpeakerType = "organisation" if "Harrowmere" in one else "person"
    assert not together([appear("a", one, type_=type_), appear("b", other, type_=type_)], "a", "b")


def test_each_link_has_a_probability_and_a_reason() -> None:
    (speaker,) = link(numbered([appear("a", "Yusuf Qandari"), appear("b", "Youssef Kandari")]))
    first, second = speaker.links
    assert (first.appearance, first.reason) == ("a", "first appearance")
    assert 0.5 <= second.probability < first.probability == 1
    assert "spelling" in second.reason or "spelt" in second.reason or "qandari" in second.reason.casefold()


def test_what_is_stated_of_a_link_rises_with_the_evidence_and_makes_no_other_links() -> None:
    evidence = [0.5, 0.55, 0.7, 0.8, 0.9, 0.99, 0.999, 1.0]
    stated = [stated_probability(p) for p in evidence]
    assert stated == sorted(stated)
    assert (stated[0], stated[-1]) == (0.5, 1.0)
    assert [stated_probability(p) for p in (0.02, 0.3, 0.49)] == [0.02, 0.3, 0.49]


def test_the_same_name_in_another_field_is_kept_apart_and_flagged() -> None:
    found = [appear("a", "Rob Starrow", "mayor of Tarnholt"), appear("b", "Rob Starrow", "goalkeeper")]
    speakers = link(numbered(found))
    assert len(speakers) == 2
    assert all("same name" in " ".join(s.doubts) for s in speakers)
    assert "goalkeeper" in " ".join(speakers[0].doubts)


def test_nobody_guesses_which_of_two_namesakes_an_article_without_role_means() -> None:
    found = [
        appear("a", "Rob Starrow", "mayor of Tarnholt"),
        appear("b", "Rob Starrow", "goalkeeper"),
        appear("c", "Rob Starrow"),
    ]
    assert partition(found) == {frozenset("a"), frozenset("b"), frozenset("c")}


def test_roles_that_change_do_not_part_a_speaker() -> None:
    found = [
        appear("a", "Mara Ellison", "mayor of Harrowmere"),
        appear("b", "Mara Ellison", "former mayor"),
        appear("c", "Mara Ellison", "candidate for governor"),
        appear("d", "Mara Ellison"),
    ]
    (speaker,) = link(numbered(found))
    assert len(speaker.links) == 4


def test_a_title_and_surname_is_the_one_who_has_that_office_there() -> None:
    found = [
        appear("a", "Sunniva Dray", "mayor of Ostermere"),
        appear("b", "Tomas Dray", "mayor of Tarnholt"),
        appear("c", "Dray", "Mayor of Tarnholt"),
    ]
    assert partition(found) == {frozenset("a"), frozenset("bc")}


def test_a_title_alone_suffices_where_nobody_else_has_the_surname() -> None:
    found = [appear("a", "Sunniva Dray", "mayor of Ostermere"), appear("b", "Dray", "Mayor")]
    assert together(found, "a", "b")
    rivalled = [*found, appear("c", "Tomas Dray")]
    assert not together(rivalled, "a", "b")
    (doubtful,) = [s for s in link(numbered(rivalled)) if s.id == "b"]
    assert "surname alone" in doubtful.doubts[0]


def test_a_surname_without_a_role_is_nobody_elses() -> None:
    assert not together([appear("a", "Sunniva Dray", "mayor"), appear("b", "Dray")], "a", "b")
    assert not together([appear("a", "Dray"), appear("b", "Dray")], "a", "b")


def test_a_surname_is_the_full_name_of_another_version_of_its_article() -> None:
    found = [
        appear("a", "Dray", article="x", versions=(1,)),
        appear("b", "Sunniva Dray", article="x", versions=(2,)),
    ]
    assert together(found, "a", "b")


def test_two_whom_one_article_keeps_apart_are_not_joined_by_surname() -> None:
    found = [
        appear("a", "Sunniva Dray", "mayor", article="x"),
        appear("b", "Dray", "mayor", article="x"),
    ]
    assert not together(found, "a", "b")


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("police spokeswoman", "unnamed"),
        ("report", "document"),
        ("company", "organisation"),
        ("Dray", "person"),
    ],
)
def test_whom_no_article_names_is_never_linked_across_articles(name: str, type_: str) -> None:
    assert len(partition([appear("a", name, type_=type_), appear("b", name, type_=type_)])) == 2  # type: ignore[arg-type]


def test_the_same_body_is_one_also_where_an_article_takes_it_for_a_person() -> None:
    found = [
        appear("a", "Harrowmere Council", type_="organisation"),
        appear("b", "the Harrowmere Council", type_="organisation"),
        appear("c", "Harrowmere Council"),
        appear("d", "Mara Harrowmere"),
    ]
    assert partition(found) == {frozenset("abc"), frozenset("d")}


def test_the_canonical_name_is_the_fullest_and_the_role_the_most_frequent() -> None:
    found = [
        appear("a", "Mara Ellison", "mayor"),
        appear("b", "Mara J. Ellison", "mayor of Harrowmere"),
        appear("c", "Mara Ellison", "mayor of Harrowmere"),
    ]
    (speaker,) = link(numbered(found))
    assert (speaker.id, speaker.speaker.name, speaker.speaker.role) == (
        "a",
        "Mara J. Ellison",
        "mayor of Harrowmere",
    )


def test_the_desk_joins_and_parts() -> None:
    found = [appear("a", "Mara Ellison"), appear("b", "Mara Ellison"), appear("c", "M. E. Quill")]
    same = Decision("same", ("a", "c"), number=1)
    different = Decision("different", ("a", "b"), number=2)
    assert together(found, "a", "b", "c", decisions=[same])
    assert partition(found, [different]) == {frozenset("a"), frozenset("b"), frozenset("c")}
    assert partition(found, [same, different]) == {frozenset("ac"), frozenset("b")}
    (one, *_) = link(numbered(found), [same])
    assert any("decision 1" in link.reason for link in one.links)


def test_the_last_of_two_decisions_about_a_pair_holds() -> None:
    found = [appear("a", "Mara Ellison"), appear("b", "Mara Ellison")]
    same, different = Decision("same", ("b", "a"), number=2), Decision("different", ("a", "b"), number=1)
    assert together(found, "a", "b", decisions=[different, same])
    assert not together(found, "a", "b", decisions=[same, different])


def test_a_new_name_or_role_changes_no_id() -> None:
    found = numbered([appear("a", "Mara Ellison"), appear("b", "Mara J. Ellison", "mayor")])
    renamed = Decision("rename", ("b",), "Mayor E.", number=1)
    given = Decision("role", ("b",), "former mayor", number=2)
    (before,), (after,) = link(found), link(found, [renamed, given])
    assert before.id == after.id
    assert (after.speaker.name, after.speaker.role) == ("Mayor E.", "former mayor")


def test_a_corrected_speaker_is_whoever_has_that_name() -> None:
    found = numbered([appear("a", "Mara Ellison"), appear("b", "Harrowmere Council", type_="organisation")])
    decided = [Decision("speaker", ("claim",), "Harrowmere Council", number=1)]
    ((corrected,),) = corrections(decided, {"claim": "article of a"}, found).values()
    assert corrected.type == "organisation"
    speakers = link([*found, corrected], decided)
    assert [{link.appearance for link in s.links} for s in speakers] == [{"a"}, {"b", corrected.id}]


def test_a_correction_of_a_claim_that_is_gone_waits() -> None:
    assert corrections([Decision("speaker", ("gone",), "Mara Ellison", number=1)], {}, []) == {}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("mayor of Tarnholt", "Mayor", "same office"),
        ("mayor of Tarnholt", "former Tarnholt mayor", "same office and place"),
        ("mayor of Tarnholt", "mayor of Ostermere", "another place"),
        ("Sen.", "senator", "same office"),
        ("striker", "police sergeant", "another field"),
        ("mayor", "spokesman for the party", "unknown"),
        ("general", "minister of defence", "unknown"),
        (None, "mayor", "unknown"),
    ],
)
def test_how_roles_stand_to_each_other(one: str | None, other: str | None, expected: str) -> None:
    assert agreement(one, other) == agreement(other, one) == expected
    assert agree(one, other) == expected.startswith("same")
    assert clash(one, other) == expected.startswith("another")
