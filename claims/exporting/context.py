"""The sentence or sentences around a claim, so that it can be judged without opening the article."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from claims.records import Article, Claim, Span
from claims.text.normalisation import QUOTATION_MARKS, words

_REACH: Final = 1_000
"""How many characters before and after a claim are searched, so that a text without stops stays readable."""

_STOP = re.compile(rf"(?P<stop>[.!?…؟]+)[{re.escape(QUOTATION_MARKS)})\]]*\s+|[。！？]+[」』”’）]*\s*")
_NEXT_WORD = re.compile(rf"[{re.escape(QUOTATION_MARKS)}(\[¿¡—–-]*(?P<word>\w+)")
_LAST_WORD = re.compile(r"(?:\w+\.)*\w+$")

_BEFORE_NAMES = frozenset(
    words(
        "mr mrs ms mx dr prof gen maj col lt sgt cpl capt cmdr adm brig sen rep gov pres rev fr hon amb supt insp "
        "det atty st mt ft messrs vs"
    )
)
_BEFORE_FIGURES = frozenset(
    words("no nos art sec para p pp vol ch fig jan feb mar apr jun jul aug sep sept oct nov dec")
)
_MAY_END = frozenset(words("inc corp co ltd llc bros jr sr esq dept univ etc approx est"))
_STARTERS = frozenset(
    words(
        "a after an and as at before but by for from he her here his how i if in it its my no not on or our she so "
        "that the their then there these they this those to we what when where while who with you"
    )
)


@dataclass(frozen=True, slots=True)
class Context:
    """Sentences of an article, white space folded, and where the content's pieces, or other words, stand in them."""

    text: str
    content: tuple[tuple[int, int], ...]


def context(claim: Claim, words: Iterable[Span] | None = None) -> Context:
    """The whole sentences of the claim's paragraph that hold its mention, cue and content.

    White space is folded. A sentence that runs on for more than 1,000 characters beyond the claim is cut
    there and marked with "…". ``words`` are looked for instead of the content; those elsewhere are left out.
    """
    article = claim.article
    left, right = _paragraph(article, claim.start)[0], _paragraph(article, claim.end - 1)[1]
    low, high = max(left, claim.start - _REACH), min(right, claim.end + _REACH)
    text = article.text[low:high]
    starts = _starts(text)
    first = max(start for start in starts if start <= claim.start - low)
    last = min((start for start in starts if start >= claim.end - low), default=len(text))
    before = "… " if first == 0 and low > left else ""
    after = " …" if last == len(text) and high < right else ""
    sentences = text[first:last]
    inside = (s for s in (claim.content if words is None else words) if low + first <= s.start < low + last)
    places = tuple(_place(sentences, s.start - low - first, s.text, len(before)) for s in inside)
    return Context(f"{before}{_folded(sentences)}{after}", places)


def _place(text: str, start: int, words: str, shift: int) -> tuple[int, int]:
    """Where the words that stand at ``start`` of a text come to stand when its white space is folded."""
    start += len(words) - len(words.lstrip())
    preceding = _folded(text[:start])
    folded_start = shift + len(preceding) + bool(preceding and text[start - 1].isspace())
    return folded_start, folded_start + len(_folded(words))


def _folded(text: str) -> str:
    return " ".join(text.split())


@lru_cache(maxsize=64)
def _starts(text: str) -> tuple[int, ...]:
    """The sentences' beginnings; the claims of one paragraph come one after the other and share them."""
    return tuple(sentence_starts(text))


def sentence_starts(text: str) -> Iterator[int]:
    """Where the sentences of a paragraph begin, from 0; abbreviations and initials end none."""
    yield 0
    for stop in _STOP.finditer(text):
        following = _NEXT_WORD.match(text, stop.end())
        if not following or following["word"][0].islower():
            continue
        if stop["stop"] == "." and _is_abbreviation(
            text[max(0, stop.start() - 20) : stop.start()], following["word"]
        ):
            continue
        yield stop.end()


def _is_abbreviation(before: str, following: str) -> bool:
    """Whether the full stop after ``before`` belongs to its last word, going by the word that follows."""
    found = _LAST_WORD.search(before)
    if not found:
        return False
    word = found[0].lower()
    if word in _BEFORE_NAMES:
        return True
    if word in _BEFORE_FIGURES and following[0].isdigit():
        return True
    shortened = word in _MAY_END or "." in word or (len(word) == 1 and word.isalpha())
    return shortened and following.lower() not in _STARTERS


def _paragraph(article: Article, position: int) -> tuple[int, int]:
    """Start and end of the block around a place; the whole text where no block holds it."""
    index = bisect_right(article.blocks, position, key=lambda block: block.start) - 1
    if index >= 0 and position < article.blocks[index].end:
        return article.blocks[index].start, article.blocks[index].end
    return 0, len(article.text)
