"""The desk's views, one file each; they stand in the bar in this order."""

from collections.abc import Sequence
from importlib import import_module
from typing import Final, Protocol, cast

from starlette.routing import BaseRoute

VIEWS: Final = (
    "queue_view",
    "claim_view",
    "article_view",
    "speakers_view",
    "assertions_view",
    "add_view",
    "export_view",
)
"""The files of the views."""


class ViewModule(Protocol):
    """What the file of a view has: its routes, and its name and address in the bar, if it stands there."""

    ROUTES: Sequence[BaseRoute]
    NAVIGATION: tuple[str, str] | None


def views() -> list[ViewModule]:
    """The modules of all views."""
    return [cast(ViewModule, import_module(f"{__name__}.{name}")) for name in VIEWS]
