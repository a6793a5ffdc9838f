"""Each reader under a fuzzer that looks at which lines are reached (atheris): ``fuzz_readers.py [MINUTES [FORMAT ...]]``.

By default 20 minutes for each format; `make fuzz-readers MINUTES=1` for less. It starts from a good file of the format
and from what was found before in `.fuzz/`. Of formats that are zip files, the parts are changed and the file is whole.
Of what compiled libraries do (XML, xlsx, Parquet, PDF), whose lines nobody sees, what the reader says of a file
stands for them. What falls (a traceback, a fault in our own code, more than 30 s, more than 1 GB, anything printed, a
message that does not name its file) is left in `.fuzz/`, and said at the end, which exits with 1.
"""

import re
import subprocess
import sys
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Sequence
from importlib import import_module
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, cast

sys.path.insert(0, str(Path(__file__).parents[2]))
if INSIDE := sys.argv[1:2] == ["--inside"]:
    import atheris

    with atheris.instrument_imports(
        include=["claims.reading", "claims.text", "striprtf", "warcio", "htmldate", "trafilatura"]
    ):
        import claims.reading
        from tests.reading.article_files import zipped
        from tests.reading.damaged_files import FILES, PIECES, check_reading

        for path in sorted(Path(claims.reading.__file__).parent.glob("*.py")):
            import_module(f"claims.reading.{path.stem}")
else:
    from tests.reading.article_files import zipped
    from tests.reading.damaged_files import FILES, PIECES, check_reading
from claims.reading import Unread, table
from claims.records import Article

BRANCHES: Final = 500
KEPT: Final = Path(".fuzz")
SECONDS: Final = 30
MEGABYTES: Final = 1_000
LONGEST: Final = 60_000  # bytes of an input
TAG: Final = re.compile(rb"</?[\w:.-]+[^<>]{0,60}>")


def is_zip(name: str) -> bool:
    """Whether files of this format are zip files, in which a part is changed."""
    return FILES[name].startswith(b"PK")


def seeds(name: str) -> list[bytes]:
    """What the fuzzer starts from: a good file, or the number of a part and what stands in it."""
    if not is_zip(name):
        return [FILES[name]]
    with zipfile.ZipFile(BytesIO(FILES[name])) as archive:
        return [bytes([i]) + archive.read(part) for i, part in enumerate(sorted(archive.namelist()))]


def file_of(name: str, data: bytes) -> bytes:
    """The file that an input of the fuzzer stands for."""
    if not is_zip(name) or not data:
        return data
    with zipfile.ZipFile(BytesIO(FILES[name])) as archive:
        parts = {part: archive.read(part) for part in sorted(archive.namelist())}
    changed = list(parts)[data[0] % len(parts)]
    return zipped(parts | {changed: data[1:]})


def branches() -> Callable[[int], Any]:
    """A function that goes another way for each number, which the fuzzer sees as lines of the library."""
    ways = "".join(f"    if way == {way}:\n        return {way}\n" for way in range(BRANCHES))
    made: dict[str, Any] = {}
    exec(f"def take(way):\n{ways}", made)
    return cast(Callable[[int], Any], atheris.instrument_func(made["take"]))


def in_this_process(work: Callable[[], Any], **_: Any) -> Any:
    """What reads a spreadsheet in a process of its own, here, where the fuzzer sees it."""
    return work()


def way_of(found: Sequence[Article | Unread]) -> int:
    """A number for what was made of a file: which errors, or which articles with what."""
    told = [
        re.sub(r"\d+|#\S+", "", each.problem)
        if isinstance(each, Unread)
        else f"{bool(each.title)} {bool(each.author)} {bool(each.url)} {bool(each.published)} {len(each.blocks)} "
        f"{len(each.text).bit_length()} {sorted({unicodedata.category(c) for c in each.text})}"
        for each in found[:20]
    ]
    return zlib.crc32(repr(told).encode()) % BRANCHES


def fuzz(name: str, options: list[str]) -> None:
    """Fuzz the reader of one format in this process, until libFuzzer's options end it."""
    take = branches()
    if name != "a.parquet":  # a damaged list of columns ends the process that reads it
        table.bounded = in_this_process  # type: ignore[attr-defined]
    with TemporaryDirectory() as folder:
        path = Path(folder, name)

        def one(data: bytes) -> None:
            path.write_bytes(file_of(name, data))
            take(way_of(check_reading(path)))

        atheris.Setup([sys.argv[0], *options], one)
        atheris.Fuzz()


def run(name: str, minutes: float) -> Any:
    """Fuzz the reader of one format in a process of its own; its exit code, and what it said last."""
    corpus, found = KEPT / name, KEPT / "found"
    corpus.mkdir(parents=True, exist_ok=True)
    found.mkdir(exist_ok=True)
    for i, seed in enumerate(seeds(name)):
        (corpus / f"seed{i}").write_bytes(seed)
    words = KEPT / "words"
    pieces = [*PIECES, *sorted({tag for seed in seeds(name) for tag in TAG.findall(seed)})]
    quoted = ("".join(rf"\x{byte:02x}" for byte in piece) for piece in pieces)
    words.write_text("".join(f'"{each}"\n' for each in quoted))
    options = [
        f"-max_total_time={60 * minutes:.0f}", f"-timeout={SECONDS}", f"-rss_limit_mb={MEGABYTES}", f"-max_len={LONGEST}", f"-dict={words}",
        f"-artifact_prefix={found}/{name}-", "-print_final_stats=1", "-verbosity=1",
        # Else whole files are given up for the few bytes that reach the same lines, as an empty part of a zip file does.
        "-keep_seed=1", "-len_control=0", "-reduce_inputs=0", str(corpus),
    ]  # fmt: skip
    command = [sys.executable, __file__, "--inside", name, *options]
    return subprocess.run(command, capture_output=True, text=True, check=False, errors="replace")


def main(minutes: float, names: list[str]) -> int:
    """Fuzz the readers of some formats one after the other."""
    fallen = []
    for name in names or sorted(FILES):
        done = run(name, minutes)
        runs = next(
            (line.split()[-1] for line in done.stderr.splitlines() if "number_of_executed" in line), "?"
        )
        print(f"{name}: {runs} inputs, {'fell' if done.returncode else 'nothing fell'}", flush=True)
        if done.returncode:
            fallen.append(name)
            print(done.stdout[-1500:], done.stderr[-3000:], flush=True)
    return 1 if fallen else 0


if __name__ == "__main__":
    if INSIDE:
        fuzz(sys.argv[2], sys.argv[3:])
    else:
        sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 20.0, sys.argv[2:]))
