"""Datelines, ranks and trades before names; bodies under a short form; a name and others as one source."""

import pytest

from tests.extraction.coref_samples import names, speakers

CASES = {
    "datelines": [
        ("NEW HAMM [Anna Keller] said so. [Keller] left.", ["Anna Keller"] * 2),
        ("PORT SOEST [Dale Mayor Carl Dorn] said so.", ["Carl Dorn"]),
        ("LONDON [Anna Keller] said so.", ["Anna Keller"]),
        ("DORNSTADT [Acme] said so.", ["Acme"]),
        ("HAMM [Anna Keller] said so. The town of Hamm is small.", ["Anna Keller"]),
        ("PORT SOEST [Borg Holdings Inc] said so.", ["Borg Holdings Inc"]),
        ("BERLIN [Acme Chief Executive Carl Dorn] said so. [Dorn] left.", ["Carl Dorn"] * 2),
        ("UNITED NATIONS [Sylvania] said so.", ["Sylvania"]),
        ("PARIS Otto Klamm came. [Klamm] said so.", ["Otto Klamm"]),
        ("NATO Secretary-General Jan Holt came. [Holt] said so.", ["Jan Holt"]),
    ],
    "trades and ranks": [
        ("[Dale County Prosecutor Nell Pryor] said so. [Pryor] left.", ["Nell Pryor"] * 2),
        ("[Special Prosecutor Kwabe Mensoh] said so. [Mensoh] left.", ["Kwabe Mensoh"] * 2),
        ("[Supervisor Todd Lang] said so.", ["Todd Lang"]),
        ("[Borg General Counsel Berta Lang] said so.", ["Berta Lang"]),
        ("[the police spokesman, SP Chuka Okobi,] said so. [Okobi] left.", ["Chuka Okobi"] * 2),
        ("[DSP Anna Keller] said so.", ["Anna Keller"]),
        ("[Dale County DA Devin Moss] said so. [Moss] left.", ["Devin Moss"] * 2),
        ("[Danish PM Berta Lang] said so.", ["Berta Lang"]),
        ("[Anna Baker Holt] said so. [Holt] left.", ["Anna Baker Holt"] * 2),
        ("[Secretary of State Carl Dorn] said so.", ["Carl Dorn"]),
        ("[ABC World Service] said so.", ["ABC World Service"]),
    ],
    "signs and months beside names": [
        ("[Mr Dorn - who left in May -] said so. Carl Dorn is a farmer.", ["Carl Dorn"]),
        ("[Mayor Anna Keller - a baker -] said so.", ["Anna Keller"]),
        ("Carl Dorn spoke on ABC.Dorn left. [Dorn] said so.", ["Carl Dorn"]),
        ("[Sylvania's ambassador Zhen Jun] said so. [Zhen] left.", ["Zhen Jun"] * 2),
        ("[Port Soest Supervisor Eric Mar] said so.", ["Eric Mar"]),
        ("[San Francisco Supervisor Nell Pryor] said so.", ["Nell Pryor"]),
        ("[the minister of Works and Transport Joy Pryor] said so.", ["Joy Pryor"]),
        ("Nell Okoti-Uduan left. [Uduan] said so.", ["Nell Okoti-Uduan"]),
        ("[Another Nigerian, Efe Azul,] said so.", ["Efe Azul"]),
        ("[AT&T Inc] fell. [AT&T] said so.", ["AT&T Inc"] * 2),
    ],
    "surnames": [
        ("[Samuel Okoro Mwanda] said so. [Okoro] left.", ["Samuel Okoro Mwanda"] * 2),
        ("[Luis Guillermo Sala Rivas] said so. On Monday [Sala] left.", ["Luis Guillermo Sala Rivas"] * 2),
        ("It helped Aung Win Moe Kyi. [Moe Kyi] said so.", ["Aung Win Moe Kyi"]),
        ("It helped Min Thu Zaw Htay. [Zaw Htay] said so.", ["Min Thu Zaw Htay"]),
        ("The Dorn plan failed. He left. [Mr. Dorn] said so. It was by Carl Dorn, a farmer.", ["Carl Dorn"]),
        ("[Sara Le Gal] said so. [Le Gal] left. [Ms Le Gal] came.", ["Sara Le Gal"] * 3),
        ("Rishan Belo came from Hamm. [Ms Belo] said so.", ["Rishan Belo"]),
        ("The court praised Yung Tenbo. [Mr Yung] said so.", ["Yung Tenbo"]),
        ("Prime Minister Saad El Amari came. [El Amari] said so.", ["Saad El Amari"]),
        ("[Dr Viola Carter Gamba] said so. [Dr Carter] left.", ["Viola Carter Gamba"] * 2),
        ("Lawyers for Nikita Holt came. [Ms Holt] said so.", ["Nikita Holt"]),
        ("Carl Dorn shut it. [Dorn] said so. Disowning Dorn, they left.", ["Carl Dorn"]),
    ],
    "several bodies of one name": [
        (
            "[Sylvania's Supreme Court] said no. [Ruritania's Supreme Court] said so. [The Supreme Court] left.",
            ["Sylvania's Supreme Court", "Ruritania's Supreme Court", "Ruritania's Supreme Court"],
        ),
        (
            "[The Finance Ministry in Berlin] said no. [The Finance Ministry in Paris] said so.",
            ["Finance Ministry in Berlin", "Finance Ministry in Paris"],
        ),
        ("[Sylvania's Supreme Court] said no. [The Supreme Court] said so.", ["Supreme Court"] * 2),
        ("[The Bank of Dale] said no. [The Bank of Hamm] said so.", ["Bank of Dale", "Bank of Hamm"]),
        (
            "The Road Committee met. [The Port Committee] said so. [The Committee] left.",
            ["Port Committee"] * 2,
        ),
    ],
    "short forms": [
        ("Acme Motors Inc fell. [Acme] said so.", ["Acme Motors Inc"]),
        ("[Borg] said so. Shares of Borg Sachs Group Inc. fell.", ["Borg Sachs Group Inc."]),
        ("Borg Sachs fell. [Borg Sachs] said so. Borg Sachs Group Inc rose.", ["Borg Sachs Group Inc"]),
        ("Trans Dale Airlines Inc fell. [TDA] said so.", ["Trans Dale Airlines Inc"]),
        ("The World Bread Programme (WBP) left. [The WBP] said so.", ["World Bread Programme"]),
        ("[The WBP] said so. It left the World Bread Programme in May.", ["World Bread Programme"]),
        (
            "the Roads and Rivers Authority (RRA) paid. [The RRA] said so.",
            ["Roads and Rivers Authority"],
        ),
        (
            "The Council on Dale-Hamm Relations (CDHR) met. [CDHR] said so.",
            ["Council on Dale-Hamm Relations"],
        ),
        ("Dale Weather Agency (DalWet) warned. [DalWet] said so.", ["Dale Weather Agency"]),
        (
            "[The Dale Observatory for Winds] said so. [The Observatory] left.",
            ["Dale Observatory for Winds"] * 2,
        ),
        ("Carl Dorn came. Dorn Motors Inc fell. [Dorn] said so.", ["Carl Dorn"]),
    ],
    "a name and others": [
        ("[Hamm and its northern allies] said so.", ["Hamm; its northern allies"]),
        ("Carl Dorn came. [Dorn and other officials] said so.", ["Carl Dorn; other officials"]),
        ("[The World Bank and foreign bankers] said so.", ["World Bank; foreign bankers"]),
        ("[Keller and the firm's new finance chief, Carl Dorn,] said so.", ["Keller; Carl Dorn"]),
        ("[Anna Keller and the club's president, Carl Dorn,] said so.", ["Anna Keller; Carl Dorn"]),
        ("[Acme and other researchers] said so.", ["Acme; other researchers"]),
        ("[Sylvania and western countries] said so.", ["Sylvania; western countries"]),
        ("[Anna Keller and her lawyers] said so.", ["Anna Keller; her lawyers"]),
        ("[The Dale Bank and several unions] said so.", ["Dale Bank; several unions"]),
        ("[Acme and representatives of the unions] said so.", ["Acme; representatives of the unions"]),
        ("[Both Anna Keller and the army] said so.", ["Anna Keller; army"]),
        ("[Anna Keller and Carl Dorn] said so.", ["Anna Keller; Carl Dorn"]),
    ],
}


def test_a_countrys_initials_before_an_office_are_no_dateline() -> None:
    (speaker,) = speakers("[US Ambassador to Sylvania Carl Dorn] said so.")
    assert speaker is not None
    assert (speaker.name, speaker.role) == ("Carl Dorn", "US Ambassador to Sylvania")


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
