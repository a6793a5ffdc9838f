"""Cases of reports: small inputs, and what a reader expects of them. A file a kind of input, a table a case.

``text`` or ``body`` (of a page, with ``head`` and ``charset``) is the input; "{more}" stands for three paragraphs.
``claims``, ``never``: claims that are there, and that are not; each by some of its words (``says``; all of them where
``whole``), its speaker (``by``, one of several, perhaps "unknown"), ``kind`` and ``stance``.
``or_none``: no claim will do, too; ``or_warning``: and so will a note of this kind.
``count``: so many claims, of these words where ``count_of``. ``error``: refused for this reason. ``published``,
``outlet``: what a page says of itself, "None" for nothing.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

MORE = (
    "<p>The old bridge over the river was built after the war and carried trams until the line was given up. For years "
    "the town argued over what should become of it, and twice the plans for a new one were drawn up and put away "
    "again.</p><p>The new bridge is forty metres longer and has a lane for bicycles on either side. The work took "
    "three years, a year more than planned, since the river flooded the site twice in the first winter.</p>"
    "<p>Residents of the northern bank had to take the ferry in the meantime, which ran every half hour until ten in "
    "the evening, and shops in the old town complained of losses.</p>"
)
Case = dict[str, Any]
Row = Mapping[str, Any]
"""A claim as ``--json`` prints it."""


@cache
def table(name: str) -> dict[str, Any]:
    """A file of cases."""
    return tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text("utf-8"))


def cases(name: str) -> list[Any]:
    """The cases of a file, each as a parameter of a test."""
    return [
        pytest.param(case, id=case.get("name") or f"{kind['kind']} {n}")
        for kind in table(name)["kinds"]
        for n, case in enumerate(kind["cases"], 1)
    ]


def as_page(case: Case) -> bytes:
    """A page as a file has it."""
    charset = case.get("charset", "utf-8")
    title, head = case.get("title", "Bridge opens in Hamm"), case.get("head", "")
    body = case["body"].replace("{more}", MORE)
    page = (
        f"<!doctype html><html><head><meta charset={charset}><title>{title}</title>{head}</head>"
        f"<body>{body}</body></html>"
    )
    return page.encode(charset)


def failures(case: Case, found: Sequence[Row], notes: str = "") -> Iterator[str]:
    """What of a case's claims is not as expected, in words; ``notes`` is what was told beside them."""
    if (case.get("or_none") and not found) or re.search(case.get("or_warning") or r"(?!)", notes):
        return
    for wanted in case.get("claims", ()):
        if not any(_is(row, wanted) for row in found):
            yield f"missing {wanted}"
    for unwanted in case.get("never", ()):
        yield from (f"unwanted {row['speaker']}: {row['content']}" for row in found if _is(row, unwanted))
    yield from (
        f"speaker {row['speaker']}" for row in found if row["speaker"] in case.get("not_speakers", ())
    )
    for name in {"published", "outlet"} & case.keys():
        yield from (f"{name} {row[name]}" for row in found if not str(row[name]).startswith(case[name]))
    if "count" in case:
        counted = [row for row in found if "count_of" not in case or _says(row, case["count_of"])]
        if len(counted) != case["count"]:
            yield f"{len(counted)} claims, not {case['count']}"


def _is(row: Row, wanted: Case) -> bool:
    by = wanted.get("by", [])
    speakers = [name.casefold() for name in ([by] if isinstance(by, str) else by)]
    stance: str | list[str] = wanted["stance"] if "stance" in wanted else row["stance"]
    return (
        _says(row, wanted["says"], whole=wanted.get("whole", False))
        and (not speakers or row["speaker"].casefold() in speakers)
        and row["kind"] == wanted.get("kind", row["kind"])
        and row["stance"] in stance
    )


def _says(row: Row, words: str, *, whole: bool = False) -> bool:
    return _plain(words) == _plain(row["content"]) if whole else _plain(words) in _plain(row["content"])


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()
