"""Whose a document is, which then is who speaks: "a statement from X", "an X report", "X's website", "the minutes".

Where the words do not tell, the ranker says whether the document is of somebody named before, by who has said
something in one like it, or that the document itself is all that is known.
"""

from collections.abc import Sequence
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
from claims.extraction.coref.discourse import DiscourseState, SpeakerMention, rank, referent_of
from claims.extraction.coref.entities import Entity
from claims.extraction.coref.mentions import ParsedMention, parse_mention
from claims.extraction.coref.name_spans import NameSpan
from claims.extraction.coref.pronouns import possessor

_POSSESSIVE: Final = frozenset({"'s", "’s", "'", "’"})
_SIGNS: Final = frozenset({",", ";", ":", "—", "–", "--"})
_RELATIVE: Final = frozenset({"who", "which", "that", "whose"})
_KINDS: Final = frozenset({"official", "press", "news", "joint", "annual", "new", "latest"})
"""Words between issuer and document."""
_GROUPS: Final = frozenset({"police", "authorities", "family"})
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
    """The issuers that the description's own words name."""
    doc = state.doc
    first = parsed.words[0]
    if first in lexicon.POSSESSIVES:
        owner = possessor(state, first, at)
        return [owner] if owner else []
    head = next(
        (i for i in range(at, parsed.last) if lexicon.singular(doc.tokens[i].bare) == parsed.head),
        at + len(parsed.words) - 1,
    )
    owned = parsed.head in lexicon.ISSUED_DOCUMENTS
    for i in range(at + 1, head if owned else at):
        if doc.tokens[i].text in _POSSESSIVE:
            return _speakers_in(state, at, i)
    return (_before_head(state, at, head) if owned else []) or _behind_head(state, parsed, head)


def _before_head(state: DiscourseState, at: int, head: int) -> list[Entity]:
    """The issuer between article and noun: "a White House statement", "the ministry report"."""
    tokens = state.doc.tokens
    end = head
    while end > at and tokens[end - 1].text in lexicon.DOCUMENT_NOUNS | _KINDS:
        end -= 1
    if end > at and tokens[end - 1].text == ")":
        end = next((i for i in range(end - 1, at, -1) if tokens[i].text == "("), end)
    span = state.doc.name_at.get(end - 1)
    if span is not None and span.end == end:
        return _named_before_head(state, span)
    noun = tokens[end - 1].bare if end > at else ""
    issues = noun in lexicon.BODY_NOUNS | _GROUPS and tokens[head].bare in lexicon.STATEMENTS
    return _speakers_in(state, at, end) if issues and noun not in lexicon.NO_ISSUERS else []


def _named_before_head(state: DiscourseState, span: NameSpan) -> list[Entity]:
    """The entity of a name before a document's noun: of "Russian" the country, of an opening "Initial" none."""
    word = span.name.casefold()
    common = state.doc.tokens[span.start].opens and span.is_single and state.doc.counts[span.name] == 1
    if word in lexicon.PLATFORMS or (common and span.kind == "unknown"):
        return []
    if word in lexicon.ADJECTIVES:
        country = state.table.body(lexicon.role(word).title())
        return [country] if country else []
    return [_named(state, span)]


def _behind_head(state: DiscourseState, parsed: ParsedMention, head: int) -> list[Entity]:
    """The issuer behind the noun: "from X", "published by X", "on X's website"; not who only saw it."""
    doc = state.doc
    owned = parsed.head in lexicon.ISSUED_DOCUMENTS
    for i in range(head + 1, parsed.last):
        word = doc.tokens[i].bare
        if doc.tokens[i].text in _SIGNS or word in _RELATIVE:
            return []
        seen = doc.tokens[i - 1].bare in lexicon.SEES_DOCUMENTS
        named = bool(doc.name_at.keys() & {i + 1, i + 2})
        if (word in {"by", "from"} and not seen) or (word == "of" and named and owned):
            return _speakers_in(state, i + 1, parsed.last + 1)
        if word in {"on", "in"} and owned:
            inner = parse_mention(state, range(i + 1, parsed.last + 1))
            if inner.category == "document" and parsed.head in lexicon.STATEMENTS:
                return _told(state, inner, i + 1)
            if inner.kind == "named" and doc.tokens[i].bare == "in" and inner.names[0].kind == "body":
                return _speakers_in(state, i + 1, parsed.last + 1)
    return []


def _speakers_in(state: DiscourseState, start: int, end: int) -> list[Entity]:
    """The bodies, groups or persons that some tokens name or describe."""
    return _speakers(state, parse_mention(state, range(start, end)), start)


def _speakers(state: DiscourseState, parsed: ParsedMention, at: int) -> list[Entity]:
    if parsed.kind == "named":
        return [_named(state, span) for span in parsed.names]
    if parsed.kind == "described" and parsed.category in ("body", "group", "person"):
        return described_entities(state, parsed, at)
    return []


def _named(state: DiscourseState, span: NameSpan) -> Entity:
    return referent_of(state, span) or state.table.add_body(span.name)


def _ranked(state: DiscourseState, parsed: ParsedMention, at: int) -> list[Entity]:
    """Whose a document is by all that the article says."""
    issued = state.issued.get(parsed.head, [])
    others = {e for known in state.issued.values() for e in known}
    fitting = with_own_words(state, parsed, at) | candidates(state, parsed, at)
    for entity, values in fitting.items():
        values["issued one like it"] = float(entity in issued)
        values["issued a document"] = float(entity in others)
    said = said_by(state, parsed, fitting)
    best = rank(state, "document", at, fitting, said, parsed.head_at).likeliest or own_words(state, parsed)
    note_described(state, parsed, best, at)
    return list(state.together.get(best, (best,)))


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
