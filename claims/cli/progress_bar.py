"""The bar that shows how far a long command is: on a terminal only, and gone at the end."""

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from claims.cli.output import messages


class _Rate(ProgressColumn):
    """How many are done a second, or a minute where that is less than one."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        if not speed:
            return Text("")
        return Text(f"{speed:.0f} a second" if speed >= 1 else f"{60 * speed:.0f} a minute", "dim")


def files_bar(what: str, total: int) -> Progress:
    """A bar for so many files, with rate and time left."""
    return Progress(
        TextColumn(what),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeRemainingColumn(),
        console=messages(),
        transient=True,
        disable=not messages().is_terminal or not total,
    )
