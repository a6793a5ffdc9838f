"""Labels of transcripts that name nobody: a role in the conversation ("Interviewer", "Q"), an office, or initials."""

import re
from collections.abc import Sequence
from typing import Final

from claims.extraction.coref import lexicon
from claims.extraction.coref.entities import Entity
from claims.lexicons import word_set

_ASKS: Final = word_set("roles.asks_in_transcripts")
_ANSWERS: Final = word_set("roles.answers_in_transcripts")
_WORD: Final = re.compile(r"\w+")
_NAME: Final = r"([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})\b"
_SIGNS: Final = frozenset({":", "：", ".", ")"})
_INITIALS: Final = range(2, 4)
"""Letters of initials that stand for a name."""


def is_sign(cue: str) -> bool:
    """Whether a cue is what stands beside a label, and no word of saying."""
    return cue in _SIGNS


def labelled(label: str, entities: Sequence[Entity], named_before: Sequence[Entity]) -> Entity | None:
    """Who speaks under a label, where it is no name; None where it is none of these.

    Who asks is an unnamed speaker under the label's own words, never somebody whom the article names. Who answers is
    the only person named before the conversation (``named_before``), else as unnamed. Initials are of the one person
    who has them.
    """
    bare = label.strip(" *_").removesuffix(".")
    word = bare.casefold()
    if word in _ANSWERS:
        persons = [e for e in named_before if e.type == "person"]
        return persons[0] if len(persons) == 1 else Entity(bare, "unnamed")
    if word in _ASKS:
        return Entity(bare, "unnamed")
    if bare.isupper() and bare.isalpha() and len(bare) in _INITIALS:
        persons = [e for e in entities if e.type == "person" and _initials(e.name) == bare]
        return persons[0] if len(persons) == 1 else None
    return None


def officeholder(label: str, text: str, entities: Sequence[Entity], known: dict[str, Entity]) -> Entity:
    """Who speaks under an office as a label: "THE PRIME MINISTER (Ms. Jane Roe)", then "THE PRIME MINISTER".

    Whom a bracket names once, or the only person to whom the article's ``text`` gives that office, also in its title
    ("Remarks by President Roe"); else an unnamed speaker under the label's own words, never somebody with another
    label. ``known`` are the offices so far, to which it is added.
    """
    office, _, bracket = label.strip(" *_:)").partition("(")
    words = [w for w in office.split() if w.casefold() not in lexicon.ARTICLES]
    key = " ".join(words).casefold()
    if key not in known:
        inside = frozenset(_WORD.findall(bracket.casefold()))
        asked = {lexicon.role(w) for w in key.split()}
        named = [e for e in entities if e.type == "person" and e.family and e.family in inside]
        holders = [e for e in entities if e.type == "person" and any(asked <= r.words for r in e.roles)]
        titled = {m[1] for m in re.finditer(rf"\b{re.escape(key.title())} {_NAME}", text)}
        said = [Entity(name, "person") for name in sorted(titled)]
        one = next((found[0] for found in (named, holders, said) if len(found) == 1), None)
        known[key] = one or Entity(" ".join(words), "unnamed")
    return known[key]


def _initials(name: str) -> str:
    words = [w for w in name.replace("-", " ").split() if w[0].isupper()]
    return "".join(w[0] for w in words)
