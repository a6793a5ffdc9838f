"""Why a claim is not high, in words for the person who checks it."""

from typing import Final

from claims.extraction.attribution import Attribution
from claims.extraction.coref import Resolution
from claims.extraction.uncued_quotations import WITHOUT_CUE
from claims.records import Tag, joined
from claims.text.quotations import Quoted

_DOUBTFUL: Final = (
    ("content", 0.85, "words uncertain"),
    ("edges", 0.5, "unclear where it begins or ends"),
    ("cue", 0.7, "cue unusual"),
    ("link", 0.85, "may belong to another cue"),
    ("mention", 0.85, "mention uncertain"),
)
"""Each kind of evidence, the probability under which it is a reason, and the reason."""

_INTERVIEWEE: Final = "an answer in an interview: whose, only its introduction shows"
_MAY_ALSO_BE: Final = 0.1
"""From this probability on, the next likely speaker is named."""
_SPEAKER_DOUBTFUL: Final = 0.85
"""Under this confidence a speaker is a reason why a claim is not high."""


def reasons_of(attribution: Attribution, resolution: Resolution, tag: Tag, quoted: Quoted) -> tuple[str, ...]:
    """What speaks against a claim; nothing where it is high and its speaker known.

    ``quoted`` are the quotations of its article. Where no evidence is doubtful in itself, the least sure is named.
    """
    found = []
    if not attribution.mention:
        found.append(_INTERVIEWEE if resolution.speaker else "no speaker named")
    elif resolution.speaker is None:
        found.append(f"speaker unresolved: whom “{joined(attribution.mention)}” means is not clear")
    elif resolution.runner_up and resolution.runner_up_probability >= _MAY_ALSO_BE:
        found.append(f"“{joined(attribution.mention)}” may also be {resolution.runner_up}")
    elif tag != "high" and resolution.confidence < _SPEAKER_DOUBTFUL:
        found.append(f"whom “{joined(attribution.mention)}” means is uncertain")
    if tag == "high":
        return tuple(found)
    if attribution.evidence == WITHOUT_CUE:
        return (*found, "quotation without a cue of its own")
    if any(quoted.runs_open(span.start, span.end) for span in attribution.content):
        found.append("quotation not closed")
    shares = {reason: getattr(attribution.evidence, name) / least for name, least, reason in _DOUBTFUL}
    doubtful = [reason for reason, share in shares.items() if share < 1]
    return (*found, *(doubtful or ([] if found else [min(shares, key=shares.__getitem__)])))
