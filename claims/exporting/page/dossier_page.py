"""The page of one speaker: roles, names, who quotes, what changed and was contradicted, all statements by date."""

from pathlib import Path

from claims.exporting.atomic import replacing
from claims.exporting.page.rendering import render
from claims.exporting.speaker_dossier import Dossier


def write_dossier(dossier: Dossier, path: Path) -> None:
    """Write one HTML file with what is known of a speaker.

    It needs no network and loads nothing; text of articles stays text. The same dossier gives the same bytes.

    Raises ClaimsError where the file cannot be written.
    """
    numbers = {statement.main.id: number for number, statement in enumerate(dossier.statements, 1)}
    page, _ = render("dossier.html.j2", dossier=dossier, numbers=numbers)
    with replacing(path) as file:
        file.write(page)
