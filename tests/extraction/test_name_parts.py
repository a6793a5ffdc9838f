"""Whole names, and nothing but names: nicknames, initials, particles, suffixes, titles, offices, owners."""

import pytest

from tests.extraction.coref_samples import names

CASES = {
    "nickname inside the name": [
        ("[Robert “Bob” Ames, the mayor,] said so. [Mayor Ames] agreed.", ["Robert Ames"] * 2),
        ('[Robert "Bob" Ames] said so. [Ames] agreed.', ["Robert Ames"] * 2),
        ("[Robert (Bob) Ames] said so. [Ames] agreed.", ["Robert Ames"] * 2),
        ("[Margaret ‘Peg’ Dorn, a nurse,] said so. [Dorn] agreed.", ["Margaret Dorn"] * 2),
        ("[Mayor William “Wild Bill” Lang] said so. [Lang] agreed.", ["William Lang"] * 2),
        (
            "The town of Hamm voted. [Councillor Nora “Nell” Quill] said so. [Quill] agreed.",
            ["Nora Quill"] * 2,
        ),
        ("It was safe, said [James “Jim” Moss]. [Moss] agreed.", ["James Moss"] * 2),
        ("[Susan “Sue” Lind and Carl Dorn] said so.", ["Susan Lind; Carl Dorn"]),
        ("[Dr. Edward “Ted” Holt] said so. [Dr. Holt] agreed.", ["Edward Holt"] * 2),
        ("“Bob” was shut. [Robert Ames] said “Bob” was shut.", ["Robert Ames"]),
    ],
    "initials": [
        ("[Dr. A. B. Lind] said so.", ["A. B. Lind"]),
        ("[A. B. Lind] said so. [Lind] agreed.", ["A. B. Lind"] * 2),
        ("[I. M. Holt, a surgeon,] said so. [Holt] agreed.", ["I. M. Holt"] * 2),
        ("The mayor met [Prof. A. Quill], who agreed. [Quill] said so.", ["A. Quill"] * 2),
        ("It was safe, said [A. N. Moss]. [Moss] agreed.", ["A. N. Moss"] * 2),
        ("[Anna B. Keller] said so. [Keller] agreed.", ["Anna B. Keller"] * 2),
        ("[J.R. Dorn] said so. [Dorn] agreed.", ["J.R. Dorn"] * 2),
        ("[Judge T. A. Holt] said so. [Holt] agreed.", ["T. A. Holt"] * 2),
        ("[Carl A. Lang and A. C. Moss] said so.", ["Carl A. Lang; A. C. Moss"]),
        ("The class was rated A, and [Anna Keller] said so.", ["Anna Keller"]),
    ],
    "particles": [
        ("[Ludwig van den Berg] said so. [Van den Berg] agreed.", ["Ludwig van den Berg"] * 2),
        ("[Ursula von der Aue] said so. [She] left. Later [von der Aue] agreed.", ["Ursula von der Aue"] * 3),
        ("[Maria de la Torre] said so. [De la Torre] agreed.", ["Maria de la Torre"] * 2),
        ("[Jan de Wit] said so. On Monday [de Wit] agreed.", ["Jan de Wit"] * 2),
        ("[Mayor Piet van der Meer] said so. [Mr. van der Meer] agreed.", ["Piet van der Meer"] * 2),
        ("[Omar bin Salim] said so. [Bin Salim] agreed.", ["Omar bin Salim"] * 2),
        ("[Luca di Marco] said so. In May [di Marco] agreed.", ["Luca di Marco"] * 2),
        ("[Karl von Stein] said so. [Von Stein] agreed.", ["Karl von Stein"] * 2),
        ("[Pedro dos Reis] said so. [Dos Reis] agreed.", ["Pedro dos Reis"] * 2),
        ("It was safe, said [Anke van het Hof]. [Van het Hof] agreed.", ["Anke van het Hof"] * 2),
    ],
    "suffixes": [
        ("[Martin King Jr.] said so. [King] agreed.", ["Martin King Jr."] * 2),
        ("[Martin King, Jr.,] said so. [King] agreed.", ["Martin King, Jr."] * 2),
        ("[John Dean Sr.] said so. On Monday [Dean] agreed.", ["John Dean Sr."] * 2),
        ("[Bob Ames III] said so. [Ames] agreed.", ["Bob Ames III"] * 2),
        ("[Stephen Bishop] said so. [Bishop] agreed.", ["Stephen Bishop"] * 2),
        ("[Foreign Minister Julie Bishop] said so. [Bishop] agreed.", ["Julie Bishop"] * 2),
        ("[Carl Major] said so. The house was cold. [Major] agreed.", ["Carl Major"] * 2),
        ("[Anna Keller MP] said so. [Keller] agreed.", ["Anna Keller"] * 2),
        ("[Ian Moss KC] said so. [Mr Moss] agreed.", ["Ian Moss"] * 2),
        ("[The king] waved. [Anna Keller] said so.", ["king", "Anna Keller"]),
    ],
    "words after the name": [
        ("“It is safe,” said [Anna Keller while visiting the site].", ["Anna Keller"]),
        ("“It is safe,” said [Anna Keller when she arrived].", ["Anna Keller"]),
        ("“It is safe,” said [Anna Keller during a visit to Hamm].", ["Anna Keller"]),
        ("“It is safe,” said [Anna Keller after the vote].", ["Anna Keller"]),
        ("“It is safe,” said [Anna Keller, who lives there].", ["Anna Keller"]),
        ("“It is safe,” said [Anna Keller as she left].", ["Anna Keller"]),
        ("“It is safe,” said [Anna Keller herself].", ["Anna Keller"]),
        ("“It is safe,” said [Anna Keller the chief engineer of the works].", ["Anna Keller"]),
        ("“It is safe,” said [Anna Keller of Hamm].", ["Anna Keller"]),
        ("“It is safe,” said [Anna Keller because nobody else would].", ["Anna Keller"]),
    ],
    "titles": [
        ("[President-elect Anna Keller] said so. [Keller] agreed.", ["Anna Keller"] * 2),
        ("[Supt Moss] said so. [Superintendent Carla Moss] agreed.", ["Carla Moss"] * 2),
        ("[Superintendent Carla Moss] said so. [Supt Moss] agreed.", ["Carla Moss"] * 2),
        ("[Det Insp Paul Dorn] said so. [Insp Dorn] agreed.", ["Paul Dorn"] * 2),
        ("[UN Secretary-General Jan Holt] said so. [Holt] agreed.", ["Jan Holt"] * 2),
        ("[Herald Editor-in-Chief Berta Lang] said so. [Lang] agreed.", ["Berta Lang"] * 2),
        ("[Acme Chief Executive Carl Dorn] said so. [Dorn] agreed.", ["Carl Dorn"] * 2),
        ("[Dale Registrar of Voters Ian Moss] said so. [Moss] agreed.", ["Ian Moss"] * 2),
        ("[Attorney General-designate Anna Keller] said so. [Keller] agreed.", ["Anna Keller"] * 2),
        ("[Ex-Minister Carl Dorn] said so. [Dorn] agreed.", ["Carl Dorn"] * 2),
    ],
    "a first name that is a title, too": [
        ("[Dean Rourke] said so. [Rourke] agreed.", ["Dean Rourke"] * 2),
        ("[A reporter] asked Dean Rourke about it. [Dean Rourke] said so.", ["reporter", "Dean Rourke"]),
    ],
    "a short form that begins the full name": [
        ("[Siti Aminah binti Osman] said so. [Siti Aminah] agreed.", ["Siti Aminah binti Osman"] * 2),
        ("[Noor Farid bin Salim] said so. [Noor Farid] agreed.", ["Noor Farid bin Salim"] * 2),
    ],
    "offices before the name": [
        ("[Sylvania's envoy to Ruritania Jan Holt] said so. [Holt] agreed.", ["Jan Holt"] * 2),
        ("[dock worker Nell Pryor] said so. [Pryor] agreed.", ["Nell Pryor"] * 2),
        ("The rain fell. [Dock worker Nell Pryor] said so. [Pryor] agreed.", ["Nell Pryor"] * 2),
        ("[Minister of Trade and Industry Ana Sorel] said so. [Sorel] agreed.", ["Ana Sorel"] * 2),
        ("[Economy and Labour Minister Otto Klamm] said so. [Klamm] agreed.", ["Otto Klamm"] * 2),
        ("[Ruritanian mines and energy minister Jan Holt] said so. [Holt] agreed.", ["Jan Holt"] * 2),
        ("[Bitcoin and blockchain expert Simon Roe] said so. [Roe] agreed.", ["Simon Roe"] * 2),
        ("[President of the Hamm Chamber of Commerce and Industry Vu Tien] said so.", ["Vu Tien"]),
        ("[the government's chief seismologist Renata Dorn] said so. [Dorn] agreed.", ["Renata Dorn"] * 2),
        ("[a lawyer for Anna Keller] said so.", ["lawyer for Anna Keller"]),
        ("[Carl Dorn and lawyer Anna Keller] said so.", ["Carl Dorn; Anna Keller"]),
    ],
    "names set off": [
        ("[A Prosecution Witness, Carl Dorn,] said so.", ["Carl Dorn"]),
        ("[a Senior Advocate of Sylvania, Ian Moss,] said so.", ["Ian Moss"]),
        ("[the Minister of Tourism, Otto Klamm,] said so.", ["Otto Klamm"]),
        ("[Anna Keller's pick for the treasury, Carl Dorn,] said so.", ["Carl Dorn"]),
        ("[Acme's chief economist, Carl Dorn,] said so.", ["Carl Dorn"]),
        ("[the Director of Army Public Relations, Gen. Ian Moss,] said so.", ["Ian Moss"]),
        ("[an Assistant Superintendent of Police, Nell Pryor,] said so.", ["Nell Pryor"]),
        ("[a Dale-based outfit, Hamm Daily News,] said so.", ["Hamm Daily News"]),
        ("[its director, Berta Lang,] said so.", ["Berta Lang"]),
        ("[Nell Pryor, a worker,] said so.", ["Nell Pryor"]),
    ],
    "bodies with small words": [
        ("[The Centre for Storms and Floods] said so.", ["Centre for Storms and Floods"]),
        ("[the Institute for the Study of War] said so.", ["Institute for the Study of War"]),
        (
            "[The Centers for Disease Control and Prevention] said so.",
            ["Centers for Disease Control and Prevention"],
        ),
        ("[The Ombudsman's Office] said so.", ["Ombudsman's Office"]),
        ("[The Joint Chiefs of Staff] said so.", ["Joint Chiefs of Staff"]),
        (
            "[The Association of Mothers of Hamm for Peace] said so.",
            ["Association of Mothers of Hamm for Peace"],
        ),
        ("[the World Travel and Tourism Council] said so.", ["World Travel and Tourism Council"]),
        (
            "[The Ministry of Gender, Labour and Social Development] said so.",
            ["Ministry of Gender, Labour and Social Development"],
        ),
        ("[The WHO] said so. [The WHO] agreed.", ["WHO"] * 2),
        ("The Office for Roads (OFR) opened. [OFR] said so.", ["Office for Roads"]),
    ],
    "owners": [
        (
            "[Acme's chief executive] said so. [Borg's chief executive] disagreed.",
            ["Acme's chief executive", "Borg's chief executive"],
        ),
        (
            "[Sylvania's president] said so. [Ruritania's president] disagreed.",
            ["Sylvania's president", "Ruritania's president"],
        ),
        (
            "[Acme's spokesman] said so. [Borg's spokesman] disagreed. [The spokesman] left.",
            ["Acme's spokesman", "Borg's spokesman", "Borg's spokesman"],
        ),
        ("NATO Secretary-General Jan Holt came. [NATO's secretary-general] said so.", ["Jan Holt"]),
        ("[Acme chief executive Carl Dorn] said so. [Acme's chief executive] agreed.", ["Carl Dorn"] * 2),
        (
            "[Acme chief executive Carl Dorn] said so. [Borg's chief executive] agreed.",
            ["Carl Dorn", "Borg's chief executive"],
        ),
        ("Polish Foreign Minister Jan Holt came. [Poland's foreign minister] said so.", ["Jan Holt"]),
        ("French President Nell Pryor came. [Italy's president] said so.", ["Italy's president"]),
        (
            "[Mayor of Hamm Anna Keller] said so. [The mayor of Soest] disagreed.",
            ["Anna Keller", "mayor of Soest"],
        ),
        ("[Acme's lawyer] said so. [Borg's lawyer] disagreed.", ["Acme's lawyer", "Borg's lawyer"]),
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(text, expected, id=f"{kind} {i}")
        for kind, cases in CASES.items()
        for i, (text, expected) in enumerate(cases)
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected
