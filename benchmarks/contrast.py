"""Contrast pairs made by rule from real claims, and how the comparison judges each kind: ``contrast.py [COUNT]``.

Each pair is a claim of an annotated article (``world_train.jsonl``, or ``polnear_train.jsonl`` beside it) and an edit
of it: one that changes what it says (another person, place, figure, ...; the parts swapped) or one that does not (the
number in words, the tense shifted, a clause left out). COUNT pairs of each kind, 200 where none is given. Printed of
each kind: how many are taken for the same assertion and for a conflict. No case is anybody's: it is the kind that is
tested.
"""

import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from contrast_edits import CHANGING, KEEPING, LEAST, MOST, Pool, pool_of
from corpora import CORPORA, need, read
from pairs import alone, claim_of

from claims.merging import compare
from claims.records import Claim
from claims.text.canonical import canonical
from claims.text.canonical import stems as stems_of

SOURCES = (CORPORA / "world_train.jsonl", CORPORA / "polnear_train.jsonl")
COUNT = 200
_MARKED = frozenset({"negation", "modality", "role swap"})
"""Edits that take nothing away."""
SEED = 5


@dataclass(frozen=True)
class Contrast:
    """A claim and an edit of it, with what the edit changes and whether the assertion stays the same."""

    kind: str
    same: bool
    article: str
    before: Claim
    after: Claim


def said_together(count: int, seed: int = SEED) -> list[tuple[Claim, Claim]]:
    """So many pairs of claims that one speaker makes in one article: near each other, and as a rule two assertions."""
    by_speaker: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for side in _sides():
        by_speaker[side["doc"], side["source"]].append(side)
    pairs = [pair for sides in by_speaker.values() for pair in combinations(sides, 2)]
    random.Random(seed).shuffle(pairs)  # noqa: S311
    return [
        (claim_of(alone(a)), claim_of(alone({**b, "doc": f"beside {b['doc']}"}))) for a, b in pairs[:count]
    ]


def _sides() -> list[dict[str, str]]:
    paths = [path for path in SOURCES if path.exists()]
    return [{"doc": doc["doc"], **said} for path in paths for doc in read(path) for said in _said(doc)]


def contrasts(count: int, seed: int = SEED) -> Iterator[Contrast]:
    """So many pairs of each kind, at the most; the same for the same seed."""
    sides = _sides()
    chance = random.Random(seed)  # noqa: S311
    chance.shuffle(sides)
    pool = pool_of([(side["source"], side["content"]) for side in sides])
    for kind, edit in {**CHANGING, **KEEPING}.items():
        made = 0
        for side in sides:
            if made == count:
                break
            edited = edit(side["content"], chance, pool)
            if edited and edited != side["content"]:
                made += 1
                before, after = (
                    claim_of(alone({**side, "doc": name, "content": words_}))
                    for name, words_ in ((side["doc"], side["content"]), (f"edit of {side['doc']}", edited))
                )
                yield Contrast(kind, kind in KEEPING, side["doc"], before, after)


def crossings(one: Claim, paraphrase: Claim, seed: str) -> Iterator[Contrast]:
    """A claim beside edits of another wording of it, one of each kind; the same for the same seed.

    An edit that changes what it says counts only where the claim has what is edited away, too.
    """
    chance = random.Random(seed)  # noqa: S311
    had, before = (stems_of(canonical(claim.content_text)) for claim in (one, paraphrase))
    for kind, edit in {**CHANGING, **KEEPING}.items():
        edited = edit(paraphrase.content_text, chance, _pool())
        if not edited or edited == paraphrase.content_text:
            continue
        gone = before - stems_of(canonical(edited))
        counts = gone <= had if gone else kind in _MARKED
        if kind in CHANGING and not counts:
            continue
        yield Contrast(
            kind, kind in KEEPING, one.article.key, one, _edited(paraphrase, edited, f"{kind} of {seed}")
        )


@cache
def _pool() -> Pool:
    return pool_of([(side["source"], side["content"]) for side in _sides()])


def _edited(claim: Claim, content: str, name: str) -> Claim:
    """A claim with other words, in an article that has nothing else."""
    source = claim.speaker_name or claim.mention_text
    return claim_of(alone({"doc": name, "source": source, "cue": claim.cue_text, "content": content}))


def _said(doc: dict) -> Iterator[dict[str, str]]:  # type: ignore[type-arg]
    """The attributions of an article that have a length and a speaker."""
    for found in doc["attributions"]:
        part = {
            role: " ".join(doc["text"][s:e] for s, e in found[role]).replace("\n", " ")
            for role in ("source", "cue", "content")
        }
        part["source"] = found.get("speaker") or part["source"]
        if part["source"] and part["cue"] and LEAST <= len(part["content"].split()) <= MOST:
            yield part


def main() -> None:
    """Make, compare, and print a line a kind."""
    need(SOURCES[0])
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    found: dict[tuple[bool, str], list[str]] = defaultdict(list)
    for pair in contrasts(count):
        found[pair.same, pair.kind].append(compare(pair.before, pair.after).relation)
    for same in (False, True):
        print("another assertion:" if not same else "the same assertion:")
        for (kept, kind), relations in found.items():
            if kept == same:
                merged, conflicts = (100 * relations.count(r) / len(relations) for r in ("same", "conflict"))
                print(
                    f"  {kind:16}{len(relations):5} pairs   merged {merged:5.1f} %   in conflict {conflicts:5.1f} %"
                )


if __name__ == "__main__":
    main()
