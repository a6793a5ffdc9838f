"""The features of a pair of appearances, by the kind of pair: what the evidence of both says of their being one."""

from dataclasses import dataclass
from typing import Final, Literal

PairKind = Literal["names", "surname", "one word", "bodies"]
"""Two full names; a surname and a full name; two names of one word; two bodies, of which one may be a single word."""

CIRCUMSTANCES: Final = (
    "same office and place",  # by role_comparison
    "same office",
    "roles clash",
    "no office in common",  # though both have one
    "affiliation in common",  # a name in both roles
    "affiliation in the other's article",
    "no affiliation in common",  # though both have one
    "town or state in common",
    "country in common",
    "other country",  # both roles name one
    "words in common",  # of the roles, as a share
    "only one has a role",
    "no role",
    "names in common",  # of the articles, as a share
    "topic in common",
    "set in one country",
    "set in another country",
    "surroundings unknown",
)
FEATURES: Final[dict[PairKind, tuple[str, ...]]] = {
    "names": (
        "name odds",
        "other spelling of a western name",
        "other spelling of a short name",
        "other spelling",
        "other form",
        "name left out",
        "initial left out",
        "turned",
        "common name",
        "common name, other form",
        "common name, nothing in common",
        "said in an article",
        "only one is Jr. or a number",
        "only one is Jr. or a number, nothing in common",
        *CIRCUMSTANCES,
    ),
    "surname": (
        "name odds",
        "only one is Jr. or a number",
        "only one is Jr. or a number, nothing in common",
        "common name",
        "first name",
        "addressed",
        "body's surroundings",
        *CIRCUMSTANCES,
    ),
    "one word": (
        "common name",
        "first name",
        "addressed",
        "body's surroundings",
        "an everyday word",
        "written as no surname is",
        "place",
        "one is a body",
        "other spelling",
        "only one is Jr. or a number",
        "only one is Jr. or a number, nothing in common",
        *CIRCUMSTANCES,
    ),
    "bodies": (
        "same core",
        "same core, other spelling",
        "kind added",
        "small words added",
        "words added",
        "acronym",
        "acronym said",
        "acronym of another",
        "acronym of few letters",
        "both general",
        "same owner",
        "other town or state",
        "only one has a town or state",
        "owner left out, set there",
        "owner left out, set elsewhere",
        "owner left out, general",
        "general, set in one country",
        "general, set in another country",
        "general, town in common",
        "general, other town",
        "unnamed",
        "an everyday word",
        "names in common",
        "topic in common",
        "surroundings unknown",
    ),
}
"""The features of each kind of pair, in the order of the vectors."""


@dataclass(frozen=True, slots=True)
class LinkFeatures:
    """A pair's kind and the values of its features; ``never``: why the two cannot be one, where that is so."""

    kind: PairKind
    values: dict[str, float]
    reason: str
    never: str = ""

    @property
    def vector(self) -> list[float]:
        """The values in the order of :data:`FEATURES`."""
        return [self.values.get(name, 0.0) for name in FEATURES[self.kind]]
