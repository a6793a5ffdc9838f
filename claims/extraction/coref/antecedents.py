"""The entities that a mention means, by what kind of mention it is."""

from collections import Counter
from collections.abc import Collection
from typing import Final

from claims.extraction.coref import lexicon
from claims.extraction.coref.descriptions import body_described, person_described
from claims.extraction.coref.discourse import (
    LEAST_SALIENCE,
    SEX_OF_PRONOUN,
    DiscourseState,
    SpeakerMention,
    referent_of,
)
from claims.extraction.coref.entities import Entity
from claims.extraction.coref.lexicon import Sex
from claims.extraction.coref.mentions import ParsedMention, parse_mention
from claims.extraction.coref.name_recognition import NameSpan
from claims.extraction.coref.phrases import antecedent, pairs
from claims.extraction.coref.salience import SPEAKER, sex_fits

_LEAST_SALIENCE_OF_THINGS: Final = 0.4
_PAIR_NEAR: Final = 2
_REACH: Final = 150
_NAMED_AFTER: Final = 20
_ONLY_ONE_HERE: Final = 1.4
"""How much likelier "he" is the only man of whom its paragraph has spoken."""
_EVEN: Final = 0.95
"""From this part of the first one's standing on the second one may be meant as well: nobody is named then."""
_OPENS_CLAUSE: Final = frozenset(
    {"while", "when", "although", "though", "as", "counter", "contrary", "unlike"}
)
_TWO: Final = frozenset({"two", "both", "pair", "couple", "duo"})
_MORE: Final = frozenset({"all", "other", "several", "many", "three", "four", "five"})
_RIVALS: Final = frozenset({"candidate", "nominee", "rival", "opponent", "contender"})


def resolve_mention(state: DiscourseState, parsed: ParsedMention, mention: SpeakerMention) -> list[Entity]:
    """The entities that a mention means."""
    at = mention.tokens[0]
    found: list[Entity] = []
    match parsed.kind:
        case "named":
            found = [_named(state, span) for span in parsed.names]
        case "he" | "she":
            found = _pronoun(state, SEX_OF_PRONOUN[parsed.kind], mention)
        case "they" | "it":
            found = _things(state, at, plural=parsed.kind == "they")
        case "pair":
            found = _pair(state, at)
        case "who":
            found = _relative(state, at)
        case "several":
            found = [f for part in parsed.parts for f in resolve_mention(state, part, mention)]
        case "i":
            found = [state.author]
        case "you":
            found = [Entity("the reader", "unnamed")]
        case "described":
            found = described_entities(state, parsed, at)
    return found


def _named(state: DiscourseState, span: NameSpan) -> Entity:
    entity = state.referents.get(span.first) or referent_of(state, span)
    if entity is None:
        entity = state.table.add_body(span.name)
        if span.kind == "person":
            entity.type = "person"
    return entity


def _pronoun(state: DiscourseState, sex: Sex, mention: SpeakerMention) -> list[Entity]:
    at = mention.tokens[0]
    tokens = state.doc.tokens
    quoted = {span for i in mention.content if (span := state.name_at.get(i)) and tokens[i].quoted}
    spoken_of = [f for span in quoted for f in state.table.persons(span.name)]
    here = state.salience.in_block(at, lambda f: sex_fits(f, sex) > 0)
    if not here and (following := _named_behind_comma(state, at, sex)):
        return [following]
    only = next(iter(here)) if len(here) == 1 else None
    ranked = state.salience.ranked(
        at, lambda f: sex_fits(f, sex) * (_ONLY_ONE_HERE if f is only else 1.0), spoken_of
    )
    if ranked and ranked[0][1] >= LEAST_SALIENCE:
        even = len(ranked) > 1 and ranked[1][1] >= _EVEN * ranked[0][1]
        return [] if even else [ranked[0][0]]
    for i in range(at, min(at + _NAMED_AFTER, len(tokens))):  # "When he arrived, Roe said"
        span = state.name_at.get(i)
        if span and tokens[i].sentence == tokens[at].sentence and span.kind != "body":
            return [f for f in state.table.persons(span.name) if sex_fits(f, sex)][:1]
    return []


def _named_behind_comma(state: DiscourseState, at: int, sex: Sex) -> Entity | None:
    """Whom a sentence that opens with a pronoun's clause names as its subject: "Despite her doubts, Roe said"."""
    tokens = state.doc.tokens
    opening = tokens[state.doc.sentence_start(at)]
    if opening.bare not in lexicon.PREPOSITIONS | _OPENS_CLAUSE or opening.block != tokens[at].block:
        return None
    for i in range(at, min(at + _NAMED_AFTER, len(tokens) - 1)):
        if tokens[i].sentence != tokens[at].sentence or tokens[i].quoted != tokens[at].quoted:
            return None
        if tokens[i].text == ",":
            span = state.name_at.get(i + 1)
            if (
                span is None
                or span.start != i + 1
                or span.kind == "body"
                or tokens[span.last].text in {"'s", "’s"}
            ):
                return None
            found = [f for f in state.table.persons(span.name) if sex_fits(f, sex)]
            return found[0] if len(found) == 1 else None
        if i in state.name_at and state.table.persons(state.name_at[i].name):
            return None
    return None


def _things(state: DiscourseState, at: int, *, plural: bool) -> list[Entity]:
    def fits(entity: Entity) -> float:
        if entity.type == "person":
            return 0.0
        if plural:
            return 1.0 if entity.plural else 0.5 * (entity.type == "organisation")
        return float(not entity.plural and entity.type in ("organisation", "document"))

    entity, worth = state.salience.most_salient(at, fits)
    together, since = state.joint
    if (
        plural
        and together
        and state.salience.decayed(since, at, SPEAKER) > max(worth, _LEAST_SALIENCE_OF_THINGS)
    ):
        return list(together)
    if entity is not None and worth >= _LEAST_SALIENCE_OF_THINGS:
        return [entity]
    return _pair(state, at) if plural else []


def _pair(state: DiscourseState, at: int) -> list[Entity]:
    """The two persons whom the last sentences join by "and"."""
    here = state.doc.tokens[at].sentence
    for pair in pairs(state.doc, state.names, at):
        if here - state.doc.tokens[pair[0].first].sentence > _PAIR_NEAR:
            break
        if entities := _persons(state, pair):
            return entities
    return []


def _rivals(state: DiscourseState, at: int) -> list[Entity]:
    """Of all persons joined by "and" so far, the two of whom the article speaks most."""
    often = Counter(state.referents.values())
    joined = [entities for pair in pairs(state.doc, state.names, at) if (entities := _persons(state, pair))]
    return max(joined, key=lambda entities: min(often[f] for f in entities), default=[])


def _persons(state: DiscourseState, pair: tuple[NameSpan, NameSpan]) -> list[Entity]:
    found = [f for span in pair if (f := state.referents.get(span.first)) and f.type == "person"]
    return found if len(found) == len(pair) else []


def _relative(state: DiscourseState, at: int) -> list[Entity]:
    def is_person(span: NameSpan) -> bool:
        placed = state.doc.tokens[span.start - 1].bare in lexicon.PREPOSITIONS and span.kind != "person"
        return not placed and bool(state.table.persons(span.name))

    found = antecedent(state.doc, state.name_at, is_person, at)
    if found is None:
        return []
    if isinstance(found, range):
        parsed = parse_mention(state.doc, found, state.name_at)
        if parsed.kind != "described":
            return resolve_mention(state, parsed, SpeakerMention(tuple(found), frozenset()))
        # "Roe said to the nominee, who": the sentence's other persons are not the nominee.
        return described_entities(state, parsed, found.start, state.salience.in_sentence(at))
    return [_named(state, span) for span in found]


def described_entities(
    state: DiscourseState, parsed: ParsedMention, at: int, others: Collection[Entity] = ()
) -> list[Entity]:
    """The entity that a description means: one whom the article names, else one under the description's words."""
    told_before = _told_before(state, parsed, at)
    if told_before:
        return [told_before]
    if parsed.plural and (pair := _both(state, parsed, at)):
        return pair
    if parsed.category == "person" and not parsed.definite:
        return [introduce(state, parsed, at)]
    entity = None
    if parsed.category == "person":
        if parsed.words[0] in lexicon.POSSESSIVES:
            others = {*others, *state.salience.in_sentence(at)}
        entity = person_described(parsed, at, state.salience, state.table, others)
    elif parsed.category == "body":
        entity = body_described(parsed, at, state.salience, state.table)
    if parsed.plural or not parsed.definite:
        return [entity or _unnamed(state, parsed)]
    proper = parsed.proper if parsed.owner is None else frozenset()
    distinguished = proper or lexicon.PARTIES[0].union(lexicon.PARTIES[1]).intersection(parsed.words)
    name = parsed.name if distinguished else parsed.head
    found = entity or state.known.get(name) or _unnamed(state, parsed)
    state.known[name] = found
    return [found]


def introduce(state: DiscourseState, parsed: ParsedMention, at: int) -> Entity:
    """A new unnamed person, whom "the usher" may mean after "an usher"."""
    new = _unnamed(state, parsed)
    state.introduced[parsed.head] = (new, at)
    return new


def _told_before(state: DiscourseState, parsed: ParsedMention, at: int) -> Entity | None:
    """Whom the text just before gives to a description: an apposition's name, a misspelt surname's, "an aide"."""
    if parsed.plural and len(parsed.words) > 1:
        return None
    if entity := _set_off_from(state, at):
        return entity
    if len(parsed.words) == 1 and parsed.name[:1].isupper():
        return state.table.misspelt(parsed.name)
    introduced, since = state.introduced.get(parsed.head, (None, 0))
    return introduced if parsed.category == "person" and parsed.determined and at - since <= _REACH else None


def _both(state: DiscourseState, parsed: ParsedMention, at: int) -> list[Entity]:
    """The two persons whom a plural means: "both men", "the senators", "the candidates"."""
    two = bool(_TWO.intersection(parsed.words))
    head = lexicon.role(parsed.head)
    if parsed.head not in lexicon.PERSON_NOUNS | _TWO or _MORE.intersection(parsed.words):
        return []
    pair = _pair(state, at) if two or parsed.definite else []
    if pair and (two or all(any(head in r.nouns for r in f.roles) for f in pair)):
        return pair
    return _rivals(state, at) if (two or parsed.definite) and parsed.head in _RIVALS | _TWO else []


def _set_off_from(state: DiscourseState, at: int) -> Entity | None:
    """The person named just before a description: "her daughter, Jane, a student"."""
    tokens = state.doc.tokens
    span = state.name_at.get(at - 2)
    if span is None or tokens[at - 1].text != "," or tokens[at].bare not in {"a", "an"}:
        return None
    entity = state.referents.get(span.first)
    return entity if entity is not None and entity.type == "person" else None


def _unnamed(state: DiscourseState, parsed: ParsedMention) -> Entity:
    if parsed.category == "body":
        return state.table.add_body(parsed.name, named=not parsed.name.islower() and "," not in parsed.name)
    sex = next((s for w in parsed.words if (s := lexicon.sex_of_noun(w))), None)
    return Entity(
        parsed.name,
        "document" if parsed.category == "document" else "unnamed",
        sex,
        plural=parsed.plural,
        thing=parsed.category == "unknown" and not parsed.determined,
    )
