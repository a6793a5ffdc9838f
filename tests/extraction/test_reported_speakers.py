"""Who speaks in small articles after the kinds of reports that users of such tools file, from text to claims."""

import pytest

from claims import extract
from claims.reading import from_text

KELLER, LANG, DORN, AMES, NOBODY = "Anna Keller", "Berta Lang", "Carl Dorn", "Bob Ames", None

REPORTED: dict[str, tuple[str, dict[str, set[str | None]]]] = {
    "a clause that describes the speaker": (
        'Hugo Marsh, a surgeon, said: "They need urgent care to mend the damage.\n\n'
        '"If they do not get it they will die," he added.',
        {"urgent care": {"Hugo Marsh"}, "will die": {"Hugo Marsh"}},
    ),
    "the same in reported speech": (
        'Last night Karim Mahfouz, a Labour MP, said he was worried. "What he has done before is bring the whole town '
        'into disrepute," he said.',
        {"worried": {"Karim Mahfouz"}, "disrepute": {"Karim Mahfouz"}},
    ),
    "a woman named since": (
        "Mayor Anna Keller said the bridge was safe. Councillor Berta Lang shook her head. “It will fall,” she said.",
        {"bridge was safe": {KELLER}, "It will fall": {LANG, NOBODY}},
    ),
    "a man named since, in a clause": (
        "“It is safe,” Bob Ames said. Carl Dorn, who lives beside it, has a different view. “It shakes at night,” he "
        "said.",
        {"It is safe": {AMES}, "shakes": {DORN, NOBODY}},
    ),
    "a woman named since, in reported speech": (
        "“It is safe,” Anna Keller said.\n\nThe bridge was built in 1950.\n\nBerta Lang lives beside it. She has two "
        "children. She said it shakes at night.",
        {"It is safe": {KELLER}, "shakes": {LANG, NOBODY}},
    ),
    "told apart by gender": (
        "Mayor Anna Keller said the bridge was safe. Bob Ames shook his head. “It will fall,” he said.",
        {"bridge was safe": {KELLER}, "It will fall": {AMES}},
    ),
    "three quoted paragraphs": (
        "Mayor Lena Duval said: “We have seen the usual cases drop but the variants increase.”\n\n“Until now, we have "
        "been able to stay within the 800 mark.”\n\n“I ask you to follow the rules.”",
        {"usual cases": {"Lena Duval"}, "800": {"Lena Duval"}, "follow": {"Lena Duval"}},
    ),
    "a quotation after criticism": (
        "Anna Keller criticised the plan.\n\n“It will not work. We have no money for it.”\n\nThe council meets on "
        "Monday.",
        {"will not work": {KELLER, NOBODY}},
    ),
    "a nickname": (
        "Robert “Bob” Ames, the mayor, said the wing was cracked. Mayor Ames added that it was old.",
        {"cracked": {"Robert Ames"}, "old": {"Robert Ames"}},
    ),
    "initials": ("Dr. A. B. Lind said the wing was cracked.", {"cracked": {"A. B. Lind"}}),
    "a particle": (
        "Ludwig van den Berg said the wing was cracked. Van den Berg said it was old.",
        {"cracked": {"Ludwig van den Berg"}, "old": {"Ludwig van den Berg"}},
    ),
    "a suffix": (
        "Martin King Jr. said the wing was cracked. King said it was old.",
        {"cracked": {"Martin King Jr."}, "old": {"Martin King Jr."}},
    ),
    "while": ("“The bridge is safe,” said Anna Keller while visiting the site.", {"safe": {KELLER}}),
    "unusual verbs": (
        "“The plan won't work without any money,” grumbled Jo Marsh, lying on the rug.\n\n“It's so dreadful to be "
        "poor!” sighed Meg Marsh, looking down at her old dress.\n\n“I don't think it's fair that some towns have "
        "plenty,” added little Amy Marsh, with an injured sniff.",
        {"won't work": {"Jo Marsh"}, "dreadful": {"Meg Marsh"}, "fair": {"Amy Marsh"}},
    ),
    "three turns in a paragraph": (
        "Bob Ames told the court the money was his. “I earned it,” Ames said. “He stole it,” Keller said. “I did not,” "
        "Ames said.",
        {"earned": {AMES}, "stole": {"Keller"}, "did not": {AMES}},
    ),
    "two turns": (
        "“It is safe,” Bob Ames said. “It is not,” Carl Dorn said.",
        {"It is safe": {AMES}, "It is not": {DORN}},
    ),
    "five turns": (
        "“I am sure,” Bob Ames said. “I am not,” Anna Keller replied. “Show me the papers,” Ames said. “Here they "
        "are,” Keller said. “Thank you,” Ames said.",
        {"sure": {AMES}, "I am not": {KELLER}, "papers": {AMES}, "Here": {KELLER}, "Thank": {AMES}},
    ),
    "a sentence of action": (
        'Alice Marr began talking to Bob Ames. "The contract was never signed." Bob nodded.',
        {"contract": {"Alice Marr", NOBODY}},
    ),
    "a sentence of action, surname": (
        "Anna Keller began to speak to Bob Ames. “The contract was never signed.” Ames shrugged.",
        {"contract": {KELLER, NOBODY}},
    ),
    "a transcript": (
        "MAYOR LENA DUVAL: We have spent twelve million dollars on the bridge.\n\nREPORTER: Did you tell the council?"
        "\n\nDUVAL: The council knew in March.",
        {"twelve": {"Lena Duval", "LENA DUVAL"}, "knew": {"Lena Duval", "LENA DUVAL"}, "tell": {"REPORTER"}},
    ),
    "an interviewer": (
        "Interviewer: Did you tell the council?\nAnna Keller: The council knew in March, and it agreed.",
        {"tell": {"Interviewer"}, "knew": {KELLER}},
    ),
    "a host and a caller": (
        "Host: Did you take the money?\n\nBob Ames: I took nothing.\n\nCaller: You took it all.",
        {"Did you": {"Host"}, "nothing": {AMES}, "it all": {"Caller"}},
    ),
    "a dateline with a colon": (
        "ISLAMABAD: The government on Monday denied that the port had been sold.",
        {"sold": {"government"}},
    ),
    "a dateline and a name": (
        "HAMM: Mayor Anna Keller said on Monday that the bridge is safe.",
        {"safe": {KELLER}},
    ),
    "questions and answers": (
        "Anna Keller, mayor of Hamm, spoke to the Post about the bridge.\n\nQ: Did you tell the council?\n\nA: The "
        "council knew in March, and it agreed.\n\nQ: Who paid?\n\nA: The city paid twelve million.",
        {"knew": {KELLER, "A"}, "twelve": {KELLER, "A"}},
    ),
    "two firms' chief executives": (
        "Acme's chief executive said the deal was done. Borg's chief executive said the deal was off.",
        {"done": {"Acme's chief executive"}, "off": {"Borg's chief executive"}},
    ),
    "a byline": (
        "Hamm flood\n\nBy Eva Lind\n\nPolice have arrested two men over the fire at the port, a spokesman said on "
        "Tuesday.\n\nThe road to the harbour is closed.",
        {"arrested": {"spokesman", "police spokesman"}},
    ),
}

VARIATIONS: dict[str, tuple[str, dict[str, set[str | None]]]] = {
    "a woman named since, other words": (
        "Harbour chief Greta Holm said the quay would open in May. Councillor Ida Brandt disagreed. “It is not ready,” "
        "she said.",
        {"quay": {"Greta Holm"}, "not ready": {"Ida Brandt", NOBODY}},
    ),
    "a man after a company": (
        "Otto Hallam said the plant would close. Vellmark Corp. bought it in 2019. “We had no choice,” he said.",
        {"close": {"Otto Hallam"}, "no choice": {"Otto Hallam"}},
    ),
    "a company's it": (
        "Vellmark Corp. said its profit had doubled. It said it would hire 300 people.",
        {"doubled": {"Vellmark Corp.", "Vellmark Corp"}, "hire": {"Vellmark Corp.", "Vellmark Corp"}},
    ),
    "a role said again": (
        "Otto Hallam, the finance minister of Sylvania, said taxes would fall. The minister said the budget allowed "
        "it.",
        {"taxes": {"Otto Hallam"}, "budget": {"Otto Hallam"}},
    ),
    "a name behind an office with and": (
        "Minister of Trade and Industry Ana Sorel said the port was open.",
        {"open": {"Ana Sorel"}},
    ),
    "an envoy's name behind a country": (
        "Sylvania's envoy to Ruritania Jan Holt said the talks had failed.",
        {"failed": {"Jan Holt"}},
    ),
    "a trade before a name": (
        "Dock worker Nell Pryor said the crane was old. Pryor said nobody had checked it.",
        {"crane": {"Nell Pryor"}, "checked": {"Nell Pryor"}},
    ),
    "an agency by its letters": (
        "The Dale Flood Agency (DFA) said the river was rising. The DFA said roads would close.",
        {"rising": {"Dale Flood Agency"}, "close": {"Dale Flood Agency"}},
    ),
    "a statement from a ministry": (
        "The road is open, according to a statement from the Ministry of Transport.",
        {"open": {"Ministry of Transport"}},
    ),
    "her husband": (
        "Greta Holm said the boat was lost. Her husband, Nils, was at sea. “I hope he lives,” she said.",
        {"lost": {"Greta Holm"}, "hope": {"Greta Holm"}},
    ),
}


@pytest.mark.parametrize("case", [*REPORTED, *VARIATIONS])
def test_who_speaks(case: str) -> None:
    text, expected = (REPORTED | VARIATIONS)[case]
    found = extract(from_text(text, key="t"))
    for words, who in expected.items():
        named = {c.speaker.name if c.speaker else None for c in found if words in c.content_text}
        assert named or None in who, f"no claim has {words!r}"
        assert named <= who
