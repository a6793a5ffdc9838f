"""Interviews, scripts, ledes behind short lines, quotations without a cue, sources that did not speak.

The first text of each kind is from a report of the kind that users of such tools file; the others vary it.
"""

import pytest

import claims
from claims.reading import from_text
from claims.records import Claim


def found(text: str) -> list[Claim]:
    return claims.extract(from_text(text, key="text"))


def said(text: str) -> list[tuple[str | None, str]]:
    return [(c.speaker_name, c.content_text) for c in found(text)]


@pytest.mark.parametrize(
    "short",
    [
        "By Eva Lind",
        "BY EVA LIND AND CARL DORN",
        "Words by Eva Lind, our correspondent in Hamm",
        "Photo: Carl Dorn",
        "Picture courtesy of the Hamm Port Authority",
        "March 3, 2024",
        "Updated 10:30 GMT",
        "‘We are ready’",
        "“Not safe”",
        "A long wait",
        "• The harbour",
        "Correction: An earlier version of this article said the dam would break.",
        "Read more: what we know about the dam",
    ],
)
def test_a_lede_behind_a_short_line_is_found_whole(short: str) -> None:
    text = f"Hamm flood\n\nThe river rose on Monday.\n\n{short}\n\nThe dam will hold, the ministry said.\n"
    assert said(text) == [("ministry", "The dam will hold")]


@pytest.mark.parametrize(
    "line",
    ["Keller said the dam is safe", "By Monday the dam was safe, Anna Keller said.", "“Yes,” Keller said"],
)
def test_a_short_line_that_reports_something_is_read(line: str) -> None:
    assert len(found(f"The river rose on Monday.\n\n{line}\n\nThe road was closed.")) == 1


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "ISLAMABAD: The government on Monday denied that the port had been sold.\n",
            "government",
            "that the port had been sold",
        ),
        (
            "HAMM: Mayor Anna Keller said on Monday that the bridge is safe.\n",
            "Anna Keller",
            "that the bridge is safe",
        ),
        (
            "NEW HAMM: The council said on Friday it would sell the port.\n",
            "council",
            "it would sell the port",
        ),
        (
            "TALLBURG, May 6. /AGENCY/. The dam will hold, the ministry said.\n",
            "ministry",
            "The dam will hold",
        ),
        (
            "MAROVIC, March 3 (Wirefeed) - The dam will hold, the ministry said.\n",
            "ministry",
            "The dam will hold",
        ),
    ],
)
def test_a_dateline_is_no_speaker(text: str, speaker: str, content: str) -> None:
    assert said(text) == [(speaker, content)]


def test_a_label_in_capitals_is_a_speaker() -> None:
    assert said("ANNA KELLER: We will sell the port, as I told you in May.\n") == [
        ("ANNA KELLER", "We will sell the port, as I told you in May.")
    ]


@pytest.mark.parametrize(
    "label", ["Interviewer", "Host", "MODERATOR", "Reporter", "Presenter", "Question", "Journalist", "Q"]
)
def test_who_asks_is_never_who_answers(label: str) -> None:
    text = (
        f"{label}: Did you tell the council?\n\nAnna Keller: The council knew in March, and it agreed.\n\n"
        f"{label}: Who paid?\n\nAnna Keller: The city paid twelve million.\n"
    )
    assert [c.speaker_name for c in found(text)] == [label, "Anna Keller", label, "Anna Keller"]


@pytest.mark.parametrize(
    ("ask", "answer"),
    [("Q:", "A:"), ("Q.", "A."), ("**Q:**", "**A:**"), ("Q:", "AK:"), ("Question:", "Answer:")],
)
def test_answers_are_of_the_only_person_who_was_named(ask: str, answer: str) -> None:
    text = (
        "Anna Keller is the mayor of Hamm.\n\n"
        f"{ask} Did you tell the council?\n\n{answer} The council knew in March, and it agreed.\n\n"
        f"{ask} Who paid?\n\n{answer} The city paid twelve million.\n"
    )
    answers = [c for c in found(text) if c.speaker_name == "Anna Keller"]
    assert [c.content_text.strip("*") for c in answers] == [
        "The council knew in March, and it agreed.",
        "The city paid twelve million.",
    ]


def test_answers_are_nobodys_where_several_persons_were_named() -> None:
    talk = "Q: Who paid?\n\nA: The city paid.\n\nQ: When?\n\nA: In May.\n"
    text = f"Anna Keller and Bob Ames spoke to the Post.\n\n{talk}"
    assert {c.speaker_name for c in found(text)} == {"Q", "A"}


@pytest.mark.parametrize(
    "sign", ["((SOT - ANNA KELLER, MAYOR))", "(SOT: ANNA KELLER)", "((SOUNDBITE – ANNA KELLER))"]
)
def test_a_sound_bite_is_of_the_person_whom_the_script_names(sign: str) -> None:
    text = f"The bridge broke.\n\n{sign}\n\nWe saw it fall. There was nothing to be done.\n\nThe police came late.\n"
    [claim] = found(text)
    assert claim.speaker_name is not None
    assert claim.speaker_name.casefold().startswith("anna keller")
    assert claim.content_text == "We saw it fall. There was nothing to be done."


def test_quoted_paragraphs_without_a_cue_go_on_from_the_quotation_before() -> None:
    text = (
        "Mayor Lena Duval said: “We have seen the usual cases drop but the variants increase.”\n\n"
        "“Until now, we have been able to stay within the 800 mark.”\n\n“I ask you to follow the rules.”\n"
    )
    [claim] = found(text)
    assert claim.speaker_name == "Lena Duval"
    assert "variants increase" in claim.content_text
    assert claim.content_text.endswith("“I ask you to follow the rules.”")


@pytest.mark.parametrize(
    "before",
    [
        "Anna Keller criticised the plan.",
        "Anna Keller warned that the plan would fail.",
        "Anna Keller has denounced the plan.",
    ],
)
def test_a_quoted_paragraph_behind_a_report_follows_from_it(before: str) -> None:
    quotation = "“It will not work. We have no money for it.”"
    claim = found(f"{before}\n\n{quotation}\n\nThe council meets on Monday.\n")[-1]
    assert claim.speaker_name == "Anna Keller"
    assert claim.content_text.endswith(quotation)


def test_a_quoted_paragraph_of_nobodys_is_kept_and_unknown() -> None:
    text = "“We lost everything that night.”\n\nThe fire broke out at noon.\n"
    [claim] = found(text)
    assert claim.speaker is None
    assert (claim.content_text, claim.cue_text, claim.kind) == (
        "“We lost everything that night.”",
        "",
        "direct",
    )


@pytest.mark.parametrize(
    "action", ["Ames shrugged.", "Bob nodded.", "Ames paused.", "Ames smiled thinly.", "He turned away."]
)
def test_a_sentence_of_action_is_no_attribution(action: str) -> None:
    text = f"Anna Keller began to speak to Bob Ames. “The contract was never signed.” {action}\n"
    assert all(c.speaker is None or c.speaker.name == "Anna Keller" for c in found(text))
    assert any("never signed" in c.content_text for c in found(text))


def test_a_quotation_before_said_in_a_sentence_of_its_own_keeps_its_speaker() -> None:
    assert said("“The contract was never signed.” Ames said.\n") == [
        ("Ames", "“The contract was never signed.”")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "No official has said the bridge was unsafe.\n",
        "Neither Ames nor Keller said the bridge was unsafe.\n",
        "Nobody at the port said that the bridge was unsafe.\n",
        "None of the engineers said the bridge was unsafe.\n",
    ],
)
def test_what_nobody_said_is_marked_as_denied(text: str) -> None:
    assert all(c.stance == "denying" for c in found(text))


def test_an_office_called_by_its_number_is_a_speaker() -> None:
    assert [c.speaker_name for c in found("No. 10 said the bridge was safe.\n")] == ["No. 10"]


def test_what_somebody_never_said_is_marked_as_denied() -> None:
    assert [c.stance for c in found("Keller never said the bridge was unsafe.\n")] == ["denying"]


@pytest.mark.parametrize("marks", ["””", "″″", "〝〞", "“”", "''"])
def test_words_in_marks_of_the_wrong_kind_are_direct(marks: str) -> None:
    opening, closing = tuple(marks)
    text = f"{opening}The bridge is safe,{closing} said Anna Keller. {opening}It is new.{closing}\n"
    assert [(c.speaker_name, c.kind) for c in found(text)] == [("Anna Keller", "direct")]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Bob Ames told the court the money was his. “I earned it,” Ames said. “He stole it,” Keller said. "
            "“I did not,” Ames said.\n",
            ["Bob Ames", "Bob Ames", "Keller", "Bob Ames"],
        ),
        (
            "“I am sure,” Bob Ames said. “I am not,” Anna Keller replied. “Show me the papers,” Ames said. "
            "“Here they are,” Keller said. “Thank you,” Ames said.\n",
            ["Bob Ames", "Anna Keller", "Bob Ames", "Anna Keller", "Bob Ames"],
        ),
        (
            "“We pay,” said Bob Ames. “You do not,” said Anna Keller. “We do,” said Ames.\n",
            ["Bob Ames", "Anna Keller", "Bob Ames"],
        ),
    ],
)
def test_each_of_several_turns_in_a_paragraph_has_its_own_speaker(text: str, speakers: list[str]) -> None:
    assert [c.speaker_name for c in found(text)] == speakers


@pytest.mark.parametrize("name", ["Harbour.info", "Tall.Burg.example", "E1.ru"])
def test_a_name_with_dots_inside_is_one_name(name: str) -> None:
    assert [c.mention_text for c in found(f"{name} reported that the port is closed.\n")] == [name]
