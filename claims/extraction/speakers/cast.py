"""The persons and bodies that an article names: all uses of one name gathered under its fullest form."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from rapidfuzz.distance import OSA

from claims.extraction.speakers import lexicon
from claims.extraction.speakers.lexicon import Sex
from claims.extraction.speakers.naming import Use, UseKind, is_common, is_placed
from claims.extraction.speakers.page import Page
from claims.extraction.speakers.roles import Role, role_nouns, roles
from claims.names import first_names_agree, key, parse
from claims.records import SpeakerType

_SHE: Final = frozenset({"she", "her", "hers", "herself"})
_HE: Final = frozenset({"he", "him", "his", "himself"})
_INTO_NEXT: Final = 5
_SHORTEST_MISSPELT: Final = 5
_LONG: Final = 9
_LONGEST_ACRONYM: Final = 4
_SMALL: Final = frozenset({"the", "of", "for", "and", "on", "a", "an", "to", "&"})


@dataclass(slots=True, eq=False)
class Figure:
    """Somebody or something that can speak; two are equal only if they are one.

    ``family`` and ``given`` are keys of a person's names, ``suffix`` that of "Jr.". ``full_uses`` counts how
    often the full name stands again, ``bare_uses`` the surname alone so far, ``told`` a surname with a title
    that can only be this person's; ``first_at`` is the first token. ``named`` says that it has a name or a description
    with one; ``thing`` that it may be no person at all.
    """

    name: str
    type: SpeakerType
    sex: Sex | None = None
    family: str = ""
    given: tuple[str, ...] = ()
    suffix: str = ""
    plural: bool = False
    full_uses: int = 0
    bare_uses: int = 0
    told: int = 0
    named: bool = True
    thing: bool = False
    first_at: int = 0
    roles: list[Role] = field(default_factory=list)


@dataclass(slots=True)
class Cast:
    """The figures of an article, found by a surname, a first name or a body's name, all as keys."""

    figures: list[Figure] = field(default_factory=list)
    families: defaultdict[str, list[Figure]] = field(default_factory=lambda: defaultdict(list))
    firsts: defaultdict[str, list[Figure]] = field(default_factory=lambda: defaultdict(list))
    bodies: dict[str, Figure] = field(default_factory=dict)

    def add_person(self, name: str, sex: Sex | None) -> Figure:
        """A new person under a name."""
        parts = parse(name)
        given = tuple(key(w) for w in parts.given)
        suffix = key(parts.suffixes[0]) if parts.suffixes else ""
        figure = Figure(name, "person", sex, key(parts.family), given, suffix)
        self.figures.append(figure)
        self.families[figure.family].append(figure)
        if given:
            self.firsts[given[0]].append(figure)
        return figure

    def add_body(self, name: str, *, named: bool = True) -> Figure:
        """The body of that name or description, new if there is none yet."""
        if (known := self.bodies.get(key(name))) is None:
            known = Figure(name, "organisation", named=named)
            self.figures.append(known)
            self.bodies[key(name)] = known
        return known

    def persons(self, name: str) -> list[Figure]:
        """The persons whom a name may mean: by surname and first name, or by first name alone."""
        parts = parse(name)
        family = key(parts.family)
        found = self.families.get(family, [])
        if parts.given:
            suffix = key(parts.suffixes[0]) if parts.suffixes else ""
            named = [f for f in found if not f.given or _agree(parts.given[0], f.given)]
            return [f for f in named if f.suffix == suffix] or named
        return found or self.firsts.get(family, [])

    def misspelt(self, name: str) -> Figure | None:
        """The only person whose surname differs from a name by one letter, by two in long names."""
        wanted = key(name)
        most = (len(wanted) >= _SHORTEST_MISSPELT) + (len(wanted) >= _LONG)
        found = [
            figure
            for family, figures in self.families.items()
            for figure in figures
            if most and figure.given and OSA.distance(family, wanted, score_cutoff=most) <= most
        ]
        return found[0] if len(found) == 1 else None

    def body(self, name: str) -> Figure | None:
        """The body that a name means: by its own name, an acronym or a short form."""
        if known := self.bodies.get(key(name)):
            return known
        bodies = self.bodies.values()
        if name.isupper():
            letters = name.replace(".", "").casefold()
            return next((b for b in bodies if _initials(b.name) == letters), None)
        words = [w for w in name.casefold().split() if w not in _SMALL]
        found = [b for b in bodies if _is_short_for(words, b.name.casefold().split())]
        return found[0] if len(found) == 1 else None


def _begin_alike(one: tuple[str, ...], given: tuple[str, ...]) -> bool:
    """Whether two names begin with one first name, in full or as an initial: not "Rafael" and "Ted"."""
    return (
        bool(one) and bool(given) and (key(one[0]).startswith(given[0]) or given[0].startswith(key(one[0])))
    )


def _agree(first: str, given: tuple[str, ...]) -> bool:
    return any(first_names_agree(first, g) for g in given)


def gather(page: Page, uses: Iterable[Use], alone: Collection[int]) -> Cast:
    """The figures behind the uses of names, full names first, so that a surname finds its full name anywhere.

    ``alone`` are the numbers of tokens that are a mention by themselves: such a name is a speaker's.
    """
    uses = _settled(list(uses))
    cast = Cast()
    for use in uses:
        if use.kind == "person" and not use.is_single:
            _meet(page, cast, use)
    for use in sorted((u for u in uses if u.kind == "body"), key=lambda u: -len(u.name)):
        if not (use.name.isupper() and cast.families.get(key(use.name))):  # a surname in capitals
            _add_body(page, cast, use)
    placed = {u.name for u in uses if is_placed(page, u)}
    for use in uses:
        single = use.kind == "unknown" and use.is_single
        titled = use.kind == "person" and use.is_single
        first_name = single and use.name.casefold() in lexicon.FIRST_NAMES and use.name not in placed
        people = use.name.casefold() in lexicon.ADJECTIVES | lexicon.PLACES  # "Chinese"
        speaks = single and use.first in alone and not is_common(use.name) and not people
        if (titled or first_name or speaks) and not _known_as(page, cast, use):
            if near := cast.misspelt(use.name):
                cast.families[key(use.name)].append(near)
                continue
            name = use.name.title() if use.name.isupper() and len(use.name) > _LONGEST_ACRONYM else use.name
            figure = cast.add_person(name, use.sex or lexicon.sex_of_first_name(use.name.casefold()))
            figure.first_at = use.first
    for use in uses:
        _learn(page, cast, use)
    _vote_on_sex(page, cast, uses)
    return cast


def _settled(uses: list[Use]) -> list[Use]:
    """The uses with one kind for each name: what one place tells of a name holds for all."""
    kinds: dict[str, set[UseKind]] = defaultdict(set)
    for use in uses:
        kinds[use.name].add(use.kind)
    return [replace(use, kind=_settled_kind(use, kinds[use.name])) for use in uses]


def _settled_kind(use: Use, kinds: set[UseKind]) -> UseKind:
    if use.title or use.kind not in ("person", "unknown"):
        return use.kind
    return next((kind for kind in ("body", "person") if kind in kinds), use.kind)


def _meet(page: Page, cast: Cast, use: Use) -> None:
    """Gather a full name: under the person of that name, whose fullest form is kept, or as a new person."""
    words = use.name.split()
    suffixes = parse(use.name).suffixes
    suffix = key(suffixes[0]) if suffixes else ""
    for figure in cast.persons(use.name):
        if figure.given and use.sex in (None, figure.sex) and figure.suffix == suffix:
            figure.full_uses += 1
            if len(words) > len(figure.name.split()) and _begin_alike(parse(use.name).given, figure.given):
                figure.name = use.name
            figure.roles += [
                r for r in roles(page, use) if r.text not in {known.text for known in figure.roles}
            ]
            return
    figure = cast.add_person(use.name, use.sex or lexicon.sex_of_first_name(words[0].casefold()))
    figure.first_at = use.first
    figure.roles += roles(page, use)


def _known_as(page: Page, cast: Cast, use: Use) -> bool:
    """Whether a surname or first name belongs to somebody the article names in full, as far as sex and title go.

    News style gives the full name first. A titled surname before any full name ("President Roe" before "the
    first lady, Jane Roe") is somebody else, unless the full name has that title, too, or none.
    """
    found = [f for f in cast.persons(use.name) if not use.sex or f.sex in (None, use.sex)]
    titles = set(role_nouns([t.bare for t in page.tokens[use.start : use.first]]))
    if not titles:
        return bool(found)
    return any(f.first_at < use.first or not f.roles or any(titles & r.nouns for r in f.roles) for f in found)


def _add_body(page: Page, cast: Cast, use: Use) -> None:
    """Gather a body's name; "The" belongs to it where it has a capital inside a sentence."""
    name = use.name
    before = page.tokens[use.start - 1] if use.start else None
    if before is not None and before.text == "The" and not before.opens:
        name = f"The {name}"
    figure = cast.body(use.name) or cast.add_body(name)
    cast.bodies[key(use.name)] = figure
    if key(figure.name) == key(name) and len(name) > len(figure.name):
        figure.name = name


def _learn(page: Page, cast: Cast, use: Use) -> None:
    """Add what the words around a use tell of the person."""
    if use.kind not in ("person", "unknown"):
        return
    found = cast.persons(use.name)
    if use.sex:
        found = [f for f in found if f.sex in (None, use.sex)]
    if use.title and len(found) > 1 and use.is_single:
        found = [f for f in found if not f.given] or found
    if len(found) != 1 or (use.kind == "unknown" and found[0].family != key(use.name)):
        return
    figure = found[0]
    figure.told += use.is_single
    known = {r.text for r in figure.roles}
    figure.roles += [r for r in roles(page, use) if r.text not in known]
    figure.sex = figure.sex or use.sex or next((r.sex for r in figure.roles if r.sex), None)


def _vote_on_sex(page: Page, cast: Cast, uses: list[Use]) -> None:
    """Give persons of unknown sex that of the pronouns that follow them with no other person between."""
    votes: dict[Figure, int] = defaultdict(int)
    names = [u for u in uses if u.kind in ("person", "unknown")]
    for use, following in zip(names, [*names[1:], None], strict=False):
        found = cast.persons(use.name)
        if len(found) == 1 and not found[0].sex:
            pronoun = _next_pronoun(page, use.last, following.start if following else len(page.tokens))
            votes[found[0]] += (pronoun in _HE) - (pronoun in _SHE)
    for figure, vote in votes.items():
        if vote:
            figure.sex = "man" if vote > 0 else "woman"


def _next_pronoun(page: Page, at: int, end: int) -> str:
    """The first pronoun for a person in this sentence or at the beginning of the next; empty if there is none."""
    tokens = page.tokens
    last = tokens[at - 1]
    end = min(end, len(tokens))
    into_next = 0
    for token in tokens[at:end]:
        into_next += token.sentence > last.sentence
        if token.block != last.block or into_next > _INTO_NEXT:
            break
        if token.quoted == last.quoted and token.bare in _HE | _SHE:
            return token.bare
    return ""


def _initials(name: str) -> str:
    words = [w for w in name.casefold().replace("-", " ").split() if w not in _SMALL]
    return "".join(w[0] for w in words) if len(words) > 1 else ""


def _is_short_for(words: list[str], name: list[str]) -> bool:
    """Whether the words end a longer name ("the Post"), or begin it if they are no common word for bodies."""
    if not words or len(words) >= len(name):
        return False
    return name[-len(words) :] == words or (
        name[: len(words)] == words and lexicon.BODY_WORDS.isdisjoint(words)
    )
