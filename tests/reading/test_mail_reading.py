"""E-mail: a message's own words, without what it answers and its signature."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from claims.errors import ClaimsError
from claims.reading import mail, read_all
from claims.records import Article

OWN = "“The bridge is safe,” Anna Keller said on Monday.\n\nShe gave no date."


def made(body: str, **headers: str) -> bytes:
    message = EmailMessage()
    message["From"] = headers.get("sender", "Press <press@harbour.example>")
    message["Subject"] = headers.get("subject", "Bridge is safe")
    message["Date"] = headers.get("date", "Mon, 04 May 2026 10:15:00 +0200")
    message.set_content(body)
    return message.as_bytes()


@pytest.mark.parametrize(
    "below",
    [
        "\n\n-- \nPress office\n",
        "\n\nOn Mon, May 4, 2026 at 10:00 AM Bob Ames <bob@a.example> wrote:\n> Is it safe?\n> Bob said so.\n",
        "\n\n-----Original Message-----\nFrom: Bob\nIs it safe?\n",
        "\n\nFrom: Bob Ames\nSent: Monday\nIs it safe?\n",
        "\n\n> Is it safe?\n",
    ],
)
def test_history_and_signature_are_left_out(below: str) -> None:
    assert mail.read(made(OWN + below), "a.eml").text.strip() == OWN


def test_a_message_that_is_all_forwarded_is_kept() -> None:
    assert "is safe" in mail.read(made("> “The bridge is safe,” Anna Keller said.\n"), "a.eml").text


@pytest.mark.parametrize(
    ("subject", "title"),
    [("Re: Fwd: Bridge is safe", "Bridge is safe"), ("=?utf-8?q?Br=C3=BCcke?=", "Brücke")],
)
def test_the_subject_is_the_title(subject: str, title: str) -> None:
    assert mail.read(made(OWN, subject=subject), "a.eml").title == title


def test_a_sender_or_a_date_that_is_none_is_left_open() -> None:
    parsed = mail.read(
        made(OWN).replace(b"Press <press@harbour.example>", b"@@").replace(b"Mon, 04", b"Yesterday"), "a.eml"
    )
    assert (parsed.outlet, parsed.published) == (None, None)


def test_a_mailbox_gives_each_message_and_names_the_bad_one(tmp_path: Path) -> None:
    messages = [made(OWN, subject="One"), b"No headers at all\n", made(OWN, subject="Two")]
    box = b"".join(b"From x@y.example Mon May  4 10:15:00 2026\n" + each + b"\n" for each in messages)
    (tmp_path / "a.mbox").write_bytes(box)
    found = list(read_all(tmp_path / "a.mbox"))
    assert [each.title if isinstance(each, Article) else each.status for each in found] == [
        "One",
        "failed",
        "Two",
    ]
    assert [each.path for each in found if isinstance(each, Article)] == [
        f"{tmp_path}/a.mbox#1",
        f"{tmp_path}/a.mbox#3",
    ]


def test_what_is_no_message_is_refused() -> None:
    with pytest.raises(ClaimsError, match=r"^a\.eml: no e-mail message; "):
        mail.read(b"Just words.", "a.eml")
