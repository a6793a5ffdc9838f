"""The sex of persons whose first name no list has, by the pronouns behind the name."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from claims.extraction.coref import lexicon
from claims.extraction.coref.entities import Entity, EntityTable
from claims.extraction.coref.name_spans import NameSpan
from claims.extraction.coref.tokens import TokenisedArticle

_SHE: Final = frozenset({"she", "her", "hers", "herself"})
_HE: Final = frozenset({"he", "him", "his", "himself"})
_PRONOUN_REACH: Final = 5
"""Tokens of the next sentence in which a pronoun still shows the sex of a name."""


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
            entity.sex = "man" if vote > 0 else "woman"


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
