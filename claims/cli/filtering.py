"""The filters that `claims search` and `claims export` share: their options, and what they leave."""

import inspect
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

import typer

from claims import desk
from claims.cli import completion
from claims.cli.options import Limit
from claims.cli.output import note
from claims.records import Act, Claim, Kind, Speaker, Stance, Tag

if TYPE_CHECKING:
    from claims.ledger import Ledger

_NAMES_SHOWN: Final = 5


def _options(
    words: Annotated[
        str | None, typer.Argument(metavar="text", help='Words in the claim; "..." for a phrase. Or an id.')
    ] = None,
    speaker: Annotated[
        str | None,
        typer.Option(
            help="Who said it, in any spelling.", metavar="NAME", autocompletion=completion.speakers
        ),
    ] = None,
    exact: Annotated[
        bool, typer.Option("--exact", help="The speaker by this very name, alias or id only.")
    ] = False,
    kind: Annotated[Kind | None, typer.Option(help="Quoted or not.")] = None,
    tag: Annotated[Tag | None, typer.Option("--confidence", help="How sure the machine is.")] = None,
    stance: Annotated[Stance | None, typer.Option(help="How the article frames it.")] = None,
    act: Annotated[Act | None, typer.Option(help="What the speaker does.")] = None,
    outlet: Annotated[
        str | None,
        typer.Option(
            help="Who published it; a part of the name will do.",
            metavar="NAME",
            autocompletion=completion.outlets,
        ),
    ] = None,
    since: Annotated[
        datetime | None, typer.Option(help="Published on this day or later.", formats=["%Y-%m-%d"])
    ] = None,
    until: Annotated[
        datetime | None, typer.Option(help="Published on this day or earlier.", formats=["%Y-%m-%d"])
    ] = None,
    article: Annotated[
        str | None,
        typer.Option(
            help="Of this article: an id, path, address or a part of its title.",
            autocompletion=completion.articles,
        ),
    ] = None,
    group: Annotated[str | None, typer.Option(help="Of this group: its id or the beginning of it.")] = None,
    unreviewed: Annotated[bool, typer.Option("--unreviewed", help="Only without a verdict.")] = False,
    disputed: Annotated[bool, typer.Option("--disputed", help="Only where reviewers differ.")] = False,
    sort: Annotated[
        Literal["date", "outlet", "speaker", "confidence"] | None,
        typer.Option(help="The oldest first, by outlet, by speaker, or the surest first."),
    ] = None,
    limit: Limit = None,
) -> None:
    """The options, by the names of the fields of :class:`claims.desk.Filter`."""


def with_filter(command: Callable[..., None]) -> Callable[..., None]:
    """The command with the options of a filter in the place of its parameter ``wanted``."""
    options = inspect.signature(_options).parameters
    own = inspect.signature(command).parameters
    together: list[inspect.Parameter] = []
    for name, parameter in own.items():
        together += options.values() if name == "wanted" else [parameter]

    def run(**given: Any) -> None:
        wanted = {name: given.pop(name) for name in options}
        for name in ("since", "until"):
            wanted[name] = wanted[name] and wanted[name].date()
        command(wanted=desk.Filter(**wanted), **given)

    run.__name__, run.__doc__ = command.__name__, command.__doc__
    run.__signature__ = inspect.Signature(together)  # type: ignore[attr-defined]  # what typer goes by
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in together}
    return run


def select(ledger: "Ledger", wanted: "desk.Filter") -> list[Claim]:
    """The claims of the latest versions that meet every filter; says what was taken for what, and what is left out."""
    found = desk.select(ledger, wanted)
    if found.speakers is not None:
        note(_taken_for(wanted.speaker or "", found.speakers))
    if found.identified:
        note(f"{found.identified.kind} {found.identified.id}: {found.identified.name}")
    note_undated(found.undated)
    if not found.claims and found.speakers != []:
        note("no claim matches")
    return found.claims


def note_undated(count: int) -> None:
    """Say how many articles were left out because they have no date."""
    if count:
        articles = "article" if count == 1 else "articles"
        note(f"{count} {articles} without a date left out; `claims articles --undated` lists them")


def _taken_for(asked: str, speakers: list[Speaker]) -> str:
    if not speakers:
        return f"no speaker matches '{asked}'; `claims speakers` lists them all"
    names = [s.name for s in speakers[:_NAMES_SHOWN]]
    if len(speakers) > len(names):
        names.append(f"{len(speakers) - len(names)} more")
    verb = "speaker matches" if len(speakers) == 1 else "speakers match"
    return f"{len(speakers)} {verb} '{asked}': {', '.join(names)}"
