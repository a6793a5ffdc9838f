"""A surname that many bear has to do only with what shares a role, a story or an article with it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from claims.linking import link
from claims.records import Appearance, LinkedSpeaker, SpeakerType, Surroundings
from tests.linking.linking_samples import appear, numbered, together
from tests.properties import examples

STORY = ("harrowmere", "vellmark", "quill", "ostermere", "tarnholt", "eskmoor", "council", "lindqvist")
OTHER = ("dunvale", "larkby", "northpool", "sandreach", "bishop", "opera", "festival", "arden")


def seen(id_: str, name: str, names: Sequence[str], role: str | None = None) -> Appearance:
    return replace(appear(id_, name, role), beside=Surroundings(names=tuple(sorted(names)), topic=("dam",)))


def component_of(found: Iterable[LinkedSpeaker], id_: str) -> str:
    return next(s.component for s in found if any(one.appearance == id_ for one in s.links))


def test_a_common_surname_alone_has_to_do_with_nobody_of_another_story() -> None:
    found = [seen("a", "Mara Khan", OTHER), seen("b", "Tomas Khan", OTHER[:4]), seen("c", "Khan", STORY)]
    linked = link(numbered(found))
    assert component_of(linked, "c") == "c"
    assert not [doubt for s in linked for doubt in s.doubts if s.id == "c"]
    rare = [replace(one, name=one.name.replace("Khan", "Quillfeather")) for one in found]
    assert component_of(link(numbered(rare)), "c") == "a"


def test_a_common_surname_alone_is_not_offered_for_whom_it_rather_is_not() -> None:
    half = replace(seen("b", "Khan", [*STORY[:5], *OTHER[:3]]), role=None)
    told = replace(half, beside=replace(half.beside or Surroundings(), topic=("sea",)))
    linked = link(numbered([seen("a", "Mara Khan", STORY), told]))
    assert component_of(linked, "b") == "b"
    assert not [s for s in linked if s.proposals or s.doubts]
    rare = [
        replace(one, name=one.name.replace("Khan", "Quillfeather"))
        for one in (seen("a", "Mara Khan", STORY), told)
    ]
    assert component_of(link(numbered(rare)), "b") == "a"


def test_a_common_surname_is_common_however_it_is_written() -> None:
    found = [seen("a", "Mara O'Brien", OTHER), seen("b", "O’Brien", STORY), seen("c", "O'Connor", STORY)]
    linked = link(numbered([*found, seen("d", "Tomas O'Connor", OTHER)]))
    assert [component_of(linked, one) for one in "abcd"] == ["a", "b", "c", "d"]


def test_a_common_surname_is_the_full_name_of_the_same_story() -> None:
    trimmed = [*STORY[:7], "arden"]
    found = [seen("a", "Mara Khan", STORY), seen("b", "Khan", trimmed), seen("c", "Tomas Khan", OTHER)]
    linked = link(numbered(found))
    assert component_of(linked, "b") == component_of(linked, "a") != component_of(linked, "c")
    assert together(
        [seen("a", "Mara Khan", STORY, "minister"), seen("b", "Khan", STORY, "minister")], "a", "b"
    )


def test_a_common_surname_with_the_office_is_who_has_that_office_there() -> None:
    found = [
        appear("a", "Sunniva Khan", "mayor of Ostermere"),
        appear("b", "Tomas Khan", "mayor of Tarnholt"),
        appear("c", "Khan", "Mayor of Tarnholt"),
    ]
    assert together(found, "b", "c")


def test_a_common_surname_is_the_full_name_of_another_version_of_its_article() -> None:
    found = [
        appear("a", "Khan", article="x", versions=(1,)),
        appear("b", "Sunniva Khan", article="x", versions=(2,)),
    ]
    assert together(found, "a", "b")


TYPES: st.SearchStrategy[SpeakerType] = st.sampled_from(("person", "person", "person", "organisation"))


@st.composite
def namesakes(draw: st.DrawFn) -> list[Appearance]:
    """Appearances of a few names and roles, so that many have the same."""
    named = ["Khan", "Khan", "M. Khan", "Mara Khan", "Tomas Khan", "Kahn", "Jon Smith", "John Smith"]
    given_roles = [None, "mayor", "mayor of Tarnholt", "spokesman for the council", "of Ostermere"]
    names = draw(st.lists(st.sampled_from(named), min_size=1, max_size=4))
    roles = draw(st.lists(st.sampled_from(given_roles), min_size=1, max_size=3))
    made = []
    for i in range(draw(st.integers(2, 12))):
        name, role = draw(st.sampled_from(names)), draw(st.sampled_from(roles))
        article = f"article {draw(st.integers(0, 6))}"
        one = appear(f"{i:04x}", name, role, type_=draw(TYPES), article=article)
        told = draw(st.sampled_from([(), (), STORY, STORY[:6], OTHER, (*STORY[:3], *OTHER[:3])]))
        country = draw(st.sampled_from(["", "chile", "peru"]))
        made.append(replace(one, beside=Surroundings(names=tuple(told), country=country)) if told else one)
    return made


@examples(200)
@given(namesakes(), st.randoms(use_true_random=False))
def test_a_component_by_itself_is_linked_as_among_all(found: list[Appearance], random: Random) -> None:
    found = numbered(found)
    components = sorted({s.component for s in link(found)})
    are_linked_alike(found, random.sample(components, random.randint(1, len(components))))


def test_what_parts_appearances_of_one_name_and_role_is_in_their_component() -> None:
    unknown = [appear("a", "Khan", "of Ostermere"), appear("b", "Khan", "of Ostermere")]
    found = numbered([*unknown, seen("c", "Khan", STORY, "of Ostermere")])
    are_linked_alike(found, [component_of(link(found), "a"), component_of(link(found), "b")])
    alone = numbered([replace(one, article="x", role=None) for one in found])
    are_linked_alike(alone, [component_of(link(alone), "a"), component_of(link(alone), "b")])


def are_linked_alike(found: Sequence[Appearance], some: Sequence[str]) -> None:
    """Assert that components are linked by themselves as among all."""
    linked = [s for s in link(found) if s.component in some]
    ids = {one.appearance for s in linked for one in s.links}
    assert link([one for one in found if one.id in ids]) == linked
