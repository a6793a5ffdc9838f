"""What two appearances' roles, places and articles say of their being one speaker, whatever their names."""

import math

from claims.linking.evidence import Evidence, Words
from claims.linking.role_comparison import agreement


def circumstances(one: Evidence, other: Evidence) -> dict[str, float]:
    """The features that do not depend on the names, those of no weight left out."""
    found = _of_roles(one, other) | of_articles(one, other)
    a, b = one.places, other.places
    if a.countries and b.countries:
        shared = bool(a.countries & b.countries)
        found["country in common" if shared else "other country"] = 1.0
        found["town or state in common"] = float(bool(a.narrow & b.narrow))
    has = [bool(e.roles.text or e.roles.affiliations or e.roles.words) for e in (one, other)]
    if has[0] != has[1]:
        found["only one has a role"] = 1.0
    elif not any(has):
        found["no role"] = 1.0
    return found


def _of_roles(one: Evidence, other: Evidence) -> dict[str, float]:
    a, b = one.roles, other.roles
    found: dict[str, float] = {}
    if a.text and b.text:
        roles = agreement(a.text, b.text)
        found["same office and place"] = float(roles == "same office and place")
        found["roles clash"] = float(roles in ("another field", "another place"))
    if a.offices and b.offices:
        found["same office" if a.offices & b.offices else "no office in common"] = 1.0
    if a.affiliations & b.affiliations:
        found["affiliation in common"] = 1.0
    elif a.affiliations & other.shown.names or b.affiliations & one.shown.names:
        found["affiliation in the other's article"] = 1.0
    elif a.affiliations and b.affiliations:
        found["no affiliation in common"] = 1.0
    found["words in common"] = _share(a.words, b.words)
    return found


def of_articles(one: Evidence, other: Evidence) -> dict[str, float]:
    """The features of the articles alone."""
    a, b = one.shown, other.shown
    if not (a.known and b.known):
        return {"surroundings unknown": 1.0}
    found = {"names in common": _share(a.names, b.names), "topic in common": _share(a.topic, b.topic)}
    if a.country and b.country:
        found["set in one country" if a.country == b.country else "set in another country"] = 1.0
    return found


def _share(one: Words, other: Words) -> float:
    """The cosine of two sets of words."""
    shared = 0 if one.isdisjoint(other) else len(one & other)
    return shared / math.sqrt(len(one) * len(other)) if shared else 0.0
