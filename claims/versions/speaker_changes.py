"""Whether two versions of a claim have different speakers, or only different mentions of the same one."""

import re
from typing import Final

from rapidfuzz.distance import Indel

from claims.lexicons import word_set
from claims.names import same_speaker, speaker_key
from claims.records import Claim
from claims.text.canonical import canonical, content_stems

DESCRIBED_ALIKE: Final = 0.5
"""Dice coefficient of the stems of two descriptions of one speaker from which one is a rewording of the other."""

_PRONOUNS: Final = word_set("function_words.pronouns")
_NAME_OR_WORD: Final = re.compile(r"[^\W\d_][\w'’-]*")
_ROLE_MODIFIERS: Final = word_set("roles.changing")
"""Words that make another role of a speaker's: "former", "deputy"."""


def other_speaker(old: Claim, new: Claim) -> bool:
    """Whether two versions of a claim have different speakers.

    Where a speaker is unnamed, unresolved or no person, one that is described in words which the other has,
    too ("a spokesman", "the spokesman Jan Berg"), is taken for the same, and so is a body whose name says only more
    than the other's ("the Interior Ministry", "the Saudi Interior Ministry"); a pronoun that could not be resolved is
    no other speaker.
    """
    if same_speaker(old, new) == "same" or not (speaker_key(old) and speaker_key(new)):
        return False
    if all(claim.speaker and claim.speaker.type == "person" for claim in (old, new)):
        return True
    one, other = _described(old), _described(new)
    if _named(old) and _named(new):
        names = _name_words(old), _name_words(new)
        return not (one <= other or other <= one or names[0] <= names[1] or names[1] <= names[0])
    return one.isdisjoint(other)


def role_modified(old: Claim, new: Claim) -> bool:
    """Whether only one of two mentions has a certain word that makes another role of it: "former", "deputy"."""
    one, other = (frozenset(canonical(claim.mention_text)) for claim in (old, new))
    return not _ROLE_MODIFIERS.isdisjoint(one ^ other)


def described_otherwise(old: Claim, new: Claim) -> bool:
    """Whether two mentions of one speaker describe it in different words, such as another title.

    Names, pronouns and a description that only one version gives are no such difference: which of them a reader
    meets depends on the text before. A word that makes another role of it is one (:func:`role_modified`).
    """
    mentions = [frozenset(canonical(c.mention_text)) for c in (old, new)]
    if any(not m or m <= _PRONOUNS for m in mentions):
        return False
    names = content_stems(canonical(" ".join(c.speaker.name for c in (old, new) if c.speaker and _named(c))))
    one, other = (frozenset(content_stems(canonical(c.mention_text))) - set(names) for c in (old, new))
    if one == other or not (one and other):
        return False
    if any(_named(c) for c in (old, new)):
        return not (one <= other or other <= one) or role_modified(old, new) or _corrected_inside(old, new)
    return 2 * len(one & other) >= DESCRIBED_ALIKE * (len(one) + len(other))


def _corrected_inside(old: Claim, new: Claim) -> bool:
    """Whether a mention has a name in which a word was put in or left out: "the National (Rural) Electric Company"."""
    one, other = (_NAME_OR_WORD.findall(claim.mention_text) for claim in (old, new))
    for step in Indel.opcodes(one, other):
        own, start, stop = (
            (one, step.src_start, step.src_end)
            if step.tag == "delete"
            else (other, step.dest_start, step.dest_end)
        )
        around = own[max(0, start - 1) : stop + 1]
        if (
            step.tag != "equal"
            and start > 0
            and stop < len(own)
            and all(word[0].isupper() for word in around)
        ):
            return True
    return False


def renamed(old: Claim, new: Claim) -> bool:
    """Whether one speaker's name is written otherwise in two mentions: "Janice Hall", "Janis Hall"."""
    if not all(_named(c) for c in (old, new)):
        return False
    # No stems: "Aune" and "Aunne" have one.
    names = [canonical(c.speaker.name) for c in (old, new) if c.speaker]
    one, other = (frozenset(canonical(c.mention_text)) & {*names[0], *names[1]} for c in (old, new))
    return bool(one & other and one - other and other - one)


def speaker_label(claim: Claim) -> str:
    """A claim's speaker in words: the name, else the mention."""
    return claim.speaker.name if claim.speaker else claim.mention_text or claim.speaker_name


def _named(claim: Claim) -> bool:
    return bool(claim.speakers) and all(one.type in ("person", "organisation") for one in claim.speakers)


def _name_words(claim: Claim) -> frozenset[str]:
    return frozenset(canonical(claim.speaker_name))


def _described(claim: Claim) -> frozenset[str]:
    """The stems of the words by which an article names or describes the speaker of a claim."""
    speaker = claim.speaker
    known = (speaker.name, speaker.role or "") if speaker else ()
    return frozenset(content_stems(canonical(" ".join((*known, claim.mention_text)))))
