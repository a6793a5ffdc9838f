"""Is this the same person or body? Names taken apart, keyed, compared; and whether claims have the same speaker."""

from typing import TYPE_CHECKING

from claims.lazy import attach_modules

if TYPE_CHECKING:
    from claims.names.blocking import blocking_keys, family_keys, word_keys
    from claims.names.bodies import acronyms_of, as_acronym, sound_of, stands_for
    from claims.names.keys import key
    from claims.names.match_probability import Match, compare
    from claims.names.name_tokens import generation_of
    from claims.names.parsing import Name, folded, is_body, parse
    from claims.names.query_likeness import LIKE, likeness, telling_words, words_like
    from claims.names.romanisation import romanised
    from claims.names.sameness import first_names_agree, same
    from claims.names.speaker_match import (
        SpeakerMatch,
        are_namesakes,
        same_speaker,
        share_speaker,
        speaker_key,
    )

__all__ = [
    "LIKE",
    "Match",
    "Name",
    "SpeakerMatch",
    "acronyms_of",
    "are_namesakes",
    "as_acronym",
    "blocking_keys",
    "compare",
    "family_keys",
    "first_names_agree",
    "folded",
    "generation_of",
    "is_body",
    "key",
    "likeness",
    "parse",
    "romanised",
    "same",
    "same_speaker",
    "share_speaker",
    "sound_of",
    "speaker_key",
    "stands_for",
    "telling_words",
    "word_keys",
    "words_like",
]

_MODULES = {
    "blocking": (
        "blocking_keys",
        "family_keys",
        "word_keys",
    ),
    "bodies": (
        "acronyms_of",
        "as_acronym",
        "sound_of",
        "stands_for",
    ),
    "keys": ("key",),
    "match_probability": (
        "Match",
        "compare",
    ),
    "name_tokens": ("generation_of",),
    "parsing": (
        "Name",
        "folded",
        "is_body",
        "parse",
    ),
    "query_likeness": (
        "LIKE",
        "likeness",
        "telling_words",
        "words_like",
    ),
    "romanisation": ("romanised",),
    "sameness": (
        "first_names_agree",
        "same",
    ),
    "speaker_match": (
        "SpeakerMatch",
        "are_namesakes",
        "same_speaker",
        "share_speaker",
        "speaker_key",
    ),
}
__getattr__, __dir__ = attach_modules(__name__, _MODULES)
