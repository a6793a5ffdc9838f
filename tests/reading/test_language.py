"""English is known for sure; other languages by their names."""

import gc
import weakref

import pytest

from claims.reading import foreign_language, language
from claims.reading.language_detector import LanguageDetector


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Der Bürgermeister sagte am Montag, die Brücke sei sicher und werde im Mai geöffnet, doch niemand weiß, "
            "was sie kostet und wer sie bezahlt.",
            "German",
        ),
        (
            "El alcalde dijo el lunes que el puente es seguro y que no se cerrará en mayo, pero nadie sabe cuánto "
            "costó ni quién lo pagó al final.",
            "Spanish",
        ),
        ("قال رئيس البلدية يوم الثلاثاء إن عقد الميناء سيخضع لمراجعة كاملة", "Arabic"),
        (
            "The mayor said on Monday that the bridge is safe and would be opened in May, but nobody knows what it "
            "cost or who paid for it.",
            None,
        ),
        ("Anna Keller, Bob Ames, Carl Dorn", None),
        ("", None),
    ],
)
def test_a_text_in_another_language_is_named(text: str, language: str | None) -> None:
    assert foreign_language(text) == language


def test_the_detector_is_forgotten_when_no_text_needs_it_and_comes_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(language, "_IDLE", 0.0)
    arabic = "قال رئيس البلدية يوم الثلاثاء إن عقد الميناء سيخضع لمراجعة كاملة"
    english = "The mayor said on Monday that the bridge is safe and would be opened in May, but nobody knows what it cost."
    assert foreign_language(arabic) == "Arabic"
    detectors = weakref.WeakSet(loaded for loaded in gc.get_objects() if isinstance(loaded, LanguageDetector))
    assert detectors
    assert foreign_language(english) is None
    gc.collect()
    assert not detectors
    assert foreign_language(arabic) == "Arabic"
