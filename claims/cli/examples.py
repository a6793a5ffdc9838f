"""What `--help` shows last: each command as one would type it."""

from collections.abc import Mapping
from typing import Final

import typer

EXAMPLES: Final[Mapping[str, tuple[str, ...]]] = {
    "claims": (
        "claims add articles/",
        "claims search --speaker khafaji",
        "claims export sheet.xlsx",
    ),
    "add": (
        "claims add report.pdf inbox.mbox pages/",
        "claims add https://news.example/story",
        'claims add scan.txt --date 2026-03-14 --outlet "The Ostermere Courier"',
    ),
    "watch": (
        "claims watch addresses.txt",
        "claims watch addresses.txt --every 30m --save pages/",
    ),
    "extract": (
        "claims extract report.pdf",
        "claims extract https://news.example/story --json",
    ),
    "search": (
        'claims search "border security" --speaker khafaji',
        "claims search --act denial --since 2026-03-01 --sort date",
    ),
    "show": ("claims show ed03f4ce",),
    "diff": (
        "claims diff old.html new.html",
        'claims diff "grain warehouse" --since 1',
    ),
    "dossier": (
        "claims dossier vellmoor",
        "claims dossier vellmoor --html vellmoor.html --md vellmoor.md",
    ),
    "timeline": ("claims timeline vellmoor",),
    "history": ('claims history "grain warehouse"',),
    "reextract": ("claims reextract",),
    "export": (
        "claims export sheet.xlsx",
        "claims export report.html --speaker vellmoor",
        "claims export - --format csv | head",
    ),
    "review": (
        "claims review sheet.xlsx --dry-run",
        "claims review sheet.xlsx --reviewer Ana",
    ),
    "reviewers": ("claims reviewers",),
    "reviewers list": ("claims reviewers --json",),
    "reviewers add": ("claims reviewers add Ana",),
    "reviewers remove": ("claims reviewers remove Ana",),
    "verdict": (
        "claims verdict ed03f4ce correct --truth false --reviewer Ana",
        'claims verdict ed03f4ce "wrong speaker" --speaker "Idra Vellmoor" --reviewer Ana',
        "claims verdict ed03f4ce correct --truth true --settle --reviewer Chief",
        "claims verdict ed03f4ce --undo --reviewer Ana",
    ),
    "verdicts": ("claims verdicts --disputed",),
    "serve": (
        "claims serve",
        "claims serve --port 8421 --reviewer Ana",
    ),
    "remove": ('claims remove "grain warehouse" --reviewer Ana',),
    "decisions": ("claims decisions --all",),
    "undo": ("claims undo 3",),
    "sql": (
        "claims sql",
        'sqlite3 claims.db "$(claims sql most-heard)"',
        "claims sql --datasette > metadata.json",
    ),
    "articles": ("claims articles --undated",),
    "articles list": ('claims articles --outlet "Northshore Gazette"',),
    "articles set": ('claims articles set scan.txt --date 2026-03-14 --author "Ida Holm"',),
    "speakers": ("claims speakers khafaji",),
    "speakers list": ("claims speakers vellmoor --json",),
    "speakers aliases": ("claims speakers aliases vellmoor",),
    "speakers doubtful": ("claims speakers doubtful",),
    "speakers same": ('claims speakers same "Tom Hale" "Thomas Hale" --reviewer Ana',),
    "speakers different": ('claims speakers different "Ann Lee" "Ann M. Lee" --reviewer Ana',),
    "speakers rename": ('claims speakers rename vellmoor "Idra M. Vellmoor"',),
    "speakers role": ('claims speakers role vellmoor "fire chief of Ostermere"',),
    "groups": ("claims groups --conflicts",),
    "groups list": ("claims groups --csv",),
    "groups doubtful": ("claims groups doubtful --limit 20",),
    "groups different": ("claims groups different b2a5edc5 e1475f7a --reviewer Ana",),
    "groups join": ("claims groups join b2a5edc5 e1475f7a --reviewer Ana",),
    "groups split": ("claims groups split 31c5de07 b2a5edc5 --reviewer Ana",),
    "corpus": ("claims corpus extract archive.parquet archive/",),
    "corpus extract": ("claims corpus extract news.jsonl archive/ --parts 16",),
    "corpus link": ("claims corpus link archive/",),
    "corpus merge": ("claims corpus merge archive/",),
    "corpus load": ("claims corpus load archive/ --where \"outlet = 'The Courier'\" --ledger desk.db",),
    "corpus sample": ("claims corpus sample archive/ --articles 3",),
    "ledger": ("claims ledger copy postgresql+psycopg://ana@db.example/desk desk.db",),
    "ledger copy": ("claims ledger copy claims.db postgresql+psycopg://ana@db.example/desk",),
}
"""The examples of each command, by its words after `claims`. tests/cli/test_documentation.py types them all."""


def show_examples(app: typer.Typer, words: tuple[str, ...] = ()) -> None:
    """Put each command's examples below its help."""
    app.info.epilog = _shown(words)
    for command in app.registered_commands:
        name = command.name or (command.callback.__name__ if command.callback else "")
        command.epilog = _shown((*words, name))
    for group in app.registered_groups:
        if group.typer_instance and group.name:
            group.epilog = _shown((*words, group.name))
            show_examples(group.typer_instance, (*words, group.name))


def _shown(words: tuple[str, ...]) -> str | None:
    """Lines that a terminal shows as they stand, and Markdown as code."""
    lines = EXAMPLES.get(" ".join(words) or "claims")
    if not lines:
        return None
    return "\n".join(
        (f"{'Example' if len(lines) == 1 else 'Examples'}:", "", *(f"    {line}" for line in lines))
    )
