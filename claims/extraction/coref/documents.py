"""Whose a document is, which then is who speaks: "a statement from X", "an X report", "X's website", "the minutes".

Where the words do not tell, the ranker says whether the document is of somebody named before, by who has said
something in one like it, or that the document itself is all that is known.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from claims.extraction.coref import lexicon
from claims.extraction.coref.descriptions import (
    candidates,
    described_entities,
    note_described,
    own_words,
    said_by,
    with_own_words,
)
from claims.extraction.coref.discourse import DiscourseState, SpeakerMention, rank
from claims.extraction.coref.entities import Entity
from claims.extraction.coref.mentions import ParsedMention, parse_mention
from claims.extraction.coref.phrases import ISSUED_BY, names_who_saw
from claims.extraction.coref.pronouns import possessor

_SIGNS: Final = frozenset({",", ";", ":", "—", "–", "--"})
_RELATIVE: Final = frozenset({"who", "which", "that", "whose"})
_ISSUING: Final = frozenset({"police", "authorities", "family"})
"""Nouns for groups that issue statements."""
_ISSUED_REACH: Final = 12
"""Tokens after a speaker's mention in which the claim says in what document it was made."""
_ISSUED_WORDS: Final = 4
"""Tokens before a document's noun in which "in a" stands."""


def issuers_of(state: DiscourseState, parsed: ParsedMention, at: int) -> list[Entity]:
    """Those whose the document is that a description beginning at a token names; empty where that is not known."""
    found = _told(state, parsed, at) or _ranked(state, parsed, at)
    state.issued[parsed.head] = found
    return found


def _told(state: DiscourseState, parsed: ParsedMention, at: int) -> list[Entity]:
    """The issuers that the description's own words tell."""
    if parsed.words[0] in lexicon.POSSESSIVES:
        owner = possessor(state, parsed.words[0], at)
        return [owner] if owner else []
    head = parsed.head_at or at
    words = _issuer_words(state, parsed, at, head)
    inner = parse_mention(state, words) if words else None
    if inner is None or inner.head in lexicon.NO_ISSUERS:
        return []
    if inner.kind == "named" and words.stop != head:
        found = (state.referents.get(span.name_start) for span in inner.names)
        return [entity for entity in found if entity]
    if inner.kind != "described" or inner.category in ("document", "unknown"):
        return []
    if words.stop == head and inner.head not in _ISSUING | lexicon.BODY_NOUNS:
        return []
    return described_entities(state, inner, words.start)


def _issuer_words(state: DiscourseState, parsed: ParsedMention, at: int, head: int) -> range:
    """The tokens that say whose a document is: "the ministry's report", "a police statement", "a letter from X"."""
    tokens = state.doc.tokens
    for i in range(at + 1, head):
        if state.doc.is_possessive(i):
            return range(at, i)
    for i in range(head + 1, parsed.last):
        if tokens[i].text in _SIGNS or tokens[i].bare in _RELATIVE:
            break
        if tokens[i].bare in ISSUED_BY and not names_who_saw(state.doc, i):
            return range(i + 1, parsed.last + 1)
    return range(at, head) if parsed.head in lexicon.STATEMENTS else range(0)


def _who_saw(state: DiscourseState, parsed: ParsedMention, at: int) -> Iterator[str]:
    """The names of those who only saw or had a document."""
    for i in range(at + 1, parsed.last):
        if names_who_saw(state.doc, i):
            found = (state.doc.name_at.get(j) for j in range(i + 1, parsed.last + 1))
            yield from (span.name for span in found if span)


def _ranked(state: DiscourseState, parsed: ParsedMention, at: int) -> list[Entity]:
    """Whose a document is by all that the article says."""
    issued = state.issued.get(parsed.head, [])
    others = {e for known in state.issued.values() for e in known}
    fitting = with_own_words(state, parsed, at) | candidates(state, parsed, at)
    saw = set(_who_saw(state, parsed, at))
    fitting = {entity: values for entity, values in fitting.items() if entity.name not in saw}
    for entity, values in fitting.items():
        values["issued one like it"] = float(entity in issued)
        values["issued a document"] = float(entity in others)
    said = said_by(state, parsed, fitting)
    best = rank(state, "document", at, fitting, said, head=parsed.head_at).likeliest or own_words(
        state, parsed
    )
    note_described(state, parsed, best, at)
    return issued if best in issued else list(state.together.get(best, (best,)))


def note_issued(
    state: DiscourseState, entities: Sequence[Entity], mention: SpeakerMention, last: int
) -> None:
    """Note whose a document is that a claim speaks of beside its speaker: "X said in a statement"."""
    tokens = state.doc.tokens
    start = state.doc.sentence_start(mention.tokens[0])
    for i in range(start, min(last + _ISSUED_REACH, len(tokens))):
        near = tokens[i].sentence == tokens[last].sentence and not tokens[i].quoted
        if near and tokens[i].bare in lexicon.DOCUMENT_NOUNS and i > start + 1:
            before = {t.bare for t in tokens[max(i - _ISSUED_WORDS, start) : i]}
            if before & {"a", "an", "its", "his", "her", "their"} and before & {
                "in",
                "on",
                "via",
                "issued",
                "released",
            }:
                state.issued[tokens[i].bare] = list(entities)
