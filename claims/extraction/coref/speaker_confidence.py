"""How sure it is who speaks: a calibrated probability from how the speaker was found.

A logistic regression (Platt 1999) on what resolution knows of each mention, fitted by
``benchmarks/calibrate_speakers.py``; its coefficients lie in ``speaker_confidence.json``.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, Literal

from claims.extraction.coref.mentions import MentionKind, ParsedMention
from claims.extraction.coref.ranking import Ranking
from claims.records import Speaker

_LEAST_ODDS: Final = 1e-3

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
        evidence: what :data:`SPEAKER_MEASURES` names, where it is not 0.
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
        return speaker_confidence(self, load_coefficients())


SPEAKER_MEASURES: Final = (
    "constant",
    "not ranked",
    "ranked, log odds",
    "runner-up, log odds",
    "found: unmentioned",
    "found: label",
    "found: he or she",
    "found: they or it",
    "found: who",
    "found: i or we",
    "found: several or pair",
    "found: described",
    "unresolved",
    "described: unnamed",
    "described: a named person",
    "described: a named body",
    "described: words, log",
    "named: several",
    "named: one word",
    "named: one word, and so in all the article",
    "named: kind unknown",
    "named: words beside the name, log",
    "named: namesakes",
    "named: a place",
    "organisation",
    "document",
)
"""What the regression looks at."""

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
    parsed: ParsedMention, speaker: Speaker | None, mention: str, namesakes: int
) -> dict[str, float]:
    """What a mention and its speaker show; ``namesakes`` is how many persons its name may mean."""
    words = len(mention.split())
    values: dict[str, float] = {}
    if parsed.kind == "named":
        single = len(parsed.names) == 1 and parsed.names[0].is_single
        named = sum(len(n.name.split()) for n in parsed.names)
        values |= {
            "named: several": float(len(parsed.names) > 1),
            "named: one word": float(single),
            "named: one word, and so in all the article": float(
                single and speaker is not None and " " not in speaker.name
            ),
            "named: kind unknown": float(any(n.kind == "unknown" for n in parsed.names)),
            "named: a place": float(any(n.kind == "place" for n in parsed.names)),
            "named: words beside the name, log": math.log1p(max(words - named, 0)),
            "named: namesakes": float(namesakes > 1),
        }
    elif parsed.kind == "described":
        values |= {
            "described: unnamed": float(speaker is not None and speaker.type == "unnamed"),
            "described: a named person": float(speaker is not None and speaker.type == "person"),
            "described: a named body": float(speaker is not None and speaker.type == "organisation"),
            "described: words, log": math.log1p(words),
        }
    return values


def measures(found: Resolution) -> tuple[float, ...]:
    """What the regression looks at; :data:`SPEAKER_MEASURES` names each in order."""
    speaker = found.speaker
    ranked = found.chosen < 1.0
    values = {name: float(found.found in kinds) for name, kinds in _KINDS.items()} | {
        "constant": 1.0,
        "not ranked": float(not ranked),
        "ranked, log odds": _logit(found.chosen) if ranked else 0.0,
        "runner-up, log odds": _logit(found.runner_up_probability) if found.runner_up else _logit(0.0),
        "unresolved": float(speaker is None and found.found != "unmentioned"),
        "organisation": float(speaker is not None and speaker.type == "organisation"),
        "document": float(speaker is not None and speaker.type == "document"),
    }
    values |= found.evidence or {}
    return tuple(values.get(name, 0.0) for name in SPEAKER_MEASURES)


def speaker_confidence(found: Resolution, coefficients: Mapping[str, float]) -> float:
    """The probability, from 0 to 1, by coefficients for :data:`SPEAKER_MEASURES`."""
    score = math.fsum(
        coefficients[name] * x for name, x in zip(SPEAKER_MEASURES, measures(found), strict=True)
    )
    return round(1 / (1 + math.exp(-score)), 3)


def ranked(ranking: Ranking | None, chosen: str | None) -> tuple[float, str | None, float]:
    """The probability of what was chosen by name, and the name and probability of who comes next."""
    if ranking is None:
        return 1.0, None, 0.0
    own = next((p for e, p in ranking.entities if e.name == chosen), ranking.none)
    other = next(((e.name, p) for e, p in ranking.entities if e.name != chosen), (None, 0.0))
    return min(own, 1 - 1e-6), *other


def _logit(probability: float) -> float:
    held = min(max(probability, _LEAST_ODDS), 1 - _LEAST_ODDS)
    return math.log(held / (1 - held))


@cache
def load_coefficients() -> Mapping[str, float]:
    """The coefficients of the package, by the names in :data:`SPEAKER_MEASURES`."""
    path = files("claims.extraction.coref") / "speaker_confidence.json"
    table: dict[str, float] = json.loads(path.read_text("utf-8"))
    return table
