"""How sure it is who speaks: a calibrated probability from how the speaker was found.

A logistic regression (Platt 1999) on what resolution knows of each mention, fitted by
``benchmarks/calibrate_speakers.py``; its coefficients lie in ``speaker_confidence.json``.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from claims.extraction.coref.mentions import MentionKind, ParsedMention
from claims.extraction.coref.ranking import Ranking
from claims.records import Speaker
from claims.text.fitted import load_coefficients, log_odds, score_of

_LEAST_ODDS: Final = 1e-3
_LONGEST_INITIALS: Final = 6

FoundBy = MentionKind | Literal["unmentioned", "label"]
"""How a speaker was found: by the kind of the mention, by none, or by a transcript's label."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who speaks in one attribution, and what speaks for it.

    Fields:
        speaker: who it is; None where the text names nobody, or whom it means is unclear.
        found: how.
        chosen: the ranker's probability, from 0 to 1, of what was chosen; 1 where nothing had to be ranked.
        runner_up: the name of the next likely speaker, None where there was no other.
        runner_up_probability: the ranker's probability of that one.
        evidence: what :func:`evidence_of` says.
    """

    speaker: Speaker | None
    found: FoundBy = "unmentioned"
    chosen: float = 1.0
    runner_up: str | None = None
    runner_up_probability: float = 0.0
    evidence: Mapping[str, float] | None = None

    @property
    def confidence(self) -> float:
        """The calibrated probability, from 0 to 1, that the speaker is right where the words are."""
        return speaker_confidence(
            self, load_coefficients("claims.extraction.coref", "speaker_confidence.json")
        )


_KINDS: Final[Mapping[str, tuple[str, ...]]] = {
    "found: he or she": ("he", "she"),
    "found: they or it": ("they", "it"),
    "found: who": ("who",),
    "found: i or we": ("i", "we", "you"),
    "found: several or pair": ("several", "pair", "nothing"),
    "found: described": ("described",),
    "found: unmentioned": ("unmentioned",),
    "found: label": ("label",),
}


def evidence_of(
    parsed: ParsedMention, speaker: Speaker | None, mention: str, namesakes: int, times: int
) -> dict[str, float]:
    """What a mention and its speaker show.

    ``namesakes`` is how many persons its name may mean, ``times`` how often the speaker's name stands in the article.
    """
    name, kind = (speaker.name, speaker.type) if speaker else ("", None)
    values = {"speaker: times named, log": math.log1p(times), "speaker: a person": float(kind == "person")}
    if parsed.kind == "named":
        values |= _of_named(parsed, name, mention, times) | {"named: namesakes": float(namesakes > 1)}
        values["named: a person of two words"] = float(kind == "person" and len(name.split()) == 2)
    elif parsed.kind == "described":
        values |= _of_described(parsed, name, kind, times) | {
            "described: words, log": math.log1p(len(mention.split()))
        }
    return values


def _of_named(parsed: ParsedMention, name: str, mention: str, times: int) -> dict[str, float]:
    words = name.split()
    beside = max(len(mention.split()) - sum(len(n.name.split()) for n in parsed.names), 0)
    values = {
        "named: several": float(len(parsed.names) > 1),
        "named: kind unknown": float(any(n.kind == "unknown" for n in parsed.names)),
        "named: a place": float(any(n.kind == "place" for n in parsed.names)),
        "named: words beside the name, log": math.log1p(beside),
        "named: times named, log": math.log1p(times),
        "named: has a word in lower case": float(any(w[0].islower() for w in words)),
        "named: initials": float(name.isupper() and len(name) <= _LONGEST_INITIALS),
    }
    if len(parsed.names) == 1:
        (span,) = parsed.names
        values |= {
            "named: one word": float(span.is_single),
            "named: one word, and so in all the article": float(span.is_single and " " not in name),
            "named: with a title": float(bool(span.title)),
            "named: as in all the article": float(span.name == name),
            "named: within a longer name": float(span.name != name and span.name in name),
            "named: a person's name": float(span.kind == "person"),
            "named: a body's name": float(span.kind == "body"),
            "named: three words or more": float(len(span.name.split()) >= 3),
            "named: five words or more": float(len(span.name.split()) >= 5),
        }
    return values


def _of_described(parsed: ParsedMention, name: str, kind: str | None, times: int) -> dict[str, float]:
    category, common = parsed.category, name.islower()
    return {
        "described: unnamed": float(kind == "unnamed"),
        "described: a named person": float(kind == "person"),
        "described: a named body": float(kind == "organisation"),
        "described: determined": float(parsed.determined),
        "described: definite": float(parsed.definite),
        "described: plural": float(parsed.plural),
        "described: somebody's": float(parsed.owner is not None),
        "described: has names": float(bool(parsed.proper)),
        "described: words behind the noun, log": math.log1p(len(parsed.tail)),
        "described: times named, log": math.log1p(times),
        "described: stays a common noun": float(common),
        "described: a definite person, unnamed": float(
            parsed.determined and category == "person" and kind == "unnamed"
        ),
        "described: a definite body, unnamed": float(parsed.determined and category == "body" and common),
        "described: a body under other words": float(category != "body" and kind == "organisation"),
        "described: a body named once": float(category == "body" and times <= 1),
        f"described: {category} by its noun": 1.0,
    }


def measures(found: Resolution) -> dict[str, float]:
    """What the regression looks at, by name, where it is not 0."""
    speaker = found.speaker
    ranked = found.chosen < 1.0
    values = {name: float(found.found in kinds) for name, kinds in _KINDS.items()} | {
        "constant": 1.0,
        "not ranked": float(not ranked),
        "ranked, log odds": log_odds(found.chosen, _LEAST_ODDS) if ranked else 0.0,
        "runner-up, log odds": log_odds(found.runner_up_probability, _LEAST_ODDS)
        if found.runner_up
        else log_odds(0.0, _LEAST_ODDS),
        "nobody of these, log odds": log_odds(1 - found.chosen - found.runner_up_probability, _LEAST_ODDS)
        if ranked
        else 0.0,
        "unresolved": float(speaker is None and found.found != "unmentioned"),
        "organisation": float(speaker is not None and speaker.type == "organisation"),
        "document": float(speaker is not None and speaker.type == "document"),
    }
    return {name: value for name, value in (values | dict(found.evidence or {})).items() if value}


def speaker_confidence(found: Resolution, coefficients: Mapping[str, float]) -> float:
    """The probability, from 0 to 1, by coefficients for :func:`measures`.

    Of "he" and "she" it is no surer than the ranker that chose between those who fit.
    """
    score = score_of(measures(found), coefficients)
    most = found.chosen if found.found in _KINDS["found: he or she"] else 1.0
    return round(min(most, 1 / (1 + math.exp(-score))), 3)


def ranked(ranking: Ranking | None, chosen: str | None) -> tuple[float, str | None, float]:
    """The probability of what was chosen by name, and the name and probability of who comes next."""
    if ranking is None:
        return 1.0, None, 0.0
    own = next((p for e, p in ranking.entities if e.name == chosen), ranking.none)
    other = next(((e.name, p) for e, p in ranking.entities if e.name != chosen), (None, 0.0))
    return min(own, 1 - 1e-6), *other
