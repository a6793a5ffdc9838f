"""Acronyms and short forms of the names of bodies, and the long forms that they show."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from claims.extraction.coref import lexicon
from claims.extraction.coref.name_spans import NameSpan, is_capital
from claims.extraction.coref.roles import is_role_noun
from claims.extraction.coref.tokens import TokenisedArticle

SMALL_WORDS: Final = frozenset({"the", "of", "for", "and", "on", "a", "an", "to", "in", "&"})
"""Words that have no letter in an acronym."""
_LEAST_LETTERS: Final = 3
"""Letters of an acronym at least that shows somewhere in the article that its long form is a body's name."""
_REMEMBERED: Final = 1_024  # an article says the same few names again and again
_MORE_WORDS: Final = 5
"""Words that a long form may have more than its short form has letters (Schwartz and Hearst, 2003)."""


@lru_cache(maxsize=_REMEMBERED)
def initials(name: str) -> frozenset[str]:
    """The acronyms that a name may have: of all its words but small ones, and of all; without country and "Inc."."""
    words = [w.strip(",") for w in name.replace("-", " ").split()]
    while len(words) > 1 and _bare(words[-1]) in lexicon.LEGAL_FORMS:
        words.pop()
    country = _bare(words[0]) in lexicon.ORIGINS
    found = set()
    for rest in (words, words[1:]) if country else (words,):
        for chosen in ([w for w in rest if w.casefold() not in SMALL_WORDS], rest):
            if len(chosen) > 1:
                first = _bare(chosen[0])
                letters = "".join(_bare(w)[:1] for w in chosen[1:])
                found |= {first[:1] + letters, (first if chosen[0].isupper() else first[:1]) + letters}
    return frozenset(found - {_bare(words[0])})  # the US is not short for the US Senate


def _bare(word: str) -> str:
    return word.casefold().replace(".", "")


def is_short_for(words: Sequence[str], name: Sequence[str]) -> bool:
    """Whether the words end a longer name, or begin it if they are no common word for bodies.

    Its end is also that of what stands before "of" or "for": "the Observatory", "the Ministry".
    """
    if not words or len(words) >= len(name):
        return False
    rest = name[len(words) :]
    if rest[0] == "in" and name[: len(words)] == words:
        return True  # "Finance Ministry in Berlin"
    begins = name[: len(words)] == words and lexicon.BODY_WORDS.isdisjoint(words)
    head = next((at for at in range(1, len(name)) if name[at] in SMALL_WORDS), len(name))
    ends = words in (name[-len(words) :], name[max(head - len(words), 0) : head])
    return ends or (begins and lexicon.PLACES.isdisjoint(rest))


def bracketed(doc: TokenisedArticle, at: int) -> str:
    """The short form in the bracket that opens at a token: "(WHO)", "(Nasscom)"; empty if there is none."""
    tokens = doc.tokens[at : at + 3]
    if [t.text for t in (*tokens[:1], *tokens[2:])] != ["(", ")"]:
        return ""
    short = tokens[1].text
    return short if short.isalpha() and short[0].isupper() and len(short) > 1 else ""


def with_long_forms(
    doc: TokenisedArticle, names: Sequence[NameSpan], mention_edges: Collection[int]
) -> list[NameSpan]:
    """The names with the whole long form that a short form in brackets follows as one body's name.

    "the Qualifications and Curriculum Authority (QCA)": the letters say where it begins. A word for bodies shows that
    it is none of a disease or a treaty, or that it speaks.
    """
    found = list(names)
    speaking = {doc.tokens[i].text for i in mention_edges}
    for at in range(1, len(doc.tokens) - 2):
        if doc.tokens[at].text != "(" or not (short := bracketed(doc, at)):
            continue
        start = _long_form(doc, at, short.casefold())
        words = {doc.tokens[i].bare for i in range(start or at, at)}
        if start is None or (lexicon.BODY_WORDS.isdisjoint(words) and short not in speaking):
            continue
        inside = [n for n in found if n.start < at and n.end > start]
        if any(n.kind == "person" and (n.title or n.end < at) for n in inside):
            continue
        start = min([start, *(n.start for n in inside)])
        start -= doc.tokens[start - 1].bare in lexicon.PLACES and start > doc.sentence_start(at)
        found = [n for n in found if n not in inside]
        found.append(NameSpan(start, start, at, doc.words(start, at), "body"))
    return sorted(found, key=lambda n: n.name_start)


def _long_form(doc: TokenisedArticle, end: int, letters: str) -> int | None:
    """Where the long form of some letters begins that ends before a token (Schwartz and Hearst, 2003).

    It may list what the body is for: "Water, Roads and Housing Ruritania (WRHR)".
    """
    tokens = doc.tokens
    first = max(doc.sentence_start(end), end - len(letters) - _MORE_WORDS)
    left = len(letters) - 1
    for i in range(end - 1, first - 1, -1):
        word = tokens[i].bare
        if tokens[i].text == "," and left < len(letters) - 1:
            continue
        if not tokens[i].is_word or not (is_capital(tokens[i]) or word in SMALL_WORDS):
            return None
        for at in range(len(word) - 1, -1, -1):
            begins = at == 0 or not word[at - 1].isalpha()
            if word[at] == letters[left] and (left or begins):
                left -= 1
                if left < 0:
                    return i if is_capital(tokens[i]) and end - i > 1 else None
    return None


def as_bodies(names: Sequence[NameSpan]) -> list[NameSpan]:
    """The names with those of unknown kind taken for bodies' that are an acronym's long form or short for a company.

    The article has "WFP" and "World Food Programme", or "Acme" and "Acme Motors Inc", and nobody with that surname.
    """
    acronyms = {
        n.name.casefold()
        for n in names
        if n.kind == "body" and n.name.isupper() and len(n.name) >= _LEAST_LETTERS
    }
    surnames = {n.name.split()[-1] for n in names if n.kind == "person" and not n.is_single}
    bodies = [n.name for n in names if n.kind == "body"]
    short = {s for name in bodies for s in company_short_forms(name)} - surnames
    short |= {s for name in bodies for s in _beginnings(name)}

    def is_body(span: NameSpan) -> bool:
        if span.kind == "place" or span.title or lexicon.is_first_name(span.name.split()[0]):
            return False
        return span.name in short or (span.kind == "unknown" and not acronyms.isdisjoint(initials(span.name)))

    return [replace(n, kind="body") if is_body(n) else n for n in names]


def with_apposed_bodies(doc: TokenisedArticle, names: Sequence[NameSpan]) -> list[NameSpan]:
    """The names with those taken for bodies' that a noun for one leads to: "pension giant Acme", "aid group Mercy".

    Behind an article the noun may be one that the name's person leads or founded: "the company Roe founded". Before a
    role stands whose it is: "Acme Capital analyst".
    """

    def is_led(span: NameSpan) -> bool:
        if span.title or span.start < 2 or lexicon.is_first_name(span.name.split()[0]):
            return False
        role = doc.tokens[span.end] if span.end < len(doc.tokens) else doc.tokens[span.start]
        if not span.is_single and role.text.islower() and is_role_noun(role.bare):
            return True
        noun, before = doc.tokens[span.start - 1], doc.tokens[span.start - 2]
        common = noun.text.islower() or (noun.opens and noun.bare in doc.lowercase)
        fits = noun.bare in lexicon.BODY_NOUNS and common and noun.sentence == doc.tokens[span.start].sentence
        return fits and before.is_word and before.bare not in lexicon.FUNCTION_WORDS

    return [replace(n, kind="body") if n.kind in ("person", "unknown") and is_led(n) else n for n in names]


def _beginnings(name: str) -> Iterator[str]:
    """What a body's name of common words may be cut to: "Big Drum" for "Big Drum Events"; "Jane Roe Trust" is hers."""
    words = name.split()
    for end in range(len(words) - 1, 1, -1):
        if _bare(words[end]) in lexicon.BODY_WORDS | SMALL_WORDS:
            return
        yield " ".join(words[:end])


def company_short_forms(name: str) -> Iterator[str]:
    """What a company's name may be cut to: "Goldman Sachs" and "Goldman" for "Goldman Sachs Group Inc."."""
    words = name.split()
    if _bare(words[-1]) in lexicon.COMPANY_WORDS:
        for end in range(1, len(words)):
            if lexicon.BODY_WORDS.isdisjoint(_bare(w) for w in words[:end]):
                yield " ".join(words[:end])
