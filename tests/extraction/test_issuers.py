"""Whose a document is, what a body is called, and that nobody is taken for their lawyer, their town or their paper."""

import pytest

from tests.extraction.coref_samples import names

HELD = "Carl Dorn was held on Monday. [Carl Dorn] denied it. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[A statement from the Dale Council] said the road was open.", "Dale Council"),
        (
            "The Dale Council met on Monday. [A Dale Council statement] said the road was open.",
            "Dale Council",
        ),
        ("[The Acme Corp. report] said that sales fell.", "Acme Corp."),
        ("[Acme Corp.'s website] said that the mill was closed.", "Acme Corp."),
        ("[A statement published by the Energy Ministry] said that prices rose.", "Energy Ministry"),
        ("[A statement released on Monday by the Energy Ministry] said that prices rose.", "Energy Ministry"),
        ("[A statement on the website of Acme Corp.] said that it was sorry.", "Acme Corp."),
        ("[A police statement] said that the man was found.", "police"),
        ("[A report seen by Acme Corp. and written by Dale University] said no.", "Dale University"),
        ("[Acme Corp.] closed its mill. [Its website] said that it was for sale.", "Acme Corp."),
        ("[Anna Keller] left the council. [Her website] said that she was ill.", "Anna Keller"),
    ],
)
def test_a_document_is_its_issuers(text: str, expected: str) -> None:
    assert names(text)[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "[A Facebook post] said that the mill was closed.",
        "[Local media reports] said that the mill was closed.",
        "[Court documents] said that the mill was closed.",
        "[Initial reports] said that the mill was closed.",
        "[A letter seen by the Dale Herald] said that the mill was closed.",
        "[Documents obtained by Acme Corp.] said that the mill was closed.",
    ],
)
def test_a_document_is_not_that_of_who_saw_it_or_where_it_stands(text: str) -> None:
    found = names(text)[-1]
    assert found is not None
    assert found not in {"Facebook", "Dale Herald", "Acme Corp.", "media", "court", "Initial"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Acme Corp.] closed. [An Acme spokesman] said no. [It] said more.", "Acme Corp."),
        ("[Dale Airlines] fell. [A spokeswoman] said no. [The airline] said more.", "Dale Airlines"),
        ("[Vellmark] opened a mill. [The company] said it was the last.", "Vellmark"),
        ("[Vellmark] opened a mill. It cost much. [The software giant] said it was the last.", "Vellmark"),
        ("[Norvik] cut 300 jobs on Friday. [The firm] said demand had fallen.", "Norvik"),
        ("[The mayor of Hamm] said no. [The mayor of Soest] said yes.", "mayor of Soest"),
        ("[The governor of Dale] said no. [The governor of Hamm] said yes.", "governor of Hamm"),
        ("[The French ambassador] said no. [The German ambassador] said yes.", "German ambassador"),
        ("Former Acme chairman Carl Dorn spoke. [The former Acme chairman] said no.", "Carl Dorn"),
        ("[Former Acme chairman] says no\n\nFormer Acme chairman Carl Dorn spoke on Monday.", "Carl Dorn"),
        ("[Republicans on the House Budget Committee] said no.", "Republicans on the House Budget Committee"),
        ("Ugandan President Anna Keller left. {“I am well,”} [the Ugandan leader] said.", "Anna Keller"),
        ("Moldovan President Anna Keller left. {“I am well,”} [Moldova's president] said.", "Anna Keller"),
        ("The mayor identified the defendant as Carl Dorn, 33. {“No,”} [the defendant] said.", "Carl Dorn"),
    ],
)
def test_who_is_described(text: str, expected: str) -> None:
    assert names(text)[-1] == expected


@pytest.mark.parametrize(
    "noun",
    ["lawyer", "attorney", "father", "brother", "spokesman", "agent", "coach", "doctor", "son", "boss"],
)
def test_nobody_is_their_own(noun: str) -> None:
    assert names(HELD + f"[His {noun}] said that it was a mistake.")[-1] == f"Carl Dorn's {noun}"


@pytest.mark.parametrize(
    "text",
    [
        "[Anna Keller] lives in Castle Ford. {“It is dear,”} [she] said.",
        "[Anna Keller] spoke in Ford Avenue. {“It is dear,”} [she] said.",
        "[Anna Keller] plays for Tarn United. In Tarn United nobody sleeps. {“It is late,”} [she] said.",
        "[Anna Keller] reads the Dale Report. A report by Dale University came. {“It is late,”} [she] said.",
        "[A report by Dale University] said so. [Anna Keller] read it. {“It is late,”} [she] said.",
    ],
)
def test_she_is_no_place_club_or_paper(text: str) -> None:
    assert names(text)[-1] == "Anna Keller"
