"""Bytes to text."""

import codecs
import contextlib
import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import ClaimsError
from claims.reading.encoding import decode, decode_page

ENGLISH = (
    "The mayor of Norhaven said on Tuesday that the harbour contract would be reviewed. “We’ve nothing to hide,” "
    "Ilse Brandt told reporters – a café in the old town served as the press room – and left. "
)
ONE_APOSTROPHE = (
    "The council of Norhaven met on Tuesday and decided that the bridge won’t be closed, the mayor said. "
    "Residents had asked for a later date. "
)
FRENCH = (
    "Le maire de Villeneuve-sur-Orge a déclaré mardi que le marché du port serait « entièrement réexaminé ». « Nous "
    "n’avons rien à cacher », a dit Hélène Garçon à la presse, après une réunion à l’hôtel de ville. "
)
SPANISH = (
    "El alcalde de Peñalta dijo el martes que el contrato del puerto será revisado por completo. «No tenemos nada "
    "que ocultar», afirmó Íñigo Muñoz ante la prensa. La oposición exigió explicaciones. "
)
ARABIC = (
    "قال رئيس بلدية النهر يوم الثلاثاء إن عقد الميناء سيخضع لمراجعة كاملة. وأضاف في تصريح صحفي أن البلدية ليس لديها "
    "ما تخفيه، مشيرا إلى أن نتائج التحقيق ستعلن الأسبوع المقبل. "
)
RUSSIAN = (
    'Мэр Речногорска заявил во вторник, что договор о порте будет полностью пересмотрен. "Нам нечего скрывать", '
    "сказал Иван Петров журналистам. Оппозиция потребовала созыва городского совета. "
)
POLISH = (
    "Burmistrz Dębówki powiedział we wtorek, że umowa dotycząca portu zostanie w całości sprawdzona. „Nie mamy nic "
    "do ukrycia”, oświadczyła Żaneta Święcicka. Opozycja żąda wyjaśnień. "
)


@pytest.mark.parametrize("times", [1, 12])
@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "windows-1252"),
        (ONE_APOSTROPHE, "windows-1252"),
        (FRENCH, "windows-1252"),
        (SPANISH, "windows-1252"),
        (FRENCH.replace("’", "'"), "latin-1"),
        (ARABIC, "cp1256"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp1251"),
        (POLISH, "cp1250"),
    ],
)
def test_other_encodings_are_read_and_told_in_one_line(
    text: str, encoding: str, times: int, caplog: pytest.LogCaptureFixture
) -> None:
    whole = "\r\n".join([text] * times)
    assert decode(whole.encode(encoding), "old.txt") == whole
    [record] = caplog.records
    assert (record.name, record.levelno) == ("claims", logging.WARNING)
    assert record.getMessage().startswith("old.txt: not UTF-8, read as ")
    assert "\n" not in record.getMessage()


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\r\t")).filter(str.strip),
    st.sampled_from(
        [
            ("utf-8", b""),
            ("utf-8", codecs.BOM_UTF8),
            ("utf-16-le", codecs.BOM_UTF16_LE),
            ("utf-16-be", codecs.BOM_UTF16_BE),
        ]
    ),
)
def test_unicode_comes_back_as_it_was(text: str, encoding: tuple[str, bytes]) -> None:
    name, mark = encoding
    if not mark and text.startswith("\ufeff"):
        text = "a" + text
    assert decode(mark + text.encode(name), "a.txt") == text


def test_utf8_with_one_damaged_byte_is_read_with_a_warning(caplog: pytest.LogCaptureFixture) -> None:
    data = (FRENCH * 3).encode() + b"fin\xe9 "
    assert decode(data, "cut.txt") == FRENCH * 3 + "fin\ufffd "
    assert "1 damaged" in caplog.text


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (codecs.BOM_UTF8, "empty"),
        ("\ufeff \n".encode("utf-16-le"), "empty"),
        (b"%PDF-1.7\x00\x01\x02 some words", "binary"),
        (bytes(range(1, 32)) * 4 + b"some words", "binary"),
        (ENGLISH.encode("utf-16-le"), "binary"),
        (bytes(range(128, 256)) * 3, "encoding cannot be told"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes, problem: str) -> None:
    with pytest.raises(ClaimsError, match=problem) as refusal:
        decode(data, "odd.txt")
    assert str(refusal.value).startswith("odd.txt: ")
    assert "\n" not in str(refusal.value)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for function in (decode, decode_page):
        with contextlib.suppress(ClaimsError):
            assert function(data, "any.txt").strip()


@pytest.mark.parametrize(
    ("declaration", "encoding"),
    [
        ('<meta charset="iso-8859-2">', "iso8859-2"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1250">', "cp1250"),
        ('<?xml version="1.0" encoding="ISO-8859-2"?>', "iso8859-2"),
        ('<meta charset="iso-8859-2">', "utf-8"),
        ('<meta charset="no-such-encoding">', "cp1250"),
    ],
)
def test_a_page_says_its_encoding(declaration: str, encoding: str) -> None:
    page = f"{declaration}<p>{POLISH.replace('„', '').replace('”', '')}</p>"
    assert decode_page(page.encode(encoding), "page.html") == page


@pytest.mark.parametrize(
    "around",
    [
        "The café by the quay stays open, she said.",
        "“We have nothing to hide,” she said.",
        "The quay stays open, she said. " * 12,
    ],
)
@pytest.mark.parametrize("wrong", [b"\x81", b"\xc3", b"\0"])
def test_a_wrong_byte_costs_one_character_and_not_the_text(around: str, wrong: bytes) -> None:
    long = "The mayor told the council that nobody had asked for the figures of last year. " * 6
    text = decode(f"{around}\n".encode() + wrong + long.encode(), "a.txt")
    assert (text[: len(around) + 1], text[len(around) + 2 :]) == (f"{around}\n", long)
