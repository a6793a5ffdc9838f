"""Which language a text is in: English for sure by its small words, else by a detector."""

import re
from time import monotonic
from typing import TYPE_CHECKING, Final

from claims.lexicons import word_set

if TYPE_CHECKING:
    from claims.reading.language_detector import LanguageDetector

_WORD = re.compile(r"[^\W\d_]+")
_SMALL_WORDS: Final = word_set("function_words.stop")
_ENGLISH: Final = 0.2
"""Share of small words beyond which a text is English; in German, Dutch or French it stays well below that."""
_FEWEST_WORDS: Final = 20
"""Of fewer words no detector knows the language."""
_AS_FAR: Final = 20_000  # characters; an article is in one language
_IDLE: Final = 5.0
"""Seconds after which the detector is forgotten: where one text in thirty or so needs it, it stays."""
_NAMES: Final = {
    "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech", "da": "Danish",
    "de": "German", "el": "Greek", "es": "Spanish", "et": "Estonian", "eu": "Basque", "fa": "Persian",
    "fi": "Finnish", "fr": "French", "gl": "Galician", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian",
    "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean",
    "lt": "Lithuanian", "lv": "Latvian", "ms": "Malay", "nl": "Dutch", "no": "Norwegian", "nb": "Norwegian",
    "nn": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "sk": "Slovak", "sl": "Slovenian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "th": "Thai",
    "af": "Afrikaans", "am": "Amharic", "az": "Azerbaijani", "be": "Belarusian", "bs": "Bosnian", "cy": "Welsh",
    "ga": "Irish", "ha": "Hausa", "hy": "Armenian", "ig": "Igbo", "is": "Icelandic", "ka": "Georgian", "kk": "Kazakh",
    "km": "Khmer", "ku": "Kurdish", "ky": "Kyrgyz", "lb": "Luxembourgish", "lo": "Lao", "mk": "Macedonian",
    "ml": "Malayalam", "mn": "Mongolian", "mr": "Marathi", "mt": "Maltese", "ne": "Nepali", "pa": "Punjabi",
    "pcm": "Nigerian Pidgin", "ps": "Pashto", "rw": "Kinyarwanda", "si": "Sinhala", "so": "Somali", "sq": "Albanian",
    "ta": "Tamil", "te": "Telugu", "tl": "Tagalog", "uz": "Uzbek", "xh": "Xhosa", "yo": "Yoruba", "zu": "Zulu",
    "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def foreign_language(text: str) -> str | None:
    """The name of the language that a text is in, "German", if that is surely not English; else None.

    A text of fewer than 20 words may be in any language, also where it is but names; letters that English does not
    have are another language's in any number.
    """
    words = [word.lower() for word in _WORD.findall(text[:_AS_FAR])]
    if not words:
        return None
    latin = sum(word[0] < "\u0250" for word in words) / len(words)
    if latin > 0.5 and (len(words) < _FEWEST_WORDS or _share_of_small(words) > _ENGLISH):
        _detector.let_go()
        return None
    code = _detector.code(text[:_AS_FAR])
    if code == "en":
        return None
    return _NAMES.get(code, f"another language ({code})")


class _Detector:
    """The detector of languages, which takes a third of a second to load, and 25 MB: it is kept while it has work."""

    def __init__(self) -> None:
        self._loaded: LanguageDetector | None = None
        self._used = 0.0

    def code(self, text: str) -> str:
        """The ISO 639 code of the language that a text is most likely in."""
        from claims.reading.language_detector import LanguageDetector  # noqa: PLC0415

        self._loaded = self._loaded or LanguageDetector()
        self._used = monotonic()
        return self._loaded.code(text)

    def let_go(self) -> None:
        """Forget the detector where no text has needed it for a while."""
        if monotonic() > self._used + _IDLE:
            self._loaded = None


_detector: Final = _Detector()


def _share_of_small(words: list[str]) -> float:
    return sum(word in _SMALL_WORDS for word in words) / len(words)
