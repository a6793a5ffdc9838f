"""Whether `claims add` accounts for every file of a mixed folder: ``inbox.py [FILES]``, by default 2,000.

Makes a folder of short invented articles in every format, with copies of them, the same under wrong endings, files cut
short, other languages, pictures, hidden files and unknown endings; reads it with the command, as a user does, then a
second time. Each file has to be in what is printed, as what it is and nothing else, and the sums of the last line have
to be right. Printed: how many there were of each kind, and how long both runs took. Exits with 1 where a file is
missing, named twice or taken for something else.
"""

import random
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.reading import article_files
from tests.reading.article_files import WRITERS, Units, subtitles, text, zipped

FILES: Final = 2_000
WHERE: Final = ("harbour", "lock", "bridge", "school", "market", "library", "ferry", "tram", "mill", "well")
WHO: Final = (
    "Ilse Brandt",
    "Tomas Auden",
    "Rosa Quill",
    "Dorte Maak",
    "Benno Marsh",
    "Lena Petrov",
    "Kasper Tarrow",
)
GERMAN: Final = (
    "Die Bürgermeisterin sagte am Dienstag, dass die Brücke im Mai wieder geöffnet werde. Die Kosten seien höher als "
    "geplant, und der Stadtrat werde in der nächsten Woche darüber beraten, wie das Geld aufgebracht werden könne."
)
PROBLEMS: Final = {
    "claims are found in English only": "in another language",
    "no article in this file": "left out",
    "not read, as no pages": "a part",
}
"""What of a problem's words says that it is no failure; a web archive also tells of its pictures."""
LINES: Final = {
    "new": re.compile(r"^(?P<name>\S+)  \d+ claims?, "),
    "same": re.compile(r"^(?P<name>\S+)  already in the ledger"),
}


def article(number: int) -> Units:
    """A short article that is like no other."""
    chance = random.Random(number)  # noqa: S311
    place, who = chance.choice(WHERE), chance.choice(WHO)
    return [
        ("title", f"Work on the {place} of Ward {number} to begin"),
        ("paragraph", f"The {place} of Ward {number} is to be mended, {who} said on Tuesday in the town hall."),
        ("paragraph", f"“It will cost {number + 40} crowns and no more,” {who} told the council of Ward {number}."),
    ]  # fmt: skip


def kinds() -> dict[str, tuple[int, str, Callable[[int], tuple[str, bytes]]]]:
    """What there is in the folder: how often of a hundred, what is to become of it, and a name with its content."""

    def written_as(name: str, number: int) -> bytes:
        with patch.object(article_files, "URL", f"https://courier.example/ward/{number}"):
            return WRITERS[name](article(number))

    def written(number: int) -> tuple[str, bytes]:
        name = list(WRITERS)[number % len(WRITERS)]
        return f"{number}-{name}", written_as(name, number)

    def wrongly_named(number: int) -> tuple[str, bytes]:
        like = ("a.docx", "a.odt", "a.rtf", "a.pdf", "a.html")[number % 5]
        return f"{number}-wrong.txt", written_as(like, number)

    def cut(number: int) -> tuple[str, bytes]:
        name = ("a.docx", "a.odt", "a.xlsx", "a.parquet", "a.zip")[number % 5]
        whole = written_as(name, number)
        return f"{number}-cut{Path(name).suffix}", whole[: len(whole) // 2]

    def picture(number: int) -> tuple[str, bytes]:
        sign, ending = ((b"\x89PNG\r\n\x1a\n", ".png"), (b"\xff\xd8\xff\xe0", ".jpg"), (b"GIF89a", ".gif"))[
            number % 3
        ]
        return f"{number}{ending}", sign + bytes(60)

    return {
        "articles": (58, "new", written),
        "copies": (8, "new", lambda n: (f"{n}-copy.txt", text(article(n // 8)).encode())),
        "subtitles": (2, "new", lambda n: (f"{n}.srt", subtitles([f"BRANDT: Lock {n} will be mended in May."]))),
        "wrong endings": (6, "new", wrongly_named),
        "cut short": (6, "could not be read", cut),
        "empty": (3, "could not be read", lambda n: (f"{n}-empty.txt", b" \n" * (n % 3))),
        "binary": (2, "could not be read", lambda n: (f"{n}-binary.txt", bytes(range(256)) * 4)),
        "German": (4, "in another language", lambda n: (f"{n}-german.txt", f"{GERMAN} {n}".encode())),
        "pictures": (4, "not read", picture),
        "hidden": (2, "not read", lambda n: (f".{n}.txt", text(article(n)).encode())),
        "unknown": (3, "not read", lambda n: (f"{n}.xyz", text(article(n)).encode())),
        "empty archives": (2, "left out", lambda n: (f"{n}-none.zip", zipped({}))),
    }  # fmt: skip


def fill(folder: Path, files: int) -> dict[str, tuple[str, str]]:
    """Make the folder; for each file's path its kind and what is to become of it."""
    found: dict[str, tuple[str, str]] = {}
    chance = random.Random(files)  # noqa: S311
    shares = {kind: share for kind, (share, _, _) in kinds().items()}
    for number in range(files):
        (kind,) = chance.choices(list(shares), list(shares.values()))
        _, fate, make = kinds()[kind]
        name, content = make(number)
        path = folder / f"desk-{number % 7}" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        found[str(path)] = kind, fate
    return found


def told(out: str, err: str) -> Iterator[tuple[str, str]]:
    """What the command says of files: each with what became of it."""
    for line in out.splitlines():
        for fate, pattern in LINES.items():
            if found := pattern.match(line):
                yield found["name"].partition("#")[0], fate
    for line in err.splitlines():
        if line.startswith("not read ("):
            for name in line.partition("): ")[2].split(", "):
                yield name, "not read"
        elif line.startswith("claims: /"):
            name, _, problem = line.removeprefix("claims: ").partition(": ")
            fate = next((fate for sign, fate in PROBLEMS.items() if sign in problem), "could not be read")
            yield name.partition("#")[0], fate


def check(folder: Path, expected: dict[str, tuple[str, str]], *, again: bool) -> list[str]:
    """Read the folder; what is wrong with the account of it."""
    command = [sys.executable, "-m", "claims", "add", str(folder), "--ledger", str(folder.with_suffix(".db"))]
    start = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    seconds = time.monotonic() - start
    faults = [] if "Traceback" not in done.stderr else [f"a traceback: {done.stderr[-500:]}"]
    seen = Counter[str]()
    for name, fate in told(done.stdout, done.stderr):
        if fate == "a part":
            continue
        seen[name] += 1
        wanted = expected[name][1] if name in expected else "no such file"
        wanted = "same" if again and wanted == "new" else wanted
        if fate != wanted:
            faults.append(f"{name}: {fate}, and is {wanted} ({expected.get(name, '')})")
    faults += [f"{name}: named {count} times" for name, count in seen.items() if count > 1]
    faults += [f"{name}: not named ({kind})" for name, (kind, _) in expected.items() if name not in seen]
    account = next((line for line in done.stderr.splitlines() if " in all" in line), "0 in all: no account")
    head, _, parts = account.partition(": ")
    total, *files = (int(number) for number in re.findall(r"\d+", head))
    if (files or [total]) != [len(expected)] or sum(map(int, re.findall(r"\d+", parts))) != total:
        faults.append(f"{len(expected)} files, and the account says: {account}")
    print(f"{'again' if again else 'first'}: {seconds:.0f} s, exit {done.returncode}; {account}")
    return faults


def main(files: int) -> int:
    """Make the folder, read it twice, and say what is wrong."""
    with TemporaryDirectory() as made:
        folder = Path(made, "inbox")
        folder.mkdir()
        expected = fill(folder, files)
        print(
            ", ".join(
                f"{count} {kind}" for kind, count in Counter(k for k, _ in expected.values()).most_common()
            )
        )
        faults = check(folder, expected, again=False) + check(folder, expected, again=True)
    print(*faults[:40], sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else FILES))
