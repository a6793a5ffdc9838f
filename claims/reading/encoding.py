"""Bytes to text: UTF-8 and UTF-16 for certain, other encodings by a guess that the user is told of."""

import codecs
import re
from typing import Final

from claims.errors import ClaimsError
from claims.reading.remarks import remark
from claims.reading.repairs import without_mojibake

_BOMS: Final = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
_DECLARED_WITHIN = 4096  # bytes; browsers look at the first 1024
_BROADER: Final = {"ascii": "cp1252", "iso8859-1": "cp1252", "gb2312": "gb18030", "shift_jis": "cp932"}
"""What browsers take a declared encoding for (WHATWG Encoding Standard): one that holds more characters."""

_DEFAULTS: Final = frozenset({"ascii", "iso8859-1", "cp1252"})
"""What servers name for every page, whatever it is in."""

_DAMAGED: Final = 0.002
"""Share of a text's characters that may be damaged where the rest of it is surely text."""
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_NOT_WESTERN = re.compile(
    r"[^\W\d_][^\w\s\x00-\x7f’‘–—…·«»“”-][^\W\d_]|[a-z][À-ÖØ-ÞŠŽŸ]|[ÃÂâ][\x80-\xbf€™œž“”]"
)
"""Signs of another encoding read as windows-1252: a symbol or a capital inside a word, two-byte debris."""
_EASTERN = re.compile(
    "Polish|Czech|Slovak|Hungarian|Romanian|Croatian|Slovene|Turkish|Lithuanian|Latvian|Estonian|Vietnamese"
)
"""Languages in Latin letters that windows-1252 cannot write, by charset-normalizer's names."""


def decode(data: bytes, name: str) -> str:
    """The text of a plain-text file, without a byte order mark; line ends and all else are kept.

    ``name`` is the file's, for messages. What is neither UTF-8 nor UTF-16 with a byte order mark is guessed,
    and text that was garbled before is mended, and remarked (:mod:`claims.reading.remarks`). Raises ClaimsError for an
    empty file, one that holds binary data and one whose encoding cannot be told.
    """
    text = _unicode(data)
    return _checked(_guessed(data, name) if text is None else text, name)


def decode_page(data: bytes, name: str) -> str:
    """The same for a web page, where the encoding that the page declares comes before a guess.

    Bytes that are valid UTF-8 are UTF-8 whatever the page says: other encodings hardly ever give such bytes.
    """
    text = _unicode(data)
    if text is None:
        text = _declared(data)
    return _checked(_guessed(data, name) if text is None else text, name)


def in_utf8(data: bytes, charset: str) -> bytes:
    """Bytes in the encoding that a server names for them, in UTF-8; as they are where that cannot be right.

    Unicode's own signs go before: a byte order mark, and valid UTF-8 that is said to be western European.
    """
    encoding = _encoding(charset)
    if encoding is None or data.startswith(tuple(_BOMS)):
        return data
    if encoding in _DEFAULTS and _unicode(data) is not None:
        return data
    text = _decoded(data, encoding)
    return data if text is None else text.encode("utf-8", "surrogatepass")


def _unicode(data: bytes) -> str | None:
    encoding, skipped = next(
        ((e, len(bom)) for bom, e in _BOMS.items() if data.startswith(bom)), ("utf-8", 0)
    )
    try:
        return data[skipped:].decode(encoding)
    except UnicodeDecodeError:
        return None


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    encoding = _encoding(found.group(1).decode("ascii", "ignore")) if found else None
    return _decoded(data, encoding) if encoding else None


def _encoding(named: str) -> str | None:
    """Python's name of an encoding that holds characters; None where it knows none of this name."""
    try:
        return codecs.lookup(named).name
    except (LookupError, UnicodeError, ValueError):
        return None


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(_BROADER.get(encoding, encoding))
    except (
        LookupError,
        UnicodeError,
    ):  # LookupError: base64, rot13 and the like are codecs, but no encodings
        return None


def _guessed(data: bytes, name: str) -> str:
    if b"\0" in data:
        raise _binary(name)
    text = _damaged_utf8(data)
    if text is not None:
        return _with_damage(text, name)
    from charset_normalizer import from_bytes  # noqa: PLC0415 - hardly a file needs it

    best = from_bytes(data).best()
    western = _western(data)
    if western is not None and (best is None or not _EASTERN.fullmatch(best.language)):
        remark("encoding", name, "not UTF-8, read as windows-1252")
        return western
    if best is None or best.chaos > 0.1 or best.coherence < 0.3:
        if (text := data.decode("utf-8", "replace")).count("\ufffd") <= _DAMAGED * len(text):
            return _with_damage(text, name)
        raise ClaimsError(f"{name}: the text's encoding cannot be told; save the file as UTF-8")
    remark("encoding", name, f"not UTF-8, read as {best.encoding.replace('_', '-')}")
    return str(best)


def _damaged_utf8(data: bytes) -> str | None:
    """The text, if it is UTF-8 but for some bytes: at least a valid sequence for each that is none.

    Bytes of other encodings are hardly ever such a sequence.
    """
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    return text if len(text) - len(text.encode("ascii", "ignore")) >= 2 * lost else None


def _with_damage(text: str, name: str) -> str:
    lost = text.count("\ufffd")
    remark("encoding", name, f"UTF-8 with {lost} damaged character{'s' * (lost > 1)}")
    return text


def _western(data: bytes) -> str | None:
    """The text read as windows-1252, if that looks like a language of western Europe.

    charset-normalizer cannot tell the encodings of Latin letters apart by a few of them, and an English
    article has but a few: a quotation mark, a name's accent.
    """
    if len(data.decode("ascii", "ignore")) < 0.8 * len(data):
        return None
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    return None if _NOT_WESTERN.search(text) else text


def _checked(text: str, name: str) -> str:
    text = without_mojibake(text, name)
    if 0 < text.count("\0") <= _DAMAGED * len(text):
        text = _with_damage(text.replace("\0", "\ufffd"), name)
    if not text.strip():
        raise ClaimsError(f"{name}: the file is empty; give a file with an article's text")
    if "\0" in text or len(_CONTROL.findall(text)) > 0.01 * len(text):
        raise _binary(name)
    return text


def _binary(name: str) -> ClaimsError:
    return ClaimsError(f"{name}: holds binary data, not text; save the article as plain text in UTF-8")
