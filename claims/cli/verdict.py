"""``claims verdict``: one verdict without a sheet."""

from dataclasses import replace
from datetime import datetime
from typing import Annotated

import typer

from claims import desk
from claims.cli import completion
from claims.cli.options import DEFAULT_LEDGER, LedgerPath, Reviewer
from claims.cli.output import console, say, shown
from claims.cli.verdicts import in_words
from claims.errors import ClaimsError
from claims.records import AttributionVerdict

_Truth = Annotated[
    str | None, typer.Option(help="Is what was said true? A word of the desk's list.", metavar="VERDICT")
]
_Evidence = Annotated[str | None, typer.Option(help="Where the proof is, best as a link.")]
_Note = Annotated[str | None, typer.Option(help="Anything the next reader should know.")]
_RightSpeaker = Annotated[
    str | None,
    typer.Option(
        help="Who really said it, where the speaker is wrong; semicolons part several.",
        metavar="NAME",
        autocompletion=completion.speakers,
    ),
]
_RightWords = Annotated[str | None, typer.Option(help="What was really said, where the words are wrong.")]
_Settle = Annotated[
    bool, typer.Option("--settle", help="Settle a dispute: this verdict counts, all others stay on record.")
]
_Undo = Annotated[
    bool, typer.Option("--undo", help="Take the reviewer's last verdict back; the one before holds again.")
]
_Day = Annotated[
    datetime | None, typer.Option(help="The day of the decision; today by default.", formats=["%Y-%m-%d"])
]


def verdict(
    claim: Annotated[str, typer.Argument(help="A claim's id or the beginning of it.")],
    attribution: Annotated[
        AttributionVerdict | None, typer.Argument(help="Did this speaker say these words?")
    ] = None,
    truth: _Truth = None,
    evidence: _Evidence = None,
    note: _Note = None,
    speaker: _RightSpeaker = None,
    words: _RightWords = None,
    settle: _Settle = False,
    undo: _Undo = False,
    reviewer: Reviewer = None,
    date: _Day = None,
    ledger: LedgerPath = DEFAULT_LEDGER,
) -> None:
    """Give a verdict on one claim, by the rules of a filled-in sheet.

    It is added to the history; a right speaker or right words become a decision of the desk. Where reviewers differ,
    the claim is disputed until they agree, or a verdict settles it.
    """
    if undo:
        if attribution or truth or evidence or note or speaker or words:
            raise ClaimsError("--undo takes a verdict back and gives none: leave the rest out")
        with desk.open_ledger(ledger) as opened:
            back = desk.take_back(opened, claim, reviewer=reviewer or "")
        say(f"{back.claim_id}: {in_words(replace(back, version=None))}, by {back.reviewer}: taken back")
        return
    with desk.open_ledger(ledger) as opened:
        found = desk.give_verdict(
            opened,
            claim,
            attribution=attribution,
            truth=truth,
            evidence=evidence,
            note=note,
            corrected_speaker=speaker,
            corrected_words=words,
            reviewer=reviewer,
            settle=settle,
            decided=date.date() if date else None,
        )
    for given in found.given:
        said = in_words(replace(given.verdict, version=None))
        say(f"{given.verdict.claim_id}: {said}, by {given.verdict.reviewer}")
    if not found.given:
        say("this is on record already")
    for id_ in found.disputed:
        console().print(shown(f"disputed: {id_}; `claims show {id_}` tells who says what", "yellow"))
