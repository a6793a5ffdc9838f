"""The ledger's tables and views, named for the people who open them in Datasette or sqlite3."""

from typing import Final

from sqlalchemy import (
    Column,
    ColumnElement,
    Float,
    ForeignKey,
    Index,
    MetaData,
    Table,
    UniqueConstraint,
    and_,
    exists,
    func,
    literal_column,
    select,
)

from claims.ledger.column_types import Integer, Text

SCHEMA_VERSION: Final = 16
"""Raised by one when a release changes the tables, with a step in :mod:`claims.ledger.migrations`.

A ledger with a higher number is not read.
"""

metadata = MetaData()

# The long columns stand last: SQLite then reads the short ones without walking the overflow pages.
articles = Table(
    "articles",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("title", Text),
    Column("outlet", Text, index=True),
    Column("author", Text),
    Column("published", Text, index=True, comment="ISO date"),
    Column("url", Text, index=True),
    Column("path", Text),
    Column("key", Text, nullable=False, comment="names the article across versions"),
    Column("shown_id", Text, index=True, comment="by which people call it: 12 hexadecimal digits of the key"),
    Column("version", Integer, nullable=False),
    Column("added", Text, nullable=False, comment="ISO time in UTC"),
    Column("hash", Text, nullable=False, comment="SHA-256 of the text in UTF-8"),
    Column("pages", Text, comment="JSON: where each page of a PDF file begins in the text"),
    Column("origins", Text, comment="JSON: where title, author, outlet and day were found, and how surely"),
    Column("blocks", Text, nullable=False, comment="JSON"),
    Column("text", Text, nullable=False),
    UniqueConstraint("key", "version"),
    Index("ix_articles_path", "path"),
)

# A text that comes again from where it was is no new version; one that returns to an earlier wording is.
sightings = Table(
    "sightings",
    metadata,
    Column("key", Text, primary_key=True, comment="of the article"),
    Column("place", Text, primary_key=True, comment="a file's path, or a page's address"),
    Column("article_id", ForeignKey(articles.c.id), nullable=False, comment="the version last seen there"),
)

# By which a page is asked for only if it has changed.
page_states = Table(
    "page_states",
    metadata,
    Column("address", Text, primary_key=True, comment="as it was asked for"),
    Column("reached", Text, nullable=False, comment="where the page was found, after all redirects"),
    Column("etag", Text),
    Column("last_modified", Text, comment="as the server gave it"),
    Column("fresh_until", Text, comment="ISO time in UTC, by Cache-Control"),
    Column("key", Text, nullable=False, comment="of the article"),
)

speakers = Table(
    "speakers",
    metadata,
    Column("id", Text, primary_key=True, comment="that of the speaker's first appearance"),
    Column("name", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("role", Text),
    Column("doubts", Text, comment="JSON: who else it might be"),
    Column("proposals", Text, comment="JSON: links to other speakers that the desk may make"),
    Column(
        "component",
        Text,
        index=True,
        comment="the first of the speakers that it may have to do with; empty until linked, '' in removed articles",
    ),
    Column("claims", Integer, nullable=False, server_default="0", comment="in the latest versions"),
    Index("ix_speakers_claims", "claims"),
    Index("ix_speakers_name", "name"),
    Index("ix_speakers_role", "role"),
)
Index("ix_speakers_proposals", speakers.c.id)

# By which words a speaker is looked up: each word of a name or role, with all names or roles that have it; and each
# word once, so that those that are nearly it are found. Names that nobody has any more may stay.
speaker_words = Table(
    "speaker_words",
    metadata,
    Column("kind", Text, primary_key=True, comment="name or role"),
    Column("word", Text, primary_key=True, comment="without accents, in small letters"),
    Column("phrase", Text, primary_key=True, comment="the name or role"),
)

vocabulary = Table(
    "vocabulary",
    metadata,
    Column("kind", Text, primary_key=True, comment="name or role"),
    Column("word", Text, primary_key=True),
)

# What linking keeps so that a new name meets only what it may have to do with: the keys under which the speakers of a
# component are looked up, and the components in which something has changed.
component_keys = Table(
    "component_keys",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("component", Text, primary_key=True),
)

touched_components = Table(
    "touched_components",
    metadata,
    Column("component", Text, primary_key=True, comment="is to be linked anew"),
)

# What one version of an article says of a speaker; which speaker of the ledger that is, linking decides.
appearances = Table(
    "appearances",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, index=True, comment="the same in every version of the article"),
    Column("article_id", ForeignKey(articles.c.id), nullable=False),
    Column("speaker_id", ForeignKey(speakers.c.id), nullable=False),
    Column("name", Text, nullable=False, comment="as this version has it"),
    Column("type", Text, nullable=False),
    Column("role", Text),
    Column("role_offsets", Text, nullable=False, comment="JSON: [start, end] of every part of the role"),
    Column("probability", Float, nullable=False, comment="that it is this speaker"),
    Column("reason", Text, nullable=False, comment="why it is this speaker"),
    Column("beside", Text, comment="JSON: what this version shows beside the name"),
    UniqueConstraint("article_id", "id"),
    Index("ix_appearances_name", "name"),
)

# "starts" and "ends" because END is a word of SQL and would have to be quoted in every query by hand.
claims = Table(
    "claims",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, index=True, comment="the same in every version of the article"),
    Column("article_id", ForeignKey(articles.c.id), nullable=False),
    Column("speaker_id", ForeignKey(speakers.c.id), comment="the first speaker"),
    Column("appearance_number", ForeignKey(appearances.c.number), index=True),
    Column(
        "speaker_name",
        Text,
        comment="the names of all of its speakers, for the search in all words of a claim",
    ),
    Column("mention", Text, nullable=False),
    Column("cue", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("stance", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("words_confidence", Float, comment="empty in claims of formats before 7"),
    Column("speaker_confidence", Float, comment="empty in claims of formats before 7"),
    Column("tag", Text, nullable=False),
    Column("reasons", Text, nullable=False, comment="JSON: what speaks against it"),
    Column("starts", Integer, nullable=False, comment="0-based code point in the article's text"),
    Column("ends", Integer, nullable=False, comment="exclusive"),
    Column("offsets", Text, nullable=False, comment="JSON: [start, end] of every span"),
    Column(
        "unit",
        Integer,
        index=True,
        comment="what nothing tells apart; empty until grouped, 0 once superseded",
    ),
    UniqueConstraint("article_id", "id"),
)

# Who says a claim together with its first speaker: seldom anybody, so they have rows of their own. One that the desk
# gave to others than the article does has as many rows as the more of them.
co_speakers = Table(
    "co_speakers",
    metadata,
    Column("claim_number", ForeignKey(claims.c.number), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False, comment="1 is the second speaker"),
    Column("speaker_id", ForeignKey(speakers.c.id), index=True),
    Column("appearance_number", ForeignKey(appearances.c.number), index=True),
)

day_of: Final[ColumnElement[str]] = func.coalesce(articles.c.published, literal_column("''"))
"""The day of an article, "" where none is known."""
doubt_of: Final[ColumnElement[float]] = func.coalesce(claims.c.speaker_confidence, claims.c.confidence)
"""How sure the speaker of a claim is, as far as its format says so."""

# By which the claims to verify are gone through, newest first or least sure first, from wherever somebody is.
Index("ix_articles_day", day_of)
Index("ix_claims_doubt", doubt_of, claims.c.article_id, claims.c.starts, claims.c.ends)

mentions = Table(
    "mentions",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("speaker_id", ForeignKey(speakers.c.id), index=True, comment="the claim's first speaker"),
    Column("article_id", ForeignKey(articles.c.id), nullable=False, index=True),
    Column("claim_number", ForeignKey(claims.c.number), nullable=False, index=True),
    Column("words", Text, nullable=False),
    Column("starts", Integer, nullable=False),
    Column("ends", Integer, nullable=False),
)

groups = Table(
    "groups",
    metadata,
    Column("id", Text, primary_key=True),
    Column("articles", Integer, nullable=False, comment="how many carry it"),
    Column("speaker_name", Text, nullable=False),
    Index("ix_groups_articles", "articles"),
)

group_members = Table(
    "group_members",
    metadata,
    Column("claim_number", ForeignKey(claims.c.number), primary_key=True),
    Column("group_id", ForeignKey(groups.c.id), nullable=False, index=True),
    Column("place", Integer, nullable=False, comment="order in the group; 0 has the fullest wording"),
    Column("reason", Text, nullable=False),
    Column("report", Integer, nullable=False, comment="the same for copies of one text"),
)

# What grouping keeps so that a new claim meets only what it may have to do with: the units that nothing tells
# apart, the keys under which they are looked up, and the ties between two of them.
units = Table("units", metadata, Column("unit", Integer, primary_key=True, autoincrement=False))

unit_keys = Table(
    "unit_keys",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("unit", Integer, primary_key=True, autoincrement=False),
)

ties = Table(
    "ties",
    metadata,
    Column("first", Integer, primary_key=True, autoincrement=False, comment="the lower unit"),
    Column("second", Integer, primary_key=True, autoincrement=False, index=True),
    Column("relation", Text, nullable=False, comment="same or conflict"),
    Column("probability", Float, nullable=False, comment="of one assertion; of a conflict, of one event"),
    Column("reason", Text, nullable=False),
)

touched_units = Table(
    "touched_units",
    metadata,
    Column(
        "unit",
        Integer,
        primary_key=True,
        autoincrement=False,
        comment="has lost claims since the last grouping",
    ),
)

# Verdicts know a claim by its id only: a person's work must outlive whatever becomes of the claim's row.
verdicts = Table(
    "verdicts",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("claim_id", Text, nullable=False),
    Column("reviewer", Text, nullable=False),
    Column("decided", Text, nullable=False, comment="ISO date"),
    Column("attribution", Text),
    Column("truth", Text),
    Column("evidence", Text),
    Column("note", Text),
    Column("settles", Integer, comment="1 where it settles what reviewers differ in"),
    Column("corrected_speaker", Text),
    Column("corrected_words", Text),
    Column("version", Integer, comment="of the article, which the reviewer had"),
    Index("ix_verdicts_claim_id_decided", "claim_id", "decided"),
)

# Who may come to the desk in the browser under a name of their own.
reviewers = Table(
    "reviewers",
    metadata,
    Column("name", Text, primary_key=True),
    Column("token_hash", Text, nullable=False, unique=True, comment="SHA-256 of the token, in hexadecimal"),
    Column("made", Text, nullable=False, comment="ISO time in UTC"),
)

# What a claim is called since its article was extracted anew: a verdict, a decision or a sheet may still know the
# former id.
successors = Table(
    "successors",
    metadata,
    Column("id", Text, primary_key=True, comment="that no claim has any more"),
    Column("content", Text, nullable=False, comment="the words that it had"),
    Column("successor", Text, nullable=False, index=True, comment="the id of what it became"),
)

# One row. Linking and grouping are computed outside the lock and stored if the revision is still the same.
progress = Table(
    "progress",
    metadata,
    Column("number", Integer, primary_key=True, comment="1"),
    Column(
        "revision", Integer, nullable=False, comment="counts what was stored, decided, linked and grouped"
    ),
    Column("changed", Integer, nullable=False, comment="the revision that last stored or decided something"),
    Column("linked", Integer, nullable=False, comment="the change up to which speakers are linked"),
    Column("grouped", Integer, nullable=False, comment="the change up to which claims are grouped"),
    Column("process", Text, comment="JSON: host, number and start of the process that made the last change"),
)

settings = Table(
    "settings",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False, comment="JSON"),
)

# Decisions are kept for ever, undone ones too, so that a desk can see who changed what and when.
decisions = Table(
    "decisions",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("about", Text, nullable=False, comment="JSON: the ids or names that it concerns"),
    Column("value", Text),
    Column("reviewer", Text),
    Column("made", Text, nullable=False, comment="ISO time in UTC"),
    Column("undone", Text, comment="ISO time in UTC; empty while it holds"),
)


def is_short(column: ColumnElement[str]) -> ColumnElement[bool]:
    """Whether a text may stand in an index of PostgreSQL, whatever else does: it refuses what is long."""
    return func.octet_length(column) < literal_column("1000")


# All that lists of speakers count, so that they read no rows; in PostgreSQL, what may be long has indexes of its own.
SPEAKER_INDEXES: Final = {
    "ix_claims_speaker": ("claims", ("speaker_id", "unit", "article_id"), ("mention",)),
    "ix_appearances_speaker": ("appearances", ("speaker_id", "article_id"), ("name",)),
}
for _name, (_table, _columns, _long) in SPEAKER_INDEXES.items():
    for _database, _also in (("sqlite", _long), ("postgresql", ())):
        _indexed = [metadata.tables[_table].c[column] for column in (*_columns, *_also)]
        Index(_name, *_indexed).ddl_if(dialect=_database)
NAME_INDEXES: Final = {
    "ix_claims_short_mention": (claims, ("speaker_id", "mention"), ("unit",), is_short(claims.c.mention)),
    "ix_claims_long_mention": (claims, ("speaker_id",), (), ~is_short(claims.c.mention)),
    "ix_appearances_short_name": (
        appearances,
        ("speaker_id", "name"),
        ("article_id",),
        is_short(appearances.c.name),
    ),
    "ix_appearances_long_name": (appearances, ("speaker_id",), (), ~is_short(appearances.c.name)),
}
for _name, (_of, _columns, _beside, _where) in NAME_INDEXES.items():
    Index(_name, *(_of.c[column] for column in _columns)).ddl_if(dialect="postgresql")

is_removed: Final[ColumnElement[bool]] = articles.c.key.in_(
    select(decisions.c.value).where(
        decisions.c.kind == "remove", decisions.c.undone.is_(None), decisions.c.value.is_not(None)
    )
)
"""True of the rows of ``articles`` whose article the desk has removed."""

_newer = articles.alias("newer")
is_latest: Final[ColumnElement[bool]] = and_(
    ~exists().where(_newer.c.key == articles.c.key, _newer.c.version > articles.c.version), ~is_removed
)
"""True of the rows of ``articles`` that no later version has replaced, of articles that are not removed."""
