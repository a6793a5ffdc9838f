"""Is this the same person or body? Names taken apart, keyed, compared; and whether claims have the same speaker."""

from claims.names.blocking_keys import blocking_keys, family_keys, word_keys
from claims.names.bodies import acronyms_of, as_acronym, sound_of, stands_for
from claims.names.keys import key
from claims.names.match_probability import Match, compare
from claims.names.name_tokens import generation_of
from claims.names.parsing import Name, folded, is_body, parse
from claims.names.query_likeness import LIKE, likeness, telling_words, words_like
from claims.names.romanisation import romanised
from claims.names.sameness import first_names_agree, same
from claims.names.speaker_match import SpeakerMatch, are_namesakes, same_speaker, share_speaker, speaker_key

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
