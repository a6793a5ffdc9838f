"""Interviews without labels: questions that are paragraphs of their own, in bold or not, and the answers behind them.

An explainer asks so, too, and so does a column, whose author says "I" before it asks. An interview shows two of these
signs: a question speaks to somebody, an answer of its speaker, what stands before the first question tells of a talk.
"""

import re
from collections.abc import Sequence
from typing import Final

from claims.extraction.attribution import Attribution, AttributionEvidence
from claims.extraction.layout import Layout
from claims.extraction.names_in_text import ENTITY_TYPES
from claims.extraction.references import References
from claims.records import Article, Span

_PARAGRAPH = re.compile(r"[^\n]+")
_QUESTION = re.compile(r"\s*[*_]*[^\W_][^\"“”\n]{3,300}\?[*_]*\s*")
_TO_SOMEBODY = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
_OF_ONE = re.compile(r"\b(?:I|my|me|mine)\b")
_OF_ONESELF = re.compile(r"\b(?:I|my|me|mine|we|our|ours|us)\b")
_A_TALK = re.compile(
    r"\b(?:interview(?:s|ed)?|(?:spoke|speaks|talked|talks|chatted|sat down) (?:to|with))\b", re.IGNORECASE
)
_PERSON: Final = ENTITY_TYPES.index("person")
_LIKELY: Final = 0.5
"""How likely each word of the name of whoever is asked is a person's at least."""
_FULL_NAME: Final = 2
_BEHIND_TALK: Final = 100
"""Characters behind the words for a talk in which whoever is asked may be named."""
_LEAST_QUESTIONS: Final = 2
_LEAST_SIGNS: Final = 2

BY_LAYOUT: Final = AttributionEvidence(content=0.85, edges=0.85, cue=1.0, link=0.85, mention=1.0)
"""What vouches for an answer that nothing but its place shows to be one."""


def with_unlabelled_answers(
    article: Article, layout: Layout, found: Sequence[Attribution]
) -> list[Attribution]:
    """The attributions, in order, with the answers of an interview that has no labels, one for each question.

    They have no mention: see :func:`interviewee`. What an answer reports is part of it. A paragraph that reports
    something and does not speak of its speaker may be the article's own, and is no answer.
    """
    paragraphs, asked = _questions(layout)
    if len(asked) < _LEAST_QUESTIONS or layout.turns:
        return list(found)
    introduction = 0, paragraphs[asked[0]][0]
    answers = [
        [
            at
            for at in paragraphs[n + 1 : behind]
            if _speaks(layout, _OF_ONESELF, at) or not _told_in(found, at)
        ]
        for n, behind in zip(asked, [*asked[1:], asked[-1] + 2], strict=True)
    ]
    questions = " ".join(layout.text[slice(*paragraphs[n])] for n in asked)
    answered = [at for answer in answers for at in answer]
    signs = (
        _TO_SOMEBODY.search(questions) is not None,
        any(_speaks(layout, _OF_ONESELF, at) for at in answered),
        _A_TALK.search(layout.text, *introduction) is not None,
    )
    few = sum(signs) < _LEAST_SIGNS or sum(map(bool, answers)) < _LEAST_QUESTIONS
    if few or _speaks(layout, _OF_ONE, introduction):
        return list(found)
    inside = [a for at in answered for a in _told_in(found, at)]
    said = [
        Attribution((), (), tuple(article.span(*at) for at in answer), BY_LAYOUT)
        for answer in answers
        if answer
    ]
    kept = [a for a in found if a not in inside]
    return sorted([*kept, *said], key=lambda a: min(s.start for s in (*a.cue, *a.content)))


def is_answer(attribution: Attribution) -> bool:
    """Whether an attribution is an answer that its place alone shows to be one."""
    return attribution.evidence is BY_LAYOUT


def interviewee(article: Article, layout: Layout, references: References | None) -> Span | None:
    """The name of whoever is asked, where what stands before the first question names one person in full, and no other.

    Of several the one in the sentence that tells of the talk is meant, where it is the only one there.
    """
    paragraphs, asked = _questions(layout)
    if references is None or not asked:
        return None
    end = paragraphs[asked[0]][0]
    places = [(0, end)]
    if talk := _A_TALK.search(layout.text, 0, end):
        places.append((layout.text.rfind(".", 0, talk.start()) + 1, min(talk.end() + _BEHIND_TALK, end)))
    for start, stop in places:
        names = _full_names(article, references, start, stop)
        if len({n.text.split()[-1] for n in names}) == 1:
            return names[0]
    return None


def _questions(layout: Layout) -> tuple[list[tuple[int, int]], list[int]]:
    """The paragraphs' places, and the numbers of those that are a question."""
    paragraphs = [m.span() for m in _PARAGRAPH.finditer(layout.text) if m.group().strip()]
    return paragraphs, [n for n, at in enumerate(paragraphs) if _QUESTION.fullmatch(layout.text, *at)]


def _full_names(article: Article, references: References, start: int, end: int) -> list[Span]:
    """The full names of persons in a part of the text."""
    found: list[Span] = []
    words: list[int] = []
    inside = references.words_in(start, end)
    for word in (*inside, inside.stop):
        if word in inside and references.types[word, _PERSON] >= _LIKELY:
            words.append(word)
            continue
        if len(words) >= _FULL_NAME:
            found.append(article.span(int(references.starts[words[0]]), int(references.ends[words[-1]])))
        words = []
    return found


def _speaks(layout: Layout, of: re.Pattern[str], at: tuple[int, int]) -> bool:
    """Whether a part of the text has such a word outside quotations."""
    return any(
        not any(q.start <= word.start() < q.end for q in layout.quoted)
        for word in of.finditer(layout.text, *at)
    )


def _told_in(found: Sequence[Attribution], at: tuple[int, int]) -> list[Attribution]:
    """The attributions that have a word in a paragraph."""
    return [
        a for a in found if any(s.start < at[1] and at[0] < s.end for s in (*a.mention, *a.cue, *a.content))
    ]
