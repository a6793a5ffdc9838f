"""What comes with an e-mail message: documents are articles of their own, all else is named; nothing is read twice."""

from collections.abc import Callable
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.reading import Remark, Unread, may_hold_several, noting, read_all
from claims.records import Article, Origin
from tests.reading.article_files import WRITERS, Units, docx, odt, pdf_article, rtf, text, workbook, zipped

RELEASE: Units = [
    ("title", "Quay to be reviewed"),
    (
        "paragraph",
        "The mayor of Norhaven said on Tuesday that the harbour contract would be reviewed in full, after all.",
    ),
    (
        "paragraph",
        "“We have nothing to hide,” Ilse Brandt told reporters outside the town hall of the old port.",
    ),
]
FERRY: Units = [
    ("title", "Night ferry to stop"),
    (
        "paragraph",
        "MAROVIC, March 3, 2025 (Wirefeed) — The night ferry to the islands will stop in October, its owner announced.",
    ),
]
NOTE = "Dear all, please find our release attached.\n"
Found = Article | Unread


def letter(body: str = NOTE, **files: bytes) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Harbour Press Office <press@harbour.example>"
    message["Subject"] = "Press release: the quay"
    message["Date"] = "Mon, 04 May 2026 10:15:00 +0200"
    message["Message-ID"] = "<1@harbour.example>"
    message.set_content(body)
    for name, data in files.items():
        attach(message, name.replace("__", "."), data)
    return message


def attach(message: EmailMessage, name: str, data: bytes) -> None:
    message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)


def found_in(
    message: EmailMessage | bytes, folder: Path, name: str = "a.eml"
) -> tuple[list[Found], list[Remark]]:
    (folder / name).write_bytes(message if isinstance(message, bytes) else message.as_bytes())
    said: list[Remark] = []
    with noting(said.append):
        return list(read_all(folder / name, root=folder)), said


def keys(found: list[Found]) -> list[str]:
    return [each.key if isinstance(each, Article) else each.status for each in found]


MAKERS: dict[str, Callable[[Units], bytes]] = {
    "release.pdf": pdf_article,
    "release.docx": docx,
    "release.odt": odt,
    "release.rtf": rtf,
    "release.txt": lambda units: text(units).encode(),
    "release.html": WRITERS["a.html"],
    "release.bin": docx,  # by its content
}


@pytest.mark.parametrize("name", MAKERS)
def test_a_document_is_an_article_with_the_day_and_the_sender_of_its_message(
    name: str, tmp_path: Path
) -> None:
    message = letter()
    attach(message, name, MAKERS[name](RELEASE))
    (own, release), said = found_in(message, tmp_path)
    assert isinstance(own, Article)
    assert own.key == "a.eml"
    assert isinstance(release, Article)
    assert release.key == f"a.eml#{name}"
    assert "“We have nothing to hide,” Ilse Brandt told reporters" in " ".join(release.text.split())
    assert (release.title, release.outlet) == ("Quay to be reviewed", "Harbour Press Office")
    assert release.published == date(2026, 5, 4)
    assert Origin("outlet", "the message that it came with", "low") in release.origins
    assert not said


def test_what_a_document_says_of_itself_counts_more_than_its_message(tmp_path: Path) -> None:
    (_, ferry), _ = found_in(letter(ferry__docx=docx(FERRY)), tmp_path)
    assert isinstance(ferry, Article)
    assert (ferry.outlet, ferry.published) == ("Wirefeed", date(2025, 3, 3))


def test_the_same_release_in_the_message_and_beside_it_is_one_article(tmp_path: Path) -> None:
    message = letter(text(RELEASE), release__docx=docx(RELEASE), release__pdf=pdf_article(FERRY))
    attach(message, "again.odt", odt(FERRY))
    found, _ = found_in(message, tmp_path)
    assert keys(found) == ["a.eml", "skipped", "a.eml#release.pdf", "skipped"]
    assert [each.problem.partition(": ")[2] for each in found if isinstance(each, Unread)] == [
        "says what the message, or another file with it, says"
    ] * 2


def test_what_is_no_article_is_named_in_one_line(tmp_path: Path) -> None:
    message = letter(
        logo__png=b"\x89PNG\r\n", invite__ics=b"BEGIN:VCALENDAR", files__zip=zipped({"a.txt": b"x"})
    )
    attach(message, "old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    found, said = found_in(message, tmp_path)
    assert keys(found) == ["a.eml"]
    (remark,) = said
    assert remark.kind == "attachments"
    assert remark.words == (
        "not read: logo.png (a picture), invite.ics, files.zip (an archive; unpack it), "
        "old.doc (an old Word file; save it as .docx), which came with it"
    )


def test_pictures_of_a_message_s_page_are_no_files(tmp_path: Path) -> None:
    message = letter()
    message.add_alternative("<p>Dear all</p><img src='cid:logo'>", subtype="html")
    message.get_payload()[1].add_related(b"\x89PNG", "image", "png", cid="<logo>", filename="logo.png")  # type: ignore[union-attr,index]
    assert found_in(message, tmp_path)[1] == []


def test_a_damaged_document_does_not_hide_the_message_nor_the_next_one(tmp_path: Path) -> None:
    found, _ = found_in(letter(broken__pdf=b"%PDF-1.4 x", whole__docx=docx(RELEASE)), tmp_path)
    assert keys(found) == ["a.eml", "failed", "a.eml#whole.docx"]
    assert isinstance(found[1], Unread)
    assert "a.eml#broken.pdf: damaged" in found[1].problem


def test_a_message_without_words_gives_its_documents(tmp_path: Path) -> None:
    found, _ = found_in(letter("\n", release__docx=docx(RELEASE)), tmp_path)
    assert keys(found) == ["skipped", "a.eml#release.docx"]


def test_a_message_in_a_message_is_its_sender_s(tmp_path: Path) -> None:
    inner = letter(text(RELEASE), ferry__pdf=pdf_article(FERRY))
    inner.replace_header("From", "Bridge Board <b@board.example>")
    inner.replace_header("Date", "Sun, 03 May 2026 10:15:00 +0200")
    outer = letter("See what they sent.\n")
    outer.add_attachment(inner)
    found, _ = found_in(outer, tmp_path)
    assert keys(found) == ["a.eml", "a.eml#part 2.eml", "a.eml#part 2.eml#ferry.pdf"]
    assert isinstance(found[1], Article)
    assert (found[1].outlet, found[1].published) == ("Bridge Board", date(2026, 5, 3))


def test_messages_in_one_another_without_end_are_given_up(tmp_path: Path) -> None:
    message = letter(text(RELEASE))
    for number in range(40):
        outer = letter(f"Number {number} passes on number {number - 1} of the whole chain of messages.\n")
        outer.add_attachment(message)
        message = outer
    found, _ = found_in(message, tmp_path)
    assert 1 < len(found) < 10


def test_documents_of_a_mailbox_and_of_a_zip_file(tmp_path: Path) -> None:
    message = letter(release__docx=docx(RELEASE)).as_bytes()
    box = (b"From a@b.example Mon May  4 10:15:00 2026\n" + message + b"\n") * 2
    assert keys(found_in(box, tmp_path, "a.mbox")[0]) == [
        "a.mbox#1", "a.mbox#1#release.docx", "a.mbox#2", "a.mbox#2#release.docx",
    ]  # fmt: skip
    assert keys(found_in(zipped({"in/a.eml": message}), tmp_path, "a.zip")[0]) == [
        "a.zip#in/a.eml", "a.zip#in/a.eml#release.docx",
    ]  # fmt: skip


def test_a_table_that_came_with_a_message_gives_its_rows(tmp_path: Path) -> None:
    found, _ = found_in(letter(articles__xlsx=workbook(RELEASE)), tmp_path)
    assert keys(found) == ["a.eml", "https://courier.example/town/quay"]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\a\\release.txt", "release.txt"),
        ("a\u202etxt.exe.txt", "a txt.exe.txt"),
        ("x" * 300 + ".txt", "x" * 96 + ".txt"),
        ("a#b.txt", "a b.txt"),
    ],
)
def test_a_name_is_no_path(given: str, kept: str, tmp_path: Path) -> None:
    message = letter()
    attach(message, given, text(RELEASE).encode())
    found, _ = found_in(message, tmp_path)
    assert keys(found) == ["a.eml", f"a.eml#{kept}"]
    assert [path.name for path in tmp_path.rglob("*")] == ["a.eml"]


def test_two_files_of_one_name_are_two(tmp_path: Path) -> None:
    message = letter()
    attach(message, "release.txt", text(RELEASE).encode())
    attach(message, "release.txt", text(FERRY).encode())
    assert keys(found_in(message, tmp_path)[0]) == ["a.eml", "a.eml#release.txt", "a.eml#release (2).txt"]


@pytest.mark.parametrize("name", ["saved.txt", "saved", "saved.text"])
def test_a_message_is_known_by_its_headers(name: str, tmp_path: Path) -> None:
    found, _ = found_in(letter(release__docx=docx(RELEASE)), tmp_path, name)
    assert keys(found) == [name, f"{name}#release.docx"]
    assert may_hold_several(tmp_path / name)


def test_only_a_message_with_files_may_hold_several(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(letter(text(RELEASE)).as_bytes())
    assert not may_hold_several(tmp_path / "a.eml")


def test_a_letter_that_somebody_wrote_by_hand_is_a_text(tmp_path: Path) -> None:
    words = (
        b"From: the mayor\nTo: the press\nSubject: the quay\n\n\xe2\x80\x9cNo,\xe2\x80\x9d the mayor said."
    )
    (found,), _ = found_in(words, tmp_path, "a.txt")
    assert isinstance(found, Article)
    assert found.text.startswith("From: the mayor")


def test_words_that_a_file_cut_off_are_read(tmp_path: Path) -> None:
    message = letter(text(RELEASE), ferry__pdf=pdf_article(FERRY))
    rest = EmailMessage()
    rest.set_content("Engineer Tomas Auden said that the steel would last for sixty years.\n")
    message.attach(rest)
    found, _ = found_in(message, tmp_path)
    assert isinstance(found[0], Article)
    assert "Tomas Auden" in found[0].text
    assert keys(found) == ["a.eml", "a.eml#ferry.pdf"]


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.text(max_size=30), st.sampled_from(sorted(WRITERS)), st.integers(0, 200)), max_size=4
    )
)
def test_any_files_with_a_message_are_articles_or_named(
    tmp_path: Path, files: list[tuple[str, str, int]]
) -> None:
    message = letter()
    for number, (name, kind, cut) in enumerate(files):
        data = WRITERS[kind]([("paragraph", f"Number {number} of the articles says “no” to it."), *RELEASE])
        attach(
            message, "".join(c for c in name if c.isprintable()) + Path(kind).suffix, data[: len(data) - cut]
        )
    found, said = found_in(message, tmp_path)
    told = [each.path or each.key if isinstance(each, Article) else each.name for each in found]
    assert len(told) + sum("not read" in each.words for each in said) >= 1 + bool(files)
    assert all("a.eml" in each for each in told)
