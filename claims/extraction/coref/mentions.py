"""Speakers' mentions taken apart: a pronoun, names, or a description with its head noun."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from claims.extraction.coref import lexicon
from claims.extraction.coref.lexicon import Sex
from claims.extraction.coref.name_recognition import is_common
from claims.extraction.coref.name_spans import OFFICE_OF, NamedArticle, NameSpan
from claims.extraction.coref.phrases import set_off_names
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
_JOINS_NAMES: Final = (
    lexicon.PREPOSITIONS | lexicon.ARTICLES | lexicon.POSSESSIVES | {"and", "or", "&", "'s", "’s"}
)
"""Words after which a name is another's than what stands before them says."""
_POINTING: Final = frozenset({"that", "this", "these", "those"})
"""Words that point to somebody without saying who it is: "that official"."""
_SIGNS: Final = frozenset({",", ";", ":", "(", "—", "–", "--", "―"})
_DEFINITE: Final = lexicon.POSSESSIVES | {"the", "this", "that"}
_INDEFINITE: Final = lexicon.ARTICLES.union(
    ["one", "another", "some", "any", "at", "each", "every", "no", "what", "such"]
)
_OUTLETS: Final = frozenset({"agency", "newspaper", "magazine", "website", "broadcaster", "tabloid", "daily"})
_OUTLET_WORDS: Final = frozenset(
    {"news", "state", "official", "daily", "weekly", "business", "online", "press"}
)
"""Words between the name of an outlet and what it is."""
_KINDS: Final = frozenset({"pac", "ngo", "mp"})
_BRACKETS: Final = {"(": ")", "[": "]", "<": ">"}
_MARKS: Final = frozenset({'"', "''", "``", "“", "”", "'", "‘", "’"})


@dataclass(frozen=True, slots=True)
class ParsedMention:
    """A speaker's mention taken apart; all but the first three fields are a description's.

    ``kind``: a pronoun by its person, "pair" for "both", "who" for a relative pronoun, "named", "described", "several"
    for a description or pronoun that "and" joins to something else, or "nothing".
    ``last``: the number of its last token.
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
    parts: "tuple[ParsedMention, ...]" = ()

    @property
    def sex(self) -> Sex | None:
        """The sex of the last word that has one: "spokeswoman"."""
        return lexicon.first_sex(reversed(self.words))


def parse_mention(doc: NamedArticle, numbers: Sequence[int]) -> ParsedMention:
    """Take apart a mention, given by the numbers of its tokens in order."""
    numbers = _trimmed(doc, numbers)
    if not numbers:
        return ParsedMention("nothing", 0)
    words = [doc.tokens[i].bare for i in numbers]
    if pronoun := _pronoun(words):
        return ParsedMention(pronoun, numbers[-1])
    return (
        _after_roles(doc, numbers)
        or _named_and_owned(doc, numbers)
        or _owner_set_off(doc, numbers)
        or _named_together(doc, numbers)
        or _several(doc, numbers)
        or _described(doc, numbers)
    )


def _pronoun(words: list[str]) -> MentionKind | None:
    """The kind of a mention that is a pronoun, with or without more words: "he himself", "most of whom"."""
    kind = PRONOUNS.get(words[0])
    determiner = len(words) > 1 and words[0] in lexicon.POSSESSIVES | {"that", "both", "each", "you"}
    if kind and not determiner and words[1:2] != ["and"]:
        return kind
    if "whom" in words[1:]:
        return "who"
    return "pair" if words[:2] == ["both", "of"] and words[-1] in PRONOUNS else None


def _after_roles(doc: NamedArticle, numbers: list[int]) -> ParsedMention | None:
    """The person whose office or trade stands before the name, whatever joins its words.

    "Minister of Trade and Industry Ana Sorel", "Bitcoin and blockchain expert Simon Roe", "Sylvania's envoy to
    Ruritania Jan Holt"; but neither "a lawyer for Jane Roe" nor "Otto Hallam and lawyer Jane Roe".
    """
    tokens = doc.tokens
    end = next((at for at, i in enumerate(numbers) if tokens[i].text in _SIGNS), len(numbers))
    span = next(
        (s for i in reversed(numbers[:end]) if (s := doc.name_at.get(i)) and s.kind == "person"), None
    )
    before = [i for i in numbers[:end] if span and i < span.name_start]
    if span is None or not before or span.name_start - 1 != before[-1] or span.end in numbers[:end]:
        return None
    first = next(at for at, i in enumerate(before) if i >= span.start or i == before[-1])
    outer = before[first - 1] if first and before[first] >= span.start else before[-1]
    if tokens[before[-1]].bare in _JOINS_NAMES or tokens[outer].bare in lexicon.PREPOSITIONS | {"'s", "’s"}:
        return None
    joint = next((at for at, i in enumerate(before) if tokens[i].bare in {"and", "&"}), None)
    one = joint is None or _is_one_office(doc, before, joint)
    fits = one and _is_office_of_one(doc, before) and not _names_after_office(doc, numbers[end + 1 :], span)
    return ParsedMention("named", numbers[-1], (span,)) if fits else None


def _is_office_of_one(doc: NamedArticle, before: Sequence[int]) -> bool:
    """Whether the words before a name have a noun for one person, and none that is named itself."""
    tokens = doc.tokens
    span = doc.name_at.get(before[-1])
    persons = {
        s for i in before if (s := doc.name_at.get(i)) and s.kind == "person" and s.name_start in before
    }
    return (
        all(doc.is_possessive(s.end) for s in persons - {span} or ())
        and not any(tokens[i].bare in _ENDS_DESCRIPTION for i in before)
        and any(is_role_noun(tokens[i].bare) for i in before)
        and not _category(tokens[before[-1]].bare)[1]
    )


def _names_after_office(doc: NamedArticle, after: Sequence[int], span: NameSpan) -> bool:
    """Whether what seems a name is part of an office, and the name follows: "Director of Relations, Jane Roe"."""
    name = doc.name_at.get(after[0]) if after else None
    return (
        name is not None
        and name.kind == "person"
        and doc.tokens[span.name_start].bare not in lexicon.FIRST_NAMES
    )


def _is_one_office(doc: NamedArticle, before: list[int], joint: int) -> bool:
    """Whether "and" stands inside an office before a name: "Economy and Labour Minister", "of Trade and Industry"."""
    tokens = doc.tokens
    one, other = before[:joint], before[joint + 1 :]
    if any(tokens[i].text in OFFICE_OF and is_role_noun(tokens[i - 1].bare) for i in one[1:]):
        return True
    span = doc.name_at.get(one[-1]) if one else None
    named = (
        span is not None
        and (span.kind == "body" or one[0] == span.start)
        and tokens[one[0]].bare in lexicon.PLACES
    )
    holders = lexicon.PERSON_NOUNS | lexicon.BODY_NOUNS | lexicon.GROUP_NOUNS
    holder = any(
        is_role_noun(word) or word in holders for i in one if (word := lexicon.singular(tokens[i].bare))
    )
    led = not one or tokens[one[0]].bare in lexicon.ARTICLES | lexicon.POSSESSIVES
    return bool(other) and not (holder or led or named)


def _several(doc: NamedArticle, numbers: list[int]) -> ParsedMention | None:
    """A description or pronoun and a name, joined by "and": "the Roe campaign and the FEC", "she and Roe"."""
    end = _head_end(doc, numbers)
    if end + 1 >= len(numbers) or doc.tokens[numbers[end]].bare != "and" or end == 0:
        return None
    one, other = (parse_mention(doc, part) for part in (numbers[:end], numbers[end + 1 :]))
    if one.kind == "described" and _is_one_role_of(one, other, numbers[end + 1]):
        return ParsedMention("named", numbers[-1], other.names)
    described = one.kind == "described" and one.category not in ("unknown", "document")
    if one.kind in ("he", "she") or (described and other.kind in ("named", "i")):
        return ParsedMention("several", numbers[-1], parts=(one, other))
    return None


def _is_one_role_of(role: ParsedMention, named: ParsedMention, start: int) -> bool:
    """Whether "and" joins two roles of one person: "lawyer and city councillor Jane Roe"."""
    if named.kind != "named" or len(named.names) != 1 or role.category != "person":
        return False
    span = named.names[0]
    bare = role.words[0] not in lexicon.ARTICLES | lexicon.POSSESSIVES and role.owner is None
    return bare and span.kind == "person" and span.name_start > start


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
        or not tokens[kept[-1]].text[0].isalnum()
        or (len(kept) > 1 and tokens[kept[-1]].bare in _TRAILING)
    ):
        kept = kept[:-1]
    return kept


def _head_end(doc: NamedArticle, numbers: list[int], start: int = 0) -> int:
    """Where the main part of a phrase ends: before a comma, a preposition or a relative clause."""
    for at in range(start, len(numbers)):
        token = doc.tokens[numbers[at]]
        span = doc.name_at.get(numbers[at])
        if at > start and span is not None and span is doc.name_at.get(numbers[at - 1]):
            continue
        if token.text in _SIGNS or token.bare in lexicon.AFTER_HEAD or token.text in {"and", "or", "&"}:
            if _joins_adjectives(doc, numbers, at):
                continue
            return at
        before = doc.name_at.get(numbers[at - 1]) if at > start else None
        if before is not None and before.kind == "person" and token.text in lexicon.ARTICLES:
            return at  # "Jane Roe the senior manager"
        if (
            at > start
            and doc.tokens[numbers[at - 1]].bare in lexicon.DOCUMENT_NOUNS
            and _is_participle(token.text)
        ):
            return at  # "data released in May"
        participle = token.bare.endswith("ing") and token.text.islower() and not is_role_noun(token.bare)
        if at > start and participle:
            following = doc.tokens[numbers[at + 1]].bare if at + 1 < len(numbers) else ""
            if following in lexicon.FUNCTION_WORDS:
                return at
    return len(numbers)


def _is_participle(word: str) -> bool:
    return word.islower() and (word.endswith("ed") or word in {"seen", "written", "sent", "made", "put"})


def _joins_adjectives(doc: NamedArticle, numbers: list[int], at: int) -> bool:
    """Whether "and" joins two adjectives of one noun: "British and Ukrainian officials"."""
    if not 0 < at < len(numbers) - 2:
        return False
    one, joint, other = (doc.tokens[numbers[i]].bare for i in (at - 1, at, at + 1))
    origins = lexicon.ADJECTIVES | {"us", "usa", "uk", "eu", "un"}
    return (
        joint in {"and", "or"}
        and one in origins
        and other in origins
        and doc.tokens[numbers[-1]].text.islower()
    )


def _name_at_end(doc: NamedArticle, numbers: list[int], start: int, end: int) -> NameSpan | None:
    """The name in which the part of a phrase from ``start`` to before ``end`` ends."""
    at = end - 1
    while at > start and doc.tokens[numbers[at]].bare in _TRAILING | {"'s", "’s"}:
        at -= 1
    span = doc.name_at.get(numbers[at]) if at >= start else None
    return span if span and span.end == numbers[at] + 1 else None


def _named_together(doc: NamedArticle, numbers: list[int]) -> ParsedMention | None:
    """The names that a mention is made of, joined by commas and "and"; None if it is no name."""
    opening = doc.name_at.get(numbers[0])
    owns = opening and opening.end in numbers[:-1] and doc.is_possessive(opening.end)
    more = opening and opening.end in numbers and doc.tokens[opening.end].bare in lexicon.BODY_NOUNS
    if outlet := _outlet(doc, numbers):
        return ParsedMention("named", numbers[-1], (outlet,))
    if opening and not (owns or more) and doc.tokens[numbers[0]].block in doc.headlines:
        names = _joined_in_headline(doc, numbers, opening)
        return ParsedMention("named", numbers[-1], names)  # capitals hide where the name ends
    end = _head_end(doc, numbers)
    span = _name_at_end(doc, numbers, 0, end)
    if span is None or is_common(span.name) or _is_one_of_many(doc, numbers, span):
        return _set_off(doc, numbers, end) if end else None
    office = span.name_start - span.start > 1 and doc.tokens[span.name_start].bare not in lexicon.FIRST_NAMES
    if (
        (span.kind != "person" or office)
        and _is_common_noun_phrase(doc, numbers, span)
        and (apart := _set_off(doc, numbers, end))
    ):
        return apart
    together = [span]
    listed = False
    while end < len(numbers):
        joint, last = end, False
        while joint < len(numbers) and doc.tokens[numbers[joint]].text in {",", "and", "&"}:
            last = last or doc.tokens[numbers[joint]].text != ","
            joint += 1
        if joint == end or joint >= len(numbers):
            break
        next_end = _head_end(doc, numbers, joint)
        following = _name_at_end(doc, numbers, joint, next_end)
        article = doc.tokens[numbers[joint]].bare in lexicon.ARTICLES | lexicon.POSSESSIVES
        if following is None or following.start > numbers[joint] + article:
            break
        end = next_end
        together.append(following)
        listed = listed or last
    named = ParsedMention("named", numbers[-1], tuple(together if listed else together[:1]))
    return _with_company(doc, numbers, named, end) or named


def _named_and_owned(doc: NamedArticle, numbers: list[int]) -> ParsedMention | None:
    """A name and somebody under an office who is named after it: "Jane Roe and her new deputy, Otto Hallam"."""
    tokens = doc.tokens
    opening = doc.name_at.get(numbers[0])
    if opening is None or opening.end not in numbers[:-2] or tokens[opening.end].bare != "and":
        return None
    at = numbers.index(opening.end)
    set_off = any(tokens[i].text in _SIGNS for i in numbers[at:])
    named = ParsedMention("named", numbers[-1], (opening,))
    return _with_company(doc, numbers, named, at) if set_off else None


def _with_company(
    doc: NamedArticle, numbers: list[int], named: ParsedMention, end: int
) -> ParsedMention | None:
    """A name and the description that "and" joins to it: "President Jane Roe and some officials"."""
    joint = end + (end < len(numbers) and doc.tokens[numbers[end]].text == ",")
    if joint + 1 >= len(numbers) or doc.tokens[numbers[joint]].text not in {"and", "&"}:
        return None
    other = parse_mention(doc, numbers[joint + 1 :])
    led = doc.tokens[numbers[joint + 1]].bare in lexicon.ARTICLES | lexicon.POSSESSIVES | lexicon.QUANTIFIERS
    described = other.kind == "described" and other.category in ("group", "body", "person")
    fits = (described and (led or other.plural)) or (other.kind == "named" and led)
    return ParsedMention("several", numbers[-1], parts=(named, other)) if fits else None


def _outlet(doc: NamedArticle, numbers: list[int]) -> NameSpan | None:
    """The outlet whose name stands before what it is: "the semi-official Tasnim news agency"."""
    tokens = doc.tokens
    end = next((at for at, i in enumerate(numbers) if tokens[i].text in _SIGNS), len(numbers))
    if tokens[numbers[end - 1]].text not in _OUTLETS:
        return None
    at = end - 2
    while at > 0 and tokens[numbers[at]].text in _OUTLET_WORDS:
        at -= 1
    span = doc.name_at.get(numbers[at]) if at >= 0 else None
    if span is None or span.end != numbers[at] + 1 or span.kind == "place" or is_common(span.name):
        return None
    return None if tokens[numbers[at]].bare in lexicon.ORIGINS else span


def _is_common_noun_phrase(doc: NamedArticle, numbers: list[int], span: NameSpan) -> bool:
    """Whether a name after an article says an office: "a Senior Advocate of Nigeria", "the Minister of Tourism"."""
    if doc.tokens[numbers[0]].bare not in lexicon.ARTICLES:
        return False
    return any(is_role_noun(doc.tokens[i].bare) for i in numbers if i < span.end) or (
        doc.tokens[numbers[0]].bare != "the" and doc.tokens[numbers[0]].text.islower()
    )


def _is_one_of_many(doc: NamedArticle, numbers: list[int], span: NameSpan) -> bool:
    """Whether a name only says of which kind something is: "a super PAC"."""
    kind = span.name.casefold() in _KINDS | lexicon.ADJECTIVES
    indefinite = doc.tokens[numbers[0]].bare in {"a", "an", "another", "one"}
    return indefinite and kind and span.name_start > numbers[0]


def _set_off(doc: NamedArticle, numbers: list[int], end: int) -> ParsedMention | None:
    """The persons whom a description that ends at a place names after it: "one of their lawyers, Jane Roe,"."""
    one = any(is_role_noun(doc.tokens[i].bare) for i in numbers[:end])
    plural = not one and _category(doc.tokens[numbers[end - 1]].bare)[1]
    found = set_off_names(doc, numbers, end, plural=plural)
    return ParsedMention("named", numbers[-1], found) if found else None


def _owner_set_off(doc: NamedArticle, numbers: list[int]) -> ParsedMention | None:
    """The name set off from somebody's or some body's: "Jane Roe's pick for secretary, Otto Hallam,"."""
    tokens = doc.tokens
    comma = next((at for at, i in enumerate(numbers) if tokens[i].text in _SIGNS), 0)
    if not comma or comma + 1 == len(numbers) or doc.name_at.get(numbers[comma - 1]) is not None:
        return None
    main = [tokens[i].bare for i in numbers[:comma]]
    opens = main[0] in lexicon.ARTICLES | lexicon.POSSESSIVES or numbers[0] not in doc.name_at
    owned = any(doc.is_possessive(i) for i in numbers[:comma])
    head = _category(main[-1])
    span = doc.name_at.get(numbers[comma + 1])
    if span is None or not (owned or (opens and head[0] in ("person", "body") and not head[1])):
        return None
    after = numbers.index(span.end) if span.end in numbers else len(numbers)
    ends = span.end - 1 in numbers and (after == len(numbers) or tokens[span.end].text in _SIGNS)
    place = span.kind == "place" and not owned
    listed = any(tokens[i].bare in {"and", "or"} for i in numbers[after:])
    fits = span.start == numbers[comma + 1] and ends and not place and not (listed and span.is_single)
    return ParsedMention("named", numbers[-1], (span,)) if fits else None


def _joined_in_headline(doc: NamedArticle, numbers: list[int], opening: NameSpan) -> tuple[NameSpan, ...]:
    """The name that opens a headline's mention, with those that "and" joins to it."""
    names = [opening]
    while (at := names[-1].end + 1) in numbers and doc.tokens[at - 1].bare in {"and", "&"}:
        following = doc.name_at.get(at)
        if following is None or following.name_start != at:
            break
        names.append(following)
    return tuple(names)


def _described(doc: NamedArticle, numbers: list[int]) -> ParsedMention:
    """A description: its head noun, what kind of speaker that is, and its own words."""
    tokens = doc.tokens
    end = max(_head_end(doc, numbers), 1)
    head = tokens[numbers[end - 1]].bare
    if head in {"'s", "’s"} and end > 1:
        head = tokens[numbers[end - 2]].bare
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
        proper=frozenset() if headline else _proper(doc, numbers[:end]),
        plural=plural,
        owner=_owner(doc, numbers[:end]),
    )


def _proper(doc: NamedArticle, numbers: list[int]) -> frozenset[str]:
    """The words with capitals of a description, without parties and what begins a sentence."""
    tokens = [doc.tokens[i] for i in numbers]
    names = {lexicon.role(t.bare) for t in tokens if t.text[0].isupper() and not t.opens}
    return frozenset(names - lexicon.PARTIES[0] - lexicon.PARTIES[1] - lexicon.FUNCTION_WORDS)


def _owner(doc: NamedArticle, numbers: list[int]) -> NameSpan | None:
    """The name in the possessive before the head: "Jane Roe's lawyer"."""
    for i in numbers:
        if doc.is_possessive(i) and i - 1 in doc.name_at:
            return doc.name_at[i - 1]
    return None


def _category(head: str) -> tuple[Category, bool]:
    """The kind of speaker by its head noun, and whether it is several."""
    one = lexicon.singular(head)
    if head in lexicon.GROUP_NOUNS or (one != head and one in lexicon.PERSON_NOUNS):
        return "group", True
    if head in lexicon.PERSON_NOUNS or is_role_noun(head) or lexicon.age(head):
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
    if token.text != "," or at + 1 == len(numbers):
        return token.bare in _ENDS_DESCRIPTION or token.text in _SIGNS
    following = doc.tokens[numbers[at + 1]].bare
    listed = any(doc.tokens[i].bare in {"and", "or"} for i in numbers[at:])
    return not listed or (following in lexicon.FUNCTION_WORDS and following != "the")


def _joined(doc: NamedArticle, numbers: list[int]) -> str:
    """The tokens' text, with a space wherever the article has white space or another token between."""
    text = ""
    for before, i in zip([numbers[0], *numbers], numbers, strict=False):
        gap = doc.text[doc.tokens[before].end : doc.tokens[i].start] if i != before else ""
        text += (" " if gap and (gap.isspace() or i != before + 1) else "") + doc.tokens[i].text
    return text
