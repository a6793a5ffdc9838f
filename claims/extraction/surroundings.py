"""What an article shows beside a speaker's name: descriptions, other names, where it is set, what it is about."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Self

from claims.lexicons import word_set
from claims.records import Article, Claim, Speaker, Surroundings, together
from claims.text.canonical import canonical, topic_stems
from claims.text.countries import places_in, places_in_text
from claims.text.normalisation import unaccented

_MENTIONS: Final = 3  # at most so many descriptions are kept,
_MENTION: Final = 200  # of so many characters each
_NAMES: Final = 24  # and so many words of other names
_TOPIC: Final = 24  # and of what it is about
_TOPIC_FROM: Final = 2  # times that it has such a word
_LEAST_LETTERS: Final = 3  # of a word that is kept
_NEAR: Final = 60  # characters after a name in which a pronoun may stand for it
_SHARE: Final = 0.5  # of the countries named, so many are that in which an article is set
_TIMES: Final = 2  # it names that country so often at the least

_REMEMBERED: Final = 2_048  # different words, most of those of an article and the usual ones

_WORD: Final = re.compile(r"[^\W\d_][\w'’.-]*[\w]|[^\W\d_]")
_SENTENCE: Final = re.compile(r"(?:^|[.!?:;\n\"“”'‘’(]\s*|[-–—]\s+)$")
_DATELINE: Final = re.compile(
    r"\s*((?:[^\W\d_a-z][^\W\d_a-z.'’]+ ?){1,4})(?:, ?[A-Z][\w. ]+?)?,?\s*(?:\([^)]*\)\s*)?\s[-–—]"
)
_CAPITALS: Final = re.compile(r"\s*((?:[^\W\d_a-z]{3,}\s+){1,3})(?=[A-Z(])")
_BRACKET: Final = re.compile(r"\s*\(([^()]+)\)")
_BORDER: Final = re.compile(r"\b")
_ACRONYM: Final = re.compile(r"[^\W\d_]{2,8}\d{0,2}")
_FORMERLY: Final = re.compile(
    r"(?:formerly|formerly known as|known as|born|née|nee|previously|competed as|won \w* ?as|as)\s+"
    r"((?:[A-Z][\w'’-]+\s+){1,2}[A-Z][\w'’-]+)"
)
_BEFORE_MARRIAGE: Final = re.compile(
    r"\b(?:before|until) (?:her|his|their|she|he) (?:\w+ )?(?:marri|wedding|wed)"
)

_CALENDAR: Final = word_set("calendar.month", "calendar.day", "calendar.short_month", "calendar.short_day")
_NO_NAMES: Final = word_set("function_words.capitalised", "function_words.stop", "roles.title") | _CALENDAR
_ADDRESS: Final = word_set("name_parts.courtesy_man", "name_parts.courtesy_woman", "roles.title")
_OF_A_PERSON: Final = frozenset({"he", "she", "him", "his", "her", "hers"})
_OF_A_BODY: Final = frozenset({"its", "it", "plc", "inc", "corp", "ltd", "company", "group", "they", "their"})
_BODY_NOUNS: Final = word_set("bodies.noun", "bodies.legal_form")
_INTO_A_BODY: Final = frozenset({"at", "by", "via", "on", "using"})


@dataclass(frozen=True, slots=True)
class ArticleSurroundings:
    """What an article shows beside all of its speakers.

    ``country``, ``town``: where it is set; ``names``: the words of its names with their number; ``topic``: what it is
    about.
    """

    article: Article
    country: str
    town: str
    names: Counter[str]
    topic: tuple[str, ...]

    @classmethod
    def of(cls, article: Article) -> Self:
        """What an article shows."""
        words = Counter(_small_words(article.text))
        often = [w for w, times in words.most_common() if times >= _TOPIC_FROM]
        return cls(article, *_setting_of(article.text), _names_in(article.text), tuple(often[:_TOPIC]))

    def beside(self, speaker: Speaker, mentions: Iterable[str]) -> Surroundings:
        """What it shows beside one speaker, whom it mentions in these words."""
        own = {_folded(w) for w in _WORD.findall(speaker.name)}
        described = sorted({" ".join(m.split())[:_MENTION] for m in mentions if _describes(m, own)})
        others = [w for w, _ in self.names.most_common(_NAMES + len(own)) if w not in own]
        person, body = self._signs(speaker.name) if " " not in speaker.name else (0, 0)
        return Surroundings(
            tuple(sorted(described, key=lambda m: (-len(m), m))[:_MENTIONS]),
            self._other_names(speaker.name, described),
            self.country,
            self.town,
            tuple(others[:_NAMES]),
            self.topic,
            person,
            body,
        )

    def _other_names(self, name: str, described: Iterable[str]) -> tuple[str, ...]:
        """The acronym in brackets behind a name, the name before one, and a name that somebody had before."""
        text, found = self.article.text, set()
        for start in _places_of(name, text):
            if bracket := _BRACKET.match(text, start + len(name)):
                inside = bracket[1].removeprefix("the ").strip()
                if _ACRONYM.fullmatch(inside):
                    found.add(inside)
        if f"({name})" in text and _ACRONYM.fullmatch(name):
            for place in re.finditer(
                rf"((?:[A-Z][\w'’-]+\s+(?:(?:of|for|and|the|on|to|in)\s+)*)+)\({re.escape(name)}\)", text
            ):
                found.add(" ".join(place[1].split()))
        for words in (*described, *self._sentences_with(name)):
            after = words[words.find(name) + len(name) :] if name in words else words
            for former in _FORMERLY.finditer(after):
                if former[0].startswith(("as ", "won", "competed")) and not _BEFORE_MARRIAGE.search(after):
                    continue
                found.add(former[1])
        return tuple(sorted(found - {name}))

    def _sentences_with(self, name: str) -> Iterable[str]:
        text = self.article.text
        if not name:
            return
        start = text.find(name)
        if start >= 0:
            end = text.find(". ", start)
            yield text[start : end if end >= 0 else len(text)][:_MENTION]

    def _signs(self, name: str) -> tuple[int, int]:
        """How many words beside a name of one word show a person, and how many a body."""
        text, person, body = self.article.text, 0, 0
        for start in _places_of(name, text):
            end = start + len(name)
            if not (_BORDER.match(text, start) and _BORDER.match(text, end)):
                continue
            before = _WORD.findall(text[max(0, start - _NEAR) : start])[-1:]
            after = [w.casefold() for w in _WORD.findall(text[end : end + _NEAR])]
            lead = before[0].casefold().rstrip(".") if before else ""
            person += 3 * (lead in _ADDRESS) + any(w in _OF_A_PERSON for w in after)
            body += (lead in _BODY_NOUNS) + (lead in _INTO_A_BODY) + any(w in _OF_A_BODY for w in after)
            body += 2 * (after[:1] != [] and after[0] in _BODY_NOUNS)
        return person, body


def with_surroundings(article: Article, claims: Sequence[Claim]) -> list[Claim]:
    """The claims of an article, their speakers with what it shows beside each."""
    mentions: defaultdict[Speaker, list[str]] = defaultdict(list)
    for claim in claims:
        # What describes one of several is not told from what describes another.
        words = [claim.mention_text] if len(claim.speakers) == 1 else []
        for speaker in claim.speakers:
            mentions[speaker] += words
    if not mentions:
        return list(claims)
    shown = ArticleSurroundings.of(article)
    beside = {speaker: shown.beside(speaker, words) for speaker, words in mentions.items()}
    return [
        replace(claim, speaker=together(replace(one, beside=beside[one]) for one in claim.speakers))
        for claim in claims
    ]


def _places_of(name: str, text: str) -> Iterator[int]:
    """Where a name stands in a text."""
    at = text.find(name)
    while at >= 0 and name:
        yield at
        at = text.find(name, at + len(name))


def _describes(mention: str, name: set[str]) -> bool:
    """Whether a mention has words of the name, and others."""
    words = {_folded(w) for w in _WORD.findall(mention)}
    return not words.isdisjoint(name) and not words <= name


@lru_cache(maxsize=_REMEMBERED)
def _folded(word: str) -> str:
    return unaccented(word).casefold().removesuffix("'s").removesuffix("’s").replace(".", "")


def _names_in(text: str) -> Counter[str]:
    """The words with a capital that stand inside sentences, and those words elsewhere."""
    inside: set[str] = set()
    found: Counter[str] = Counter()
    for place in _WORD.finditer(text):
        word = place[0]
        if word[0].isupper():
            folded = _folded(word)
            if len(folded) >= _LEAST_LETTERS and folded not in _NO_NAMES:
                found[folded] += 1
                if folded not in inside and not _SENTENCE.search(
                    text[max(0, place.start() - 4) : place.start()]
                ):
                    inside.add(folded)
    return Counter({word: times for word, times in found.most_common() if word in inside})


def _small_words(text: str) -> list[str]:
    """The stems of the words without a capital that say what a text is about."""
    return [
        s for s in (_stem(w) for w in _WORD.findall(text) if w.islower() and len(w) > _LEAST_LETTERS) if s
    ]


@lru_cache(maxsize=_REMEMBERED)
def _stem(word: str) -> str:
    return min(topic_stems(canonical(word)), default="")


def _setting_of(text: str) -> tuple[str, str]:
    """The country in which an article is set, and the town of its dateline; empty where they do not show.

    Without a dateline that names a country or a place in it, that is the country that the text names most.
    """
    line = _DATELINE.match(text) or _CAPITALS.match(text)
    town = " ".join(_folded(w) for w in _WORD.findall(line[1])) if line else ""
    for place in places_in(text[: line.end()]) if line else ():
        return place.country, town
    counted = Counter(place.country for place in places_in_text(text))
    if not counted:
        return "", town
    country, times = counted.most_common(1)[0]
    return (country if times >= _TIMES and times >= _SHARE * counted.total() else ""), town
