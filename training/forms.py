"""Paragraphs put together from an article's own attributions, in forms that the corpora hold too few of.

Transcripts, questions and answers, signed quotations, several turns in one paragraph, coordinated reporting verbs,
ledes whose attribution comes last, and lines that are no claims: bylines, captions, dates, crossheads, negated sources.
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from training import names
from training.corpus import Annotated, Attribution, SpanList

_CUES = (
    "said",
    "replied",
    "answered",
    "added",
    "told reporters",
    "countered",
    "insisted",
    "explained",
    "recalled",
)
_AND_CUES = (
    "added",
    "warned",
    "stressed",
    "noted",
    "insisted",
    "promised",
    "confirmed",
    "argued",
    "pointed out",
)
_ASKERS = ("Q", "Interviewer", "Moderator", "Reporter", "Question", "Host", "INTERVIEWER", "Journalist")
_QUESTIONS = (
    "What happens now?", "Did you tell the council?", "How do you see the next year?", "Is that still your view?",
    "Why did it take so long?", "What would you say to those who lost their homes?", "Can you tell us more about it?",
)  # fmt: skip
_NOBODY = (
    "No official has",
    "Neither the company nor the ministry has",
    "Nobody at the agency",
    "None of the witnesses",
)
_CROSSHEADS = (
    "“Not safe”",
    "Long wait",
    "‘A new start’",
    "What comes next",
    "Key points",
    "* * *",
    "Advertisement",
)


@dataclass(slots=True)
class _Writing:
    """Text as it grows, and the attributions in it."""

    text: str = ""
    attributions: list[Attribution] = field(default_factory=list)

    def put(self, words: str) -> tuple[int, int]:
        """Write words; the place where they stand."""
        start = len(self.text)
        self.text += words
        return start, len(self.text)

    def said(self, source: tuple[int, int], cue: tuple[int, int], *content: tuple[int, int]) -> None:
        """Note an attribution."""
        self.attributions.append(Attribution((source,), (cue,), content))


@dataclass(frozen=True, slots=True)
class _Material:
    """Words of an article to write from: quotations with their marks, propositions ("that ..."), and who spoke."""

    quoted: list[str]
    propositions: list[str]
    people: list[str]


def more_forms(article: Annotated, chance: random.Random) -> Annotated:
    """The article with a new paragraph in one of the forms, at a place where no attribution is cut."""
    material = _material(article)
    chance.shuffle(material.quoted)
    chance.shuffle(material.propositions)
    chance.shuffle(material.people)
    writing = _Writing()
    writing.put("\n\n")
    form = chance.choices(list(_FORMS), list(_FORMS.values()))[0]
    form(material, writing, chance)
    if len(writing.text) < 5:
        return article
    hulls = [_hull(a) for a in article.attributions or ()]
    places = [
        m.start()
        for m in re.finditer(r"\n+|\Z", article.text)
        if not any(start < m.start() < end for start, end in hulls)
    ]
    if form is _plain_line:
        places = places[:2]
    return _inserted(article, chance.choice(places), writing)


def _hull(a: Attribution) -> tuple[int, int]:
    spans = [*a.source, *a.cue, *a.content]
    return (min(s for s, _ in spans), max(e for _, e in spans)) if spans else (0, 0)


def _inserted(article: Annotated, place: int, writing: _Writing) -> Annotated:
    size = len(writing.text)

    def moved(spans: SpanList) -> SpanList:
        return tuple((s + size, e + size) if s >= place else (s, e) for s, e in spans)

    def shifted(spans: SpanList, by: int) -> SpanList:
        return tuple((s + by, e + by) for s, e in spans)

    old = [Attribution(moved(a.source), moved(a.cue), moved(a.content)) for a in article.attributions or ()]
    new = [
        Attribution(shifted(a.source, place), shifted(a.cue, place), shifted(a.content, place))
        for a in writing.attributions
    ]
    return replace(
        article,
        text=article.text[:place] + writing.text + article.text[place:],
        attributions=(*old, *new),
        entities=None,  # of the new words nobody knows which are names
        anaphors=(),
    )


def _material(article: Annotated) -> _Material:
    material = _Material([], [], [])
    for a in article.attributions or ():
        for start, end in a.content[:1]:
            words = article.text[start:end]
            if "\n" in words or not 15 < end - start < 400:
                continue
            if words[0] in '“"' and words[-1] in '”"':
                material.quoted.append("“" + words[1:-1].strip(" ,") + "”")
            elif len(a.content) == 1 and "“" not in words and '"' not in words:
                if words.startswith("that "):
                    material.propositions.append(words)
                elif (
                    words[0].isupper() and article.text[a.cue[0][0] : a.cue[0][1]] in {"said", "says"}
                    if a.cue
                    else False
                ):
                    material.propositions.append("that " + words[0].lower() + words[1:])
        for start, end in a.source[:1]:
            if re.fullmatch(r"[A-Z][^\n,]{2,30}", article.text[start:end]):
                material.people.append(article.text[start:end])
    given, family = random.Random(len(article.text)), random.Random(len(article.text) + 1)  # noqa: S311
    material.people[:] = dict.fromkeys(material.people)
    while len(material.people) < 3:
        material.people.append(f"{given.choice(names.GIVEN)} {family.choice(names.FAMILY)}")
    return material


def _transcript(material: _Material, writing: _Writing, chance: random.Random) -> None:
    """Labelled lines, in capitals or not, with or without quotation marks."""
    upper, bare = chance.random() < 0.5, chance.random() < 0.7
    for words in material.quoted[: chance.randint(1, 4)]:
        name = chance.choice(material.people[:2])
        source = writing.put(name.upper() if upper else name)
        colon = writing.put(":")
        writing.put(" ")
        writing.said(source, colon, writing.put(words[1:-1] if bare else words))
        writing.put(chance.choice(("\n", "\n\n")))


def _questions(material: _Material, writing: _Writing, chance: random.Random) -> None:
    """Questions and answers under short labels, or a bold question without one."""
    asker, labelled = chance.choice(_ASKERS), chance.random() < 0.8
    name = material.people[0]
    answerer = (
        "A" if asker == "Q" else chance.choice((name, name.split()[-1], "".join(w[0] for w in name.split())))
    )
    for words in material.quoted[: chance.randint(1, 3)]:
        if labelled:
            source = writing.put(asker)
            colon = writing.put(":")
            writing.put(" ")
            writing.said(source, colon, writing.put(chance.choice(_QUESTIONS)))
        else:
            writing.put(f"**{chance.choice(_QUESTIONS)}**")
        writing.put("\n")
        source = writing.put(answerer)
        colon = writing.put(":")
        writing.put(" ")
        writing.said(source, colon, writing.put(words[1:-1]))
        writing.put(chance.choice(("\n", "\n\n")))


def _signed(material: _Material, writing: _Writing, chance: random.Random) -> None:
    """A quotation with its speaker behind a dash."""
    for words in material.quoted[: chance.randint(1, 2)]:
        content = writing.put(words)
        writing.put(" ")
        dash = writing.put(chance.choice("-–—"))
        writing.put(" ")
        writing.said(writing.put(chance.choice(material.people)), dash, content)
        writing.put("\n")


def _turns(material: _Material, writing: _Writing, chance: random.Random) -> None:
    """Two or more people who speak in turn in one paragraph."""
    speakers = material.people[:2]
    for number, words in enumerate(material.quoted[: chance.randint(2, 5)]):
        content = writing.put(words[:-1] + ",”" if words[-2].isalnum() else words)
        writing.put(" ")
        name = speakers[number % 2]
        if number > 1 and " " in name and chance.random() < 0.6:
            name = name.split()[-1]
        if chance.random() < 0.75:
            source = writing.put(name)
            writing.put(" ")
            cue = writing.put(chance.choice(_CUES))
        else:
            cue = writing.put(chance.choice(_CUES[:4]))
            writing.put(" ")
            source = writing.put(name)
        writing.said(source, cue, content)
        writing.put(". ")


def _coordinated(material: _Material, writing: _Writing, chance: random.Random) -> None:
    """One subject with two reporting verbs."""
    if len(material.propositions) < 2:
        return
    source = writing.put(chance.choice(material.people))
    writing.put(" ")
    cue = writing.put(chance.choice(("said", *_AND_CUES)))
    writing.put(" ")
    writing.said(source, cue, writing.put(material.propositions[0].rstrip(".")))
    writing.put(chance.choice((" and ", ", and ", ", but ")))
    cue = writing.put(chance.choice(_AND_CUES))
    writing.put(" ")
    writing.said(source, cue, writing.put(material.propositions[1].rstrip(".")))
    writing.put(".")


def _said_last(material: _Material, writing: _Writing, chance: random.Random) -> None:
    """A proposition with its attribution behind it."""
    for proposition in material.propositions[: chance.randint(1, 2)]:
        words = proposition.removeprefix("that ").rstrip(".")
        content = writing.put(words[0].upper() + words[1:])
        writing.put(", ")
        name = chance.choice(material.people)
        if chance.random() < 0.3:
            cue = writing.put("according to")
            writing.put(" ")
            writing.said(writing.put(name), cue, content)
        else:
            source = writing.put(name)
            writing.put(" ")
            writing.said(source, writing.put(chance.choice(("said", "says", "has said"))), content)
        writing.put(".\n\n")


def _plain_line(material: _Material, writing: _Writing, chance: random.Random) -> None:
    """A byline, caption, date or crosshead."""
    name, place = material.people[-1], chance.choice(names.PLACES)
    writing.put(
        chance.choice(
            (
                f"By {name}", f"Photo: {name}", f"March {chance.randint(1, 28)}, 20{chance.randint(10, 25)}",
                f"{name}, {chance.choice(names.AGENCIES)}", f"{place.upper()}:",
                f"Updated {chance.randint(1, 12)}:30 GMT",
                f"The bridge at {place}. Picture: {name}", f"• {place}", chance.choice(_CROSSHEADS),
                f"By {name} in {place}", f"{name} is our correspondent in {place}.",
            )
        )
    )  # fmt: skip


def _negated(material: _Material, writing: _Writing, chance: random.Random) -> None:
    """A source that has not spoken: nobody asserts anything."""
    if material.propositions:
        writing.put(f"{chance.choice(_NOBODY)} said {material.propositions[0].rstrip('.')}.")


Form = Callable[[_Material, _Writing, random.Random], None]
_FORMS: dict[Form, float] = {
    _transcript: 2,
    _questions: 2,
    _signed: 1,
    _turns: 2,
    _coordinated: 2,
    _said_last: 2,
    _plain_line: 3,
    _negated: 0.5,
}
