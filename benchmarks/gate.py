"""Hold the accuracy against its floors: predict the public corpora, score them, fail below ``floors.toml``.

A corpus or scorer other than the one that the floors were measured with, by its digest in the same file, fails, too.
Where the corpora are absent nothing is held: the gate says so, and fails where the environment sets ``CI``.

The figures are those of the corpora's own scorers: F1 in percent of tokens a role and of claims, and, of the
attributions that were found in the 16 articles with annotated speakers, the percentage that has the right speaker
(under its full name). Of the news of the world, also the claims of the region or topic where they are found worst, and
the direct quotations found (``world.py``). "Spurious" counts predictions whose content touches no gold content. Of the
pairs of revisions: the percentage of the changes that are found, that of those with the right type and speaker, and of
what is reported on pairs whose list of changes is complete, the percentage that is right; "false on controls" counts
the changes reported where nothing changed in any claim. Of the pairs of claims, each judged by a fit on the other
clusters: F1 of the duplicates and the recall and precision of the conflicts among real pairs, and the error of the
probability on the real pairs of both sets; of the pairs of which one side is an edit of a claim, how many are merged,
by what was changed.
Of the pairs that a ledger of real articles brings together ("collected"): how many of the merged ones are one
assertion, how many of those that are one are merged, how far the stated probability is off, and how many of the
conflicts shown are conflicts or developments.
Of the pairs of speakers: F1, and by how they were drawn, how many of the links made are right and how many of those
that are one are found; they are judged with the weights of the package, which were fitted on them, too.
"""

import json
import re
import subprocess
import sys
import tempfile
import tomllib
from functools import cache
from pathlib import Path

import fit_links
import fit_pairs
import links
import numpy as np
import world
from collected import Collected, Disputed
from corpora import CORPORA, ROOT, WORLD_DEV, digest, need, read
from fit_pairs import PAIRS, PAIRS2
from links import PUBLIC as LINKS

from claims.merging import ClaimComparison
from claims.merging.comparing import WEIGHTS
from training.pairs import COLLECTED

SCORER = CORPORA / "score_attributions.py"
SPEAKER_SCORER = CORPORA / "score_speakers.py"
CHANGES_SCORER = CORPORA / "score_changes.py"
AT_MOST = frozenset(
    {
        "spurious",
        "false on controls",
        "calibration error",
        "calibration error of links",
        "stated, off",
        "facts changed, merged",
        "roles or opposites changed, merged",
        "modality or tense changed, merged",
    }
)
"""Of these there may be so many at the most; everything else is a score."""
WHO_SCORER = CORPORA / "score_who.py"
SPEAKERS = {"polnear_dev": CORPORA / "speakers_public.jsonl"}


def figures(corpus: str) -> dict[str, float]:
    """Every figure of one corpus, by its name in ``floors.toml``."""
    if corpus in (PAIRS.stem, PAIRS2.stem):
        return fit_pairs.figures(*compared_pairs(), corpus)
    if corpus == LINKS.stem:
        return linked_pairs()
    if corpus == COLLECTED.name.partition(".")[0]:
        return ledger_of_articles()
    return revisions(CORPORA / corpus) if corpus.startswith("revisions") else attributions(corpus)


@cache
def compared_pairs() -> tuple[fit_pairs.Examples, list[ClaimComparison]]:
    """The pairs of claims of both sets, each compared by a fit on the other clusters."""
    pairs = fit_pairs.examples()
    return pairs, fit_pairs.cross_validated(pairs, fit_pairs.disagreeing_pairs(pairs))


def ledger_of_articles() -> dict[str, float]:
    """What merging welds and misses, and which conflicts it shows, in a ledger of real articles."""
    given = compared_pairs()[0]
    found, disputed = Collected.of(WEIGHTS), Disputed.of(given.pairs, given.sides, WEIGHTS)
    return found.figures(found.cross_validated()) | disputed.figures()


def linked_pairs() -> dict[str, float]:
    """The figures of the pairs of speakers, each pair by itself through extraction and linking."""
    pairs = read(LINKS)
    found = np.array([links.probability(sides) for sides in links.appearances(pairs)])
    return fit_links.figures(pairs, found, np.array([float(pair["label"] == "same") for pair in pairs]))


def revisions(folder_of_pairs: Path) -> dict[str, float]:
    """The figures of the pairs of revisions, in the scorer's reading by whole sentences."""
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        run(ROOT / "benchmarks" / "changes.py", folder_of_pairs, predicted)
        scores = json.loads(run(CHANGES_SCORER, folder_of_pairs, predicted, "--json"))["sentence"]
    return {
        "recall": 100 * scores["recall"],
        "type and speaker": 100 * scores["full_recall"],
        "precision": 100 * scores["precision_exhaustive"],
        "false on controls": sum(scores["controls"].values()),
    }


def who_said(predicted: Path) -> dict[str, float]:
    """The figures of who said what in the world's news: of what was predicted, and with the attributions given."""
    resolved = predicted.with_name("resolved.jsonl")
    run(ROOT / "benchmarks" / "predict.py", "--given-spans", WORLD_DEV, resolved)
    found, given = run(WHO_SCORER, WORLD_DEV, predicted), run(WHO_SCORER, WORLD_DEV, resolved)
    return {
        "right of found": said(found, "right of found"),
        "joint F1": said(found, "joint F1"),
        "right, attributions given": said(given, "right of found"),
    }


def said(printed: str, name: str) -> float:
    """The figure that stands behind a name in what a scorer prints."""
    found = re.search(rf"{name} ([\d.]+)", printed)
    assert found is not None
    return float(found[1])


def attributions(corpus: str) -> dict[str, float]:
    """The figures of a corpus of annotated attributions."""
    gold = CORPORA / f"{corpus}.jsonl"
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        run(ROOT / "benchmarks" / "predict.py", gold, predicted)
        scores = json.loads(run(SCORER, gold, predicted, "--json"))
        found = {name: 100 * value[2] for name, value in scores.items() if isinstance(value, list)}
        found["spurious"] = spurious(gold, predicted)
        if corpus in SPEAKERS:
            told = json.loads(run(SPEAKER_SCORER, gold, SPEAKERS[corpus], predicted, "--json"))
            found["speaker"] = 100 * told["overall"]["acc_full"]
            found["speaker, pronouns"] = 100 * told["pronoun"]["acc_full"]
        if gold == WORLD_DEV:
            by_article = {document["doc"]: document for document in read(predicted)}
            found["least region or topic"] = world.least_group(by_article)
            found["direct quotations found"] = world.direct_found(by_article)
            found |= who_said(predicted)
    return found


def spurious(gold: Path, predicted: Path) -> int:
    """How many predictions have a content that touches no gold content."""
    known = {doc["doc"]: doc["attributions"] for doc in read(gold)}
    return sum(
        not any(
            start < e and s < end
            for true in known[doc["doc"]]
            for s, e in true["content"]
            for start, end in attribution["content"]
        )
        for doc in read(predicted)
        for attribution in doc["attributions"]
    )


def run(*command: Path | str) -> str:
    """What a Python script prints."""
    done = subprocess.run([sys.executable, *map(str, command)], check=True, capture_output=True, text=True)
    return done.stdout


def main() -> None:
    """Score every corpus that has floors, print its table, and say what fell."""
    floors = tomllib.loads((ROOT / "benchmarks" / "floors.toml").read_text("utf-8"))
    digests = floors.pop("digests")
    need(*(CORPORA / name for name in digests))
    changed = [
        f"{CORPORA / name} is not what the floors were measured with: restore it, or put {found} into [digests] of "
        "benchmarks/floors.toml and set its floors anew"
        for name, known in digests.items()
        if (found := digest(CORPORA / name)) != known
    ]
    if changed:
        sys.exit("\n".join(changed))
    fallen = []
    for corpus, least in floors.items():
        print(corpus)
        for name, value in figures(corpus).items():
            floor = least.get(name)
            print(f"  {name:25}{value:8.1f}" + (f"   floor {floor:.1f}" if floor is not None else ""))
            if floor is not None and (value > floor if name in AT_MOST else value < floor):
                fallen.append(f"{corpus}: {name} is {value:.1f}, its floor {floor:.1f}")
    if fallen:
        sys.exit("\n".join(fallen))


if __name__ == "__main__":
    main()
