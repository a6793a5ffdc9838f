"""The corpora as annotated articles: PolNeAR, the world articles, GUM, GAP, and articles without labels."""

import csv
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.annotations import annotated_records
from training.corpus import Anaphor, Annotated, Entity, attributions_of, records
from training.names import words

SILVER_WEIGHT = 0.3
"""How much another tagger's guess of a name counts beside a gold one."""

TITLES = frozenset(
    words("""
president mr mr. mrs mrs. ms ms. dr dr. sir lady lord king queen prince princess professor prof. senator sen. rep.
governor gov. mayor minister secretary sheikh captain general colonel judge justice saint st. pope bishop reverend rev.
doctor chancellor ambassador
""")
)
_INNER = frozenset(
    words("""
of the and for in on de del della di da do dos du la le las los van von der den bin ibn al & - –
""")
)
_PRONOUNS = frozenset(
    words("""
i me my mine myself you your yours yourself he him his himself she her hers herself it its itself we us our ours
ourselves they them their theirs themselves who whom whose which that this these those one all
""")
)
_WORD = re.compile(r"[\w'’.&-]*\w[.]?|[^\w\s]")
_TYPES = {"person": "person", "organization": "organisation", "place": "place"}


def polnear(path: Path, silver: Path | None) -> list[Annotated]:
    """PolNeAR's articles: attributions, and guessed names where a file of them is given."""
    return [
        Annotated(r["text"], attributions_of(r), guessed, entity_weight=SILVER_WEIGHT)
        for r, guessed in zip(records(path), _guesses(silver, path), strict=True)
    ]


def world(path: Path, silver: Path | None) -> list[Annotated]:
    """The world articles: attributions, their speakers' names (gold) among guessed ones, and who mentions refer to."""
    return [
        _world_article(r, guessed) for r, guessed in zip(records(path), _guesses(silver, path), strict=True)
    ]


def annotated(path: Path, silver: Path | None) -> list[Annotated]:
    """The unlabelled articles that we annotated ourselves, as the world articles."""
    articles = zip(records(path), _guesses(silver, path), strict=True)
    return [_world_article(r, guessed) for r, guessed in annotated_records(articles, held=False)]


def unlabelled(path: Path, silver: Path | None) -> list[Annotated]:
    """Articles without labels, with guessed names where a file of them is given."""
    return [
        Annotated(r["text"], None, guessed, entity_weight=SILVER_WEIGHT)
        for r, guessed in zip(records(path), _guesses(silver, path), strict=True)
    ]


def gum(path: Path, split: str) -> list[Annotated]:
    """GUM's documents of a split: names of persons, organisations, places and others; coreference chains."""
    found = list(records(path))
    lower = Counter(w for r in found for w in re.findall(r"\b[a-z]+\b", r["text"]))
    return [gum_article(r, lower) for r in found if r["split"] == split]


def gap(path: Path) -> list[Annotated]:
    """GAP's snippets: one pronoun each, with the name that it refers to, or two that it does not."""
    articles = []
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            pronoun = _span(int(row["Pronoun-offset"]), row["Pronoun"])
            heads = {x: _last_word(row["Text"], *_span(int(row[f"{x}-offset"]), row[x])) for x in "AB"}
            right = [heads[x] for x in "AB" if row[f"{x}-coref"].upper() == "TRUE"]
            anaphor = Anaphor(pronoun, tuple(right)) if right else Anaphor(pronoun, (), tuple(heads.values()))
            articles.append(Annotated(row["Text"], None, None, (anaphor,)))
    return articles


def _span(start: int, words: str) -> tuple[int, int]:
    return start, start + len(words)


def _guesses(silver: Path | None, path: Path) -> Iterator[tuple[Entity, ...] | None]:
    if silver is None or not silver.exists():
        for _ in records(path):
            yield None
        return
    with silver.open(encoding="utf-8") as lines:
        for line, record in zip(lines, records(path), strict=True):
            yield tuple(_bare(start, end, kind, record["text"]) for start, end, kind in json.loads(line))


def _bare(start: int, end: int, kind: str, text: str) -> Entity:
    """A guessed name without "the" before and "'s" behind it."""
    words = text[start:end]
    start += len(words) - len(re.sub(r"^(?:[Tt]he|[Aa]n?) (?=.)", "", words))
    end -= len(words) - len(re.sub(r"['’]s?$", "", words))
    return Entity(start, end, kind)


def _last_word(text: str, start: int, end: int) -> tuple[int, int]:
    words = [m for m in _WORD.finditer(text, start, end) if any(c.isalnum() for c in m.group())]
    return (words[-1].start(), words[-1].end()) if words else (start, end)


# The world articles


def _world_article(record: dict[str, Any], guessed: tuple[Entity, ...] | None) -> Annotated:
    text = record["text"]
    named: dict[str, list[tuple[int, int]]] = {}
    gold: dict[tuple[int, int], str] = {}
    for a in record["attributions"]:
        if a["type"] not in {"person", "organisation"} or a["speaker"] in named or ";" in a["speaker"]:
            continue
        names = [a["speaker"], *(a.get("also") or ())]
        heads = []
        for name in names:
            if len(name) < 2 or not any(c.isupper() for c in name):
                continue
            for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
                heads.append(_last_word(text, m.start(), m.end()))
                if name == a["speaker"] and all(w[0].isupper() or w in _INNER for w in name.split()):
                    gold[m.start(), m.end()] = a["type"]
        if a["type"] == "person" and len(a["speaker"].split()) > 1:
            family = a["speaker"].split()[-1]
            for m in re.finditer(rf"(?<!\w){re.escape(family)}(?!\w)", text):
                heads.append((m.start(), m.end()))
                if not any(s <= m.start() < e for s, e in gold):
                    gold[m.start(), m.end()] = "person"
        named[a["speaker"]] = sorted(set(heads))
    entities = None
    if guessed is not None:
        places = {(e.start, e.end) for e in guessed if e.type == "place"}
        sure = [Entity(s, e, t) for (s, e), t in sorted(gold.items()) if (s, e) not in places]
        entities = _disjoint([*sure, *guessed])
    return Annotated(
        text, attributions_of(record), entities, tuple(_references(record, named)), SILVER_WEIGHT
    )


def _references(record: dict[str, Any], named: dict[str, list[tuple[int, int]]]) -> Iterator[Anaphor]:
    """Who the pronouns, descriptions and short names refer to: earlier names, and earlier mentions, of the speaker."""
    before: dict[str, list[tuple[int, int]]] = {}
    for a in sorted(record["attributions"], key=lambda a: a["source"][0] if a["source"] else [0, 0]):
        if not a["source"] or a["speaker"] not in named:
            continue
        head = mention_head(record["text"], *a["source"][0])
        earlier = [h for h in (*named[a["speaker"]], *before.get(a["speaker"], ())) if h[1] <= head[0]]
        if a["mention"] in {"pronoun", "nominal", "named-part"} and earlier:
            yield Anaphor(head, tuple(dict.fromkeys(earlier)))
        before.setdefault(a["speaker"], []).append(head)


def mention_head(text: str, start: int, end: int) -> tuple[int, int]:
    """The head word of a mention: the last word before what follows the noun (a comma, "of", "who", ...)."""
    words = list(_WORD.finditer(text, start, end))
    stop = next(
        (
            i
            for i, m in enumerate(words)
            if i
            and m.group().lower()
            in {",", "(", "of", "for", "in", "at", "from", "with", "who", "which", "that", "on"}
        ),
        len(words),
    )
    kept = [m for m in words[:stop] if any(c.isalnum() for c in m.group()) and m.group() not in {"'s", "’s"}]
    return (kept[-1].start(), kept[-1].end()) if kept else (start, end)


def _disjoint(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Entities that do not overlap; an earlier one of the list goes before a later one."""
    kept: list[Entity] = []
    for e in entities:
        if all(e.end <= k.start or k.end <= e.start for k in kept):
            kept.append(e)
    return tuple(sorted(kept, key=lambda e: e.start))


# GUM


@dataclass(frozen=True, slots=True)
class _Mention:
    chain: str
    head: tuple[int, int]
    pronoun: bool
    entity: Entity | None


def gum_article(record: dict[str, Any], lower: Counter[str]) -> Annotated:
    """A GUM document; ``lower`` counts lower-case words, to know a common noun at the beginning of a sentence."""
    text = record["text"]
    mentions = []
    for start, end, kind, chain, head_start, head_end, _, _ in record["mentions"]:
        words_of_it = list(_WORD.finditer(text, start, end))
        at = next((i for i, m in enumerate(words_of_it) if m.start() <= head_start < m.end()), None)
        entity = None if at is None else _name_in(text, words_of_it, at, kind, lower)
        head = _last_word(text, entity.start, entity.end) if entity else (head_start, head_end)
        mentions.append(_Mention(chain, head, text[head[0] : head[1]].lower() in _PRONOUNS, entity))
    names = sorted((m.entity for m in mentions if m.entity), key=lambda e: e.start - e.end)
    return Annotated(text, None, _disjoint(names), tuple(_chains(mentions)))


def _chains(mentions: list[_Mention]) -> Iterator[Anaphor]:
    seen: dict[str, list[tuple[int, int]]] = {}
    done: set[tuple[int, int]] = set()
    for m in sorted(mentions, key=lambda m: m.head):
        earlier = [h for h in seen.get(m.chain, ()) if h != m.head]
        if m.head not in done and (earlier or not m.pronoun):
            yield Anaphor(m.head, tuple(earlier))
        done.add(m.head)
        seen.setdefault(m.chain, []).append(m.head)


def _name_in(text: str, words: list[re.Match[str]], at: int, kind: str, lower: Counter[str]) -> Entity | None:
    """The name that a mention of some words is, without what stands around it, or None where its head is no name.

    GUM marks whole noun phrases. A name is the run of capitalised words around the head (``at``), joined by words such
    as "of", without determiners, titles, or what follows a comma.
    """
    if kind in {"time", "substance", "plant", "animal"}:
        return None
    if not _capital(words[at].group()):
        # "the physician Yang Buwei": the name stands behind the noun
        tail = at + 1
        if kind != "person" or tail >= len(words) or not all(_capital(m.group()) for m in words[tail:]):
            return None
        at = tail
    first = last = at
    while first > 0 and (
        _capital(words[first - 1].group())
        or (words[first - 1].group() in _INNER and first > 1 and _capital(words[first - 2].group()))
    ):
        first -= 1
    while last + 1 < len(words) and (
        _capital(words[last + 1].group())
        or (words[last + 1].group() in _INNER and last + 2 < len(words) and _capital(words[last + 2].group()))
    ):
        last += 1
    run = words[first : last + 1]
    if kind == "person":
        titles = [i for i, m in enumerate(run[:-1]) if m.group().lower() in TITLES]
        run = run[titles[-1] + 1 :] if titles else run
    while run and run[0].group().lower() in {"the", "a", "an", *_INNER}:
        run = run[1:]
    if not run or (len(run) == 1 and _common(text, run[0], lower)):
        return None
    return Entity(run[0].start(), run[-1].end(), _TYPES.get(kind, "other"))


def _capital(word: str) -> bool:
    return word[0].isupper() and word.lower() not in _PRONOUNS and word not in {"The", "A", "An"}


def _common(text: str, word: re.Match[str], lower: Counter[str]) -> bool:
    """Whether a capitalised word is a common noun that opens a sentence."""
    before = text[: word.start()].rstrip(" \"“'‘([")
    opens = not before or before[-1] in "\n.!?:"
    return opens and lower[word.group().lower()] > 0
