"""Kinds of mentions that failed in articles which nobody had looked at: owners in "s", lists, papers, datelines."""

import pytest

from tests.extraction.coref_samples import names, speakers

CASES = {
    "an owner whose name ends in s": [
        ("Clara Sands fell ill. [Sands' sister] said so.", ["Sands' sister"]),
        ("Tom Weiss was held on Monday. [Weiss' lawyer] denied it.", ["Weiss' lawyer"]),
        ("Mona Ortiz ran for mayor. [Ortiz’ spokesman] said so.", ["Ortiz’ spokesman"]),
        (
            "The Burns farm was sold. Amy Burns left. [A friend of Burns' family] said so.",
            ["friend of Burns' family"],
        ),
        (
            "Peter Holmes was shot. [Attorneys for Holmes' family] said so.",
            ["Attorneys for Holmes' family"],
        ),
        ("Rita Soames met voters. [Soames' campaign manager, Dan Frey,] said so.", ["Dan Frey"]),
        ("[The nurses' union] said so. It called a strike.", ["nurses' union"]),
        ("[The farmers’ association] said so.", ["farmers’ association"]),
        (
            "Leo Marks runs the shop. [Marks' son] said so, and [Marks] agreed.",
            ["Marks' son", "Leo Marks"],
        ),
        ("‘We saw the boys,’ [Carl Burns] said.", ["Carl Burns"]),
    ],
    "a long form that lists": [
        (
            "[Transport, Works and Rural Affairs Ruritania (TWRR)] was late. [TWRR] said so.",
            ["Transport, Works and Rural Affairs Ruritania"] * 2,
        ),
        (
            "Housing, Water and Roads Sylvania (HWRS) shut two floors. [HWRS] confirmed it.",
            ["Housing, Water and Roads Sylvania"],
        ),
        (
            "A letter from Fisheries, Forests and Mines Borduria (FFMB) came. [FFMB] declined to comment.",
            ["Fisheries, Forests and Mines Borduria"],
        ),
        (
            "The Culture, Media and Games Authority (CMGA) met. [The CMGA] said so.",
            ["Culture, Media and Games Authority"],
        ),
        (
            "The Union of Bakers, Millers and Brewers (UBMB) struck. [UBMB] said so.",
            ["Union of Bakers, Millers and Brewers"],
        ),
        ("In Paris, Anna Keller (AK to friends) sang. [Keller] said so.", ["Anna Keller"]),
    ],
    "somebody's campaign": [
        (
            "Senator Martin Roe and Governor Jane Poe met. Mr. Roe won last week. [The Poe campaign] said so.",
            ["Poe campaign"],
        ),
        ("Jane Poe leads. Martin Roe trails. [The Roe campaign] said so.", ["Roe campaign"]),
        ("Jane Poe ran. [Poe supporters] said so.", ["Poe supporters"]),
        ("Tom Landers won. [The Landers campaign] said so.", ["Landers campaign"]),
        ("President Roe spoke. [A Roe administration official] said so.", ["Roe administration official"]),
        ("Ann Poe and Carl Orr debated. [Some Orr aides] said so.", ["Some Orr aides"]),
        ("Ann Poe was hurt. [Poe's mother, Rita Poe,] left. [Poe's mother] said so.", ["Rita Poe"] * 2),
    ],
    "a town with its state": [
        ("[A Tarnholt, Ohio, police official] said so.", ["Tarnholt, Ohio, police official"]),
        ("[The Hamm, Germany, mayor] said so.", ["Hamm, Germany, mayor"]),
        ("[A Mobile, Alabama, fire captain] told reporters so.", ["Mobile, Alabama, fire captain"]),
        ("[Jane Roe, a Dover, Delaware, lawyer,] said so.", ["Jane Roe"]),
        ("[A Soest, Texas, teacher who saw it] said so.", ["Soest, Texas, teacher"]),
        (
            "[A spokesman for the Lenz, Austria, company] said so.",
            ["spokesman for the Lenz, Austria, company"],
        ),
        ("[An Orton, Kansas, woman] said so.", ["Orton, Kansas, woman"]),
    ],
    "two offices before a name": [
        ("[Volta CEO and Kestrel founder Ada Brandt] said so. [Brandt] left.", ["Ada Brandt"] * 2),
        ("Two days ago, [Nimbus CEO and Orbit founder Lars Quist] said so.", ["Lars Quist"]),
        ("[Drumline CFO and board member Otto Hallam] said so.", ["Otto Hallam"]),
        ("[Tarnholt FC CEO Jan Holt and coach Piet Smit] said so.", ["Jan Holt; Piet Smit"]),
        ("[Orbit chairman and Nimbus CEO Lars Quist] said so.", ["Lars Quist"]),
        ("[Kestrel CTO and co-founder Ada Brandt] said so.", ["Ada Brandt"]),
    ],
    "papers, and by what law they came": [
        (
            "[Documents released under the Freedom of Information Act] show it.",
            ["Documents released under the Freedom of Information Act"],
        ),
        ("[A memo shared on Facebook] said so.", ["memo shared on Facebook"]),
        ("[A report by the Audit Board under the Finance Act] said so.", ["Audit Board"]),
    ],
    "a group and a name": [
        ("[The Sylvanian coast guard and Marwatch] said so.", ["Sylvanian coast guard; Marwatch"]),
        ("[Local media and Radio Tarn] reported it.", ["Local media; Radio Tarn"]),
        ("Kestrel Motors shut a plant. [Kestrel and tyre maker Bremsa] said so.", ["Kestrel Motors; Bremsa"]),
        ("[Neither Acme nor Volta] replied.", ["Acme; Volta"]),
        ("[Neither Volta Steel nor the ministry] replied.", ["Volta Steel; ministry"]),
        ("[Both the union and Volta Steel] said so.", ["union; Volta Steel"]),
        ("[The city council and a developer, Ben Holt,] said so.", ["city council; Ben Holt"]),
        ("[The opposition and activist Jane Roe] said so.", ["opposition; Jane Roe"]),
        ("[The ministry and its spokeswoman, Ada Brandt,] said so.", ["ministry; Ada Brandt"]),
        (
            "[The Tarn Chess Federation and a sponsor, Ben Holt,] said so.",
            ["Tarn Chess Federation; Ben Holt"],
        ),
        ("[Kestrel Foods and businessman Otto Hallam] said so.", ["Kestrel Foods; Otto Hallam"]),
        ("[The party and parliament spokesman Ben Holt] said so.", ["Ben Holt"]),
        ("[Both Anna Keller and the union] said so.", ["Anna Keller; union"]),
        ("[Opposition parties and the Hamm Office] said so.", ["Opposition parties; Hamm Office"]),
        ("[Airlines and the Transit Security Board] agree.", ["Airlines; Transit Security Board"]),
        ("[Residents and Mayor Jane Roe] said so.", ["Residents; Jane Roe"]),
        ("[Actor and director Ben Holt] said so.", ["Ben Holt"]),
        ("[Media and communications director Jane Roe] said so.", ["Jane Roe"]),
        ("[Both the government and rebels] said so.", ["Both the government and rebels"]),
        ("Leo Lanz wept. [His friend and fellow author Piet Orden] said so.", ["Piet Orden"]),
        ("[France, the UK, the US and Germany] said so. The US Senate met.", ["France; UK; US; Germany"]),
    ],
    "what somebody did to the speaker": [
        ("[Ruritania, backed by Foreign Secretary Ada Brandt,] said so.", ["Ruritania"]),
        ("[The dockers' union, led by its secretary Ben Holt,] said so.", ["dockers' union"]),
        ("[Kestrel Steel, owned by billionaire Otto Hallam,] said so.", ["Kestrel Steel"]),
        ("[The rebels, encouraged by Colonel Ben Holt,] said so.", ["rebels"]),
        ("[The hospital, designed by architect Ada Brandt,] said so.", ["hospital"]),
        ("[A woman, identified by police as Jane Roe,] said so.", ["Jane Roe"]),
        ("[A letter, signed by Professor Ada Brandt,] said so.", ["Ada Brandt"]),
        ("[The surgeon, whose patient Jane Roe died,] said so.", ["surgeon"]),
    ],
    "another body than the one that is named": [
        ("Kestrel Airways cut flights.\n\n[The pilots' union] said so.", ["pilots' union"]),
        ("Tarn University will close.\n\n[The students' union] said so.", ["students' union"]),
        (
            "The Bramm Bank was fined.\n\n[The consumer watchdog] said so. [The bank] agreed.",
            ["consumer watchdog", "Bramm Bank"],
        ),
        (
            "President Ada Brandt of Ruritania spoke.\n\n[The country's prosecutor general] said so.",
            ["country's prosecutor general"],
        ),
    ],
    "a paper or news agency by its noun": [
        ("[The Tagblick newspaper] reported it.", ["Tagblick"]),
        ("The Borduria Defence Forces met. [The Tagblick newspaper] said so.", ["Tagblick"]),
        ("[The Novapress news agency] reported it.", ["Novapress"]),
        ("[Ruritania's Tassim news agency] said so.", ["Tassim"]),
        ("[Sylvania's Morgen Post newspaper] said so.", ["Morgen Post"]),
        ("[The state-run Tassim news agency] said so.", ["Tassim"]),
        ("[The Lumen magazine] said so.", ["Lumen"]),
        ("[A German newspaper] said so.", ["German newspaper"]),
    ],
    "a first name that is a word": [
        (
            "Rebel Marsh sued. “It hurt,” [Rebel Marsh] said. [Marsh] left. Later Rebel Marsh won.",
            ["Rebel Marsh"] * 2,
        ),
        (
            "[Zoo Director Thane Albers] said so. [Albers] agreed. Thane Albers has led it since May.",
            ["Thane Albers"] * 2,
        ),
        ("Hunter Moss won. [Hunter Moss] said so. [Moss] wept.", ["Hunter Moss"] * 2),
        ("[Carter Vale, a nurse,] said so. [Vale] agreed. Carter Vale is 30.", ["Carter Vale"] * 2),
        ("[Hydrologist Orla Fenwick] said so. [Fenwick] agreed.", ["Orla Fenwick"] * 2),
    ],
    "datelines": [
        ("SEOUL [North Korea] said so on Monday.", ["North Korea"]),
        ("WASHINGTON/NEW YORK [Officials] said so on Monday.", ["Officials"]),
        ("LONDON/PARIS [Kestrel Motors] said on Friday it would close.", ["Kestrel Motors"]),
    ],
    "brackets about the whole": [
        ("[<Marsh Holdings Plc>] said so.", ["Marsh Holdings Plc"]),
        ("[Kestrel AB <KSTR.ST>] said so. [Kestrel] agreed.", ["Kestrel AB"] * 2),
    ],
    "a year behind an owner": [
        ("The plan came with [Volta’s 2015] admission that it had lied.", ["Volta"]),
        ("It followed [Acme's 2019] promise.", ["Acme"]),
    ],
    "what a body has is not the body": [
        ("Kestrel grew. The Kestrel News Feed changed. [Kestrel] said so.", ["Kestrel"]),
        ("Cobalt met. The Cobalt Board left. [Cobalt] agreed.", ["Cobalt"]),
        ("Kestrel grew. Kestrel Motors Inc was founded in 1990. [Kestrel] said so.", ["Kestrel Motors Inc"]),
    ],
    "no person is meant by it": [
        (
            "The Volta board dismissed Ada Brandt. Ada Brandt, its founder, wept. [It] said she had lied.",
            ["Volta board"],
        ),
    ],
    "two of one first name": [
        (
            "Ali Haidar Ghalib was freed. [Ali Musar Ghalib, his brother,] said so. [Ali Haidar Ghalib] agreed.",
            ["Ali Musar Ghalib", "Ali Haidar Ghalib"],
        ),
        ("[Anna B. Keller] said so. [Anna Keller] left.", ["Anna B. Keller"] * 2),
    ],
    "the second of several": [
        (
            "[The first source] said so. [The second source] agreed. [The first source] left.",
            ["first source", "second source", "first source"],
        ),
        ("[A second official] said so. [The official] left.", ["second official"] * 2),
    ],
    "a description that ends in one with that": [
        ("[Results of that trial] show it.", ["Results of that trial"]),
        ("[The results that came in May] show it.", ["results"]),
    ],
    "I in an interview": [
        (
            "[Herald]: When did you go?\n\n[Jan Holt]: In May.\n\n[I] hope for more.",
            ["Herald", "Jan Holt", "Jan Holt"],
        ),
        ("[I] hope for more. Jan Holt left.", ["the author"]),
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


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("[The actor's friend Ben Holt] said so.", "Ben Holt", "actor's friend"),
        ("It was late, but [Tarnholt's mayor, Anna Keller,] said so.", "Anna Keller", "Tarnholt's mayor"),
        ("[Roe's attorney Ben Holt] said so. [Holt] left.", "Ben Holt", "Roe's attorney"),
        ("[Burns' lawyer Ben Holt] said so. Amy Burns left.", "Ben Holt", "Burns' lawyer"),
    ],
)
def test_a_role_is_whole_and_nothing_else(text: str, name: str, role: str) -> None:
    speaker = speakers(text)[0]
    assert speaker is not None
    assert (speaker.name, speaker.role) == (name, role)
