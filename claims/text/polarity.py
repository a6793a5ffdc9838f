"""Polarity: what a claim is for and against, by its cue and its content, and whether two claims oppose each other."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final, Literal

from claims.lexicons import rows, word_set, words
from claims.records import Stance
from claims.text.canonical import STOP_WORDS, stem, stems, stems_in_order
from claims.text.negation import is_negation, negations, scopes

CueSense = Literal["asserts", "denies", "favours", "opposes", "leaves open"]
Attitude = Literal["asserts", "negates", "wants", "favours", "opposes"]

_OPPOSING: Final = stems(words("cues.opposes"))
_FAVOURING: Final = stems(words("cues.favours"))
_TAKING_SIDES: Final = _FAVOURING | _OPPOSING
_DENYING: Final = stems(words("cues.denies"))
_AGAINST: Final = stems(words("cues.against"))
_WITHHELD: Final = stems(words("slots.withheld"))
_SPEECH: Final = stems(words("cues.speech"))
_WANTS: Final = stems(words("cues.wants"))
_FAVOURS_WITH: Final = stems(words("cues.favours_with"))
_OBJECTS: Final = _OPPOSING | stems(words("cues.objects"))
_ADVERBS: Final = word_set("function_words.own_adverbs")
_OWN_SUBJECTS: Final = word_set("function_words.own_subjects")
_PREPOSITIONS: Final = frozenset({"for", "to"})
_OPENINGS: Final = _PREPOSITIONS | {"that"}
_CALLING: Final = _PREPOSITIONS | {"on", "upon"}
_NO_DIFFERENCE: Final = ({"wants", "asserts"}, {"wants", "favours"})
"""Attitudes that may be one: "vowed to stay", "said she would stay"; "demanded that he resign", "said he should"."""
_AGAINST_EACH_OTHER: Final = ({"favours", "opposes"}, {"wants", "opposes"})
NEGATED: Final = "only one of them is negated"
"""What two claims are opposed in of which one negates what the other states."""
_NEAR: Final = 3
"""Words before a verb among which a negation of it stands."""
_POLES: Final = tuple(
    (root, (axis, side))
    for axis, row in enumerate(rows("opposites.opposites"))
    for side, words in enumerate((row[: row.index("|")], row[row.index("|") + 1 :]))
    for root in stems(words)
)
_POLES_OF: Final = {root: frozenset(pole for r, pole in _POLES if r == root) for root, _ in _POLES}
"""Stems that have an opposite, each with its axes and the side on which it stands there."""


def _stems_of_cue(words: Sequence[str]) -> frozenset[str]:
    """The stems of a cue; "back" after a verb is none: "fired back" backs nothing, "refused to back" does."""
    before = ("to", *words)
    return frozenset(stem(w) for place, w in enumerate(words) if w != "back" or before[place] == "to")


@lru_cache(maxsize=16_384)
def cue_sense(words: tuple[str, ...], stance: Stance) -> CueSense:
    """What the canonical words of a cue do to the content; ``stance`` decides where the words say neither."""
    roots = _stems_of_cue(words)
    negated = (negations(words) - sum(stem(w) in _DENYING and is_negation(w) for w in words)) % 2 == 1
    if roots & _WITHHELD and negations(words) % 2 and stem("deny") not in roots:
        return "leaves open"  # "declined to say", "did not mention"
    if roots & _DENYING:
        return "asserts" if negated else "denies"
    if roots & _OPPOSING:
        return "favours" if negated else "opposes"
    if roots & _FAVOURING:
        return "opposes" if negated else "favours"
    return "denies" if negated or stance == "denying" else "asserts"


@lru_cache(maxsize=16_384)
def withholds(cue: tuple[str, ...]) -> bool:
    """Whether the canonical words of a cue say what was not done or said: "refused to back", but not "denied"."""
    return negations(cue) % 2 == 1 and _DENYING.isdisjoint(_stems_of_cue(cue))


def own_attitude(content: Sequence[str]) -> CueSense:
    """Whether the speaker speaks for or against something inside the content: "she supports the plan".

    What others do there ("critics condemn the plan") is none of the speaker's.
    """
    if _TAKING_SIDES.isdisjoint(stems_in_order(tuple(content))):
        return "asserts"
    for place, word in enumerate(content):
        if stem(word) in _TAKING_SIDES and _is_own(content[:place]):
            negated = any(map(is_negation, content[max(0, place - _NEAR) : place]))
            return "opposes" if (stem(word) in _OPPOSING) != negated else "favours"
    return "asserts"


def _is_own(before: Sequence[str]) -> bool:
    """Whether what stands before a verb makes the speaker its subject, or nobody."""
    for word in reversed(before):
        if word in _OWN_SUBJECTS:
            return True
        if word not in STOP_WORDS and not word.endswith("ly") and word not in _ADVERBS:
            return False
    return True


def attitude(cue: tuple[str, ...], content: Sequence[str], own: CueSense) -> Attitude:
    """What a claim does with its content, from the canonical words of its cue and its content.

    ``own`` is what the speaker does inside the content.

    "pressed his attack that ..." asserts what the clause says; "rejected the plan" opposes the plan.
    """
    opening = content[0] if content and content[0] in _OPENINGS else ""
    return _attitude(cue, opening, own, _is_to_be_opposed(content))


def _is_to_be_opposed(content: Sequence[str]) -> bool:
    """Whether a content that is wanted is to be against something: "members to oppose the merger"."""
    return "to" in content and any(
        before == "to" and stem(word) in _AGAINST and not any(map(is_negation, content[:place]))
        for place, (before, word) in enumerate(pairwise(content))
    )


@lru_cache(maxsize=16_384)
def _attitude(cue: tuple[str, ...], opening: str, own: CueSense, to_be_opposed: bool) -> Attitude:
    roots, negated = _stems_of_cue(cue), negations(cue) % 2 == 1
    if roots & _OBJECTS and opening != "that":
        return "favours" if negated else "opposes"
    if roots & _FAVOURING:
        return "opposes" if negated else "favours"
    calls = roots & _FAVOURS_WITH and (_CALLING & {*cue} or opening in _PREPOSITIONS)
    if calls or (roots & _WANTS and opening != "that"):
        return "opposes" if negated != to_be_opposed else "wants"
    if negated:
        return "negates"  # "refused to say whether she supports it" supports nothing
    if own == "asserts":
        return "asserts"
    return "favours" if own == "favours" else "opposes"


def attitudes_differ(one: Attitude, other: Attitude) -> bool:
    """Whether two claims do something else with their contents; to want something done is also to say it shall be."""
    return one != other and {one, other} not in _NO_DIFFERENCE


def take_sides(one: Attitude, other: Attitude) -> bool:
    """Whether one is for what the other is against."""
    return {one, other} in _AGAINST_EACH_OTHER


@lru_cache(maxsize=16_384)
def stems_of_cue(cue: tuple[str, ...]) -> frozenset[str]:
    """The stems of a cue's canonical words that say more than that something was said."""
    return frozenset(stem(w) for w in cue if w not in STOP_WORDS) - _SPEECH - _WANTS


@dataclass(frozen=True, slots=True)
class Polarity:
    """What a claim says yes and no to.

    ``scopes`` has the content's stems that each negation reaches, the nearest first; ``plain`` are those outside
    of any negation. ``cue`` is the sense of the cue, ``own`` the attitude that the speaker takes in the content;
    ``against``: whether anybody in the content is against something, and not "not"; ``poles`` are the axes and
    sides of the plain stems that have an opposite ("open", "closed").
    """

    scopes: tuple[tuple[str, ...], ...]
    plain: frozenset[str]
    cue: CueSense
    own: CueSense
    against: bool
    poles: frozenset[tuple[int, int]]

    @property
    def reached(self) -> frozenset[str]:
        """Every stem that a negation reaches."""
        return frozenset(root for scope in self.scopes for root in scope)


def polarity(content: tuple[str, ...], cue: tuple[str, ...], stance: Stance) -> Polarity:
    """The polarity of a claim from the canonical words of its content and its cue."""
    said = _polarity_of(content[content[:1] == ("that",) :])
    return Polarity(said.scopes, said.plain, cue_sense(cue, stance), said.own, said.against, said.poles)


@lru_cache(maxsize=2_048)
def _polarity_of(content: tuple[str, ...]) -> Polarity:
    """The polarity of what the canonical words of a content assert; outlets print the same with other cues."""
    reached: dict[int, list[str]] = defaultdict(list)
    plain: set[str] = set()
    for root, reaching in scopes(content):
        if reaching:
            reached[reaching[-1]].append(root)
        else:
            plain.add(root)
    negated = set().union(*reached.values())
    return Polarity(
        tuple(map(tuple, reached.values())),
        frozenset(plain),
        "asserts",
        own_attitude(content),
        not _AGAINST.isdisjoint(stems_in_order(content))
        and not _AGAINST.isdisjoint({*stems_in_order(content)} - (negated - plain)),
        frozenset([pole for root in _POLES_OF.keys() & plain for pole in _POLES_OF[root]]),
    )


def opposed(a: Polarity, b: Polarity) -> str | None:
    """In what two claims oppose each other, in words; None where they do not."""
    if _sides(a, b) in ({"favours", "opposes"}, {"favours", "denies"}):
        return "one speaks for it, the other against it"
    if {a.cue, b.cue} == {"asserts", "denies"}:
        # "denied that he paid" and "said that he did not pay" agree.
        denied, other = (a, b) if a.cue == "denies" else (b, a)
        agrees = not denied.scopes and other.reached & denied.plain
        return None if agrees else "one denies it"
    if "leaves open" in (a.cue, b.cue) or (a.cue != b.cue and "denies" in (a.cue, b.cue)):
        return None  # "did not mention the mill", "criticised the mill"
    one_negated = len(a.scopes) % 2 != len(b.scopes) % 2
    if one_negated and (_negates(a, b) or _negates(b, a)):
        return NEGATED
    if not (a.scopes or b.scopes):
        return _opposite_words(a, b)
    return None


def _sides(a: Polarity, b: Polarity) -> set[CueSense]:
    """The senses of two cues; where one only asserts and the other takes sides, what the content of the one does."""
    taken = ("favours", "opposes")
    one = a.own if a.cue == "asserts" and b.cue in taken else a.cue
    other = b.own if b.cue == "asserts" and a.cue in taken else b.cue
    return {one, other}


def _negates(one: Polarity, other: Polarity) -> bool:
    """Whether one content negates what the other states plainly: the next word, and half of what is reached."""
    if not one.scopes:
        return False
    stated = other.plain - other.reached
    return any(
        scope[0] in stated - one.plain and 2 * sum(root in stated for root in scope) >= len(scope)
        for scope in one.scopes
    )


def _opposite_words(a: Polarity, b: Polarity) -> str | None:
    """Whether one side has a word and the other only its opposite."""
    for axis, side in a.poles:
        other = axis, 1 - side
        if other in b.poles and other not in a.poles and (axis, side) not in b.poles:
            return "they use opposite words"
    return None
