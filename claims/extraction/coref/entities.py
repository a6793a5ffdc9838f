"""The persons and bodies that an article names: every name gathered under the fullest form of its entity's name."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from claims.extraction.coref import lexicon
from claims.extraction.coref.lexicon import Sex
from claims.extraction.coref.name_spans import NameKind, NameSpan, is_common, is_placed
from claims.extraction.coref.roles import Role, roles, title_nouns
from claims.extraction.coref.short_forms import (
    SMALL_WORDS,
    bracketed,
    company_short_forms,
    initials,
    is_short_for,
)
from claims.extraction.coref.tokens import TokenisedArticle
from claims.names import first_names_agree, key, parse
from claims.records import SpeakerType

_ONE_LETTER_OFF: Final = 5
"""From this length on a surname may be misspelt by one letter."""
_TWO_LETTERS_OFF: Final = 9
"""From this length on a surname may be misspelt by two letters."""
_DIGITS_OF_AGE: Final = 2
_AGE_REACH: Final = 3
"""Tokens before a name among which its age stands."""
_OF_BODIES: Final = lexicon.COMPANY_WORDS
_REMEMBERED: Final = 1_024  # an article says the same few names again and again
_LONGEST_ACRONYM: Final = 4
"""Up to this length a name in capitals stays so; a longer one is a surname in capitals."""


@dataclass(slots=True, eq=False)
class Entity:
    """A person, body or thing that can speak; two are equal only if they are one.

    ``name``: the fullest form in the article, or a description in its own words.
    ``type``: what it is; "unnamed" for a person under a description.
    ``sex``: of a person, where something shows it.
    ``family``, ``given``, ``suffix``: keys of a person's surname, first names and "Jr.".
    ``plural``: whether it is several.
    ``named``: whether it has a name, or a description with one.
    ``thing``: whether it may be no person at all.
    ``certain_uses``: how often a name of one word stands that can only be this person's.
    ``first_at``: the first token of the name where it first stands.
    ``roles``: what the article calls the person, in text order.
    ``age``: the person's years in figures, where the article gives them beside the name.
    ``types``: the probability of each type of name, where a network says it of the places where the name stands.
    ``noun``: of a description, the category of its noun ("person", "group", "document"); empty for names.
    """

    name: str
    type: SpeakerType
    sex: Sex | None = None
    family: str = ""
    given: tuple[str, ...] = ()
    suffix: str = ""
    plural: bool = False
    named: bool = True
    thing: bool = False
    certain_uses: int = 0
    first_at: int = 0
    roles: list[Role] = field(default_factory=list)
    age: str = ""
    types: dict[str, float] = field(default_factory=dict)
    noun: str = ""

    @property
    def surname(self) -> str:
        """The last word of a person's name; empty for others, and where it is the whole name."""
        return self.name.rpartition(" ")[2] if self.type == "person" and " " in self.name else ""


@dataclass(slots=True)
class EntityTable:
    """The entities of an article, found by the key of a surname, a first name or a body's name."""

    entities: list[Entity] = field(default_factory=list)
    by_surname: defaultdict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))
    by_given_name: defaultdict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))
    bodies: dict[str, Entity] = field(default_factory=dict)

    def add_person(self, name: str, sex: Sex | None) -> Entity:
        """A new person under a name."""
        parts = parse(name)
        given = tuple(key(w) for w in parts.given)
        suffix = key(parts.suffixes[0]) if parts.suffixes else ""
        entity = Entity(name, "person", sex, key(parts.family), given, suffix)
        self.entities.append(entity)
        self.by_surname[entity.family].append(entity)
        for word in (*given, *(key(w) for w in parts.family.split("-")[1:])):
            self.by_given_name[word].append(entity)
        return entity

    def add_body(self, name: str, *, named: bool = True) -> Entity:
        """The body of that name or description, new if there is none yet."""
        if (known := self.bodies.get(key(name))) is None:
            known = Entity(name, "organisation", named=named)
            self.entities.append(known)
            self.bodies[key(name)] = known
        return known

    def take_for_person(self, entity: Entity, sex: Sex) -> Entity:
        """The person that an entity is, where only the pronoun that refers to it shows that it is one.

        A surname that was taken for a body's name is whoever the article names in full by it: "the Roe plan" with
        "Jane Roe" elsewhere.
        """
        if entity.type != "organisation":
            return entity
        known = [e for e in self.by_surname.get(key(entity.name), []) if e.given and e.sex in (None, sex)]
        if len(known) == 1:
            return known[0]
        parts = parse(entity.name)
        entity.type, entity.thing, entity.sex = "person", False, sex
        entity.family, entity.given = key(parts.family), tuple(key(w) for w in parts.given)
        self.by_surname[entity.family].append(entity)
        self.bodies = {k: e for k, e in self.bodies.items() if e is not entity}
        return entity

    def persons(self, name: str) -> list[Entity]:
        """The persons whom a name may mean: by surname and first name, or by first name alone."""
        parts = parse(name)
        family = key(parts.family)
        found = self.by_surname.get(family, [])
        if parts.given:
            suffix = key(parts.suffixes[0]) if parts.suffixes else ""
            given = tuple(key(w) for w in parts.given)
            named = [e for e in found if not e.given or _agree(parts.given[0], e.given)]
            named = [e for e in named if not _clash(given, e.given)] or named
            return [e for e in named if e.suffix == suffix] or named or self._beginning_with(name)
        return found or self.by_given_name.get(family, [])

    def _beginning_with(self, name: str) -> list[Entity]:
        """The persons whose fuller name a name of several words begins: "Siti Aminah" of "Siti Aminah binti Osman"."""
        return [e for e in self.entities if e.type == "person" and e.name.startswith(f"{name} ")]

    def misspelt(self, name: str) -> Entity | None:
        """The only person whose surname differs from a name by one letter, by two in long names."""
        wanted = key(name)
        most = (len(wanted) >= _ONE_LETTER_OFF) + (len(wanted) >= _TWO_LETTERS_OFF)
        found = [
            entity
            for surname, entities in self.by_surname.items()
            for entity in entities
            if most and entity.given and OSA.distance(surname, wanted, score_cutoff=most) <= most
        ]
        return found[0] if len(found) == 1 else None

    def body(self, name: str) -> Entity | None:
        """The only body that a name means: by its own name, an acronym or a short form."""
        found = self.bodies_called(name)
        return found[0] if len(found) == 1 else None

    def bodies_called(self, name: str) -> list[Entity]:
        """The bodies that a name may mean."""
        if known := self.bodies.get(key(name)):
            return [known]
        bodies = dict.fromkeys(self.bodies.values())
        if name.isupper():
            letters = name.replace(".", "").casefold()
            return [b for b in bodies if letters in initials(b.name) or name in company_short_forms(b.name)][
                :1
            ]
        if name.casefold() in lexicon.PLACES:
            return []
        words = tuple(w for w in name.casefold().split() if w not in SMALL_WORDS)
        found = [b for b in bodies if is_short_for(words, _words_of(b.name))]
        return [b for b in found if _words_of(b.name)[: len(words)] == words] or found


@lru_cache(maxsize=_REMEMBERED)
def _words_of(name: str) -> tuple[str, ...]:
    return tuple(name.casefold().split())


def _begin_alike(one: tuple[str, ...], given: tuple[str, ...]) -> bool:
    """Whether two names begin with one first name, in full or as an initial: not "Rafael" and "Ted"."""
    return (
        bool(one) and bool(given) and (key(one[0]).startswith(given[0]) or given[0].startswith(key(one[0])))
    )


def _clash(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two with one first name have another second one: "Ali Musa" and "Ali Haider", but not "Ali M."."""
    return len(one) == len(other) == 2 and not _begin_alike(one[1:], other[1:])


def _agree(first: str, given: tuple[str, ...]) -> bool:
    return any(first_names_agree(first, g) for g in given)


def collect_entities(doc: TokenisedArticle, names: Iterable[NameSpan], alone: Collection[int]) -> EntityTable:
    """The entities behind the names, full names first, so that a surname finds its full name anywhere.

    ``alone`` are the numbers of tokens that are a mention by themselves: such a name is a speaker's.
    """
    names = _with_one_kind(list(names), alone)
    table = EntityTable()
    for span in names:
        if span.kind == "person" and not span.is_single:
            _add_full_name(doc, table, span)
    first = {n.name: n.start for n in reversed(names)}
    for span in sorted((n for n in names if n.kind == "body"), key=lambda n: -len(n.name)):
        if not (span.name.isupper() and table.by_surname.get(key(span.name))):  # a surname in capitals
            _add_body(doc, table, span, first)
    placed = {n.name for n in names if is_placed(doc, n)}
    for span in names:
        single = span.kind == "unknown" and span.is_single
        titled = span.kind == "person" and span.is_single
        first_name = single and lexicon.is_first_name(span.name) and span.name not in placed
        people = span.name.casefold() in lexicon.ORIGINS  # "Chinese"
        speaks = single and span.name_start in alone and not is_common(span.name) and not people
        if key(span.name) in table.bodies:
            continue
        longer = table.body(span.name) if speaks and not titled else None  # "Acme" beside "Acme AI"
        short = longer is not None and not _is_of_it(longer.name, span.name, first)
        if (titled or first_name or speaks) and not short and not _is_known(doc, table, span):
            if near := table.misspelt(span.name):
                table.by_surname[key(span.name)].append(near)
                continue
            name = (
                span.name.title() if span.name.isupper() and len(span.name) > _LONGEST_ACRONYM else span.name
            )
            entity = table.add_person(name, span.sex or lexicon.sex_of_given_names(span.name))
            entity.first_at = span.name_start
    for span in names:
        _add_details(doc, table, span)
    last_titles = [(n.title.split()[-1], e) for n in names if n.title for e in table.persons(n.name)]
    for span in names:
        _find_holder(doc, table, span, last_titles)
    return table


def _with_one_kind(names: list[NameSpan], alone: Collection[int]) -> list[NameSpan]:
    """The names with one kind for each name: what one place shows of a name holds for all.

    Who is called "Moe Kyi" shows that "Aung Win Moe Kyi" is a person, and that "Abera" speaks, "Workenesh Abera".
    """
    kinds: dict[str, set[NameKind]] = defaultdict(set)
    for span in names:
        kinds[span.name].add(span.kind)
    surnames = (n for n in names if n.kind in ("person", "unknown") and n.name_start in alone)
    full = (n for n in names if n.kind == "person" and not n.is_single)
    ends = tuple(f" {n.name}" for n in (*full, *surnames))
    for span in names:
        if span.kind == "unknown" and span.name.endswith(ends):
            kinds[span.name].add("person")
    return [replace(span, kind=_kind_of_name(span, kinds[span.name])) for span in names]


def _kind_of_name(span: NameSpan, kinds: set[NameKind]) -> NameKind:
    if span.title or span.kind not in ("person", "unknown"):
        return span.kind
    return next((kind for kind in ("body", "person") if kind in kinds), span.kind)


def _add_full_name(doc: TokenisedArticle, table: EntityTable, span: NameSpan) -> None:
    """Gather a full name: under the person of that name, whose fullest form is kept, or as a new person."""
    words = span.name.split()
    suffixes = parse(span.name).suffixes
    suffix = key(suffixes[0]) if suffixes else ""
    for entity in table.persons(span.name):
        given = tuple(key(w) for w in parse(span.name).given)
        same = entity.suffix == suffix and not _clash(given, entity.given)
        if entity.given and span.sex in (None, entity.sex) and same:
            if len(words) > len(entity.name.split()) and _begin_alike(parse(span.name).given, entity.given):
                entity.name = span.name
            _add_roles(doc, entity, span)
            return
    entity = table.add_person(span.name, span.sex or lexicon.sex_of_given_names(" ".join(words[:-1])))
    entity.first_at = span.name_start
    entity.roles += roles(doc, span)


def _add_roles(doc: TokenisedArticle, entity: Entity, span: NameSpan) -> None:
    known = {(r.text, r.owner) for r in entity.roles}
    entity.roles += [r for r in roles(doc, span) if (r.text, r.owner) not in known]


def _is_known(doc: TokenisedArticle, table: EntityTable, span: NameSpan) -> bool:
    """Whether a surname or first name belongs to somebody the article names in full, as far as sex and title go.

    News style gives the full name first. A titled surname before any full name ("President Roe" before "the
    first lady, Jane Roe") is somebody else, unless the full name has that title, too, or none.
    """
    found = [e for e in table.persons(span.name) if not span.sex or e.sex in (None, span.sex)]
    titles = title_nouns(doc, span)
    if not titles:
        return bool(found)
    return any(
        e.first_at < span.name_start or not e.roles or any(titles & r.nouns for r in e.roles) for e in found
    )


def _add_body(doc: TokenisedArticle, table: EntityTable, span: NameSpan, first: Mapping[str, int]) -> None:
    """Gather a body's name; "The" belongs to it where it has a capital inside a sentence.

    ``first`` says where each name stands first: what has a name before the article gives a longer one that begins with
    it is no short form, but whose that is: "Acme" before "Acme Rewards".
    """
    name = span.name
    before = doc.tokens[span.start - 1] if span.start else None
    if before is not None and before.text == "The" and not before.opens:
        name = f"The {name}"
    called = [e for e in table.bodies_called(span.name) if not _is_of_it(e.name, span.name, first)]
    if len(called) > 1:
        return  # whichever was last spoken of
    entity = called[0] if called else table.add_body(name)
    table.bodies[key(span.name)] = entity
    if not span.is_single and (short := bracketed(doc, span.end)):
        table.bodies.setdefault(key(short), entity)
    if key(entity.name) == key(name) and len(name) > len(entity.name):
        entity.name = name


def _is_of_it(longer: str, name: str, first: Mapping[str, int]) -> bool:
    """Whether a longer name is that of something which a body of one word has, rather than the body's own."""
    words = longer.casefold().replace(".", "").split()
    begins = words[:1] == [name.casefold()] and len(words) > 1 and _OF_BODIES.isdisjoint(words)
    return begins and first.get(name, 0) < first.get(longer, 0)


def _add_details(doc: TokenisedArticle, table: EntityTable, span: NameSpan) -> None:
    """Add what the words around a name show of the person."""
    if span.kind not in ("person", "unknown"):
        return
    found = table.persons(span.name)
    if span.sex:
        found = [e for e in found if e.sex in (None, span.sex)]
    if span.title and len(found) > 1 and span.is_single:
        found = [e for e in found if not e.given] or found
    if len(found) != 1 or (span.kind == "unknown" and found[0].family != key(span.name)):
        return
    entity = found[0]
    entity.certain_uses += span.is_single
    entity.age = entity.age or _age(doc, span)
    _add_roles(doc, entity, span)
    entity.sex = entity.sex or span.sex or next((r.sex for r in entity.roles if r.sex), None)


def _find_holder(
    doc: TokenisedArticle, table: EntityTable, span: NameSpan, titled: Collection[tuple[str, Entity]]
) -> None:
    """Take an office's initials for the only person who holds it: "the DCE" after "the District Chief Executive".

    ``titled`` has the last word of each title, and whose it is: "the CS" after "Treasury CS Jane Roe".
    """
    determined = span.start > 0 and doc.tokens[span.start - 1].bare == "the"
    known = table.bodies.get(key(span.name))
    if span.kind != "body" or not span.name.isupper() or not determined or known is None:
        return
    if known.name.removeprefix("The ") != span.name:
        return
    letters = span.name.replace(".", "")
    holders = {e for e in table.entities if any(_stand_for(letters, r) for r in e.roles)}
    holders |= {e for word, e in titled if word == span.name}
    if len(holders) == 1:
        table.bodies[key(span.name)] = holders.pop()
        table.entities.remove(known)


def _stand_for(letters: str, role: Role) -> bool:
    """Whether an office's letters are a role's, perhaps with that of the country: "AGP" of an attorney general."""
    if letters in role.text:
        return False
    short = frozenset[str]().union(*map(initials, role.offices))
    return letters.casefold() in short or (len(letters) > 2 and letters[:-1].casefold() in short)


def _age(doc: TokenisedArticle, span: NameSpan) -> str:
    """The age beside a name: "Jane Roe, 37," or "37-year-old Jane Roe"; empty if there is none."""
    after = [t.text for t in doc.tokens[span.end : span.end + 2]]
    if len(after) > 1 and after[0] in {",", "("} and after[1].isdigit() and len(after[1]) == _DIGITS_OF_AGE:
        return after[1]
    start = max(span.start - _AGE_REACH, doc.sentence_start(span.name_start))
    before = [t.bare for t in doc.tokens[start : span.name_start]]
    years = next((i for i, word in enumerate(before) if lexicon.age(word)), None)
    if years is None or not lexicon.NEWS_VERBS.isdisjoint(before[years:]):
        return ""  # "the 37-year-old said. Roe left"
    return lexicon.age(before[years])
