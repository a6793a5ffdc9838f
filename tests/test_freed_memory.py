"""What is remembered can be forgotten, and is found again."""

from claims.freed_memory import forget
from claims.linking import model
from claims.names import keys, name_lexicon


def test_what_functions_were_asked_is_forgotten_but_not_what_they_loaded_once() -> None:
    before = keys.key("Ada Vale"), name_lexicon.related("bill")
    weights = model.rules()
    forget("claims.linking", "claims.names")
    assert keys.key.cache_info().currsize == name_lexicon.related.cache_info().currsize == 0
    assert (keys.key("Ada Vale"), name_lexicon.related("bill")) == before
    assert model.rules() is weights
