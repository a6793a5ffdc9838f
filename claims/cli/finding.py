"""The claims that a command's filters ask for; `claims search` and `claims export` share them."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, cast

from claims.cli.output import note
from claims.records import Act, Claim, Kind, Stance, Tag

if TYPE_CHECKING:
    from claims.cli.options import ActName, KindName, StanceName, TagName
    from claims.ledger import Ledger, SpeakerRow

_NAMES_SHOWN = 5


def find(
    ledger: "Ledger",
    *,
    text: str | None,
    speaker: str | None,
    exact: bool,
    kind: "KindName | None",
    confidence: "TagName | None",
    stance: "StanceName | None",
    act: "ActName | None",
    outlet: str | None,
    since: datetime | None,
    limit: int | None,
) -> list[Claim]:
    """The claims of the latest versions that meet every filter; says whom a speaker's name was taken for."""
    from claims import whom
    from claims.ledger import Query

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
    if speaker is None:
        found = ledger.search(query)
    else:
        speakers = whom.find(ledger, speaker, exact=exact)
        note(_taken(speaker, speakers))
        if not speakers:
            return []
        found = ledger.search(replace(query, speaker_ids=tuple(row.id for row in speakers)))
    if not found:
        note("no claim matches")
    return found


def _taken(asked: str, speakers: "list[SpeakerRow]") -> str:
    if not speakers:
        return f"no speaker matches '{asked}'; `claims speakers` lists them all"
    names = [s.speaker.name for s in speakers[:_NAMES_SHOWN]]
    if len(speakers) > len(names):
        names.append(f"{len(speakers) - len(names)} more")
    verb = "speaker matches" if len(speakers) == 1 else "speakers match"
    return f"{len(speakers)} {verb} '{asked}': {', '.join(names)}"
