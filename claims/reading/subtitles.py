"""Subtitles (.srt, .vtt): what was said in an interview or a broadcast, with the speakers' labels."""

import html
import re
from collections.abc import Iterator

from claims.errors import ClaimsError
from claims.reading.encoding import decode
from claims.reading.parsed_article import ParsedArticle, joined

_TIMES = re.compile(
    r"^\s*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}\s*-->\s*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}", re.MULTILINE
)
_VOICE = re.compile(r"<v(?:\.[\w.-]+)?\s+([^>]{1,80})>")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>|<\d[\d:.]*>|\{\\[^}]{1,80}\}")
_SOUND = re.compile(r"[\[(](?:[a-z ,'♪-]|[A-Z]{2,})+[\])]|[♪♫]+")
_TURN = re.compile(r"^(?:>>+\s*|[-–—]\s+)")
_LABEL = re.compile(r"^(?:[A-Z][\w.'’-]*\s?){1,4}(?:\([^)]{1,40}\))?:\s")
_NOTE = re.compile(r"^(?:WEBVTT|NOTE|STYLE|REGION)\b")
_ENDED = re.compile(r"[.!?…][\"'”’)\]]*$")
_NOBODY = "UNIDENTIFIED SPEAKER"  # as broadcasters' transcripts write it
_LONGEST_PARAGRAPH = 900  # characters; captions have no paragraphs of their own


def read(data: bytes, name: str) -> ParsedArticle:
    """Subtitles as a parsed article: a paragraph a turn, without times, numbers, sounds and lines shown again.

    A speaker that the format or a label names stands before the turn, as in a transcript; a turn that a dash or ">>"
    gives to somebody else, who has no name, is below such turns an unidentified speaker's. Raises ClaimsError for
    what has no captions.
    """
    text = decode(data, name).replace("\r\n", "\n").replace("\r", "\n")
    text, blocks = joined(("paragraph", turn) for turn in _turns(text))
    if not blocks:
        raise ClaimsError(f"{name}: no captions in this file; give the words as a .txt file")
    return ParsedArticle(text, blocks)


def _turns(text: str) -> Iterator[str]:
    turn: list[str] = []
    length, voice, labelled = 0, "", False
    for speaker, line in _lines(text):
        begins = bool(_TURN.match(line) or _LABEL.match(line)) or (speaker != voice and bool(speaker))
        words = _TURN.sub("", line)
        own = bool(_LABEL.match(words))
        if speaker and begins:
            words = f"{speaker}: {words}"
        elif labelled and not own and _TURN.match(line):
            words = f"{_NOBODY}: {words}"
        labelled = labelled or own or bool(speaker)
        if begins or (length > _LONGEST_PARAGRAPH and _ENDED.search(turn[-1])):
            yield " ".join(turn)
            turn, length = [], 0
        turn.append(words)
        length += len(words) + 1
        voice = speaker or voice
    yield " ".join(turn)


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """The captions' lines with the speaker that the format names; what a rolling caption shows again only once."""
    shown: set[str] = set()
    for caption in re.split(r"\n[ \t]*\n+", text):
        times = _TIMES.search(caption)
        if times is None or (_NOTE.match(caption.lstrip("\ufeff")) and "\n" not in caption[: times.start()]):
            continue
        lines = []
        speaker = ""
        for line in caption[times.end() :].split("\n")[1:]:
            voice = _VOICE.search(line)
            speaker = " ".join(voice.group(1).split()) if voice else speaker
            words = " ".join(html.unescape(_SOUND.sub(" ", _TAG.sub("", line))).split())
            if words:
                lines.append((speaker, words))
        yield from (each for each in lines if each[1] not in shown)
        shown = {words for _, words in lines}
