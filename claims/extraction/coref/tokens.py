"""An article's text as tokens, each with its block, its sentence and whether it stands in a quotation."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from claims.extraction.coref.lexicon import AFTER_NAMES, FUNCTION_WORDS, NEWS_VERBS, PLACES, SEATS
from claims.records import Article, Block
from claims.text.abbreviations import ABBREVIATIONS
from claims.text.quotations import Quoted, quotations
from claims.text.sentences import sentence_starts

_ABBREVIATIONS: Final = "|".join(w if w == "vs" else w.title() for w in sorted(ABBREVIATIONS))
_TOKEN: Final = re.compile(
    rf"""
      (?:[^\W\d_]\.){{2,}}                                  # U.S., G.K.
    | (?=[A-Zv])(?:{_ABBREVIATIONS})\.
    | [A-Z]+(?:[&/][A-Z])+[A-Z]*\b                          # AT&T, I/B/E/S
    | [^\W\d_]\.(?=\s)                                      # an initial
    | \d+[-‐‑]year[-‐‑]olds?\b
    | \$?\d[\d.,]*\d | \d
    | ['’](?:s|d|m|re|ve|ll)\b
    | [^\W_]+(?:(?:[-‐‑]|['’](?!(?:s|d|m|re|ve|ll)\b)|\.(?![A-Z][a-z])(?=[^\W\d_]))[^\W_]+)*
    | ''|``|--+|\.\.\.
    | \S
    """,
    re.VERBOSE,
)
_NICKNAME: Final = re.compile(r"""(?<=\s)[“"‘'(`][^“”"‘’'()]+(?:[”"’')]|'')(?=\s)""")
_BLANK_LINE: Final = re.compile(r"\n[ \t]*\n\s*")
_REMEMBERED: Final = 2_048  # different words, most of those of an article and the usual ones
_LONGEST_HEADLINE: Final = 25
"""Tokens of a block at most that is a headline by its capitals."""
_LEAST_CAPITALS: Final = 4
"""Words with a capital at least that make a block a headline."""
_LEAST_SMALL: Final = 2
"""Words in small letters at least, function words aside, that make a title a sentence."""
POSSESSIVE: Final = frozenset({"'s", "’s"})
"""The marks of a possessive."""
_APOSTROPHES: Final = frozenset("'’")
_PLURAL_OWNER: Final = re.compile(r"[sSxz].\s+\w")
"""What stands around the mark of a possessive without an "s" of its own: "Burns' sister"."""
_DASHES: Final = frozenset({"-", "–", "—", "―", "--"})
_SHORTEST_CITY: Final = 4
"""Letters of a place in capitals at least that is no country's initials."""
_LONGEST_ACRONYM: Final = 6
"""Letters of an acronym at most."""
_DATELINE: Final = 12
"""Within so many tokens a dash may end a dateline: "TARNHOLT, May 4 - "."""


class Token(NamedTuple):
    """A word or sign: its ``text`` with the offsets of its ``start`` and ``end`` (code points, end exclusive).

    The text of every possessive's mark has an "s", also that of "Burns' sister".

    ``block`` and ``sentence`` number, from 0, those of the article that it stands in; ``quoted`` says whether it stands
    in quotation marks, ``opens`` whether it begins a sentence; ``bare`` is its casefolded form without full stops.
    """

    text: str
    start: int
    end: int
    block: int
    sentence: int
    quoted: bool
    opens: bool
    bare: str

    @property
    def is_word(self) -> bool:
        """Whether it is a word rather than a sign or a number."""
        return self.text[0].isalpha()


@dataclass(frozen=True, slots=True)
class TokenisedArticle:
    """An article's tokens in order.

    ``starts`` and ``ends`` are their offsets; ``headlines`` the numbers of the blocks with a capital in every word, and
    of those that are no paragraphs; ``lowercase`` the tokens written small anywhere.
    """

    text: str
    tokens: tuple[Token, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    headlines: frozenset[int]
    lowercase: frozenset[str]

    def within(self, start: int, end: int) -> range:
        """The numbers of the tokens that overlap the offsets from ``start`` to ``end``."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))

    def words(self, start: int, end: int) -> str:
        """The text from token ``start`` to before token ``end``, white space folded."""
        return " ".join(self.text[self.tokens[start].start : self.tokens[end - 1].end].split())

    def name(self, start: int, end: int) -> str:
        """The name from token ``start`` to before token ``end``, without a nickname and what follows a name."""
        while (
            end - start > 1
            and self.tokens[end - 1].bare in AFTER_NAMES
            and self.tokens[end - 1].text[-1].isupper()
        ):
            end -= 1
        return " ".join(_NICKNAME.sub(" ", self.words(start, end)).split())

    def is_possessive(self, at: int) -> bool:
        """Whether token ``at``, if there is one, is the "'s" of a possessive."""
        return at < len(self.tokens) and self.tokens[at].text in POSSESSIVE

    def sentence_start(self, at: int) -> int:
        """The number of the first token of the sentence of token ``at``."""
        while at and self.tokens[at - 1].sentence == self.tokens[at].sentence:
            at -= 1
        return at


def tokenise(article: Article) -> TokenisedArticle:
    """The article's tokens; without blocks, blank lines part the paragraphs."""
    tokens: list[Token] = []
    headlines = set()
    sentence = 0
    for number, block in enumerate(article.blocks or _paragraphs(article.text)):
        found = _block_tokens(article.text, block, number, sentence)
        if not found:
            continue
        sentence = found[-1].sentence + 1
        title = block.kind != "paragraph" and not _is_sentence(found)
        if title or _is_headline(found, first=not tokens):
            headlines.add(number)
        tokens.extend(found)
    return TokenisedArticle(
        article.text,
        tuple(tokens),
        tuple(t.start for t in tokens),
        tuple(t.end for t in tokens),
        frozenset(headlines),
        frozenset(t.text for t in tokens if t.text[0].islower()),
    )


def _paragraphs(text: str) -> list[Block]:
    blocks, start = [], 0
    for gap in [*(m.span() for m in _BLANK_LINE.finditer(text)), (len(text), len(text))]:
        blocks.append(Block("paragraph", start, gap[0]))
        start = gap[1]
    return blocks


def _block_tokens(text: str, block: Block, number: int, sentence: int) -> list[Token]:
    found = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text, block.start, block.end)]
    tokens: list[Token] = []
    dateline = _dateline([word for word, _, _ in found[: _DATELINE + 1]], text)
    quotes = quotations(text, block.start, block.end)
    quoted = Quoted(quotes)
    closings = {q.end for q in quotes}
    opens = True
    starts = iter(sentence_starts(text[block.start : block.end])[1:])
    next_start = next(starts, len(text))
    for i, (written, start, end) in enumerate(found):
        dash = written == "-" and text[max(start - 1, 0) : end + 1].strip() == written
        word = "–" if dash else written  # between spaces no hyphen but a dash
        if written in _APOSTROPHES and _PLURAL_OWNER.match(text, start - 1) and end not in closings:
            word = "'s"
        is_word = word[0].isalnum()
        bare = _bare(word) if is_word else word
        tokens.append(
            Token(word, start, end, number, sentence, bool(quotes) and quoted.holds(start, end), opens, bare)
        )
        if is_word:
            opens = i + 1 == dateline
        elif quoted.opens_with(start, end) or word == ":" or (word in _DASHES and i < _DATELINE):
            opens = True
        if i + 1 < len(found) and (word == ";" or block.start + next_start <= found[i + 1][1]):
            sentence += 1
            opens = True
            while block.start + next_start <= found[i + 1][1]:
                next_start = next(starts, len(text))
    return tokens


def _dateline(words: list[str], text: str) -> int:
    """How many words in capitals before a text stand for where it was written: "NEW YORK Jane Roe said ..."."""
    end = next((i for i, w in enumerate(words) if not (w.replace("/", "").isalpha() and w.isupper())), 0)
    short = end == 1 and len(words[0]) < _SHORTEST_CITY  # "US President Jane Roe"
    if not end or short or len(words[end]) == 1 or not words[end].istitle():
        return 0
    long = end > 1 or len(words[0]) > _LONGEST_ACRONYM
    return end if long or words[0].casefold() in PLACES | SEATS or words[0].title() in text else 0


@lru_cache(maxsize=_REMEMBERED)
def _bare(word: str) -> str:
    """The word as the lists have it; "US" and "WHO" are no pronouns."""
    bare = word.casefold().replace(".", "") if len(word) != len("A.") else word.casefold()
    if bare == "us" and word.startswith("U") and word != "Us":
        return "usa"
    return "w.h.o" if word == "WHO" else bare


def _is_sentence(tokens: list[Token]) -> bool:
    """Whether a title's words are written as in a text, so that capitals show its names."""
    small = sum(t.text.islower() and t.bare not in FUNCTION_WORDS for t in tokens if t.is_word)
    return small >= _LEAST_SMALL


def _is_headline(tokens: list[Token], *, first: bool) -> bool:
    """Whether a block is short and has small letters in small words only, as headlines may."""
    if len(tokens) > _LONGEST_HEADLINE or not (first or tokens[-1].is_word):
        return False
    if tokens[0].sentence != tokens[-1].sentence:
        return False
    words = [t for t in tokens if t.is_word]
    small = FUNCTION_WORDS - NEWS_VERBS
    capitals = sum(t.text[0].isupper() for t in words)
    return capitals >= _LEAST_CAPITALS and all(t.text[0].isupper() or t.bare in small for t in words)
