"""Conventions of news writing: bylines, headlines in capitals, courtesy titles, leads that describe a speaker first."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Final

from claims.extraction.coref import lexicon
from claims.extraction.coref.discourse import HEADLINE_BLOCKS, DiscourseState, SpeakerMention
from claims.extraction.coref.entities import Entity, EntityTable
from claims.extraction.coref.lexicon import COURTESY
from claims.extraction.coref.mentions import ParsedMention
from claims.extraction.coref.name_spans import NameSpan
from claims.extraction.coref.salience import agrees
from claims.extraction.coref.tokens import TokenisedArticle
from claims.records import Article

_CLOSING_BLOCKS: Final = 2
"""Blocks at the end that may be a note on the author."""
_AUTHOR_VERBS: Final = frozenset({"is", "writes", "teaches"})
_LONGEST_HEADLINE_NAME: Final = 4
"""Tokens of a name in a headline at most."""
_COURTESY_RULE: Final = 3
"""Titled surnames from which on, and for each bare one, courtesy titles are an article's rule."""
_LEAD_BLOCKS: Final = 2
"""Blocks at the beginning that are the lead."""
_NAMED_WITHIN: Final = 3
"""Blocks after the lead's description within which the person is named."""


def author_of(article: Article, doc: TokenisedArticle, names: Sequence[NameSpan]) -> Entity:
    """The article's author: from its data, else from a closing note ("Jane Roe is a columnist"), else unnamed."""
    if article.author:
        return Entity(article.author, "person")
    last = doc.tokens[-1].block if doc.tokens else 0
    for span in names:
        token = doc.tokens[span.name_start]
        after = doc.tokens[span.end] if span.end < len(doc.tokens) else token
        closing = token.opens and token.block > max(last - _CLOSING_BLOCKS, 0) and after.bare in _AUTHOR_VERBS
        full = span.kind == "person" and not span.is_single
        if closing and full and sum(n.name == span.name for n in names) == 1:
            return Entity(span.name, "person")
    return Entity("the author", "unnamed")


def headline_names(doc: TokenisedArticle, table: EntityTable) -> list[NameSpan]:
    """The names in headlines, where every word has a capital: those that the article's text has, too."""
    found = []
    shown = [i for i, t in enumerate(doc.tokens) if t.block in doc.headlines]
    for _, group in groupby(shown, key=lambda i: doc.tokens[i].block):
        tokens = list(group)
        at = tokens[0]
        while at <= tokens[-1]:
            ends = range(min(at + _LONGEST_HEADLINE_NAME, tokens[-1] + 1), at, -1)
            end = next((end for end in ends if _is_known(table, doc.words(at, end))), None)
            if end is not None:
                found.append(NameSpan(at, at, end, doc.words(at, end), "unknown"))
            at = end or at + 1
    return found


def _is_known(table: EntityTable, name: str) -> bool:
    """Whether the name is a person's, word for word, or a surname, or a body's."""
    if not name[0].isupper() or not name[-1].isalnum():
        return False
    persons = table.persons(name)
    if " " in name:
        words = set(name.split())
        return any(words <= set(e.name.split()) for e in persons) or table.body(name) is not None
    return name.casefold() not in lexicon.FUNCTION_WORDS and bool(persons)


def uses_courtesy_titles(doc: TokenisedArticle, names: Sequence[NameSpan]) -> bool:
    """Whether an article gives surnames a "Mr." or "Ms." as a rule, headlines and quotations aside."""
    first = doc.tokens[0].block if doc.tokens else 0
    single = [n for n in names if n.is_single and not doc.tokens[n.name_start].quoted]
    titled = [n for n in single if n.title.casefold().strip(".") in COURTESY]
    surnames = {n.name for n in titled}
    bare = sum(
        n.name in surnames and not n.title and doc.tokens[n.name_start].block > first + HEADLINE_BLOCKS
        for n in single
    )
    return len(titled) >= _COURTESY_RULE and bare * _COURTESY_RULE <= len(titled)


def is_lead(doc: TokenisedArticle, parsed: ParsedMention, entities: Sequence[Entity]) -> bool:
    """Whether a mention at the article's beginning describes one person, who may be named just after."""
    return (
        parsed.kind == "described"
        and parsed.category == "person"
        and len(entities) == 1
        and entities[0].type == "unnamed"
        and not {"anonymity", "anonymously", "unnamed"}.intersection(parsed.tail)
        and doc.tokens[parsed.last].block - doc.tokens[0].block < _LEAD_BLOCKS
    )


def named_leads(
    state: DiscourseState,
    leads: Sequence[tuple[Entity, int]],
    mentions: Sequence[SpeakerMention],
    found: Mapping[tuple[int, ...], list[Entity] | None],
) -> dict[Entity, Entity]:
    """The unnamed persons of leads that are named just after: "A lawyer says ... ." and then "...", said Jane Roe.

    News style describes the speaker first and names them with the first quotation. ``leads`` are the persons with the
    first tokens of their mentions; ``found`` has the entities of each mention.
    """
    tokens = state.doc.tokens
    named: dict[Entity, Entity] = {}
    for lead, at in leads:
        for mention in sorted(mentions, key=lambda m: m.tokens):
            entities = found[mention.tokens]
            blocks = tokens[mention.tokens[0]].block - tokens[at].block
            if mention.tokens[0] <= at or blocks < 1 or entities is None:
                continue
            if blocks > _NAMED_WITHIN:
                break
            if len(entities) == 1 and (entities[0].type == "person" or entities[0] in named):
                (person,) = entities
                if _first_reference(state, person) > at and agrees(person, lead.sex):
                    named[lead] = person
                break
    return named


def _first_reference(state: DiscourseState, entity: Entity) -> int:
    return min((at for at, e in state.referents.items() if e is entity), default=0)
