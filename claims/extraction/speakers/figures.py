"""The figures that a mention means, by what kind of mention it is."""

from collections import Counter
from collections.abc import Collection
from typing import Final

from claims.extraction.speakers import lexicon
from claims.extraction.speakers.cast import Figure
from claims.extraction.speakers.descriptions import body_described, person_described
from claims.extraction.speakers.lexicon import Sex
from claims.extraction.speakers.mentions import Reading, read_mention
from claims.extraction.speakers.naming import Use
from claims.extraction.speakers.phrases import antecedent, pairs
from claims.extraction.speakers.scene import SPEAKER, sex_fits
from claims.extraction.speakers.telling import LEAST_STANDING, SEX_OF_PRONOUN, Mention, Telling, holder

_LEAST_STANDING_OF_THINGS: Final = 0.4
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


def figures(telling: Telling, reading: Reading, mention: Mention) -> list[Figure]:
    """The figures that a mention means."""
    at = mention.tokens[0]
    found: list[Figure] = []
    match reading.kind:
        case "named":
            found = [_named(telling, use) for use in reading.names]
        case "he" | "she":
            found = _pronoun(telling, SEX_OF_PRONOUN[reading.kind], mention)
        case "they" | "it":
            found = _things(telling, at, plural=reading.kind == "they")
        case "pair":
            found = _pair(telling, at)
        case "who":
            found = _relative(telling, at)
        case "several":
            found = [f for part in reading.parts for f in figures(telling, part, mention)]
        case "i":
            found = [telling.author]
        case "you":
            found = [Figure("the reader", "unnamed")]
        case "described":
            found = described_figures(telling, reading, at)
    return found


def _named(telling: Telling, use: Use) -> Figure:
    figure = telling.holders.get(use.first) or holder(telling, use)
    if figure is None:
        figure = telling.cast.add_body(use.name)
        if use.kind == "person":
            figure.type = "person"
    return figure


def _pronoun(telling: Telling, sex: Sex, mention: Mention) -> list[Figure]:
    at = mention.tokens[0]
    tokens = telling.page.tokens
    quoted = {use for i in mention.content if (use := telling.uses_at.get(i)) and tokens[i].quoted}
    spoken_of = [f for use in quoted for f in telling.cast.persons(use.name)]
    here = telling.scene.in_block(at, lambda f: sex_fits(f, sex) > 0)
    if not here and (following := _named_behind_comma(telling, at, sex)):
        return [following]
    only = next(iter(here)) if len(here) == 1 else None
    ranked = telling.scene.ranked(
        at, lambda f: sex_fits(f, sex) * (_ONLY_ONE_HERE if f is only else 1.0), spoken_of
    )
    if ranked and ranked[0][1] >= LEAST_STANDING:
        even = len(ranked) > 1 and ranked[1][1] >= _EVEN * ranked[0][1]
        return [] if even else [ranked[0][0]]
    for i in range(at, min(at + _NAMED_AFTER, len(tokens))):  # "When he arrived, Roe said"
        use = telling.uses_at.get(i)
        if use and tokens[i].sentence == tokens[at].sentence and use.kind != "body":
            return [f for f in telling.cast.persons(use.name) if sex_fits(f, sex)][:1]
    return []


def _named_behind_comma(telling: Telling, at: int, sex: Sex) -> Figure | None:
    """Whom a sentence that opens with a pronoun's clause names as its subject: "Despite her doubts, Roe said"."""
    tokens = telling.page.tokens
    opening = tokens[telling.page.sentence_start(at)]
    if opening.bare not in lexicon.PREPOSITIONS | _OPENS_CLAUSE or opening.block != tokens[at].block:
        return None
    for i in range(at, min(at + _NAMED_AFTER, len(tokens) - 1)):
        if tokens[i].sentence != tokens[at].sentence or tokens[i].quoted != tokens[at].quoted:
            return None
        if tokens[i].text == ",":
            use = telling.uses_at.get(i + 1)
            if (
                use is None
                or use.start != i + 1
                or use.kind == "body"
                or tokens[use.last].text in {"'s", "’s"}
            ):
                return None
            found = [f for f in telling.cast.persons(use.name) if sex_fits(f, sex)]
            return found[0] if len(found) == 1 else None
        if i in telling.uses_at and telling.cast.persons(telling.uses_at[i].name):
            return None
    return None


def _things(telling: Telling, at: int, *, plural: bool) -> list[Figure]:
    def fits(figure: Figure) -> float:
        if figure.type == "person":
            return 0.0
        if plural:
            return 1.0 if figure.plural else 0.5 * (figure.type == "organisation")
        return float(not figure.plural and figure.type in ("organisation", "document"))

    figure, worth = telling.scene.likeliest(at, fits)
    together, since = telling.joint
    if (
        plural
        and together
        and telling.scene.faded(since, at, SPEAKER) > max(worth, _LEAST_STANDING_OF_THINGS)
    ):
        return list(together)
    if figure is not None and worth >= _LEAST_STANDING_OF_THINGS:
        return [figure]
    return _pair(telling, at) if plural else []


def _pair(telling: Telling, at: int) -> list[Figure]:
    """The two persons whom the last sentences join by "and"."""
    here = telling.page.tokens[at].sentence
    for pair in pairs(telling.page, telling.uses, at):
        if here - telling.page.tokens[pair[0].first].sentence > _PAIR_NEAR:
            break
        if figures := _persons(telling, pair):
            return figures
    return []


def _rivals(telling: Telling, at: int) -> list[Figure]:
    """Of all persons joined by "and" so far, the two of whom the article speaks most."""
    often = Counter(telling.holders.values())
    joined = [
        figures for pair in pairs(telling.page, telling.uses, at) if (figures := _persons(telling, pair))
    ]
    return max(joined, key=lambda figures: min(often[f] for f in figures), default=[])


def _persons(telling: Telling, pair: tuple[Use, Use]) -> list[Figure]:
    found = [f for use in pair if (f := telling.holders.get(use.first)) and f.type == "person"]
    return found if len(found) == len(pair) else []


def _relative(telling: Telling, at: int) -> list[Figure]:
    def is_person(use: Use) -> bool:
        placed = telling.page.tokens[use.start - 1].bare in lexicon.PREPOSITIONS and use.kind != "person"
        return not placed and bool(telling.cast.persons(use.name))

    found = antecedent(telling.page, telling.uses_at, is_person, at)
    if found is None:
        return []
    if isinstance(found, range):
        reading = read_mention(telling.page, found, telling.uses_at)
        if reading.kind != "described":
            return figures(telling, reading, Mention(tuple(found), frozenset()))
        # "Roe said to the nominee, who": the sentence's other persons are not the nominee.
        return described_figures(telling, reading, found.start, telling.scene.in_sentence(at))
    return [_named(telling, use) for use in found]


def described_figures(
    telling: Telling, reading: Reading, at: int, others: Collection[Figure] = ()
) -> list[Figure]:
    """The figure that a description means: one whom the article names, else one under the description's words."""
    told_before = _told_before(telling, reading, at)
    if told_before:
        return [told_before]
    if reading.plural and (pair := _both(telling, reading, at)):
        return pair
    if reading.category == "person" and not reading.definite:
        return [introduce(telling, reading, at)]
    figure = None
    if reading.category == "person":
        if reading.words[0] in lexicon.POSSESSIVES:
            others = {*others, *telling.scene.in_sentence(at)}
        figure = person_described(reading, at, telling.scene, telling.cast, others)
    elif reading.category == "body":
        figure = body_described(reading, at, telling.scene, telling.cast)
    if reading.plural or not reading.definite:
        return [figure or _unnamed(telling, reading)]
    proper = reading.proper if reading.owner is None else frozenset()
    distinguished = proper or lexicon.PARTIES[0].union(lexicon.PARTIES[1]).intersection(reading.words)
    name = reading.name if distinguished else reading.head
    found = figure or telling.known.get(name) or _unnamed(telling, reading)
    telling.known[name] = found
    return [found]


def introduce(telling: Telling, reading: Reading, at: int) -> Figure:
    """A new unnamed person, whom "the usher" may mean after "an usher"."""
    new = _unnamed(telling, reading)
    telling.introduced[reading.head] = (new, at)
    return new


def _told_before(telling: Telling, reading: Reading, at: int) -> Figure | None:
    """Whom the text just before gives to a description: an apposition's name, a misspelt surname's, "an aide"."""
    if reading.plural and len(reading.words) > 1:
        return None
    if figure := _set_off_from(telling, at):
        return figure
    if len(reading.words) == 1 and reading.name[:1].isupper():
        return telling.cast.misspelt(reading.name)
    introduced, since = telling.introduced.get(reading.head, (None, 0))
    return (
        introduced if reading.category == "person" and reading.determined and at - since <= _REACH else None
    )


def _both(telling: Telling, reading: Reading, at: int) -> list[Figure]:
    """The two persons whom a plural means: "both men", "the senators", "the candidates"."""
    two = bool(_TWO.intersection(reading.words))
    head = lexicon.role(reading.head)
    if reading.head not in lexicon.PERSON_NOUNS | _TWO or _MORE.intersection(reading.words):
        return []
    pair = _pair(telling, at) if two or reading.definite else []
    if pair and (two or all(any(head in r.nouns for r in f.roles) for f in pair)):
        return pair
    return _rivals(telling, at) if (two or reading.definite) and reading.head in _RIVALS | _TWO else []


def _set_off_from(telling: Telling, at: int) -> Figure | None:
    """The person named just before a description: "her daughter, Jane, a student"."""
    tokens = telling.page.tokens
    use = telling.uses_at.get(at - 2)
    if use is None or tokens[at - 1].text != "," or tokens[at].bare not in {"a", "an"}:
        return None
    figure = telling.holders.get(use.first)
    return figure if figure is not None and figure.type == "person" else None


def _unnamed(telling: Telling, reading: Reading) -> Figure:
    if reading.category == "body":
        return telling.cast.add_body(
            reading.name, named=not reading.name.islower() and "," not in reading.name
        )
    sex = next((s for w in reading.words if (s := lexicon.sex_of_noun(w))), None)
    return Figure(
        reading.name,
        "document" if reading.category == "document" else "unnamed",
        sex,
        plural=reading.plural,
        thing=reading.category == "unknown" and not reading.determined,
    )
