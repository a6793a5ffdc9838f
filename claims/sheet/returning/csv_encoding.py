"""The text of a CSV file, in Unicode or, where nothing speaks against it, in an encoding of old programs."""

import re
from typing import Final

_BOMS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_LEGACY: Final = ("cp1252", "cp1251", "mac_roman")
"""What Excel saves CSV in: for western Europe and for Cyrillic letters on Windows, and on a Mac."""
_WRONG: Final = re.compile(
    # a symbol inside a word, a capital after a small letter, a word that is Latin and Cyrillic at once
    r"[^\W\d_][^\w\s\x00-\x7f’‘–—…·«»“”-][^\W\d_]|[a-zß-öø-ÿ][À-ÖØ-ÞŠŽŸ]|[À-ÖØ-ÞŠŽŸß-öø-ÿ][A-Z]|[а-яё][А-ЯЁ]|"
    r"[A-Za-zÀ-ÖØ-öø-ÿ][Ѐ-ӿ]|[Ѐ-ӿ][A-Za-zÀ-ÖØ-öø-ÿ]|"
    # letters of Icelandic, and of Italian at the end of a word, are those of Turkish, Czech and Romanian elsewhere; no
    # language of western Europe has three such letters side by side
    r"[ðþýÐÞÝ]|ì[^\W\d_]|[À-ÖØ-öø-ÿŠšŽžŸœŒ]{3}|[\x80-\x9f¤¦¨¬¯³´¸¹¼½¾†‡ˆ‰˜]"
)
"""Signs that a text was read in another encoding than its own."""


def decoded(data: bytes) -> str | None:
    """The text of these bytes, without a byte order mark; None where its encoding cannot be told."""
    try:
        return data.decode(next((name for mark, name in _BOMS if data.startswith(mark)), "utf-8"))
    except UnicodeDecodeError:
        pass
    for encoding in _LEGACY:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _WRONG.search(text):
            return text
    return None
