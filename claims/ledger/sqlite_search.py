"""The full-text search of a ledger in a file, and what keeps it up to date."""

from typing import Final

# The columns of `claims` that are searched. `content="claims"` keeps no second copy of the words, and is
# how Datasette knows to offer a search box. Porter stemming lets "weapon" find "weapons".
_SEARCHED = "content, mention, cue, speaker_name"
_NEW = "new.number, new.content, new.mention, new.cue, new.speaker_name"
_OLD = "old.number, old.content, old.mention, old.cue, old.speaker_name"
_FORGET = f"INSERT INTO claims_fts (claims_fts, rowid, {_SEARCHED}) VALUES ('delete', {_OLD});"  # noqa: S608
_LEARN = f"INSERT INTO claims_fts (rowid, {_SEARCHED}) VALUES ({_NEW});"  # noqa: S608
FULL_TEXT_SEARCH: Final = (
    f'CREATE VIRTUAL TABLE claims_fts USING fts5({_SEARCHED}, content="claims", content_rowid="number", '
    'tokenize="porter unicode61 remove_diacritics 2")'
)
TRIGGERS: Final = (
    f"CREATE TRIGGER claims_inserted AFTER INSERT ON claims BEGIN {_LEARN} END",
    f"CREATE TRIGGER claims_deleted AFTER DELETE ON claims BEGIN {_FORGET} END",
    # Only where a searched word changes: grouping updates every claim's unit.
    f"CREATE TRIGGER claims_updated AFTER UPDATE OF {_SEARCHED} ON claims BEGIN {_FORGET} {_LEARN} END",
)
"""What keeps the full-text search up to date; a ledger has no other triggers."""
