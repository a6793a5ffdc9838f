"""What the Tab key offers, asked for as bash, zsh and fish ask."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.cli.completion import continued

BIN = Path(sys.executable).parent


def asked(shell: str, line: str, ledger: Path) -> str:
    """What the program answers to a shell in which this line was typed."""
    words = line.split(" ")
    environment = {
        **os.environ,
        "_CLAIMS_COMPLETE": f"complete_{shell}",
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "COMP_WORDS": "\n".join(words),
        "COMP_CWORD": str(len(words) - 1),
        "CLAIMS_LEDGER": str(ledger),
    }
    code = "import sys; sys.argv = ['claims']; from claims.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_speakers_and_articles_come_from_the_ledger(desk: Path, shell: str) -> None:
    assert "search" in asked(shell, "claims se", desk)
    assert "khafaji" in asked(shell, "claims search --speaker kha", desk)
    assert "vellmoor" in asked(shell, "claims speakers aliases vell", desk)
    blank = r"\ " if shell == "bash" else " "
    assert f"grain{blank}warehouse" in asked(shell, "claims history grain", desk)
    assert f"northshore{blank}Gazette" in asked(shell, "claims search --outlet north", desk)
    assert "Vellmoor" not in asked(shell, "claims search --speaker vellmoorx", desk)


def test_a_ledger_that_cannot_be_read_offers_nothing(tmp_path: Path) -> None:
    (tmp_path / "no.db").write_text("no ledger")
    for ledger in (tmp_path / "no.db", tmp_path / "none.db", tmp_path):
        assert asked("fish", "claims search --speaker k", ledger).strip() == ""


@pytest.mark.skipif(not shutil.which("bash"), reason="bash is not installed")
def test_in_bash_a_name_of_two_words_becomes_one_word(desk: Path) -> None:
    if not (BIN / "claims").exists():
        pytest.skip("claims is not installed beside this Python")
    script = f"""
        export PATH={BIN}:$PATH CLAIMS_LEDGER={desk}
        source <(claims --show-completion bash)
        COMP_WORDS=(claims search --speaker idra) COMP_CWORD=3
        _claims_completion claims
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    done = subprocess.run(
        ["bash", "--norc", "-c", script],
        env={**os.environ, "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.splitlines() == [r"idra\ Vellmoor"], done.stderr


@given(st.lists(st.text(min_size=1), max_size=5), st.text(max_size=4))
def test_what_is_offered_continues_what_was_typed(names: list[str], typed: str) -> None:
    for offered in continued(typed, names):
        assert offered.startswith(typed)
        assert any(name.casefold().endswith(offered.casefold()) for name in names)
