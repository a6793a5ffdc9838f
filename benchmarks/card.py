"""Put the measured figures where the documentation shows them: ``card.py [--write]``.

Each figure stands between ``<!-- figures: NAME -->`` and ``<!-- end -->`` in the README and ``docs/``; without
``--write`` they are printed. The plot of the calibration is drawn anew, too. Run after every change of the weights or
of the decoding.
"""

import re
import sys
from collections.abc import Mapping
from functools import partial

import world
from calibrate import CORPORA_OF_FIT, Calibration, calibration, examples
from calibrate_speakers import Trust, whole_of_the_world
from corpora import DEV, ROOT, SCORER, need
from gate import figures
from reliability import svg
from slices import table

PAGES = (ROOT / "README.md", ROOT / "docs" / "accuracy.md", ROOT / "docs" / "model-card.md")
PLOT = ROOT / "docs" / "calibration.svg"
GUIDE = ROOT / "claims" / "sheet" / "pages" / "guide_page.py"

OTHERS = {
    "words of the mention": ("token source", "80.9", "68.0"),
    "words of the cue": ("token cue", "70.9", "51.9"),
    "words of the content": ("token content", "91.6", "71.3"),
    "claim, half of the content right": ("claim@0.5", "75.9", "53.1"),
    "**claim, four fifths of it right**": ("claim@0.8", "71.1", "43.1"),
    "claim, all of it right": ("claim@1.0", "67.4", "-"),
}
"""Each row's name in the scorer, and the figures of a second annotator and of Citron, from the corpora's README."""


def blocks() -> tuple[dict[str, str], Calibration, Trust]:
    """Each block of figures by its name; what the words' and the whole claims' probabilities are worth."""
    dev, sample, changes = figures("polnear_dev"), figures("seed_gold"), figures("revisions_public")
    pairs = figures("dup_pairs_public")
    found = examples(None)
    trust, whole = calibration(found), whole_of_the_world()
    return (
        {
            "claims": _claims(dev),
            "sample": f"On the sample article of `seeds/`, claim@0.8 is {sample['claim@0.8']:.1f} and claim@1.0 "
            f"{sample['claim@1.0']:.1f}, with {sample['spurious']:.0f} claims that are none.",
            "speakers": f"Of the attributions found in 16 of those articles, {dev['speaker']:.1f} % have the right "
            f"speaker under the full name; where the mention is a pronoun, {dev['speaker, pronouns']:.1f} %.",
            "changes": _changes(changes),
            "pairs": _pairs(pairs),
            "tags": trust.text(),
            "whole tags": whole.table(),
            "bins": _bins(trust),
            "slices": table(None),
            "world": world.table(world.predictions(None)),
            "world tags": calibration(found, CORPORA_OF_FIT.index("world_dev")).text(),
        },
        trust,
        whole,
    )


def _claims(dev: Mapping[str, float]) -> str:
    rows = [
        f"| {name} | {dev[key]:.1f} | {annotator} | {other} |"
        for name, (key, annotator, other) in OTHERS.items()
    ]
    return "\n".join(
        [
            "| F1, in percent | this tool | a second trained annotator | best other system, retrained on PolNeAR |",
            "|---|---|---|---|",
            *rows,
        ]
    )


def _changes(found: Mapping[str, float]) -> str:
    return _figures_of(
        "two versions of an article",
        {
            "changes found": f"{found['recall']:.1f} %",
            "changes found, with the right type and speaker": f"{found['type and speaker']:.1f} %",
            "of the changes reported where all are marked, right": f"{found['precision']:.1f} %",
            "changes reported in the control pairs, of which none is right": f"{found['false on controls']:.0f}",
        },
    )


def _pairs(found: Mapping[str, float]) -> str:
    names = {
        "duplicates": "the same assertion, F1",
        "duplicates, both quoted": "the same assertion where both sides quote, F1",
        "calibration error": "expected error of the probability",
        "conflicts found": "pairs with another figure that are flagged as conflicts",
        "conflicts right": "of all pairs flagged as conflicts, those with another figure",
    }
    return _figures_of("two claims", {said: f"{found[name]:.1f} %" for name, said in names.items()})


def _figures_of(what: str, shown: Mapping[str, str]) -> str:
    return "\n".join(
        [f"| {what} | |", "|---|---:|", *(f"| {name} | {value} |" for name, value in shown.items())]
    )


def _bins(trust: Calibration) -> str:
    rows = [f"| {b.claims} | {100 * b.predicted:.1f} % | {100 * b.right:.1f} % |" for b in trust.bins]
    return "\n".join(["| claims | mean confidence | right |", "|---:|---:|---:|", *rows])


def _filled(text: str, place: re.Match[str]) -> str:
    return f"{place[1]}{text}\n{place[2]}"


def main() -> None:
    """Measure; print the figures or put them in their places."""
    need(DEV, SCORER)
    found, trust, whole = blocks()
    if "--write" not in sys.argv[1:]:
        print("\n\n".join(f"{name}\n\n{text}" for name, text in found.items()))
        return
    for page in PAGES:
        words = page.read_text("utf-8")
        for name, text in found.items():
            place = re.compile(rf"(<!-- figures: {name} -->\n)(?:.*?\n)??(<!-- end -->)", re.DOTALL)
            words = place.sub(partial(_filled, text), words)
        page.write_text(words, "utf-8")
        print(f"written: {page.relative_to(ROOT)}")
    PLOT.write_text(svg(trust.bins, [(t.tag, t.start) for t in trust.tags]), "utf-8")
    shown = ", ".join(f"{tag} {100 * right:.0f}" for tag, _, _, right in whole.tags)
    print(f"written: {PLOT.relative_to(ROOT)}\nnow say in {GUIDE.relative_to(ROOT)}, of a hundred: {shown}")


if __name__ == "__main__":
    main()
