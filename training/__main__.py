"""From annotated articles to the tagger's weights: ``python -m training --help``."""

import argparse
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import torch

from training.encoders import tokenizer_file
from training.export import export
from training.feeding import FOLDS, Corpora
from training.measure import measured
from training.train import SHARES, TAUGHT_SHARES, Plan, mean_of, train

SHARED = Path(__file__).parent.parent.parent / "shared" / "benchmarks"
STUDENTS = 2
"""Runs of the student, of which the mean is exported."""


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("stage", choices=("all", "teacher", "student"), nargs="?", default="all")
    parser.add_argument("--number", type=int, default=0, help="of a teacher or student that is trained alone")
    parser.add_argument("--corpora", type=Path, default=SHARED, help="folder of the corpora")
    parser.add_argument(
        "--silver", type=Path, help="folder of guessed names, as training/silver.py leaves them"
    )
    parser.add_argument("--packs", type=Path, help="folder of packed encoders (python -m training.encoders)")
    parser.add_argument(
        "--start", type=Path, help="folder of an exported tagger to go on from, or an earlier run's file"
    )
    parser.add_argument(
        "--teacher",
        choices=("minilm", "mpnet"),
        help="train two cross-fitted teachers with this encoder first, whose soft answers the students learn, too",
    )
    parser.add_argument("--out", type=Path, default=Path("build/tagger"), help="folder of the results")
    parser.add_argument("--teacher-steps", type=int, default=3000)
    parser.add_argument("--student-steps", type=int, default=6000)
    parser.add_argument("--teacher-minutes", type=float, default=1e6, help="end sooner, by the clock")
    parser.add_argument("--student-minutes", type=float, default=1e6, help="end sooner, by the clock")
    parser.add_argument("--workers", type=int, default=1, help="processes that make batches, a run")
    parser.add_argument(
        "--budget", type=int, default=1600, help="wordpieces of a step; on a GPU 5000 and more"
    )
    parser.add_argument("--seed", type=int, default=11)
    return parser.parse_args()


def _teachers(options: argparse.Namespace) -> tuple[Path, ...]:
    return tuple(options.out / f"teacher{fold}.pt" for fold in range(FOLDS))


def _teacher_plan(options: argparse.Namespace, fold: int) -> Plan:
    return Plan(
        corpora=Corpora(options.corpora, options.silver),
        encoder=options.teacher or "minilm",
        packs=options.packs,
        start=options.start,
        out=_teachers(options)[fold],
        shares=SHARES,
        steps=options.teacher_steps,
        minutes=options.teacher_minutes,
        seed=options.seed + fold,
        without=fold,
        workers=options.workers,
        budget=options.budget,
        body_rate=1.2e-4,
        head_rate=6e-4,
    )


def _student_plan(options: argparse.Namespace, number: int) -> Plan:
    between = options.out / "teachers.pt"
    return replace(
        _teacher_plan(options, 0),
        encoder="minilm",
        start=between if between.exists() else options.start,
        out=options.out / f"student{number}.pt",
        shares=TAUGHT_SHARES if options.teacher else SHARES,
        steps=options.student_steps,
        minutes=options.student_minutes,
        seed=options.seed + 100 + number,
        without=None,
        teachers=_teachers(options) if options.teacher else (),
        body_rate=1.4e-4,
        head_rate=5.6e-4,
        hidden=0.05,
        average=0.99,
    )


def _side_by_side(stage: str, count: int) -> None:
    """Run all of a stage at once, each in a process of its own: one a core, or all on a GPU."""
    command = [sys.executable, "-m", "training", stage, *(x for x in sys.argv[1:] if x != "all")]
    runs = [subprocess.Popen([*command, "--number", str(n)]) for n in range(count)]  # noqa: S603
    if any(run.wait() for run in runs):
        sys.exit(f"a {stage}'s training failed: see the message above")


def main() -> None:
    """Train the teachers where asked to, then the students, and export and measure their mean."""
    options = _options()
    torch.set_num_threads(1)
    if options.stage == "teacher":
        train(_teacher_plan(options, options.number))
        return
    if options.stage == "student":
        train(_student_plan(options, options.number))
        return
    if options.teacher:
        _side_by_side("teacher", FOLDS)
    if options.teacher == "minilm":
        mean_of(_teachers(options), options.out / "teachers.pt")
    _side_by_side("student", STUDENTS)
    mean_of([options.out / f"student{n}.last" for n in range(STUDENTS)], options.out / "mean.pt")
    export(options.out / "mean.pt", options.out)
    shutil.copy(options.packs / "tokenizer.json" if options.packs else tokenizer_file(), options.out)
    scorer = options.corpora / "score_attributions.py"
    with (options.out / "measured.txt").open("w", encoding="utf-8") as log:
        for network in ("tagger.onnx", "tagger.int8.onnx"):
            for dev in ("polnear_dev", "world_dev"):
                table = f"{network}, {dev}\n{measured(options.out, network, options.corpora / f'{dev}.jsonl', scorer)}"
                print(table)
                print(table, file=log)


if __name__ == "__main__":
    main()
