"""Speakers' mentions taken apart: a pronoun, names, or a description with its head noun."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from claims.extraction.coref import lexicon
from claims.extraction.coref.discourse import DiscourseState
from claims.extraction.coref.lexicon import Sex
from claims.extraction.coref.mention_names import AND, SIGNS, names_meant, town_and_state
from claims.extraction.coref.name_spans import NamedArticle, NameSpan, is_capital
from claims.extraction.coref.roles import is_role_noun

MentionKind = Literal[
    "he", "she", "they", "it", "pair", "who", "i", "we", "you", "named", "described", "several", "nothing"
]
Category = Literal["person", "group", "body", "document", "unknown"]

_FORMS: Final[dict[MentionKind, str]] = {
    "he": "he him his himself",
    "she": "she her hers herself",
    "they": "they them their theirs themselves",
    "it": "it its itself",
    "pair": "each both neither",
    "who": "who whom which that whose",
    "i": "i me my mine myself",
    "we": "we us our ours ourselves",
    "you": "you your yours yourself",
}
PRONOUNS: Final = {form: kind for kind, forms in _FORMS.items() for form in forms.split()}
_LEADING: Final = frozenset({*lexicon.PREPOSITIONS, "according", "as", "per", "but", "and"})
_TRAILING: Final = frozenset(
    ["also", "all", "both", "himself", "herself", "itself", "themselves", "too", "alone", "and"]
)
_ENDS_DESCRIPTION: Final = frozenset({"who", "which", "that", "whose", "whom"})
_POINTING: Final = frozenset({"that", "this", "these", "those"})
"""Words that point to somebody without saying who it is: "that official"."""
_DEFINITE: Final = lexicon.POSSESSIVES | {"the", "this", "that"}
_INDEFINITE: Final = lexicon.ARTICLES.union(
    ["one", "another", "some", "any", "at", "each", "every", "no", "what", "such"]
)
_BEFORE_NOUNS: Final = lexicon.POSSESSIVES | {"that", "both", "each", "you"}
"""Pronouns that may stand before a noun."""
_BEFORE_WHOM: Final = 3
"""Words at most to "whom" in what is a relative pronoun: "most of whom"."""
_JOINING: Final = AND | {"or"}
_LEADS_COMPANY: Final = lexicon.ARTICLES | lexicon.POSSESSIVES | lexicon.QUANTIFIERS
_BRACKETS: Final = {"(": ")", "[": "]", "<": ">"}
_MARKS: Final = frozenset({'"', "''", "``", "“", "”", "'", "‘", "’"})


@dataclass(frozen=True, slots=True)
class ParsedMention:
    """A speaker's mention taken apart; all but the first three fields are a description's.

    ``kind``: a pronoun by its person, "pair" for "both", "who" for a relative pronoun, "named", "described", "several"
    for a description or pronoun that "and" joins to something else, or "nothing".
    ``last``: the number of its last token.
    ``head_at``: the number of the token of its main noun.
    ``names``: the names that it is made of.
    ``name``: the description in its own words, without a leading article.
    ``head``: its main noun, casefolded and singular.
    ``words``: the casefolded words up to the head.
    ``tail``: those behind it.
    ``category``: the kind of speaker, by the head.
    ``determined``: whether it begins with "the" or a possessive.
    ``definite``: whether it is determined or a person's without "a", "one" or the like.
    ``proper``: its words with capitals, casefolded, parties aside.
    ``plural``: whether the head is a plural or a group.
    ``owner``: the name in its possessive.
    ``parts``: what "and" joins, where the kind is "several".
    """

    kind: MentionKind
    last: int
    names: tuple[NameSpan, ...] = ()
    name: str = ""
    head: str = ""
    words: tuple[str, ...] = ()
    tail: tuple[str, ...] = ()
    category: Category = "unknown"
    determined: bool = False
    definite: bool = False
    proper: frozenset[str] = frozenset()
    plural: bool = False
    owner: NameSpan | None = None
    head_at: int | None = None
    parts: "tuple[ParsedMention, ...]" = ()

    @property
    def sex(self) -> Sex | None:
        """The sex of the last word that has one: "spokeswoman"."""
        return lexicon.first_sex(reversed(self.words))


def parse_mention(state: DiscourseState, numbers: Sequence[int]) -> ParsedMention:
    """Take apart a mention, given by the numbers of its tokens in order."""
    doc, at = state.doc, numbers[0] if numbers else 0
    numbers = _trimmed(doc, numbers)
    if not numbers:
        return ParsedMention("nothing", 0)
    words = [doc.tokens[i].bare for i in numbers]
    if pronoun := _pronoun(words):
        return ParsedMention(pronoun, numbers[-1])
    end = _head_end(doc, numbers)
    several = _several(state, numbers, end)
    led = words[0] in PRONOUNS and words[1] == "and"  # "she and Roe"
    if several and (led or _are_apart(state.doc, several, numbers[end + 1])):
        return several
    if names := names_meant(state, numbers, at, end):
        named = ParsedMention("named", numbers[-1], names)
        return _with_company(state, numbers, named) or named
    return several or _described(doc, numbers)


def _pronoun(words: list[str]) -> MentionKind | None:
    """The kind of a mention that is a pronoun, with or without more words: "he himself", "most of whom"."""
    kind = PRONOUNS.get(words[0])
    determiner = len(words) > 1 and words[0] in _BEFORE_NOUNS
    if kind and not determiner and words[1:2] != ["and"]:
        return kind
    if "whom" in words[1:_BEFORE_WHOM]:
        return "who"
    return "pair" if words[:2] == ["both", "of"] and words[-1] in PRONOUNS else None


def _several(state: DiscourseState, numbers: list[int], end: int) -> ParsedMention | None:
    """A description or pronoun and a name, joined by "and": "the Roe campaign and the FEC", "she and Roe"."""
    if end + 1 >= len(numbers) or state.doc.tokens[numbers[end]].bare not in {"and", "nor"} or end == 0:
        return None
    one, other = (parse_mention(state, part) for part in (numbers[:end], numbers[end + 1 :]))
    described = one.kind == "described" and one.category not in ("unknown", "document")
    if one.kind in ("he", "she") or (described and other.kind in ("named", "i")):
        return ParsedMention("several", numbers[-1], parts=(one, other))
    return None


def _are_apart(doc: NamedArticle, several: ParsedMention, at: int) -> bool:
    """Whether a description and the name behind its "and", at a token, are two: not "actor and director Ben Holt"."""
    one, other = several.parts
    if other.kind != "named" or one.category not in ("group", "body"):
        return False
    (name, *_) = other.names
    untitled = name.name_start == at + (doc.tokens[at].bare in lexicon.ARTICLES)
    people = one.head in lexicon.PERSON_NOUNS and one.plural
    before = doc.tokens[at : name.name_start]
    led = bool(before) and before[0].bare in lexicon.ARTICLES | lexicon.POSSESSIVES
    titled = len(before) == 1 and is_role_noun(before[0].bare)  # but "the party and faction leader Jane Roe"
    return (
        (untitled and not name.title)
        or (people and doc.tokens[at].text[0].isupper())
        or led
        or (titled and not people)
    )


def _with_company(state: DiscourseState, numbers: list[int], named: ParsedMention) -> ParsedMention | None:
    """A name and the description that "and" joins to it: "President Jane Roe and some officials"."""
    tokens = state.doc.tokens
    behind = [i for i in numbers if i >= named.names[-1].end]
    behind = behind[bool(behind) and tokens[behind[0]].text == "," :]
    if len(behind) < 2 or tokens[behind[0]].text not in AND:
        return None
    other = parse_mention(state, behind[1:])
    led = tokens[behind[1]].bare in _LEADS_COMPANY
    described = other.kind == "described" and other.category in ("group", "body", "person")
    fits = described and (led or other.plural)
    return ParsedMention("several", numbers[-1], parts=(named, other)) if fits else None


def _trimmed(doc: NamedArticle, numbers: Sequence[int]) -> list[int]:
    """The tokens without brackets, marks at the ends, a leading preposition and trailing small words."""
    kept, depth = list[int](), 0
    for i in numbers:
        text = doc.tokens[i].text
        depth += text in _BRACKETS
        if not depth and text not in _MARKS:
            kept.append(i)
        depth -= text in _BRACKETS.values() and depth > 0
    tokens = doc.tokens
    if len(kept) > 2:
        paired = tokens[kept[0]].bare == "neither" or (
            tokens[kept[0]].bare == "both"
            and (
                is_capital(tokens[kept[1]])
                or any(tokens[i].bare == "and" and is_capital(tokens[j]) for i, j in pairwise(kept))
            )
        )
        kept = kept[paired and any(tokens[i].bare in {"and", "nor"} for i in kept) :]
    kept = kept or [i for i in numbers if tokens[i].text not in _BRACKETS.keys() | _BRACKETS.values()]
    while kept and (
        not tokens[kept[0]].text[0].isalnum()
        or (
            len(kept) > 1
            and tokens[kept[0]].bare in _LEADING
            and tokens[kept[1]].bare not in {"least", "most"}
        )
    ):
        kept = kept[1:]
    while kept and (
        doc.is_possessive(kept[-1])
        or (len(kept) > 2 and tokens[kept[-1]].text.isdigit() and doc.is_possessive(kept[-2]))
        or not tokens[kept[-1]].text[0].isalnum()
        or (len(kept) > 1 and tokens[kept[-1]].bare in _TRAILING)
    ):
        kept = kept[:-1]
    return kept


def _head_end(doc: NamedArticle, numbers: list[int]) -> int:
    """Where the main part of a phrase ends: before a comma, a preposition or a relative clause."""
    commas = town_and_state(doc, numbers)
    for at in range(doc.tokens[numbers[0]].bare == "whose", len(numbers)):
        token = doc.tokens[numbers[at]]
        span = doc.name_at.get(numbers[at])
        if at and span is not None and span is doc.name_at.get(numbers[at - 1]):
            continue
        if token.text in SIGNS or token.bare in lexicon.AFTER_HEAD or token.text in _JOINING:
            if numbers[at] in commas:
                continue
            return at
        before = doc.name_at.get(numbers[at - 1]) if at else None
        if before is not None and before.kind == "person" and token.text in lexicon.ARTICLES:
            return at  # "Jane Roe the senior manager"
        if at and doc.tokens[numbers[at - 1]].bare in lexicon.DOCUMENT_NOUNS and _is_participle(token.text):
            return at  # "data released in May"
        participle = token.bare.endswith("ing") and token.text.islower() and not is_role_noun(token.bare)
        if at and participle:
            following = doc.tokens[numbers[at + 1]].bare if at + 1 < len(numbers) else ""
            if following in lexicon.FUNCTION_WORDS:
                return at
    return len(numbers)


def _is_participle(word: str) -> bool:
    return word.islower() and (word.endswith("ed") or word in {"seen", "written", "sent", "made", "put"})


def _described(doc: NamedArticle, numbers: list[int]) -> ParsedMention:
    """A description: its head noun, what kind of speaker that is, and its own words."""
    tokens = doc.tokens
    end = max(_head_end(doc, numbers), 1)
    head_at = numbers[end - 1 - (end > 1 and doc.is_possessive(numbers[end - 1]))]
    head = tokens[head_at].bare
    first = tokens[numbers[0]].bare
    words = tuple(tokens[i].bare for i in numbers[:end])
    category, plural = _category(head)
    headline = tokens[numbers[0]].block in doc.headlines
    return ParsedMention(
        "described",
        numbers[-1],
        name=_own_words(doc, numbers),
        head=lexicon.singular(head),
        words=words,
        tail=tuple(tokens[i].bare for i in numbers[end:]),
        category=category,
        determined=first in _DEFINITE,
        definite=first in _DEFINITE or (first not in _INDEFINITE and category == "person"),
        proper=frozenset() if headline else _proper(doc, numbers[:end]) - {lexicon.role(head)},
        plural=plural,
        owner=_owner(doc, numbers[:end]),
        head_at=head_at,
    )


def _proper(doc: NamedArticle, numbers: list[int]) -> frozenset[str]:
    """The words with capitals of a description, without parties and what begins a sentence."""
    tokens = [doc.tokens[i] for i in numbers]
    names = {lexicon.role(t.bare) for t in tokens if t.text[0].isupper() and not t.opens}
    return frozenset(names - lexicon.PARTIES - lexicon.FUNCTION_WORDS)


def _owner(doc: NamedArticle, numbers: list[int]) -> NameSpan | None:
    """The name in the possessive before the head: "Jane Roe's lawyer"."""
    for i in numbers:
        if doc.is_possessive(i) and i - 1 in doc.name_at:
            return doc.name_at[i - 1]
    return None


def _category(head: str) -> tuple[Category, bool]:
    """The kind of speaker by its head noun, and whether it is several."""
    one = lexicon.singular(head)
    one_of = head in lexicon.NATIONALITIES  # "the Belarusian", but "the British"
    people = one_of and (head.endswith(("s", "sh")) or head in {"french", "dutch"})
    if people or head in lexicon.GROUP_NOUNS or (one != head and one in lexicon.PERSON_NOUNS):
        return "group", True
    # "An agency's count" is none, though "Count Jan Holt" has the title.
    titled = is_role_noun(head) and head not in lexicon.DOCUMENT_NOUNS
    if one_of or head in lexicon.PERSON_NOUNS or titled or lexicon.age(head):
        return "person", False
    if head in lexicon.BODY_NOUNS:
        return "body", False
    if head in lexicon.DOCUMENT_NOUNS or one in lexicon.DOCUMENT_NOUNS:
        return "document", head != one
    if one in lexicon.BODY_NOUNS:
        return "body", True
    return ("group", True) if head.endswith("s") else ("unknown", False)


def _own_words(doc: NamedArticle, numbers: list[int]) -> str:
    """The description in the mention's words: without articles and what a comma or a relative clause adds."""
    tokens = doc.tokens
    end = next((at for at in range(1, len(numbers)) if _ends_own_words(doc, numbers, at)), len(numbers))
    before = ["and", *(tokens[i].bare for i in numbers)]
    if end > 1 and before[1] in _POINTING and before[2] != "of" and tokens[numbers[1]].is_word:
        return _own_words(doc, numbers[1:])
    kept = [
        i
        for i, word in zip(numbers[:end], before, strict=False)
        if tokens[i].bare not in lexicon.ARTICLES or word not in {"and", ","}
    ]
    return _joined(doc, kept or numbers[:end])


def _ends_own_words(doc: NamedArticle, numbers: list[int], at: int) -> bool:
    """Whether a description goes no further: a relative clause, an apposition or examples follow, and no list."""
    token = doc.tokens[numbers[at]]
    if token.bare == "that" and doc.tokens[numbers[at - 1]].bare in lexicon.PREPOSITIONS:
        return False  # "the results of that trial"
    if token.text != "," or at + 1 == len(numbers):
        return token.bare in _ENDS_DESCRIPTION or token.text in SIGNS
    if numbers[at] in town_and_state(doc, numbers):
        return False
    following = doc.tokens[numbers[at + 1]].bare
    listed = any(doc.tokens[i].bare in {"and", "or"} for i in numbers[at:])
    return not listed or (following in lexicon.FUNCTION_WORDS and following != "the")


def _joined(doc: NamedArticle, numbers: list[int]) -> str:
    """The tokens' text, with a space wherever the article has white space or another token between."""
    text = ""
    for before, i in zip([numbers[0], *numbers], numbers, strict=False):
        gap = doc.text[doc.tokens[before].end : doc.tokens[i].start] if i != before else ""
        text += " " if gap and (gap.isspace() or i != before + 1) else ""
        text += doc.text[doc.starts[i] : doc.ends[i]]
    return text
