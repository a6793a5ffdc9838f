from claims.merging.speaker_comparison import speaker_relation
from claims.records import Claim
from tests.merging.merging_samples import claim


def spoken(name: str, mention: str) -> Claim:
    return claim("the harbour bridge was shut", speaker=name, type_="organisation", mention=mention)


def test_two_companies_are_not_kin_by_their_legal_form() -> None:
    halsted = spoken("Halsted Corp", "Halsted Corp")
    assert speaker_relation(halsted, spoken("Norvane Corp", "Norvane Corp")) == "other"
    assert speaker_relation(halsted, spoken("Halsted board", "the Halsted board")) == "kin"
