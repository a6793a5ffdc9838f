import pytest

from claims.lexicons import words
from claims.text.canonical import canonical
from claims.text.word_senses import has_senses, kinship, seldom_kinship
from claims.text.word_vectors import is_known

ALIKE_IN_AMERICA = [
    "advise",
    "compromise",
    "cruise",
    "enterprise",
    "exercise",
    "expertise",
    "franchise",
    "praise",
    "promise",
    "uprising",
]


@pytest.mark.parametrize("word", ALIKE_IN_AMERICA)
def test_words_that_both_spellings_write_alike_have_senses_and_vectors(word: str) -> None:
    (compared,) = canonical(word)

    assert has_senses(compared)
    assert is_known(compared)


@pytest.mark.parametrize(
    "kind", ["affirming", "announcing", "accusation", "request", "prediction", "intention"]
)
def test_hardly_a_verb_of_saying_is_unknown(kind: str) -> None:
    verbs = {found[0] for word in words(f"cues.{kind}") if len(found := canonical(word)) == 1}
    unknown = {verb for verb in verbs if not has_senses(verb)}

    assert len(verbs) >= 4
    assert len(unknown) <= 0.1 * len(verbs), unknown


def test_what_a_word_seldom_means_tells_of_what_it_may_stand_for() -> None:
    assert kinship("clash", "skirmish") == "none"
    assert seldom_kinship("clash", "skirmish") == "synonyms"
    assert seldom_kinship("clash", "pianist") == "none"
