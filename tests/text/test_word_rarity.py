import pytest

from claims.text.word_rarity import rarity, rarity_stem


@pytest.mark.parametrize(
    ("common", "rare"), [("said", "police"), ("police", "arraigned"), ("city", "aldermen"), ("year", "lorry")]
)
def test_what_few_articles_say_is_rarer(common: str, rare: str) -> None:
    assert 0 <= rarity(rarity_stem(common)) < rarity(rarity_stem(rare)) <= 1


def test_forms_of_one_word_are_as_rare() -> None:
    assert rarity(rarity_stem("arrested")) == rarity(rarity_stem("arrests"))


def test_a_word_that_no_article_has_is_the_rarest() -> None:
    assert rarity(rarity_stem("sandnessund")) == 1
