"""What an archive costs: ``cost.py [ARTICLES ...] [--write]``, by default samples of 500, 1,500 and 4,500 articles.

Extraction is measured on real articles, linking and merging on invented ones (growth.py's), since these need very many,
in seconds of processor time. From growing samples follow how each step's cost and what it moves grow with the archive:
a power of the number of articles, fitted by least squares on the logarithms. How well that foretells is said by the
last sample, which is foretold from the ones before. What ``ARCHIVE`` articles would need is the fit carried on, and
printed; with ``--write``, it is put into docs/scale.md.
"""

import io
import re
import sys
import time
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from itertools import islice
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from corpora import ROOT, UNLABELLED, need, read
from growth import AN_ARTICLE, stories
from process_memory import cpu_seconds
from scaling_plot import exponent

from claims import corpus, extraction, linking, merging, reading
from claims.corpus.record_rows import appearance_id, packed
from claims.records import Appearance, Article, Claim, Surroundings

PAGE: Final = ROOT / "docs" / "scale.md"
SIZES: Final = (500, 1_500, 4_500)
ARCHIVE: Final = 200_000_000
REAL: Final = 40
MOST_OF_A_KEY: Final = 2_000
"""As on Spark: more that share a key are not compared with each other."""
CORES_A_DAY: Final = 24


@dataclass(frozen=True, slots=True)
class Sample:
    """What a sample of invented articles took: seconds of processor time, rows and bytes that Spark would move."""

    articles: int
    linking: float
    merging: float
    keys: int
    pairs: int
    claim_bytes: int


@dataclass(frozen=True, slots=True)
class Extraction:
    """Of a real article, on average: seconds of processor time, words, claims, bytes of text and of Parquet."""

    seconds: float
    words: float
    claims: float
    text_bytes: float
    parquet_bytes: float


def extracted() -> Extraction:
    """Extract real articles."""
    articles = [reading.from_text(d["text"], key=d["doc"]) for d in read(UNLABELLED)[:REAL]]
    extraction.load_tagger(None)
    began = time.process_time()
    found = [(article, extraction.extract(article)) for article in articles]
    seconds = time.process_time() - began
    rows = [corpus.row_of(article, its) for article, its in found]
    file = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), file, compression="zstd")
    words, claims, text = (
        sum(len(a.text.split()) for a in articles),
        sum(len(its) for _, its in found),
        sum(len(a.text.encode()) for a in articles),
    )
    return Extraction(
        *(each / len(articles) for each in (seconds, words, claims, text, len(file.getvalue())))
    )


def appearances_of(told: Sequence[tuple[Article, list[Claim]]]) -> list[Appearance]:
    """The speakers of all articles."""
    found: dict[str, Appearance] = {}
    for article, claims in told:
        for claim in claims:
            if speaker := claim.speaker:
                id_ = appearance_id(article.key, speaker)
                found.setdefault(
                    id_,
                    Appearance(
                        id_,
                        article.key,
                        speaker.name,
                        speaker.type,
                        speaker.role,
                        len(found) + 1,
                        (1,),
                        speaker.beside or Surroundings(),
                    ),
                )
    return list(found.values())


def sampled(articles: int) -> Sample:
    """Link and merge a sample."""
    told = list(islice(stories(articles), articles))
    claims = [claim for _, its in told for claim in its]
    appearances = appearances_of(told)
    began = cpu_seconds()
    linking.link(appearances)
    linked = cpu_seconds()
    merging.merge(claims)
    merged = cpu_seconds()
    keys = merging.BlockingIndex.of(claims).keys
    sizes = np.minimum(np.unique(keys, return_counts=True)[1], MOST_OF_A_KEY).astype(np.int64)
    pairs = int((sizes * (sizes - 1) // 2).sum())
    moved = sum(len(packed(claim)) for claim in claims[::50]) * 50
    return Sample(articles, linked - began, merged - linked, len(keys), pairs, moved)


def carried_on(samples: Sequence[Sample], name: str, to: float) -> float:
    """What a figure would be at so many articles: from the last sample, by the power with which it has grown.

    Nothing is taken to grow by less than the articles do: in small samples, what is done once hides that.
    """
    curve = [(float(sample.articles), float(getattr(sample, name))) for sample in samples]
    size, value = curve[-1]
    return float(value * (to / size) ** max(1.0, exponent(curve)))


def report(real: Extraction, samples: Sequence[Sample]) -> str:
    """The figures as Markdown."""
    names = [field.name for field in fields(Sample)]
    lines = [
        f"A real article, the mean of {REAL}: {real.words:.0f} words, {real.claims:.1f} claims, {real.seconds:.3f} s "
        f"of a core to extract, {real.text_bytes / 1e3:.1f} KB of text, {real.parquet_bytes / 1e3:.1f} KB of Parquet.",
        "",
        "| articles | linking, core s | merging, core s | keys | pairs of a key | claims, bytes |",
        "|---:|---:|---:|---:|---:|---:|",
        *(
            "| " + " | ".join(f"{value:,.1f}".removesuffix(".0") for value in astuple(s)) + " |"
            for s in samples
        ),
    ]
    powers = [
        f"n^{exponent([(s.articles, getattr(s, name)) for s in samples]):.2f}"
        for name in names
        if name != "articles"
    ]
    lines.append("| *grows as* | " + " | ".join(powers) + " |")
    if len(samples) > 2:
        *before, last = samples
        told = [
            f"{name} {carried_on(before, name, last.articles) / getattr(last, name):.2f}"
            for name in names
            if name != "articles"
        ]
        lines += [
            "",
            f"The last sample as the ones before foretell it, times what it was: {', '.join(told)}.",
        ]
    return "\n".join([*lines, "", *_archive(real, samples)])


def _archive(real: Extraction, samples: Sequence[Sample]) -> list[str]:
    extracting = real.seconds * ARCHIVE / 3600
    alike = ARCHIVE * real.claims / AN_ARTICLE  # so many invented articles have as many claims
    linked, merged = (carried_on(samples, name, alike) / 3600 for name in ("linking", "merging"))
    keys, pairs, moved = (carried_on(samples, name, alike) for name in ("keys", "pairs", "claim_bytes"))
    a_claim = moved / (real.claims * ARCHIVE)
    rows = [
        ("extraction", extracting, f"{real.parquet_bytes * ARCHIVE / 1e12:.1f} TB written, none shuffled"),
        ("linking", linked, "names and what stands beside them, less than merging"),
        (
            "merging",
            merged,
            f"{16 * keys / 1e12:.1f} TB of keys, {24 * pairs / 1e12:.1f} TB of pairs of a key, "
            f"{moved / 1e12:.1f} TB of claims once, and {a_claim / 1e3:.1f} KB for each place where one is compared",
        ),
    ]
    return [
        f"| {ARCHIVE:,} articles | core hours | cores for a week | moved |",
        "|---|---:|---:|---|",
        *(
            f"| {name} | {hours:,.0f} | {hours / (7 * CORES_A_DAY):,.0f} | {words} |"
            for name, hours, words in rows
        ),
    ]


def main(arguments: Sequence[str]) -> None:
    """Measure and print, or write."""
    need(UNLABELLED)
    sizes = [int(a.replace(",", "")) for a in arguments if a != "--write"] or list(SIZES)
    text = report(extracted(), [sampled(size) for size in sizes])
    print(text)
    if "--write" in arguments:
        place = re.compile(r"(<!-- figures: cost -->\n).*?(<!-- end -->)", re.DOTALL)
        page = PAGE.read_text("utf-8")
        PAGE.write_text(place.sub(lambda found: f"{found[1]}\n{text}\n\n{found[2]}", page), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
