"""Subtitles: turns with their speakers, without times, sounds and what rolling captions show again."""

import pytest

from claims.errors import ClaimsError
from claims.reading.subtitles import read


def turns(text: str) -> list[str]:
    parsed = read(text.encode(), "a.srt")
    return [parsed.text[b.start : b.end] for b in parsed.blocks]


def test_lines_of_one_turn_are_joined_and_labels_begin_another() -> None:
    text = (
        "1\n00:00:01,000 --> 00:00:03,000\n<i>KELLER: The bridge is safe,</i>\n{\\an8}and it is paid for.\n\n"
        "2\n00:00:03,000 --> 00:00:05,000\n[applause]\n\n3\n00:00:05,000 --> 00:00:07,000\nAMES: It shakes\n\n"
        "4\n00:00:07,000 --> 00:00:09,000\nat night.\n"
    )
    assert turns(text) == ["KELLER: The bridge is safe, and it is paid for.", "AMES: It shakes at night."]


def test_voices_of_webvtt_are_labels_and_its_notes_are_no_words() -> None:
    text = (
        "WEBVTT\n\nNOTE made by hand\n\nSTYLE\n::cue { color: red }\n\nintro\n00:01.000 --> 00:03.000 align:start\n"
        "<v Anna Keller>The bridge &amp; the road</v>\n\n00:03.000 --> 00:04.000\n<v Anna Keller>are safe.</v>\n\n"
        "00:04.000 --> 00:06.000\n<v.loud Bob Ames>It shakes.</v>\n"
    )
    assert turns(text) == ["Anna Keller: The bridge & the road are safe.", "Bob Ames: It shakes."]


def test_rolling_captions_are_read_once() -> None:
    text = (
        "WEBVTT\n\n00:00.000 --> 00:02.000\nthe bridge is\n\n00:02.000 --> 00:04.000\nthe bridge is\nsafe she said\n\n"
        "00:04.000 --> 00:06.000\nsafe she said\nand it is new\n"
    )
    assert turns(text) == ["the bridge is safe she said and it is new"]


def test_turns_marked_by_dashes_or_arrows() -> None:
    text = "1\n00:00:01,000 --> 00:00:03,000\n- Is it safe?\n- It is.\n\n"
    text += "2\n00:00:03,000 --> 00:00:05,000\n>> Who says so?\n"
    assert turns(text) == ["Is it safe?", "It is.", "Who says so?"]


def test_what_has_no_captions_is_refused() -> None:
    with pytest.raises(ClaimsError, match=r"^a\.srt: no captions in this file; "):
        read(b"Just words.", "a.srt")


def test_a_turn_without_a_name_is_not_that_of_the_last_one_who_had_one() -> None:
    text = (
        "1\n00:00:01,000 --> 00:00:03,000\n>> KELLER: The bridge is safe.\n\n"
        "2\n00:00:03,000 --> 00:00:05,000\n>> Is it paid for?\n\n3\n00:00:05,000 --> 00:00:07,000\n>> AMES: It is not.\n"
    )
    assert turns(text) == [
        "KELLER: The bridge is safe.",
        "UNIDENTIFIED SPEAKER: Is it paid for?",
        "AMES: It is not.",
    ]
