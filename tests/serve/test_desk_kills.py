"""A writer, a reviewer and the desk's server at work on one ledger, killed in the middle: nothing lost or doubled."""

import http.client
import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from claims import desk
from claims.ledger import Ledger
from tests.serve.conftest import SEEDS
from tests.serve.served import ROOT, Desk, rows, serving
from tests.serve.verdict_giver import SAMPLES, give

ARTICLES = 8
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1", "PYTHONUNBUFFERED": "1"}


def articles(folder: Path) -> list[Path]:
    """Articles for the writer, each with claims of its own."""
    found = []
    for number in range(ARTICLES):
        front = f"title: Bridge {number}\noutlet: Vale Radio\nurl: https://vale.example/{number}\ndate: 2031-05-04"
        said = f"Mayor Ada Brandvold said that bridge {number} would open in May."
        found.append(folder / f"{number}.md")
        found[-1].write_text(
            f"---\n{front}\n---\n\n{said} The baker said that {number} boats had sunk.\n", "utf-8"
        )
    return found


def verify(served: Desk, told: list[str]) -> None:
    """Go through the samples in the browser's stead, and say of each claim that another one said it."""
    visitor = served.visitor()
    page = visitor.get(f"/?show=all&until={SAMPLES}-12-31").text
    csrf = visitor.fields("/name")["csrf"]
    for id_ in dict.fromkeys(re.findall(r"/claims/([0-9a-f]{12})", page)):
        form = {
            "csrf": csrf,
            "once": id_,
            "attribution": "wrong speaker",
            "corrected_speaker": "Joss Tarrander",
        }
        try:
            if visitor.post(f"/claims/{id_}/verdict", form).status == 303:
                told.append(id_)
        except (OSError, http.client.HTTPException):  # the desk was killed
            return


def content(ledger: str) -> dict[str, Any]:
    """What a ledger says, whatever the order in which it was told."""
    with desk.open_ledger(ledger) as opened:
        return {
            "claims": sorted((claim.id, claim.speaker_name) for claim in opened.claims()),
            "verdicts": sorted(
                (v.claim_id, v.reviewer, str(v.attribution), str(v.truth)) for v in opened.verdicts()
            ),
            "decisions": sorted((d.kind, d.about, str(d.value)) for d in opened.decisions()),
            "groups": sorted(sorted(claim.id for claim in group.claims) for group in opened.groups()),
            "left": (opened.progress().linking, opened.progress().grouping),
        }


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a ledger says where each of the three did all that it had to, one after the other."""
    folder = tmp_path_factory.mktemp("undisturbed")
    ledger = str(folder / "claims.db")
    with Ledger.open(ledger, create=True) as new:
        desk.add(new, *(Path("seeds") / name for name in SEEDS), root=Path.cwd())
    complete(ledger, articles(folder), folder)
    return content(ledger)


@pytest.mark.parametrize("after", [0.0, 0.3])
def test_what_was_told_is_kept_and_the_same_again_completes_it(
    ledger: str, tmp_path: Path, after: float, undisturbed: dict[str, Any]
) -> None:
    files = articles(tmp_path)
    adding = [sys.executable, "-m", "claims", "add", *map(str, files), "--ledger", ledger]
    giving = [sys.executable, str(Path(__file__).with_name("verdict_giver.py")), ledger, "Bo"]
    by_desk: list[str] = []
    with (
        serving(ledger, "--reviewer", "Ana", folder=tmp_path) as served,
        subprocess.Popen(
            adding, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=ENVIRONMENT, text=True
        ) as writer,
        subprocess.Popen(giving, stdout=subprocess.PIPE, env=ENVIRONMENT, text=True) as reviewer,
    ):
        assert writer.stdout
        assert reviewer.stdout
        assert writer.stdout.readline()
        by_command = [reviewer.stdout.readline().strip()]
        at_work = threading.Thread(target=verify, args=(served, by_desk))
        at_work.start()
        while not by_desk:
            time.sleep(0.01)
        time.sleep(after)
        for process in (writer, reviewer, served.process):
            os.kill(process.pid, signal.SIGKILL)
        by_command += reviewer.stdout.read().split()
        at_work.join()
    judged = [(row[1], row[2]) for row in rows(ledger, "verdicts")["verdicts"]]
    assert {(id_, "Ana") for id_ in by_desk} | {(id_, "Bo") for id_ in by_command} <= set(judged), (
        "told, and lost"
    )
    assert len(judged) == len(set(judged)), "doubled"
    decided = [json.loads(row[2])[0] for row in rows(ledger, "decisions")["decisions"]]
    assert sorted(decided) == sorted(id_ for id_, who in judged if who == "Ana"), (
        "a verdict and its decision are one"
    )

    complete(ledger, files, tmp_path)
    assert content(ledger) == undisturbed


def complete(ledger: str, files: list[Path], folder: Path) -> None:
    """What each of the three would have done in the end."""
    with desk.open_ledger(ledger) as opened:
        desk.add(opened, *files)
        give(opened, "Bo")
    told: list[str] = []
    with serving(ledger, "--reviewer", "Ana", folder=folder) as served:
        verify(served, told)
    assert len(told) > 10
