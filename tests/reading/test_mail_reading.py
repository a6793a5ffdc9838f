"""E-mail: a message's own words, without what it answers and its signature."""

from datetime import date
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


HEADERS = "From: Harbour Board <press@board.example>\nDate: Sun, May 3, 2026 at 10:00 AM\nSubject: Bridge is safe\nTo: <desk@gazette.example>\n\n"
PASSED_ON = [
    f"Can you take this by noon? Jo\n\n---------- Forwarded message ---------\n{HEADERS}{OWN}\n",
    f"---------- Forwarded message ---------\n{HEADERS}{OWN}\n",
    f"See below.\n\nJo\n\n________________________________\n{HEADERS}{OWN}\n",
    "Begin forwarded message:\n\n" + "".join(f"> {line}\n" for line in f"{HEADERS}{OWN}".split("\n")),
]


@pytest.mark.parametrize("body", PASSED_ON)
def test_what_was_passed_on_is_read_as_its_first_sender_s(body: str) -> None:
    parsed = mail.read(made(body, sender="Jo Berg <jo@gazette.example>", subject="Fwd: Bridge"), "a.eml")
    assert (parsed.text.strip(), parsed.outlet) == (OWN, "Harbour Board")
    assert (parsed.title, parsed.published) == ("Bridge is safe", date(2026, 5, 3))


def test_a_reply_does_not_pass_on_what_it_answers() -> None:
    body = f"{OWN}\n\n---------- Original message ---------\n{HEADERS}Is it safe? Bob Ames said so.\n"
    parsed = mail.read(made(body, subject="Re: Bridge"), "a.eml")
    assert (parsed.text.strip(), parsed.outlet) == (OWN, "Press")


FEET = [
    "Kind regards,\nMona Dahl\nPress officer | Harbour Board\nT: 555 0199",
    "This e-mail is confidential. The Harbour Board said that it answers for no virus.",
    "Please consider the environment before printing this.",
    "Unsubscribe | Update your preferences",
    "You are receiving this email because Anna Keller said that you asked for it.",
]


@pytest.mark.parametrize("foot", FEET)
def test_what_programs_and_lawyers_add_is_left_out(foot: str) -> None:
    assert mail.read(made(f"{OWN}\n\n{foot}\n"), "a.eml").text.strip() == OWN


def test_a_thank_you_in_the_middle_ends_nothing() -> None:
    body = f"{OWN}\n\nThank you.\n\n“It was inspected twice, and both times it held more than it must,” Keller said.\n"
    assert "inspected twice" in mail.read(made(body), "a.eml").text


def marked_up(markup: str, subject: str) -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "Jo Berg <jo@gazette.example>", subject
    message["Date"] = "Mon, 04 May 2026 10:15:00 +0200"
    message.set_content(markup, subtype="html")
    return message.as_bytes()


STORY = "<p>The harbour board opened the bridge on Sunday.</p><p>“The bridge is safe,” Anna Keller said after two inspections.</p>"
ANSWERED = "<div class='gmail_quote'><div class='gmail_attr'>On Sun, May 3, 2026 Bob Ames wrote:</div><blockquote class='gmail_quote'><p>Mayor Sol said that the bridge was falling down, and that nobody should cross it.</p></blockquote></div>"
FIRST = "<div class='gmail_attr'>---------- Forwarded message ---------<br>From: <b>Harbour Board</b> &lt;press@board.example&gt;<br>Date: Sun, May 3, 2026 at 10:00 AM<br>Subject: Bridge<br>To: &lt;desk@gazette.example&gt;<br></div>"


def test_markup_of_what_is_answered_and_signatures_are_left_out() -> None:
    signature = "<div class='gmail_signature'>Jo Berg said hello to the world.</div>"
    text = mail.read(marked_up(f"<div>{STORY}{signature}</div>{ANSWERED}", "Re: Bridge"), "a.eml").text
    assert "Anna Keller said" in text
    assert "Mayor Sol" not in text
    assert "hello" not in text


def test_markup_that_was_passed_on_is_its_first_sender_s() -> None:
    page = f"<div>Can you take this? Mayor Sol said yes.</div><div class='gmail_quote'>{FIRST}<div>{STORY}</div></div>"
    parsed = mail.read(marked_up(page, "Fwd: Bridge"), "a.eml")
    assert "Anna Keller said" in parsed.text
    assert "Mayor Sol" not in parsed.text
    assert "Forwarded" not in parsed.text
    assert (parsed.outlet, parsed.published) == ("Harbour Board", date(2026, 5, 3))
