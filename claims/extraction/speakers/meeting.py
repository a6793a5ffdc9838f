"""What the text between the mentions brings to mind: names, pronouns, nouns that tell a sex."""

from typing import Final

from claims.extraction.speakers import lexicon
from claims.extraction.speakers.cast import Figure
from claims.extraction.speakers.descriptions import who_has_role
from claims.extraction.speakers.figures import described_figures, introduce
from claims.extraction.speakers.mentions import PRONOUNS, read_mention
from claims.extraction.speakers.naming import Use
from claims.extraction.speakers.phrases import phrase_start
from claims.extraction.speakers.scene import OTHER, OWNER, SUBJECT, WHO_IS_ASKED, sex_fits
from claims.extraction.speakers.telling import LEAST_STANDING, SEX_OF_PRONOUN, Telling, holder
from claims.names import key

_RECENT: Final = 6
_PREDICATES: Final = frozenset(
    {"is", "was", "be", "been", "being", "became", "become", "as", "like", "not", "are"}
)
ASKED: Final = frozenset({"ask", "asks", "asked", "pressed", "questioned"})


def meet_name(telling: Telling, use: Use) -> None:
    """Note whom a name speaks of."""
    figure = holder(telling, use)
    if figure is None:
        return
    telling.holders[use.first] = figure
    figure.bare_uses += use.is_single and key(use.name) == figure.family
    weight = _prominence(telling, use)
    telling.scene.refer(figure, use.first, weight)
    if figure.type == "organisation" and (head := _head_of(telling, use)):
        telling.scene.refer(head, use.first, weight)


def _head_of(telling: Telling, use: Use) -> Figure | None:
    """The person whom a body's name begins with: "the Roe campaign", which "he" may follow."""
    first, *others = use.name.split()
    found = telling.cast.persons(first) if others else []
    return found[0] if len(found) == 1 and found[0].family == key(first) else None


def _prominence(telling: Telling, use: Use) -> float:
    """How much a name brings its figure forward: the first in a sentence, if nothing governs it, the most."""
    tokens = telling.page.tokens
    sentence = tokens[use.first].sentence
    if use.last < len(tokens) and tokens[use.last].text in {"'s", "’s"}:
        return OWNER
    before = tokens[use.start - 1] if use.start else None
    governed = before is not None and before.sentence == sentence and before.bare in lexicon.PREPOSITIONS
    if before is not None and before.sentence == sentence and before.bare in ASKED:
        return WHO_IS_ASKED
    recent = telling.scene.references[-_RECENT:]
    if governed or any(r.sentence == sentence and r.weight >= SUBJECT for r in recent):
        return OTHER
    return SUBJECT


def refer_to_owner(telling: Telling, owner: Use, at: int) -> None:
    """Note that a speaker is somebody's campaign, office or staff, whom "he" may mean just after."""
    figure = holder(telling, owner)
    if figure is not None and figure.type == "person":
        telling.scene.refer(figure, at, SUBJECT)


def meet_word(telling: Telling, at: int) -> None:
    """Note a pronoun for a person, or a noun that tells the sex ("a woman"), which later pronouns may mean."""
    token = telling.page.tokens[at]
    sex = SEX_OF_PRONOUN.get(PRONOUNS.get(token.bare, ""))
    if sex is not None:
        figure, worth = telling.scene.likeliest(at, lambda f: sex_fits(f, sex))
        if figure is not None and worth >= LEAST_STANDING:
            telling.scene.refer(figure, at, SUBJECT if token.bare in {"he", "she"} else OWNER)
    elif token.text.islower() and token.bare in lexicon.PERSON_NOUNS and at not in telling.uses_at:
        _meet_person(telling, at)


def _meet_person(telling: Telling, at: int) -> None:
    """Note a noun for a person: one that tells the sex, somebody new ("an usher"), or whoever has that role."""
    tokens = telling.page.tokens
    start = phrase_start(telling.page, at)
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    owns = following in {"'s", "’s"}
    if start == at:
        return
    reading = read_mention(telling.page, range(start, at + 1), telling.uses_at)
    if reading.kind != "described" or reading.category != "person":
        return
    if lexicon.sex_of_noun(tokens[at].bare):
        for figure in () if owns else described_figures(telling, reading, start):
            telling.scene.refer(figure, at, OTHER)
    elif tokens[start].bare == "the":
        if holder_of_role := who_has_role(reading, at, telling.scene, telling.cast):
            telling.scene.refer(holder_of_role, at, OWNER if owns else OTHER)
    elif tokens[start].bare in {"a", "an"} and not _is_predicate(telling, start):
        introduce(telling, reading, start)


def _is_predicate(telling: Telling, start: int) -> bool:
    """Whether "a senator" is said of somebody, and is nobody new: "he is a senator", "Jane Roe, a senator"."""
    before = telling.page.tokens[start - 1] if start else None
    return before is not None and (not before.is_word or before.bare in _PREDICATES)
