"""What a sentence's words tell that the network may miss: "X stressed that ... and affirmed that ..."."""

import re

_ADVERBS = r"(?:(?:also|then|later|further|again|even|\w+ly)\s+)*"
_BEHIND_AND = re.compile(rf"(?:,|\b(?:and|but|then))\s+{_ADVERBS}\Z")
_PARTICIPLE = re.compile(r"\w+ing\b")
_SENTENCE_END = re.compile(r"[.!?][\"”’]?\s|\n\s*\n")
_ONLY_A_CUE = re.compile(
    rf"[,;\s]*(?:(?:and|but|then)\s+)?{_ADVERBS}(?P<cue>(?:\w+(?:ed|ing)(?:\s+out)?|said|says|told|wrote)\b)[,:\s]*"
)
_TOPIC = re.compile(
    r"(?:regarding|concerning|as (?:for|to|regards)|with (?:regard|respect) to|in response to"
    r"|(?:commenting|speaking|asked) (?:on|of|about))\b",
    re.IGNORECASE,
)
_NEVER_FIRST = frozenset(",;:")
_NEVER_LAST = frozenset({"and", "but", "or", ",", ";"})


def shares_subject(text: str, earlier: int, cue: int) -> bool:
    """Whether a cue without a subject of its own, at ``cue``, has that of the earlier cue that ends at ``earlier``.

    It does so as a participle ("saying") or behind an "and", in the same sentence.
    """
    between = text[earlier:cue]
    if _SENTENCE_END.search(between):
        return False
    return bool(_PARTICIPLE.match(text, cue) or _BEHIND_AND.search(between))


def cue_between(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The offsets of a cue that is all there is from ``start`` to ``end``, between two contents.

    The content that follows must say that it has a cue, by "that".
    """
    found = _ONLY_A_CUE.fullmatch(text, start, end)
    return found.span("cue") if found and text.startswith("that ", end) else None


def is_topic(text: str, start: int) -> bool:
    """Whether what begins at ``start`` names what is spoken of, and is not said: "Regarding the border, ..."."""
    return _TOPIC.match(text, start) is not None


def may_begin(word: str) -> bool:
    """Whether an unquoted content may begin with a word."""
    return word not in _NEVER_FIRST


def may_end(word: str) -> bool:
    """Whether an unquoted content may end with a word."""
    return word.casefold() not in _NEVER_LAST
