"""``claims search``: claims by speaker, words, kind, confidence, outlet and date."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, cast

import typer

from claims.cli.options import (
    DEFAULT_LEDGER,
    ActName,
    AsCsv,
    AsJson,
    KindName,
    LedgerPath,
    StanceName,
    TagName,
)
from claims.cli.output import claim_records, claims_table, listing, note
from claims.records import Act, Kind, Stance, Tag

if TYPE_CHECKING:
    from claims.ledger import SpeakerRow

_NAMES_SHOWN = 5


def search(
    text: Annotated[str | None, typer.Argument(help='Words in the claim; "..." for a phrase.')] = None,
    speaker: Annotated[str | None, typer.Option(help="Who said it, in any spelling.", metavar="NAME")] = None,
    kind: Annotated[KindName | None, typer.Option(help="Quoted or not.")] = None,
    confidence: Annotated[TagName | None, typer.Option(help="How sure the machine is.")] = None,
    stance: Annotated[StanceName | None, typer.Option(help="How the article frames it.")] = None,
    act: Annotated[ActName | None, typer.Option(help="What the speaker does.")] = None,
    outlet: Annotated[
        str | None, typer.Option(help="Who published it; a part of the name will do.", metavar="NAME")
    ] = None,
    since: Annotated[
        datetime | None, typer.Option(help="Published on this day or later.", formats=["%Y-%m-%d"])
    ] = None,
    limit: Annotated[int | None, typer.Option(help="At most so many.", min=1)] = None,
    ledger: LedgerPath = DEFAULT_LEDGER,
    as_csv: AsCsv = False,
    as_json: AsJson = False,
) -> None:
    """Find claims by speaker, words, kind, confidence, stance, act, outlet and date.

    The speaker may be spelled in any way: khafaji finds Tahsin al-Khafaji, and "the ambassador" whom an article
    calls so.
    """
    from claims import desk
    from claims.ledger import Ledger, Query

    query = Query(
        text=text,
        kind=cast(Kind | None, kind and kind.value),
        tag=cast(Tag | None, confidence and confidence.value),
        stance=cast(Stance | None, stance and stance.value),
        act=cast(Act | None, act and act.value),
        outlet=outlet,
        since=since.date() if since else None,
        limit=limit,
    )
    with Ledger.open(ledger) as opened:
        speakers = None if speaker is None else desk.find_speakers(opened, speaker)
        if speaker is not None and speakers is not None:
            note(_taken(speaker, speakers))
            query = replace(query, speaker_ids=tuple(row.id for row in speakers))
        found = opened.search(query)
        groups = opened.group_ids()
    if not found and speakers != []:
        note("no claim matches")
    listing(
        lambda: claim_records(found, groups),
        lambda: claims_table(found, with_article=True),
        as_csv=as_csv,
        as_json=as_json,
    )


def _taken(asked: str, speakers: "list[SpeakerRow]") -> str:
    if not speakers:
        return f"no speaker matches '{asked}'; `claims speakers` lists them all"
    names = [s.speaker.name for s in speakers[:_NAMES_SHOWN]]
    if len(speakers) > len(names):
        names.append(f"{len(speakers) - len(names)} more")
    verb = "speaker matches" if len(speakers) == 1 else "speakers match"
    return f"{len(speakers)} {verb} '{asked}': {', '.join(names)}"
