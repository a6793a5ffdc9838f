"""Who speaks: mentions to speakers. All people, places and bodies are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.attribution import Attribution
from claims.extraction.coref import resolve
from claims.records import Article, Span, Speaker
from tests.extraction.coref_samples import SURE, article_of, names, speakers
from tests.properties import examples


def test_long_mention_over_a_line_break_gives_name_and_role() -> None:
    text = """[Norwegian Ambassador to Chad Matilda
Brandvold] confirmed it. [The ambassador] added more, and [Brandvold] agreed."""
    assert speakers(text) == [Speaker("Matilda Brandvold", "person", "Norwegian Ambassador to Chad")] * 3


def test_titles_and_apposition_make_the_role_wherever_they_stand() -> None:
    text = """[Qasim] said that it was quiet.

[Major General Idris
al-Qasim, spokesman for the River Guard Command,] said so before, and [the spokesman] says it still."""
    assert (
        speakers(text)
        == [Speaker("Idris al-Qasim", "person", "Major General, spokesman for the River Guard Command")] * 3
    )


def test_surname_gets_the_full_name_of_a_person_who_has_not_spoken() -> None:
    text = "The dam was opened by Senator Nora Quill in May.\n\n[Quill] said that it would hold."
    assert names(text) == ["Nora Quill"]


def test_fullest_form_of_a_name_is_the_speakers() -> None:
    assert names("[Otto Lindqvist] said no. [Otto P. Lindqvist Jr.] spoke.")[1] == "Otto P. Lindqvist Jr."
    assert names("[Nora Quill] said no. Later [Nora E. Quill] said yes.") == ["Nora E. Quill"] * 2


def test_a_family_is_kept_apart() -> None:
    text = """Peter Hallam and his wife, Ruth Hallam, own the mill. [Mr. Hallam] said that it burned.

[Mrs. Hallam] was at the market. "It was a shock," [she] said. [Ruth Hallam] wept."""
    assert names(text) == ["Peter Hallam", "Ruth Hallam", "Ruth Hallam", "Ruth Hallam"]


def test_a_titled_surname_is_not_a_relative_introduced_later() -> None:
    text = """[President Darrow] told the crowd that he was glad. [Mr. Darrow] said it twice.

The first lady, Helen Darrow, was there. [Mr. Darrow] said that he was proud."""
    assert names(text) == ["Darrow", "Darrow", "Darrow"]


def test_first_name_and_misspelt_surname() -> None:
    text = "Melanie Wrexford came late. [Melanie] said that the bus broke down. [Wrexfrod] said she ran."
    assert names(text) == ["Melanie Wrexford", "Melanie Wrexford"]


def test_pronouns_go_by_sex_and_nearness() -> None:
    text = """Mayor Susan Abel met Governor Thomas Reeve on Monday. "We agree," [she] said. [He] said little.

[Abel] called the talks open, and [she] praised the town."""
    assert names(text) == ["Susan Abel", "Thomas Reeve", "Susan Abel", "Susan Abel"]


def test_speaker_is_seldom_whom_the_quotation_names() -> None:
    text = """[Thomas Reeve] spoke to Paul Abel. {"Thomas Reeve is a friend,"} [he] said."""
    assert names(text)[-1] == "Paul Abel"


def test_pronoun_before_the_name() -> None:
    assert names("When [she] arrived, Susan Abel said that she was tired.") == ["Susan Abel"]


def test_pronoun_without_anybody_is_left_open() -> None:
    assert names("[He] said that it rained. [She] denied it.") == [None, None]
    assert names("[Susan Abel] said that it rained. [He] denied it.") == ["Susan Abel", None]


def test_relative_pronouns() -> None:
    text = """Susan Abel, 59, of Harrow, Ill., [who] saw the fire, cried. The workers, [who] fled, shouted.

Two neighbors, Thomas Reeve and Paul Cole, [who] saw it, agreed. It was rebuilt by Ann Poe and Bob Lee,
[who] laughed."""
    assert names(text) == ["Susan Abel", "workers", "Thomas Reeve; Paul Cole", "Bob Lee"]


def test_descriptions_of_named_people() -> None:
    text = """Democratic Senator Nora Quill met Republican nominee Frank Dole. [The senator] said yes.

[The Republican nominee] said no. [The Democratic senator] laughed."""
    assert names(text) == ["Nora Quill", "Frank Dole", "Nora Quill"]


def test_former_and_vice_make_another_role() -> None:
    text = "Vice President Nora Quill came. [The president] said no. [The vice president] said yes."
    assert names(text) == ["president", "Nora Quill"]


@pytest.mark.parametrize(
    "text",
    [
        "Senator Nora Quill opened the dam. Senator Frank Dole closed it.\n[The senator] said that it was his duty.",
        "Coach Ann Poe left early. Coach Frank Dole stayed. [The coach] said that it was late.",
        "Judge Nora Quill read the papers. Judge Frank Dole took another view. [The judge] said no.",
    ],
)
def test_two_with_one_role_are_told_apart_by_who_is_nearer(text: str) -> None:
    assert names(text) == ["Frank Dole"]


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("A senior official", "senior official"),
        ("Residents", "Residents"),
        ("sources close to the talks", "sources close to the talks"),
        ("some of the workers", "some of the workers"),
        ("one source", "one source"),
        ("attorneys for the family", "attorneys for the family"),
        ("The family, protesters and civic leaders", "family, protesters and civic leaders"),
        ("Officials, who asked not to be named,", "Officials"),
        ("Reeve's lawyers", "Reeve's lawyers"),
    ],
)
def test_people_who_are_never_named_keep_their_words(mention: str, name: str) -> None:
    (speaker,) = speakers(f"Mayor Susan Abel met Thomas Reeve. [{mention}] said that it was late.")
    assert speaker == Speaker(name, "unnamed")


def test_an_anonymous_source_stays_anonymous() -> None:
    text = "[A committee aide] spoke of Susan Abel. [The aide] said that [the source] was wrong."
    assert names(text) == ["committee aide", "committee aide", "source"]


def test_a_lead_describes_who_is_named_next() -> None:
    text = """[A former harbour chief] says that the port is unsafe. He wants it closed.

"It will sink," said [Olaf Brink, who ran the port for years]."""
    assert names(text) == ["Olaf Brink", "Olaf Brink"]


def test_documents() -> None:
    (speaker,) = speakers("The fire was small, according to [a new report by the Tarnholt Institute].")
    assert speaker == Speaker("Tarnholt Institute", "organisation")
    (speaker,) = speakers("The fire was small, according to [a new report].")
    assert speaker == Speaker("new report", "document")


def test_organisations_with_short_forms_and_acronyms() -> None:
    text = """[The Harbour Safety Committee] met. [The HSC] said no, [the Committee] said later, and [it] insisted.
As The Tarnholt Times has learned, it was late. [The Times] said so."""
    assert names(text) == [*["Harbour Safety Committee"] * 4, "The Tarnholt Times"]


def test_government_and_army_together() -> None:
    (speaker,) = speakers("These came as [the government\nand the military leadership] announced it.")
    assert speaker is not None
    assert speaker.name == "government and military leadership"


def test_joint_speakers() -> None:
    text = """[Jon Marsh and David Holt] asked. [Ann Poe, Bob Lee and Carl Orr] agreed.

[Susan Abel, a friend of Ann Poe,] was angry. [She and Mr. Lee] left."""
    assert names(text) == [
        "Jon Marsh; David Holt",
        "Ann Poe; Bob Lee; Carl Orr",
        "Susan Abel",
        "Susan Abel; Bob Lee",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Nora Quill and Frank Dole debated. Quill spoke first. Dole followed. [The candidates] both claimed victory.",
        "Nora Quill and Frank Dole met on Monday. [The two leaders] said the talks were useful.",
        "Nora Quill and Frank Dole ran against each other in May. [Both candidates] said they had won.",
    ],
)
def test_the_candidates_are_the_two_rivals(text: str) -> None:
    assert names(text) == ["Nora Quill; Frank Dole"]


def test_transcript_labels_and_possessives() -> None:
    text = """Host Anna Wirth spoke to Senator Frank Dole.

[WIRTH]: Why?

[DOLE]: Because.

[Dole’s] denial was weak."""
    assert names(text) == ["Anna Wirth", "Frank Dole", "Frank Dole"]


def test_a_clipped_mention_is_read_as_the_whole_word() -> None:
    article = article_of("Senator Nora Quill came. Mr. Holt left.")
    found = resolve(article, [Attribution((article.span(13, 18),), (), (), SURE)])
    assert [r.speaker for r in found] == [Speaker("Nora Quill", "person", "Senator")]


def test_first_person() -> None:
    assert names("[I] know it.", author="Jane Poe") == ["Jane Poe"]
    assert names("[I] know it.\n\nIt rained.\n\nJane Poe is a columnist for the Tarnholt Times.") == [
        "Jane Poe"
    ]
    assert names("[I] know it.") == ["the author"]
    text = "“[I] believe it,” said Nora Quill."
    article = article_of(text.replace("[", "").replace("]", ""))
    quoted = Attribution((article.span(1, 2),), (), (article.span(3, 13),), SURE)
    quoting = Attribution((article.span(21, 31),), (), (article.span(0, 15),), SURE)
    assert [r.speaker and r.speaker.name for r in resolve(article, [quoted, quoting])] == [
        "Nora Quill",
        "Nora Quill",
    ]


def test_headline_in_capitals_uses_the_texts_names() -> None:
    text = "[Nora Quill Slams Harbour Chief]\n\nSenator Nora Quill spoke.\n\n[Quill] said no."
    assert names(text) == ["Nora Quill", "Nora Quill"]


def test_no_mention_no_speaker() -> None:
    article = article_of("It is said that it rained.")
    (found,) = resolve(article, [Attribution((), (), (article.span(16, 25),), SURE)])
    assert found.speaker is None


def test_no_attributions_and_empty_text() -> None:
    assert resolve(article_of("Nora Quill came."), []) == []
    (found,) = resolve(article_of(""), [Attribution((), (), (), SURE)])
    assert found.speaker is None


PIECES = """
Nora Quill Mr. Mrs. Senator al-Qasim of the The and , . " “ ” ' ’ ’s ( ) said he she who they it I we a spokesman
Committee U.S. Jr. — : King Times president both each HSC Press von & 59
"""
WORDS = st.sampled_from([*PIECES.split(), "\n\n"])


@examples(150)
@given(st.lists(WORDS, max_size=40), st.data())
def test_any_text_and_any_mention_can_be_resolved(pieces: list[str], data: st.DataObject) -> None:
    article = article_of(" ".join(pieces))
    places = st.integers(0, len(article.text))
    attributions = []
    for _ in range(data.draw(st.integers(0, 4))):
        spans = [article.span(*sorted((data.draw(places), data.draw(places)))) for _ in range(2)]
        attributions.append(Attribution((min(spans),), (), (max(spans),), SURE))
    found = resolve(article, attributions)
    assert len(found) == len(attributions)
    speakers = [r.speaker for r in found]
    assert all(s is None or (s.name.strip() and s.name == " ".join(s.name.split())) for s in speakers)
    assert all(0 <= r.confidence <= 1 for r in found)
    assert found == resolve(article, attributions)


@given(st.text(max_size=120))
def test_any_text_has_no_speaker_for_an_empty_mention(text: str) -> None:
    article = Article("k", text, ())
    (found,) = resolve(article, [Attribution((Span(0, 0, ""),), (), (), SURE)])
    assert found.speaker is None
