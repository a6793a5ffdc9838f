"""Who speaks in each attribution of an article: mentions to speakers, by rules, in the order of the text."""

from collections import defaultdict
from collections.abc import Sequence

from claims.extraction.attribution import Attribution
from claims.extraction.speakers.author import author_of
from claims.extraction.speakers.cast import Figure, gather
from claims.extraction.speakers.figures import figures
from claims.extraction.speakers.headlines import headline_uses
from claims.extraction.speakers.leads import is_lead, name_leads
from claims.extraction.speakers.meeting import ASKED, meet_name, meet_word, refer_to_owner
from claims.extraction.speakers.mentions import read_mention
from claims.extraction.speakers.page import Page, read_page
from claims.extraction.speakers.roles import told
from claims.extraction.speakers.scene import ASKER, SPEAKER, Scene
from claims.extraction.speakers.settling import find_uses
from claims.extraction.speakers.telling import Mention, Telling, is_courteous
from claims.records import Article, Span, Speaker

_Found = dict[tuple[int, ...], list[Figure] | None]
"""The figures of each mention, by its tokens; None for a first person that waits for its quotation's speaker."""


def resolve(article: Article, attributions: Sequence[Attribution]) -> list[Speaker | None]:
    """The speaker of each attribution, in the attributions' order; None where there is none to be told.

    Names are lengthened to the fullest form in the article, with the roles that the article gives anywhere.
    Pronouns and descriptions go to whoever fits in sex, number and role and stands out most at that place
    (nearness, being the last speaker or the sentence's subject; in the tradition of Lappin and Leass, 1994).
    A description of somebody whom the article does not name is an unnamed speaker under its own words.
    """
    page = read_page(article)
    numbers = [_tokens_of(page, a.mention) for a in attributions]
    uses = find_uses(page, {i for tokens in numbers if tokens for i in (tokens[0], _last_word(page, tokens))})
    cast = gather(page, uses, {tokens[0] for tokens in numbers if _is_one_word(page, tokens)})
    uses = sorted([*uses, *headline_uses(page, cast)], key=lambda u: u.first)
    author = author_of(article, page, uses)
    telling = Telling(
        page,
        uses,
        {i: u for u in uses for i in range(u.start, u.last)},
        cast,
        Scene(page),
        author,
        is_courteous(page, uses),
    )
    mentions = _mentions(page, numbers, attributions)
    found = _read_through(telling, mentions)
    return [_speaker_of(article, _said_by(found, mentions, tokens)) if tokens else None for tokens in numbers]


def _with_article(page: Page, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """A mention's tokens with the article just before it, which some spans leave out."""
    before = tokens[0] - 1
    if before >= 0 and page.tokens[before].bare == "the" and page.tokens[tokens[0]].text[0].islower():
        return (before, *tokens)
    return tokens


def _tokens_of(page: Page, spans: Sequence[Span]) -> tuple[int, ...]:
    return tuple(i for span in spans for i in page.within(span.start, span.end))


def _last_word(page: Page, tokens: tuple[int, ...]) -> int:
    """The number of a mention's last token that is a word."""
    return next((i for i in reversed(tokens) if page.tokens[i].text[0].isalnum()), tokens[-1])


def _is_one_word(page: Page, tokens: tuple[int, ...]) -> bool:
    return len(tokens) == 1 or (len(tokens) == 2 and page.tokens[tokens[1]].text in {"'s", "’s", ":", ","})


def _mentions(
    page: Page, numbers: list[tuple[int, ...]], attributions: Sequence[Attribution]
) -> list[Mention]:
    """The different mentions, each with the words of all attributions that it serves."""
    content: dict[tuple[int, ...], set[int]] = {}
    for tokens, attribution in zip(numbers, attributions, strict=True):
        if tokens:
            content.setdefault(tokens, set()).update(_tokens_of(page, attribution.content))
    return [Mention(tokens, frozenset(said)) for tokens, said in content.items()]


def _read_through(telling: Telling, mentions: list[Mention]) -> _Found:
    """Go through the text once: names, pronouns and mentions in their order, each told by what came before."""
    found: _Found = {}
    by_end: defaultdict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_end[mention.tokens[-1]].append(mention)
    mentioned = {i for m in mentions for i in m.tokens}
    said = frozenset[int]().union(*(m.content for m in mentions))
    ends = {u.last - 1: u for u in telling.uses}
    leads: list[tuple[Figure, int]] = []
    for at in range(len(telling.page.tokens)):
        if use := ends.get(at):
            meet_name(telling, use)
        elif at not in mentioned:
            meet_word(telling, at)
        for mention in by_end.get(at, ()):
            reading = read_mention(telling.page, _with_article(telling.page, mention.tokens), telling.uses_at)
            start = mention.tokens[0]
            if reading.kind in ("i", "we") and (start in said or telling.page.tokens[start].quoted):
                found[mention.tokens] = None
                continue
            meant = figures(telling, reading, mention)
            found[mention.tokens] = meant
            weight = ASKER if _asks(telling.page, mention) else SPEAKER
            for figure in meant:
                telling.scene.refer(figure, at if reading.kind == "named" else start, weight)
            if len(meant) > 1:
                telling.joint = (tuple(meant), start)
            if reading.owner and reading.category in ("body", "unknown", "group"):
                refer_to_owner(telling, reading.owner, start)
            if is_lead(telling, reading, meant):
                leads.append((meant[0], start))
    name_leads(telling, leads, mentions, found)
    return found


def _asks(page: Page, mention: Mention) -> bool:
    """Whether a mention asks somebody about something: the quotation that follows is the answer."""
    after = mention.tokens[-1] + 1
    indirect = not any(page.tokens[i].quoted for i in mention.content)
    return indirect and after < len(page.tokens) and page.tokens[after].bare in ASKED


def _said_by(found: _Found, mentions: list[Mention], tokens: tuple[int, ...]) -> list[Figure]:
    """The figures of a mention; "I" and "we" in a quotation are the speaker of that quotation."""
    meant = found[tokens]
    if meant is not None:
        return meant
    around = (found[m.tokens] for m in mentions if tokens[0] in m.content and m.tokens != tokens)
    return next(around, None) or []


def _speaker_of(article: Article, meant: list[Figure]) -> Speaker | None:
    """One speaker of one or several figures: several names are joined by "; "."""
    if not meant:
        return None
    if len(meant) == 1:
        roles = told(meant[0].roles)
        spans = tuple(article.span(r.start, r.end) for r in roles)
        return Speaker(meant[0].name, meant[0].type, ", ".join(r.text for r in roles) or None, spans)
    kinds = {f.type for f in meant}
    return Speaker("; ".join(f.name for f in meant), meant[0].type if len(kinds) == 1 else "unnamed")
