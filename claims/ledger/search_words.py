"""What a person typed to search for, as words and quoted phrases."""

import re
from typing import Final

_PHRASE_OR_WORD: Final = re.compile(r'"([^"]*)"|([^\s"]+)')
_DOUBLE_QUOTES: Final = str.maketrans(dict.fromkeys("“”„‟«»＂", '"') | {"\0": " "})


def words_and_phrases(text: str) -> list[str]:
    """The words of ``text``, and what stands between quotation marks, each once; a mark that nothing closes is none."""
    found = _PHRASE_OR_WORD.findall(text.translate(_DOUBLE_QUOTES))
    return list(dict.fromkeys(phrase or word for phrase, word in found))
