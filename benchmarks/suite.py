"""All that is measured of speed, in one run: ``suite.py [PART ...]``, by default all parts; writes docs/benchmarks.md.

Each part is one of the scripts beside this one, in a process of its own, at sizes that together take some twenty
minutes on a quiet machine with two processors. Taken from what it prints are ratios to a peer or reference of the same
run, which ``speed_floors.toml`` holds, and curves over three sizes with the power of the size with which they grow.
Exits with 1 where a ratio does not hold, or a part fails. A part that is run alone takes the place of its last run.
"""

import json
import os
import platform
import re
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from corpora import ROOT
from scaling_plot import Curve, exponent, svg

from claims.release import __version__

PAGE: Final = ROOT / "docs" / "benchmarks.md"
PICTURES: Final = ROOT / "docs" / "pictures"
LAST: Final = ROOT / "benchmarks" / "last_run.json"
FLOORS: Final = ROOT / "benchmarks" / "speed_floors.toml"
_LIBRARIES: Final = ("onnxruntime", "numpy", "SQLAlchemy", "rapidfuzz", "openpyxl", "pyspark", "psycopg")
_NUMBER: Final = r"([\d.,]+)"


@dataclass(frozen=True, slots=True)
class Part:
    """A script with its sizes, and where its ratios and curves stand in what it prints.

    Fields:
        runs: the arguments of each run.
        ratios: a pattern for each, whose last match counts.
        curves: a pattern for each, whose matches are sizes with what they took; ``unit`` is of both.
    """

    title: str
    script: str
    runs: tuple[tuple[str, ...], ...] = ((),)
    ratios: dict[str, str] = field(default_factory=dict)
    curves: dict[str, str] = field(default_factory=dict)
    unit: str = "seconds"


def _look(name: str) -> str:
    return rf"(?m)^\S+ +{name} +(?:[\d.]+ +){{3}}{_NUMBER}"


PARTS: Final = {
    "extraction": Part(
        "Extraction, beside spaCy", "speed.py", ratios={"extraction to spaCy": rf"all rounds {_NUMBER}"}
    ),
    "adding": Part(
        "Adding in bulk, beside bare extraction",
        "adding.py",
        (("100", "300", "900"),),
        {
            "two processes to one": rf"two to one {_NUMBER}",
            "two processes to bare extraction": rf"two to bare {_NUMBER}",
            "memory of more articles": rf"last size to first {_NUMBER}",
        },
        {"two processes": rf"(?m)^ *{_NUMBER} two +{_NUMBER}", "bare": rf"(?m)^ *{_NUMBER} bare +{_NUMBER}"},
    ),
    "merging": Part(
        "Merging, beside MinHash LSH and all pairs",
        "merge_scale.py",
        (("2000", "6000", "20000"),),
        curves={
            "claims": rf"(?m)^ *{_NUMBER} claims +{_NUMBER}",
            "MinHash LSH": rf"(?m)^ *{_NUMBER} MinHash 0\.5 +{_NUMBER}",
        },
    ),
    "linking": Part(
        "Linking",
        "link_scale.py",
        (("5000",), ("20000",), ("80000",)),
        curves={"linking": rf"{_NUMBER} appearances of [^\n]*\n{_NUMBER} s"},
    ),
    "growth": Part("One article more, in a ledger of many", "growth.py", (("300", "1000", "3000"),)),
    "listings": Part(
        "Look-ups, beside bare SQL",
        "listings.py",
        (("20000",), ("60000",), ("200000",)),
        {
            f"{look} to bare SQL": _look(look)
            for look in (
                "speaker search",
                "text search",
                "both",
                "speakers, first page",
                "groups, first page",
            )
        },
    ),
    "export": Part(
        "The claim sheet, beside a bare dump",
        "sheet.py",
        (("20000",),),
        {"claim sheet to bare dump": rf"(?m)^ratio {_NUMBER}"},
    ),
    "review": Part(
        "Taking a sheet back, beside a bare read",
        "review.py",
        (("20000",),),
        {"review to bare read": rf"(?m)^ratio {_NUMBER}"},
    ),
    "desk": Part("Pages of the desk", "serve.py", (("10000",), ("30000",), ("100000",))),
    "archive": Part(
        "An archive on Spark, beside a ledger of the same",
        "archive.py",
        (("5000",),),
        {"Spark to one machine": rf"(?m)^ratio {_NUMBER}"},
    ),
}


def run(part: Part) -> dict[str, Any]:
    """What a part prints, and how long it took; what it says to stderr where it fails."""
    printed, began, failed = "", time.perf_counter(), False
    for arguments in part.runs:
        command = [sys.executable, str(ROOT / "benchmarks" / part.script), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
        printed += done.stdout if done.returncode == 0 else done.stdout + done.stderr[-2_000:]
        failed = failed or done.returncode != 0
    minutes = (time.perf_counter() - began) / 60
    return {
        "printed": printed,
        "failed": failed,
        "minutes": minutes,
        "machine": machine(),
        "day": str(date.today()),
    }


def ratios_of(part: Part, printed: str) -> dict[str, float]:
    """The ratios that a part has printed, by name."""
    found = {name: re.findall(pattern, printed) for name, pattern in part.ratios.items()}
    return {name: number(values[-1]) for name, values in found.items() if values}


def curves_of(part: Part, printed: str) -> dict[str, Curve]:
    """The curves of a part that have two points or more, by name."""
    found = {
        name: [(number(size), number(value)) for size, value in re.findall(pattern, printed)]
        for name, pattern in part.curves.items()
    }
    return {name: curve for name, curve in found.items() if len(curve) > 1}


def number(words: str) -> float:
    """A number as the scripts print it."""
    return float(words.replace(",", "").rstrip("."))


def failures(found: dict[str, dict[str, Any]]) -> list[str]:
    """What does not hold, in words."""
    floors = tomllib.loads(FLOORS.read_text("utf-8"))
    every = {
        name: value
        for key, last in found.items()
        for name, value in ratios_of(PARTS[key], last["printed"]).items()
    }
    below = [
        f"{n}: {every[n]:.2f}, not {f} or more" for n, f in floors["least"].items() if every.get(n, f) < f
    ]
    above = [
        f"{n}: {every[n]:.2f}, not {f} or less" for n, f in floors["most"].items() if every.get(n, f) > f
    ]
    return [*below, *above, *(f"{key} failed" for key, last in found.items() if last["failed"])]


def machine() -> str:
    """The processors, memory and system of this machine, and the versions of what the figures depend on."""
    info = Path("/proc/cpuinfo")
    named = re.search(r"model name\s*: (.*)", info.read_text("utf-8")) if info.exists() else None
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    libraries = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    return (
        f"{os.cpu_count()} processors ({named[1] if named else platform.machine()}), {memory:.0f} GB of memory, "
        f"{platform.system()} {platform.release()}; claims {__version__}, Python {platform.python_version()}, "
        f"{libraries}"
    )


def page(found: dict[str, dict[str, Any]]) -> Iterator[str]:
    """The lines of docs/benchmarks.md."""
    yield "# Benchmarks"
    yield ""
    yield "Written by `make bench` from its last run; do not change it by hand. What each column means, the script says"
    yield "at its top. Times are this machine's; the ratios to a reference of the same run say more, and are held by"
    yield "`benchmarks/speed_floors.toml`."
    yield ""
    yield "| ratio | measured | floor |"
    yield "|---|---:|---:|"
    floors = tomllib.loads(FLOORS.read_text("utf-8"))
    for key, last in found.items():
        for name, value in ratios_of(PARTS[key], last["printed"]).items():
            held = f"at least {floors['least'][name]}" if name in floors["least"] else ""
            held = f"at most {floors['most'][name]}" if name in floors["most"] else held
            yield f"| {name} | {value:.2f} | {held} |"
    for key, last in found.items():
        yield from _section(key, last)


def _section(key: str, last: dict[str, Any]) -> Iterator[str]:
    part = PARTS[key]
    yield from ("", f"## {part.title}", "", "```")
    yield from (
        f"$ python benchmarks/{part.script} {' '.join(arguments)}".rstrip() for arguments in part.runs
    )
    yield from (line.rstrip() for line in last["printed"].splitlines())
    yield from ("```", "", f"{last['day']}, {last['minutes']:.1f} minutes, {last['machine']}.")
    curves = curves_of(part, last["printed"])
    if curves:
        powers = ", ".join(f"{name} n^{exponent(curve):.2f}" for name, curve in curves.items())
        yield from (
            "",
            f"![{part.title}: {part.unit} by size](pictures/bench-{key}.svg)",
            "",
            f"Growth: {powers}.",
        )


def main(keys: Sequence[str]) -> None:
    """Run the parts, write the page, and say what does not hold."""
    found: dict[str, dict[str, Any]] = json.loads(LAST.read_text("utf-8")) if LAST.exists() else {}
    for key in keys:
        print(f"{key} ...", flush=True)
        found[key] = run(PARTS[key])
        print(found[key]["printed"], flush=True)
        found = {name: found[name] for name in PARTS if name in found}
        LAST.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    PAGE.write_text("\n".join(page(found)) + "\n", "utf-8")
    for key, last in found.items():
        if curves := curves_of(PARTS[key], last["printed"]):
            picture = svg(PARTS[key].title, PARTS[key].unit, curves)
            (PICTURES / f"bench-{key}.svg").write_text(picture, "utf-8")
    wrong = failures(found)
    print("\n".join(wrong) or "all floors hold")
    sys.exit(int(bool(wrong)))


if __name__ == "__main__":
    main(sys.argv[1:] or list(PARTS))
