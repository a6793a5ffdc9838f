"""Who speaks in each attribution of an article: mentions to speakers, by rules, in the order of the text."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from claims.extraction.attribution import Attribution
from claims.extraction.coref import lexicon
from claims.extraction.coref.antecedents import antecedents_of
from claims.extraction.coref.discourse import (
    DiscourseState,
    SpeakerMention,
    only_referent,
    refer_together,
    words_beside,
)
from claims.extraction.coref.documents import note_issued
from claims.extraction.coref.entities import Entity, collect_entities
from claims.extraction.coref.features import Claimed
from claims.extraction.coref.labels import is_sign, labelled, officeholder
from claims.extraction.coref.mentions import ParsedMention, parse_mention
from claims.extraction.coref.name_kinds import with_likely_kinds
from claims.extraction.coref.name_recognition import recognise_names
from claims.extraction.coref.name_spans import NamedArticle, NameSpan
from claims.extraction.coref.name_tags import types_of
from claims.extraction.coref.news_style import author_of, headline_names
from claims.extraction.coref.ranking import Ranker, Ranking
from claims.extraction.coref.roles import is_role_noun, main_roles
from claims.extraction.coref.salience import Place, Salience
from claims.extraction.coref.salience_updates import (
    ASKING_VERBS,
    refer_by_name,
    refer_by_word,
)
from claims.extraction.coref.sexes import vote_on_sex
from claims.extraction.coref.speaker_confidence import Resolution, evidence_of, ranked
from claims.extraction.coref.tokens import TokenisedArticle, tokenise
from claims.extraction.references import References
from claims.records import Article, Span, Speaker, joined, together


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one mention was found to mean: its entities, None for a first person that waits for its quotation's speaker.

    ``ranking`` is the last that was made for it, None where a rule was enough.
    """

    parsed: ParsedMention
    entities: list[Entity] | None
    ranking: Ranking | None = None


_Found = dict[tuple[int, ...], _Reading]
"""The reading of each mention, by its tokens."""


def resolve(
    article: Article,
    attributions: Sequence[Attribution],
    references: References | None = None,
    ranker: Ranker | None = None,
) -> list[Resolution]:
    """The speaker of each attribution, in their order; without one where none is named or the mention is unclear.

    Names are lengthened to the fullest form in the article, with the roles that the article gives anywhere. Pronouns
    and descriptions go to the likeliest entity that agrees in sex, number and role, by the package's ranker or
    another. A description of somebody whom the article does not name is an unnamed speaker under its own words.
    """
    tokens = tokenise(article)
    mentioned = [_tokens_of(tokens, a.mention) for a in attributions]
    state = _initial_state(article, tokens, [m for m in mentioned if m], references, ranker or Ranker())
    labels = _labels(state, mentioned, attributions)
    mentioned = [() if i in labels else m for i, m in enumerate(mentioned)]
    mentions = _mentions(tokens, mentioned, attributions)
    found = _read_through(state, mentions)
    return [
        Resolution(_speaker_of(article, labels[i]), "label")
        if i in labels
        else _resolution(article, state, found, mentions, m)
        if m
        else Resolution(None)
        for i, m in enumerate(mentioned)
    ]


def _resolution(
    article: Article,
    state: DiscourseState,
    found: _Found,
    mentions: Sequence[SpeakerMention],
    tokens: tuple[int, ...],
) -> Resolution:
    """Who a mention means, with what speaks for it."""
    reading, entities = found[tokens], _speakers_of(state, found, mentions, tokens)
    parsed, speaker = reading.parsed, together(_speaker_of(article, e) for e in entities)
    words = state.doc.text[state.doc.starts[tokens[0]] : state.doc.ends[tokens[-1]]]
    namesakes = max((len(state.table.persons(n.name)) for n in parsed.names), default=0)
    return Resolution(
        speaker,
        parsed.kind,
        *ranked(reading.ranking, speaker.name if speaker else None),
        evidence_of(parsed, speaker, words, namesakes, state.doc.text.count(speaker.name) if speaker else 0),
    )


def _labels(
    state: DiscourseState, mentioned: Sequence[tuple[int, ...]], attributions: Sequence[Attribution]
) -> dict[int, Entity]:
    """Who speaks in the turns of a transcript whose label is no name, by the attribution's number."""
    signed = [i for i, a in enumerate(attributions) if mentioned[i] and is_sign(joined(a.cue))]
    if not signed:
        return {}
    first = min(mentioned[i][0] for i in signed)
    entities = state.table.entities
    before = [e for e in entities if e.first_at < first]
    speaking: dict[int, Entity] = {}
    offices: dict[str, Entity] = {}
    for i in signed:
        label = joined(attributions[i].mention)
        entity = labelled(label, entities, before)
        if entity is None and _is_office(state, mentioned[i]):
            entity = officeholder(label, state.doc.text, entities, offices)
        if entity is not None:
            speaking[i] = entity
    return speaking


def _is_office(state: DiscourseState, mention: tuple[int, ...]) -> bool:
    """Whether a label has nobody's name outside brackets: "THE WITNESS", "AUDIENCE MEMBER"."""
    tokens = state.doc.tokens
    office = list(takewhile(lambda i: tokens[i].text != "(", mention))
    if not office:
        return False
    names = [state.doc.name_at[i] for i in office if i in state.doc.name_at]
    if any(n.kind == "person" and n.name_start in office for n in names):
        return False
    span = state.doc.name_at.get(office[-1])
    last = tokens[office[-1]].bare
    is_noun = tokens[office[0]].bare == "the" or is_role_noun(last) or last in lexicon.GROUP_NOUNS
    return span is None or (span.is_single and is_noun)


def _initial_state(
    article: Article,
    tokens: TokenisedArticle,
    mentioned: Sequence[tuple[int, ...]],
    references: References | None,
    ranker: Ranker,
) -> DiscourseState:
    """The state before the first token: the article's names and entities, by all of its text."""
    edges = {i for m in mentioned for i in (m[0], _last_word(tokens, m))}
    names = recognise_names(tokens, edges, references)
    if references is not None:
        names = with_likely_kinds(tokens, names, edges, references)
    table = collect_entities(tokens, names, {m[0] for m in mentioned if _is_one_word(tokens, m)})
    vote_on_sex(tokens, table, names)
    names = sorted([*names, *headline_names(tokens, table)], key=lambda n: n.name_start)
    doc = NamedArticle.of(tokens, names)
    author = author_of(article, doc, names)
    asked = frozenset(i for m in mentioned for i in m)
    state = DiscourseState(doc, table, author, Salience(doc), ranker, references, asked)
    places: defaultdict[Entity, list[NameSpan]] = defaultdict(list)
    for span in names:
        if entity := only_referent(state, span):
            places[entity].append(span)
    for entity, spans in places.items():
        entity.types = types_of(doc, references, spans)
        state.beside[entity] = words_beside(doc, spans)
        entity.first_at = entity.first_at or spans[0].name_start
    return state


def _tokens_of(doc: TokenisedArticle, spans: Sequence[Span]) -> tuple[int, ...]:
    return tuple(i for span in spans for i in doc.within(span.start, span.end))


def _last_word(doc: TokenisedArticle, tokens: tuple[int, ...]) -> int:
    """The number of a mention's last token that is a word."""
    return next((i for i in reversed(tokens) if doc.tokens[i].text[0].isalnum()), tokens[-1])


def _is_one_word(doc: TokenisedArticle, tokens: tuple[int, ...]) -> bool:
    return len(tokens) == 1 or (len(tokens) == 2 and doc.tokens[tokens[1]].text in {"'s", "’s", ":", ","})


def _mentions(
    doc: TokenisedArticle, mentioned: Sequence[tuple[int, ...]], attributions: Sequence[Attribution]
) -> list[SpeakerMention]:
    """The different mentions, each with the words of all attributions that it serves."""
    content: dict[tuple[int, ...], set[int]] = {}
    labels = set()
    for tokens, attribution in zip(mentioned, attributions, strict=True):
        if tokens:
            content.setdefault(tokens, set()).update(_tokens_of(doc, attribution.content))
            if is_sign(joined(attribution.cue)):
                labels.add(tokens)
    return [SpeakerMention(tokens, frozenset(said), tokens in labels) for tokens, said in content.items()]


def _read_through(state: DiscourseState, mentions: Sequence[SpeakerMention]) -> _Found:
    """The entities of each mention, found in one pass through the text: each by what came before it."""
    doc = state.doc
    found: _Found = {}
    mention_ends: defaultdict[int, list[SpeakerMention]] = defaultdict(list)
    for mention in mentions:
        mention_ends[mention.tokens[-1]].append(mention)
    mentioned = {i for m in mentions for i in m.tokens}
    content = frozenset[int]().union(*(m.content for m in mentions))
    name_ends = {n.end - 1: n for n in doc.names}
    for at in range(len(doc.tokens)):
        if name := name_ends.get(at):
            refer_by_name(state, name)
        elif at not in mentioned:
            refer_by_word(state, at)
        for mention in mention_ends.get(at, ()):
            state.ranking = None
            parsed = parse_mention(state, mention.tokens)
            start = mention.tokens[0]
            if parsed.kind in ("i", "we") and (start in content or doc.tokens[start].quoted):
                found[mention.tokens] = _Reading(parsed, None)
                continue
            state.said = mention.content
            outer = [m for m in mentions if start in m.content and doc.tokens[start].quoted]
            state.quoting = frozenset(
                e for m in outer if m.tokens in found for e in found[m.tokens].entities or ()
            )
            entities = antecedents_of(state, parsed, mention)
            found[mention.tokens] = _Reading(parsed, entities, state.ranking)
            state.said, state.quoting = frozenset(), frozenset()
            place: Place = "asker" if _asks(doc, mention) else "speaker"
            for entity in entities:
                state.salience.refer(entity, at if parsed.kind == "named" else start, place, mention.tokens)
            _note_claim(state, entities, mention, parsed, place)
    return found


def _note_claim(
    state: DiscourseState,
    entities: Sequence[Entity],
    mention: SpeakerMention,
    parsed: ParsedMention,
    place: Place,
) -> None:
    """Note what a claim's speakers are for those after it: together, the last ones, whose a document is."""
    if parsed.kind == "named":
        for entity in entities:
            entity.thing = False
    several = len(entities) > 1
    together = (refer_together(state, entities, mention.tokens[0], place),) if several else ()
    if entities and mention.labels:
        state.turn = entities[0]
    if entities and place == "speaker":
        state.claimed = Claimed((*entities, *together), mention.tokens[0])
        note_issued(state, entities, mention, parsed.last)


def _asks(doc: TokenisedArticle, mention: SpeakerMention) -> bool:
    """Whether a mention asks somebody about something: the quotation that follows is the answer."""
    after = mention.tokens[-1] + 1
    indirect = not any(doc.tokens[i].quoted for i in mention.content)
    return indirect and after < len(doc.tokens) and doc.tokens[after].bare in ASKING_VERBS


def _speakers_of(
    state: DiscourseState, found: _Found, mentions: Sequence[SpeakerMention], tokens: tuple[int, ...]
) -> list[Entity]:
    """The entities of a mention, one by one; "I" and "we" in a quotation are the speaker of that quotation."""
    entities = found[tokens].entities
    if entities is None:
        around = (found[m.tokens].entities for m in mentions if tokens[0] in m.content and m.tokens != tokens)
        entities = next(around, None) or []
    return [one for entity in entities for one in state.together.get(entity, (entity,))]


def _speaker_of(article: Article, entity: Entity) -> Speaker:
    """The speaker that an entity is, with the article's roles."""
    roles = main_roles(entity.roles)
    spans = tuple(article.span(r.start, r.end) for r in roles)
    return Speaker(entity.name, entity.type, ", ".join(r.text for r in roles) or None, spans)
