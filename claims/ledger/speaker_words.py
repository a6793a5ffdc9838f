"""The words by which speakers are looked up: those of their names and roles."""

import re
from collections.abc import Iterable
from typing import Final, Literal

from sqlalchemy import Connection, bindparam, func, select

from claims.ledger.databases import database_of
from claims.ledger.mapping import GIVEN, chunks
from claims.ledger.schema import appearances, speaker_words, speakers, vocabulary
from claims.text.normalisation import plain, unaccented

PhraseKind = Literal["name", "role"]
"""What has the words."""

_LONGEST_PHRASE: Final = 200
_LONGEST_WORD: Final = 40
"""Code points: what is longer is no name or word of one, and too much for PostgreSQL's indexes."""
_SMALL: Final = frozenset({"the", "a", "an", "of", "for", "to", "and", "in", "at", "on"})
_WORD: Final = re.compile(r"\w+")
_PHRASES_AT_ONCE: Final = 10_000
# As one row: a row for each of many thousand words takes far longer to hand over than to read.
_KNOWN: Final = select(func.aggregate_strings(vocabulary.c.word, " ")).where(
    vocabulary.c.kind == bindparam("kind")
)
_WITH_WORDS: Final = select(speaker_words.c.phrase).where(
    speaker_words.c.kind == bindparam("kind"), speaker_words.c.word.in_(GIVEN)
)


def words_of(phrase: str) -> set[str]:
    """The words of a name or role in small letters, without accents, apostrophes and full stops.

    Of several words that begin with capital letters, these are one, too: by it, an acronym finds its name.
    """
    bare = re.sub(r"[.'’]", "", unaccented(plain(phrase).replace("-", " ")))
    written = _WORD.findall(bare)
    found = {word.casefold()[:_LONGEST_WORD] for word in written}
    capitals = [word[0] for word in written if word[0].isupper()]
    if len(capitals) > 1:
        found.add("".join(capitals).casefold()[:_LONGEST_WORD])
    return (found - _SMALL) or found


def note(connection: Connection, kind: PhraseKind, phrases: Iterable[str | None]) -> None:
    """Let these names or roles be found by their words; the caller's transaction writes."""
    insert = database_of(connection).insert
    wanted = sorted({phrase for phrase in phrases if phrase and len(phrase) <= _LONGEST_PHRASE})
    for some in chunks(wanted, _PHRASES_AT_ONCE):
        pairs = sorted({(word, phrase) for phrase in some for word in words_of(phrase)})
        if pairs:
            connection.execute(
                insert(speaker_words).on_conflict_do_nothing(),
                [{"kind": kind, "word": word, "phrase": phrase} for word, phrase in pairs],
            )
            connection.execute(
                insert(vocabulary).on_conflict_do_nothing(),
                [{"kind": kind, "word": word} for word in sorted({word for word, _ in pairs})],
            )


def note_all(connection: Connection) -> None:
    """Let all that a ledger holds be found, which did not keep these words."""
    for column in (speakers.c.name, appearances.c.name):
        note(connection, "name", connection.execute(select(column).distinct()).scalars())
    note(connection, "role", connection.execute(select(speakers.c.role).distinct()).scalars())


def known_words(connection: Connection, kind: PhraseKind) -> list[str]:
    """Each word that a name, or a role, has."""
    return (connection.execute(_KNOWN, {"kind": kind}).scalar() or "").split()


def phrases_with(connection: Connection, kind: PhraseKind, words: Iterable[str]) -> set[str]:
    """The names, or the roles, that have one of these words or more."""
    found: set[str] = set()
    for some in chunks(sorted(set(words))):
        found.update(connection.execute(_WITH_WORDS, {"kind": kind, "given": some}).scalars())
    return found
