"""Who speaks where news style makes it hard: families, joint speakers, relative clauses, questions, labels."""

import pytest

from claims.extraction.confidence import HIGH
from tests.extraction.coref_samples import names, resolutions, speakers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Mayor Nora Quill met the press. [Quill] said it was over. [Quill] said more.\n\n"
            "Her brother, Otto Quill, watched.\n\nOn Monday [Quill] announced that she would go.",
            ["Nora Quill"] * 3,
            id="a bare surname stays with whom it has meant so far",
        ),
        pytest.param(
            "Nora Quill and her husband, Otto Quill, own the mill. On Monday [Quill] defended her record.",
            ["Nora Quill"],
            id="her or his just after a surname tells which of a family is meant",
        ),
        pytest.param(
            "[Lawyer and city councillor Nora Quill] said it was over. [She] left.",
            ["Nora Quill"] * 2,
            id="two roles of one person are one speaker",
        ),
        pytest.param(
            "[Her party rivals, Otto Hallam of Dale and Governor Ann Poe,] objected. [They] left.",
            ["Otto Hallam; Ann Poe"] * 2,
            id="names set off from a plural are the speakers",
        ),
        pytest.param(
            "[Her rival, Senator Otto Hallam of Dale,] objected.",
            ["Otto Hallam"],
            id="a name with where it is from",
        ),
        pytest.param(
            "Governor Otto Hallam spoke to the pledged electors [who] switched sides.",
            ["pledged electors"],
            id="who belongs to the plural just before it",
        ),
        pytest.param(
            "Nora Quill and Otto Hallam of the Dale Institute wrote a book. [Nora Quill and Otto Hallam] argue that "
            "dams fail.\n\nThe Dale Council built one in May. Still, [they] write, it leaks.",
            ["Nora Quill; Otto Hallam"] * 2,
            id="they are those who spoke together",
        ),
        pytest.param(
            "It was founded by Otto Hallam, president of Vellmark, a private company [that] tracks ships.",
            ["Vellmark"],
            id="that belongs to the body that the noun is set off from",
        ),
        pytest.param(
            "She works for Norvik, a small firm [which] says that it has no debts.",
            ["Norvik"],
            id="which belongs to the body that the noun is set off from",
        ),
        pytest.param(
            'Last month, [Otto Hallam of the Herald] asked Peter Strand whether he was ill.\n\n"I am well," [he] said.',
            ["Otto Hallam", "Peter Strand"],
            id="the answer is the one's who was asked",
        ),
        pytest.param(
            'Otto Hallam was early. [Hallam] asked Peter Strand about the money. "I never saw it," [he] said.',
            ["Otto Hallam", "Peter Strand"],
            id="the answer in the same paragraph",
        ),
        pytest.param(
            "Nora Quill said so. The request came from the Dale Herald, [which] argued that it was due.",
            ["Dale Herald"],
            id="which is never a person",
        ),
        pytest.param(
            "Despite [her] doubts about the dam, Nora Quill voted for it.",
            ["Nora Quill"],
            id="a pronoun before its name",
        ),
        pytest.param(
            "[Mr. Hallam's campaign] vowed to go on. Peter Strand said no in May. Otto Hallam was there. "
            "[Otto Hallam's campaign] denied it. [He] would stay, it said, and [he] hoped to win.",
            ["Mr. Hallam's campaign", "Otto Hallam's campaign", "Otto Hallam", "Otto Hallam"],
            id="he after somebody's campaign",
        ),
        pytest.param(
            "Berhu Negash taught here. [Negash] said he would go. A quiet man, [he] sang.",
            ["Berhu Negash"] * 2,
            id="a first name that no list has",
        ),
        pytest.param(
            "[Quill and Hallam] agree\n\nNora Quill and Otto Hallam said on Monday that the dam would hold.",
            ["Nora Quill; Otto Hallam"],
            id="two names joined in a headline",
        ),
        pytest.param(
            'Nora Quill met Otto Hallam.\n\n{"It will hold."}\n— [Nora Quill]\n[HALLAM]: I doubt it.\n[QUILL]: No.',
            ["Nora Quill", "Otto Hallam", "Nora Quill"],
            id="a label in the line after a signature",
        ),
        pytest.param(
            "An usher stood at the door with Admiral Otto Hallam. [The usher] said it was late.",
            ["usher"],
            id="the usher is the usher whom the text has just brought in",
        ),
        pytest.param(
            "Will Estrand leads the county. [Will Estrand, the chairman,] recalled it.",
            ["Will Estrand"],
            id="a first name that is a small word, too",
        ),
    ],
)
def test_speakers(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_pronoun_between_two_that_fit_as_well_is_never_sure() -> None:
    (found,) = resolutions("The hall was full of Otto Hallam's and Peter Strand's friends. [He] said so.")
    assert found.speaker is None or (found.confidence < HIGH and found.runner_up)
    (found,) = resolutions("The hall was full of Otto Hallam's and Nora Quill's friends. [He] said so.")
    assert found.speaker is not None
    assert found.speaker.name == "Otto Hallam"


def test_a_role_says_where_the_article_gives_it() -> None:
    text = "[Major General Idris al-Qasim, spokesman for the River Guard Command,] said so."
    (speaker,) = speakers(text)
    assert speaker is not None
    assert speaker.role == "Major General, spokesman for the River Guard Command"
    plain = text.replace("[", "").replace("]", "")
    assert [plain[s.start : s.end] for s in speaker.role_spans] == [
        "Major General",
        "spokesman for the River Guard Command",
    ]
