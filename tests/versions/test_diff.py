from collections.abc import Sequence
from dataclasses import replace

from claims.versions import diff
from tests.versions.version_samples import FERRY, KILLED, SHEEP, WALL, Said, version

ALL = [WALL, FERRY, KILLED, SHEEP]


def changes(old: Sequence[Said | str], new: Sequence[Said | str], **layout: str) -> list[tuple[str, str]]:
    return [(c.type, c.detail) for c in diff(version(old), version(new, **layout))]


def test_what_stayed_is_not_reported() -> None:
    assert changes(ALL, ALL) == []
    assert diff([], []) == []


def test_typography_and_layout_are_no_change() -> None:
    other = [
        replace(s, content=s.content.replace("“", '"').replace("”", '"').replace(" ", "\n", 2)) for s in ALL
    ]
    assert changes(ALL, other, between="\n") == []
    assert changes(ALL, ["It rained.", WALL, "It rained on.", FERRY, KILLED, SHEEP]) == []


def test_spelling_punctuation_and_numbers_in_words_are_minor() -> None:
    one = Said("Ada Brandt", "that the harbour centre had not been cancelled for fourteen years")
    other = Said("Ada Brandt", "that the harbor center hadn't been canceled for 14 years")
    [spelled] = diff(version([one]), version([other]))
    assert (spelled.type, spelled.severity) == ("reworded", "minor")
    comma = replace(FERRY, content=FERRY.content.replace("again on", "again, on"))
    [marked] = diff(version([FERRY]), version([comma]))
    assert (marked.type, marked.severity) == ("reworded", "minor")
    assert marked.detail == "punctuation: “again on” -> “again, on”"


def test_added_and_removed_in_their_places() -> None:
    found = diff(version([WALL, FERRY, KILLED]), version([WALL, KILLED, SHEEP]))
    assert [(c.type, c.detail) for c in found] == [
        ("removed", "no longer there"),
        ("added", "not there before"),
    ]
    assert found[0].old is not None
    assert found[0].old.content_text == FERRY.content
    assert found[0].new is None
    assert found[1].new is not None
    assert found[1].new.content_text == SHEEP.content


def test_another_figure() -> None:
    assert changes([KILLED], [replace(KILLED, content=KILLED.content.replace("12", "14"))]) == [
        ("figure", "12 -> 14")
    ]
    about = replace(KILLED, content=KILLED.content.replace("12", "about twelve"))
    assert changes([about], [KILLED]) == [("figure", "about 12 -> 12")]


def test_a_figure_that_was_added() -> None:
    some = replace(KILLED, content=KILLED.content.replace("12 ", ""))
    assert changes([some], [KILLED]) == [("reworded", "words: added “12”")]


def test_another_speaker() -> None:
    assert changes([WALL], [replace(WALL, speaker="Ada Brandt")]) == [
        ("reattributed", "speaker: Mara Ellison -> Ada Brandt")
    ]
    assert changes([WALL], [replace(WALL, speaker="residents", type="unnamed")])[0][0] == "reattributed"


def test_a_speaker_keeps_the_own_claim_where_another_one_now_says_nearly_the_same() -> None:
    old = Said(
        "Courier Radio", "that the mayor, 51, had been charged with taking bribes from a builder in Varn"
    )
    kept = replace(old, content="that the mayor had been charged")
    other = Said("Jon Hale", "that the mayor is to be charged with taking bribes from a builder in Varn")
    found = diff(version([old]), version([other, kept]))
    assert {(c.type, (c.new or c.old).speaker_name) for c in found} == {  # type: ignore[union-attr]
        ("added", "Jon Hale"),
        ("reworded", "Courier Radio"),
    }


def test_a_pronoun_follows_the_claim_before() -> None:
    he = replace(FERRY, mention="he")
    pell = replace(KILLED, speaker="Jonas Pell", type="person")
    quill = replace(pell, speaker="Tomas Quill")
    found = changes([quill, he], [pell, replace(he, speaker="Jonas Pell")])
    assert found == [("reattributed", "speaker: Tomas Quill -> Jonas Pell")] * 2
    assert changes([quill, he], [quill, replace(he, speaker="Jonas Pell")]) == []


def test_another_mention_of_the_same_speaker_is_no_change() -> None:
    for mention in ("Ellison", "Mrs. Ellison", "she", "Mara Ellison, the mayor of Harrowmere,"):
        assert changes([WALL], [replace(WALL, mention=mention)]) == []
    assert changes([WALL], [replace(WALL, speaker="Ellison")]) == []
    spokesman = Said("a spokesman", WALL.content, type="unnamed")
    assert changes([spokesman], [replace(WALL, speaker="Jan Berg", mention="the spokesman Jan Berg")]) == []
    assert changes([WALL], [replace(WALL, mention="he", resolved=False)]) == []


def test_a_body_under_a_fuller_name_is_no_other_speaker() -> None:
    ministry = Said("Interior Ministry", KILLED.content, mention="The ministry's list", type="organisation")
    fuller = replace(ministry, speaker="Ruritanian Interior Ministry", mention="The register")
    assert all(kind != "reattributed" for kind, _ in changes([ministry], [fuller]))
    other = replace(fuller, speaker="Health Ministry")
    assert changes([ministry], [other])[0][0] == "reattributed"


def test_another_cue() -> None:
    claimed = replace(WALL, cue="claimed", stance="distancing")
    assert changes([WALL], [claimed]) == [("stance", "cue: said -> claimed")]
    assert changes([WALL], [replace(WALL, cue="added")]) == []
    assert changes([WALL], [replace(WALL, cue="testified")]) == [("reworded", "cue: said -> testified")]
    assert changes([WALL], [replace(WALL, cue="denied", stance="denying")])[0][0] == "stance"


def test_other_words() -> None:
    reworded = replace(WALL, content="that the council had forgotten the old wall for years")
    assert changes([WALL], [reworded]) == [("reworded", "words: “neglected” -> “forgotten”")]
    negated = replace(WALL, content="that the council had not neglected the old wall for years")
    ((kind, detail),) = changes([WALL], [negated])
    assert kind == "reworded"
    assert "added “not”" in detail
    assert "only one of them is negated" in detail


def test_a_quotation_that_became_a_paraphrase() -> None:
    paraphrase = Said("Tomas Quill", "that the ferry will run again on Monday, whatever the river does")
    ((kind, detail),) = changes([FERRY], [paraphrase])
    assert kind == "kind"
    assert detail == "quotation became paraphrase"
    assert changes([paraphrase], [FERRY]) == [("kind", "paraphrase became quotation")]


def test_the_most_important_type_counts_and_all_is_said() -> None:
    other = replace(
        KILLED, content="that 14 people were killed when the wall broke", cue="claimed", stance="distancing"
    )
    assert changes([KILLED], [other]) == [("figure", "12 -> 14; cue: said -> claimed")]
    ((kind, detail),) = changes([KILLED], [replace(other, speaker="Mara Ellison", type="person")])
    assert kind == "reattributed"
    assert detail == "speaker: Harrowmere Police -> Mara Ellison; 12 -> 14; cue: said -> claimed"


def test_a_moved_claim_is_moved_only() -> None:
    assert changes([WALL, FERRY, KILLED, SHEEP], [FERRY, KILLED, SHEEP, WALL]) == [("moved", "moved down")]
    assert changes([WALL, FERRY, KILLED, SHEEP], [SHEEP, WALL, FERRY, KILLED]) == [("moved", "moved up")]


def test_a_claim_that_was_only_overlooked_is_no_change() -> None:
    old, new = version(ALL), version(["It rained.", *ALL])
    assert diff(old[1:], new) == []
    assert diff(old, new[:-1]) == []


def test_a_headline_that_repeats_a_claim_is_no_change() -> None:
    assert changes([WALL, FERRY], [WALL, WALL, FERRY]) == []


def test_words_that_lost_their_speaker() -> None:
    narrated = "The council had neglected the old wall for years."
    old = Said("Mara Ellison", "the council had neglected the old wall for years")
    assert changes([old, FERRY], [narrated, FERRY]) == [
        ("removed", "its words are still there, without this attribution")
    ]
    assert changes([narrated, FERRY], [old, FERRY]) == [
        ("added", "its words were there before, without this attribution")
    ]


def test_pairs_are_chosen_for_the_best_sum_not_greedily() -> None:
    old = [
        Said("Ada Brandt", "that the mill by the river had lost its roof and its wheel"),
        Said("Ada Brandt", "that the mill by the river had lost its roof"),
    ]
    new = [
        Said("Ada Brandt", "that the mill by the river lost its roof and wheel"),
        Said("Ada Brandt", "that the mill lost its roof"),
    ]
    found = diff(version(old), version(new))
    assert [(c.old and c.old.content_text, c.new and c.new.content_text) for c in found] == [
        (o.content, n.content) for o, n in zip(old, new, strict=True)
    ]


def test_a_long_live_blog() -> None:
    entries = [
        Said(f"Ada Brandt {chr(65 + k % 26)}", f"that gauge {k} in village {k * 7} rose after the storm")
        for k in range(400)
    ]
    fresh = [Said("Mara Ellison", f"that shelter {k} has opened its doors") for k in range(40)]
    found = diff(version(entries), version([*fresh, *entries[:-40]]))
    assert {c.type for c in found} == {"added", "removed"}
    assert len(found) == 80
