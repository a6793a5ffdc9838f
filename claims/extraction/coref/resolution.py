"""Who speaks in each attribution of an article: mentions to speakers, by rules, in the order of the text."""

from collections import defaultdict
from collections.abc import Sequence

from claims.extraction.attribution import Attribution
from claims.extraction.coref.antecedents import resolve_mention
from claims.extraction.coref.author import author_of
from claims.extraction.coref.discourse import DiscourseState, SpeakerMention, is_courteous
from claims.extraction.coref.entities import Entity, collect_entities
from claims.extraction.coref.headlines import headline_names
from claims.extraction.coref.leads import is_lead, name_leads
from claims.extraction.coref.mentions import parse_mention
from claims.extraction.coref.roles import told
from claims.extraction.coref.salience import ASKER, SPEAKER, Salience
from claims.extraction.coref.salience_updates import ASKED, note_name, note_word, refer_to_owner
from claims.extraction.coref.settling import recognise_names
from claims.extraction.coref.tokens import TokenisedArticle, tokenise
from claims.records import Article, Span, Speaker

_Found = dict[tuple[int, ...], list[Entity] | None]
"""The entities of each mention, by its tokens; None for a first person that waits for its quotation's speaker."""


def resolve(article: Article, attributions: Sequence[Attribution]) -> list[Speaker | None]:
    """The speaker of each attribution, in the attributions' order; None where there is none to be told.

    Names are lengthened to the fullest form in the article, with the roles that the article gives anywhere.
    Pronouns and descriptions go to whoever fits in sex, number and role and stands out most at that place
    (nearness, being the last speaker or the sentence's subject; in the tradition of Lappin and Leass, 1994).
    A description of somebody whom the article does not name is an unnamed speaker under its own words.
    """
    doc = tokenise(article)
    numbers = [_tokens_of(doc, a.mention) for a in attributions]
    names = recognise_names(
        doc, {i for tokens in numbers if tokens for i in (tokens[0], _last_word(doc, tokens))}
    )
    table = collect_entities(doc, names, {tokens[0] for tokens in numbers if _is_one_word(doc, tokens)})
    names = sorted([*names, *headline_names(doc, table)], key=lambda u: u.first)
    author = author_of(article, doc, names)
    state = DiscourseState(
        doc,
        names,
        {i: u for u in names for i in range(u.start, u.last)},
        table,
        Salience(doc),
        author,
        is_courteous(doc, names),
    )
    mentions = _mentions(doc, numbers, attributions)
    found = _read_through(state, mentions)
    return [_speaker_of(article, _said_by(found, mentions, tokens)) if tokens else None for tokens in numbers]


def _with_article(doc: TokenisedArticle, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """A mention's tokens with the article just before it, which some spans leave out."""
    before = tokens[0] - 1
    if before >= 0 and doc.tokens[before].bare == "the" and doc.tokens[tokens[0]].text[0].islower():
        return (before, *tokens)
    return tokens


def _tokens_of(doc: TokenisedArticle, spans: Sequence[Span]) -> tuple[int, ...]:
    return tuple(i for span in spans for i in doc.within(span.start, span.end))


def _last_word(doc: TokenisedArticle, tokens: tuple[int, ...]) -> int:
    """The number of a mention's last token that is a word."""
    return next((i for i in reversed(tokens) if doc.tokens[i].text[0].isalnum()), tokens[-1])


def _is_one_word(doc: TokenisedArticle, tokens: tuple[int, ...]) -> bool:
    return len(tokens) == 1 or (len(tokens) == 2 and doc.tokens[tokens[1]].text in {"'s", "’s", ":", ","})


def _mentions(
    doc: TokenisedArticle, numbers: list[tuple[int, ...]], attributions: Sequence[Attribution]
) -> list[SpeakerMention]:
    """The different mentions, each with the words of all attributions that it serves."""
    content: dict[tuple[int, ...], set[int]] = {}
    for tokens, attribution in zip(numbers, attributions, strict=True):
        if tokens:
            content.setdefault(tokens, set()).update(_tokens_of(doc, attribution.content))
    return [SpeakerMention(tokens, frozenset(said)) for tokens, said in content.items()]


def _read_through(state: DiscourseState, mentions: list[SpeakerMention]) -> _Found:
    """Go through the text once: names, pronouns and mentions in their order, each told by what came before."""
    found: _Found = {}
    by_end: defaultdict[int, list[SpeakerMention]] = defaultdict(list)
    for mention in mentions:
        by_end[mention.tokens[-1]].append(mention)
    mentioned = {i for m in mentions for i in m.tokens}
    said = frozenset[int]().union(*(m.content for m in mentions))
    ends = {u.last - 1: u for u in state.names}
    leads: list[tuple[Entity, int]] = []
    for at in range(len(state.doc.tokens)):
        if span := ends.get(at):
            note_name(state, span)
        elif at not in mentioned:
            note_word(state, at)
        for mention in by_end.get(at, ()):
            parsed = parse_mention(state.doc, _with_article(state.doc, mention.tokens), state.name_at)
            start = mention.tokens[0]
            if parsed.kind in ("i", "we") and (start in said or state.doc.tokens[start].quoted):
                found[mention.tokens] = None
                continue
            meant = resolve_mention(state, parsed, mention)
            found[mention.tokens] = meant
            weight = ASKER if _asks(state.doc, mention) else SPEAKER
            for entity in meant:
                state.salience.refer(entity, at if parsed.kind == "named" else start, weight)
            if len(meant) > 1:
                state.joint = (tuple(meant), start)
            if parsed.owner and parsed.category in ("body", "unknown", "group"):
                refer_to_owner(state, parsed.owner, start)
            if is_lead(state, parsed, meant):
                leads.append((meant[0], start))
    name_leads(state, leads, mentions, found)
    return found


def _asks(doc: TokenisedArticle, mention: SpeakerMention) -> bool:
    """Whether a mention asks somebody about something: the quotation that follows is the answer."""
    after = mention.tokens[-1] + 1
    indirect = not any(doc.tokens[i].quoted for i in mention.content)
    return indirect and after < len(doc.tokens) and doc.tokens[after].bare in ASKED


def _said_by(found: _Found, mentions: list[SpeakerMention], tokens: tuple[int, ...]) -> list[Entity]:
    """The entities of a mention; "I" and "we" in a quotation are the speaker of that quotation."""
    meant = found[tokens]
    if meant is not None:
        return meant
    around = (found[m.tokens] for m in mentions if tokens[0] in m.content and m.tokens != tokens)
    return next(around, None) or []


def _speaker_of(article: Article, meant: list[Entity]) -> Speaker | None:
    """One speaker of one or several entities: several names are joined by "; "."""
    if not meant:
        return None
    if len(meant) == 1:
        roles = told(meant[0].roles)
        spans = tuple(article.span(r.start, r.end) for r in roles)
        return Speaker(meant[0].name, meant[0].type, ", ".join(r.text for r in roles) or None, spans)
    kinds = {f.type for f in meant}
    return Speaker("; ".join(f.name for f in meant), meant[0].type if len(kinds) == 1 else "unnamed")
