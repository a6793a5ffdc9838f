"""Short texts with whom their mentions mean marked in them, as articles in the corpora's form.

``[words|speaker|other;names]`` is a speaker's mention, whom it means and what else is right; without a bar its own
words are the speaker's name. ``<her|name>`` is a pronoun that is no speaker's.
"""

import re
from typing import Any

_MARK = re.compile(r"\[([^\]]+)\]|<([^>]+)>")
_QUOTATION = re.compile(r"“[^”]*”")
_END = re.compile(r"(?<!\bNo)(?<!\b[MD]r)(?<!\bSt)(?<!\bAdm)(?<!\bSmt)(?<!\bJr)(?<![ .][A-Z])\.(?=\s|$)|\n")


def parsed(marked: str) -> dict[str, Any]:
    """The text without marks, its attributions, and under ``narrated`` the pronouns that are no speaker's.

    What a mention says is the quotation beside it in its sentence, else the sentence behind it.
    """
    text, at = "", 0
    found: dict[str, list[dict[str, Any]]] = {"attributions": [], "narrated": []}
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        words, *more = (mark[1] or mark[2]).split("|")
        span = [len(text), len(text) + len(words)]
        also = more[1].split(";") if len(more) > 1 else []
        one = {"source": [span], "cue": [], "speaker": more[0] if more else words, "also": also}
        found["attributions" if mark[1] else "narrated"].append(one)
        text, at = text + words, mark.end()
    text += marked[at:]
    for one in found["attributions"]:
        one["content"] = [_said(text, *one["source"][0])]
    return {"text": text} | found


def _said(text: str, start: int, end: int) -> list[int]:
    quotations = [m.span() for m in _QUOTATION.finditer(text)]
    before = [q for q in quotations if q[1] <= start and not _END.search(text, q[1], start)]
    after = [q for q in quotations if q[0] >= end and not _END.search(text, end, q[0])]
    if before or after:
        return list(before[-1] if before else after[0])
    stop = _END.search(text, end)
    last = stop.start() if stop else len(text)
    begins = max((m.end() for m in _END.finditer(text, 0, start)), default=0)
    fronted = text[begins:start].strip()
    if fronted.endswith(",") and len(fronted.split()) > 2:
        return [text.index(fronted, begins), start - 2]
    return [min(end + 1, last), last]
