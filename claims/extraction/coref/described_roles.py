"""Whether an article's roles of a person are what a description says: no prime minister is "the interior minister"."""

from collections.abc import Set
from typing import Final

from claims.extraction.coref import lexicon
from claims.extraction.coref.entities import Entity
from claims.extraction.coref.mentions import ParsedMention
from claims.extraction.coref.name_spans import NameSpan
from claims.extraction.coref.pronouns import may_be_body
from claims.extraction.coref.roles import Role

_ONE_HOLDER: Final = frozenset({"president", "king", "queen", "pope"})
"""Offices that a bare "the" gives to the holder whom everybody knows, not to the head of some body."""
_OF_ALL: Final = frozenset({"prime"})
"""Words that tell an office from those of one field: a prime minister is none of labour."""
_LOWER: Final = frozenset({"vice", "deputy", "assistant"})
"""Words that make of an office that of another person, who stands below its holder."""
RELATIONS: Final = frozenset({"of", "for", "to", "at", "behind"})
"""Words behind a role's noun that lead to what the role is of."""
_NEW: Final = frozenset({"a", "an", "another", "one"})
"""Words that tell of what the article has not told before."""
_LEADERS: Final = (
    (lexicon.HOLDERS_ONLY - {"author"})
    | lexicon.COMPANY_TITLES
    | {"head", "manager", "boss", "captain", "editor", "leader"}
)
"""Nouns for somebody who leads or has something."""


def features_of_person(entity: Entity, parsed: ParsedMention, age: str) -> dict[str, float]:
    """What speaks for a description to mean a person."""
    head = lexicon.role(parsed.head)
    return {
        "age fits": float(bool(age) and entity.age == age),
        "another role": float(any(head not in r.nouns for r in entity.roles))
        + 2.0 * any(head in r.nouns for r in entity.roles),
        "has the names": float(bool(parsed.proper) and any(parsed.proper <= r.words for r in entity.roles)),
        "may be called so": float(may_be_body(entity)),
    }


def has_role(entity: Entity, parsed: ParsedMention) -> bool:
    """Whether one of the person's roles has the description's noun, with the same "former" or "vice"."""
    head = lexicon.role(parsed.head)
    tail = {w for w in parsed.tail if w not in lexicon.FUNCTION_WORDS and w.isalpha()}
    modifiers = lexicon.ROLE_MODIFIERS.intersection(parsed.words)
    bare = head in _ONE_HOLDER and not tail
    for role in entity.roles:
        leads = parsed.proper and ((head == "leader" and _leads_country(role)) or _is_premier(head, role))
        fits = (head in role.nouns or leads) and (modifiers <= role.words or modifiers == {"former"})
        another = role.words & lexicon.ROLE_MODIFIERS - modifiers or (bare and not role.before)
        another = another or _is_in_another_field(parsed, role)
        elsewhere = (tail and tail.isdisjoint(role.words)) or not parsed.proper <= role.words
        if fits and not another and not elsewhere:
            return True
    return False


def _is_in_another_field(parsed: ParsedMention, role: Role) -> bool:
    """Whether a description says of what somebody is minister, and the role of what else: "the defence minister"."""
    said, own = lexicon.OFFICES.intersection(parsed.words), role.words & (lexicon.OFFICES | _OF_ALL)
    return bool(said and own) and said.isdisjoint(own)


def is_of_another(entity: Entity, parsed: ParsedMention, said: Set[str]) -> bool:
    """Whether a person is called by a noun, but always of another place, body or rank than a description names."""
    called = [r for r in entity.roles if lexicon.role(parsed.head) in r.nouns]
    owners = bool(parsed.proper)  # "the minister" of a text may be Sylvania's
    return bool(called) and all(
        (names and names.isdisjoint(said))
        or r.words & lexicon.ROLE_MODIFIERS - said
        or said & _LOWER - r.words
        for r, names in ((r, _names_in(r) | (r.owner if owners else frozenset())) for r in called)
    )


def _names_in(role: Role) -> frozenset[str]:
    """The words with capitals of a role that are no nouns for a person, one for all ways to say them."""
    capitals = {lexicon.role(w.casefold().strip(".,")) for w in role.text.split() if w[0].isupper()}
    return frozenset(
        w for w in capitals - role.nouns if not lexicon.is_title(w) and w not in lexicon.ROLE_MODIFIERS
    )


def owner_words(owner: NameSpan) -> frozenset[str]:
    """The words of an owner's name as they may stand in a role."""
    return frozenset(lexicon.role(w) for w in owner.name.casefold().replace(".", "").split())


def leads_something_new(parsed: ParsedMention) -> bool:
    """Whether a description says that somebody leads what the article has not told of: "the owner of a bakery"."""
    relation, which, *_ = (*parsed.tail, "", "")
    leads = lexicon.role(parsed.head) in _LEADERS
    return parsed.determined and leads and relation in RELATIONS and which in _NEW


def is_called(entity: Entity, noun: str) -> bool:
    """Whether one of an entity's roles has a noun."""
    return any(lexicon.role(noun) in r.nouns for r in entity.roles)


def _leads_country(role: Role) -> bool:
    """Whether a role makes its holder the leader of a country: "the Ruritanian leader"."""
    return bool(role.nouns & lexicon.HEADS_OF_STATE) or _is_premier("premier", role)


def _is_premier(noun: str, role: Role) -> bool:
    """Whether a description's noun is "premier" and the role is that of a prime minister."""
    return noun == "premier" and {"prime", "minister"} <= role.words
