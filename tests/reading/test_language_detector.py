"""The detector's tables stay in files: it decides as the library does, and takes a part of its memory."""

import subprocess
import sys

import pytest
from py3langid import langid

from claims.reading.language_detector import LanguageDetector

TEXTS = (
    "Der Bürgermeister sagte am Montag, die Brücke sei sicher und werde im Mai geöffnet.",
    "El alcalde dijo el lunes que el puente es seguro y que no se cerrará en mayo.",
    "قال رئيس البلدية يوم الثلاثاء إن عقد الميناء سيخضع لمراجعة كاملة",
    "Мэр заявил во вторник, что договор о порте будет полностью пересмотрен.",
    "市长星期二表示,港口合同将接受全面审查。",
    "The mayor said on Monday that the bridge is safe.",
    "",
)


def test_a_text_is_in_the_language_that_the_library_finds() -> None:
    detector = LanguageDetector()
    assert [detector.code(text) for text in TEXTS] == [langid.classify(text)[0] for text in TEXTS]


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_one_foreign_text_takes_less_than_half_of_what_the_tables_are() -> None:
    measured = (
        "import re, sys\n"
        "from pathlib import Path\n"
        "from claims.reading import foreign_language\n"
        "def taken():\n"
        "    return int(re.search(r'Pss: *(\\d+)', Path('/proc/self/smaps_rollup').read_text())[1]) / 1024\n"
        "import numpy\n"
        "foreign_language('It was said that the bridge is safe.')\n"
        "before = taken()\n"
        "assert foreign_language(sys.argv[1]) == 'Arabic'\n"
        "print(taken() - before)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", measured, TEXTS[2] * 50], check=True, capture_output=True, text=True
    )
    assert float(run.stdout) < 40
