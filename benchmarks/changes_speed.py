"""Seconds to compare two versions of a long live blog, beside difflib over their words, in the same run.

The blogs are made from templates, with their claims: so only the comparing is measured, and it does not matter what a
tagger would find. Sizes double, so that the growth of time and memory is seen.
"""

import difflib
import random
import time
import tracemalloc

from claims.reading import from_text
from claims.records import Article, Claim, Span, Speaker
from claims.text.claim_ids import claim_id
from claims.versions import VersionDiff, compare

SIZES = (350, 700, 1_400)  # claims; 700 are about 20,000 words
WHO = ("Ada Brandt", "Tomas Quill", "Mara Ellison", "the harbour police", "Jonas Pell", "residents")
CUES = ("said", "told reporters", "claimed", "added", "warned")
WHAT = (
    "that gauge {n} in {town} rose by {m} centimetres overnight and would go on rising until the morning",
    "that {m} people had to leave their homes in {town} after the dam above mill {n} gave way to the water",
    "that the road from {town} to the coast stays closed at kilometre {n}, with {m} lorries waiting",
    "that shelter {n} in {town} has room for {m} more families, and nobody needs to spend the night outside",
)
TOWNS = ("Ostermere", "Harrowmere", "Tarnholt", "Lower Quillby", "Brackwith", "Saltrow")

Entry = tuple[str, str, str, str]
Side = tuple[Article, list[Claim]]


def sentence(number: int) -> Entry:
    """Time, mention, cue and content of an entry, always the same for a number."""
    dice = random.Random(number)  # noqa: S311 (no secret)
    content = dice.choice(WHAT).format(n=number % 97, m=dice.randrange(900), town=dice.choice(TOWNS))
    return f"{number // 60 % 24:02}:{number % 60:02}", dice.choice(WHO), dice.choice(CUES), content


def blog(entries: list[Entry]) -> Side:
    """An article with a paragraph for each entry, and its claims."""
    text, places = "", []
    for clock, mention, cue, content in entries:
        text += f"{clock}\n\n"
        start = len(text)
        text += f"{mention} {cue} {content}. The rain went on through the evening.\n\n"
        cue_at = start + len(mention) + 1
        places.append((start, cue_at, cue_at + len(cue) + 1, cue_at + len(cue) + 1 + len(content)))
    article = from_text(text, key="https://courier.example/flood")
    claims = []
    for at, ((_, mention, cue, content), (start, cue_at, content_at, end)) in enumerate(
        zip(entries, places, strict=True)
    ):
        claims.append(
            Claim(
                id=claim_id(article.key, cue, content, at),
                article=article,
                mention=(article.span(start, start + len(mention)),),
                cue=(article.span(cue_at, cue_at + len(cue)),),
                content=(Span(content_at, end, content),),
                speaker=Speaker(mention, "person" if mention[0].isupper() else "unnamed"),
                kind="indirect",
                stance="distancing" if cue == "claimed" else "neutral",
                confidence=0.9,
                tag="high",
            )
        )
    return article, claims


def versions(size: int) -> tuple[list[Entry], list[Entry]]:
    """Two versions: a tenth new on top, a tenth gone at the end, and every tenth of the others changed."""
    old = [sentence(n) for n in range(size)]
    new = [sentence(size + n) for n in range(size // 10)]
    for n, (clock, mention, cue, content) in enumerate(old[: -size // 10]):
        new.append(
            (clock, mention, cue, content.replace("the ", "this ", 1) + " again" if n % 10 == 0 else content)
        )
    return old, new


def timed(old: Side, new: Side) -> tuple[VersionDiff, float, float]:
    """The comparison, the seconds of processor time that it takes, and those of difflib over the words."""
    start = time.process_time()
    found = compare(*old, *new)
    ours = time.process_time() - start
    start = time.process_time()
    difflib.SequenceMatcher(None, old[0].text.split(), new[0].text.split()).get_opcodes()
    return found, ours, time.process_time() - start


def peak(old: Side, new: Side) -> int:
    """The most memory in bytes that the comparison holds at a time."""
    tracemalloc.start()
    compare(*old, *new)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


def main() -> None:
    """Measure and print a line a size; processor time, for the machine may have other work."""
    for size in SIZES:
        old, new = map(blog, versions(size))
        found, ours, reference = timed(old, new)
        print(
            f"{size} claims, {len(old[0].text.split())} words: {ours:.2f} s, difflib {reference:.2f} s, "
            f"peak {peak(old, new) / 2**20:.0f} MiB, {len(found.changes)} changes"
        )


if __name__ == "__main__":
    main()
