"""Claims found in the news of the world, by region and topic: ``world.py [--model FOLDER]``.

world_dev: articles of all regions and many outlets under one strict guide. A region or topic holds the articles that
are of it; groups with fewer than 40 annotated attributions are shown together. "Direct quotations found" is the share
of the annotated direct attributions whose content shares half of its words with that of a claim.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from corpora import SCORER, WORLD_DEV, need, read, scorer
from predict import attribution

from claims.extraction import extract, load_tagger
from claims.reading import from_text

LEAST_GOLD = 40
"""Annotated attributions of a group that is measured by itself."""

Documents = dict[str, dict[str, Any]]


def predictions(folder: Path | None) -> Documents:
    """What the weights of a folder, or of the package, find."""
    tagger = load_tagger(folder)
    return {
        d["doc"]: {
            "attributions": [attribution(c) for c in extract(from_text(d["text"], key=d["doc"]), tagger)]
        }
        for d in read(WORLD_DEV)
    }


def groups() -> Mapping[str, Documents]:
    """The articles of each region and topic with enough attributions, and of all others of its sort together."""
    documents = {d["doc"]: d for d in read(WORLD_DEV)}
    sizes: Counter[str] = Counter()
    for d in documents.values():
        for sort in ("region", "topic"):
            sizes[f"{sort}: {d[sort]}"] += sum(not a.get("optional") for a in d["attributions"])
    found: defaultdict[str, Documents] = defaultdict(dict)
    for name, d in documents.items():
        found["all"][name] = d
        for sort in ("region", "topic"):
            group = f"{sort}: {d[sort]}"
            found[group if sizes[group] >= LEAST_GOLD else f"{sort}: others"][name] = d
    return found


def direct_found(predicted: Documents) -> float:
    """The share of the annotated direct attributions that are found, in percent."""
    ids, right, total = scorer().token_ids, 0, 0
    for d in read(WORLD_DEV):
        words = [m.span() for m in scorer().WORD.finditer(d["text"])]
        contents = [ids(words, a["content"]) for a in predicted[d["doc"]]["attributions"]]
        for a in d["attributions"]:
            if a.get("kind") == "direct" and not a.get("optional"):
                gold = ids(words, a["content"])
                total += 1
                right += any(2 * len(gold & c) >= len(gold | c) for c in contents)
    return 100 * right / total


def claims_at(documents: Documents, predicted: Documents) -> tuple[int, list[float]]:
    """How many attributions are annotated in some articles, and precision, recall and F1 at 0.8, in percent."""
    figures, gold, _ = scorer().score(documents, {name: predicted[name] for name in documents})
    return gold, [100 * x for x in figures["claim@0.8"]]


def least_group(predicted: Documents) -> float:
    """The F1 at 0.8 of the region or topic where it is least, in percent."""
    return min(claims_at(docs, predicted)[1][2] for name, docs in groups().items() if "others" not in name)


def table(predicted: Documents) -> str:
    """The report, in Markdown."""
    lines = [
        "| articles | annotated | precision, 0.8 | recall, 0.8 | **claim@0.8** |",
        "|---|---:|---:|---:|---:|",
    ]
    for name, documents in sorted(groups().items()):
        gold, (precision, recall, f1) = claims_at(documents, predicted)
        lines.append(f"| {name} | {gold} | {precision:.1f} | {recall:.1f} | {f1:.1f} |")
    return "\n".join([*lines, "", f"Direct quotations found: {direct_found(predicted):.1f} %."])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Claims found in world_dev, by region and topic.")
    parser.add_argument("--model", type=Path, help="a folder of other weights")
    options = parser.parse_args()
    need(WORLD_DEV, SCORER)
    print(table(predictions(options.model)))


if __name__ == "__main__":
    main()
