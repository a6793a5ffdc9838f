"""The sex of persons whose first name no list has: by the pronouns behind the name, and by the name's letters."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from claims.extraction.coref import lexicon
from claims.extraction.coref.entities import Entity, EntityTable
from claims.extraction.coref.name_spans import NameSpan
from claims.extraction.coref.tokens import TokenisedArticle
from claims.names import folded

_SHE: Final = frozenset({"she", "her", "hers", "herself"})
_HE: Final = frozenset({"he", "him", "his", "himself"})
_PRONOUN_REACH: Final = 5
"""Tokens of the next sentence in which a pronoun still shows the sex of a name."""
_LETTERS: Final = 0.5
"""What the log odds by a first name's letters count beside one pronoun behind it."""
_LONGEST_ENDING: Final = 5
"""Letters of a first name's ending at most."""
_DRAWN: Final = 3.0
"""How many names the share of a shorter ending counts for."""
_REMEMBERED: Final = 4096  # an article's first names are asked about again and again


def vote_on_sex(doc: TokenisedArticle, table: EntityTable, names: Sequence[NameSpan]) -> None:
    """Give persons of unknown sex that of the pronouns that follow them with no other person between."""
    votes: dict[Entity, int] = defaultdict(int)
    names = [n for n in names if n.kind in ("person", "unknown")]
    for span, following in zip(names, [*names[1:], None], strict=False):
        found = table.persons(span.name)
        if len(found) == 1 and not found[0].sex:
            pronoun = _next_pronoun(doc, span.end, following.start if following else len(doc.tokens))
            votes[found[0]] += (pronoun in _HE) - (pronoun in _SHE)
    for entity, vote in votes.items():
        if vote:
            shown = vote + _LETTERS * mannish(entity.name.split()[0])
            entity.sex = "man" if shown > 0 else "woman"


def _next_pronoun(doc: TokenisedArticle, at: int, end: int) -> str:
    """The first pronoun for a person in this sentence or at the beginning of the next; empty if there is none."""
    tokens = doc.tokens
    last = tokens[at - 1]
    end = min(end, len(tokens))
    into_next = 0
    for token, following in zip(tokens[at:end], [*tokens[at + 1 : end + 1], last], strict=False):
        into_next += token.sentence > last.sentence
        if token.block != last.block or into_next > _PRONOUN_REACH:
            break
        if token.quoted == last.quoted and token.bare in _HE | _SHE:
            owns = following.is_word and following.bare not in lexicon.FUNCTION_WORDS
            other = token.bare == "him" or (token.bare == "her" and not owns)  # "Roe told her to sit"
            return "" if other and not into_next else token.bare
    return ""


@lru_cache(maxsize=_REMEMBERED)
def mannish(name: str) -> float:
    """The log odds that a first name which no list has is a man's, by its last letters.

    Those of the known names with the same one, two ... letters at their ends, each ending drawn to the shorter one
    (hierarchical Dirichlet smoothing, MacKay and Peto 1995).
    """
    men, women = _endings()
    chance = 0.5
    first = folded(name).partition("-")[0]
    for ending in () if first in lexicon.NAMES_OF_BOTH else _endings_of(first):
        chance = (men[ending] + _DRAWN * chance) / (men[ending] + women[ending] + _DRAWN)
    return math.log(chance / (1 - chance))


@cache
def _endings() -> tuple[Counter[str], Counter[str]]:
    """How many first names of men, and of women, have each ending."""
    men, women = (
        Counter(ending for name in names for ending in _endings_of(name))
        for names in (lexicon.MENS_NAMES, lexicon.WOMENS_NAMES)
    )
    return men, women


def _endings_of(name: str) -> list[str]:
    whole = f"^{name}"
    return [whole[-letters:] for letters in range(1, min(_LONGEST_ENDING, len(whole)) + 1)]
