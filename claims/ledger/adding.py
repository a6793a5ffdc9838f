"""Adding articles with their claims, whole or not at all."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from sqlalchemy import ColumnElement, Connection, Row, Select, func, insert, select, update

from claims.ledger import counting, progress
from claims.ledger.appearances import Found, StoredAppearance, appearance_id, store_appearances
from claims.ledger.databases import database_of
from claims.ledger.groups import SUPERSEDED, release
from claims.ledger.mapping import GIVEN, article_row, chunks, claim_row, co_speaker_rows, load_articles, read
from claims.ledger.schema import articles, claims, co_speakers, is_latest, mentions, sightings
from claims.records import Article, Claim

_VERSIONS: Final[Select[Any]] = (
    select(articles.c.key, articles.c.id, articles.c.version, articles.c.hash)
    .where(articles.c.key.in_(GIVEN))
    .order_by(articles.c.version.desc())
)


@dataclass(frozen=True, slots=True)
class Added:
    """What became of an article: ``article`` as stored, with its version, and its number of claims."""

    status: Literal["new", "new version", "unchanged"]
    article: Article
    claims: int


@dataclass(frozen=True, slots=True)
class _Owners:
    """Whose a claim is: the numbers of their appearances, and the ids and names of the ledger's speakers."""

    appearances: tuple[int, ...]
    speakers: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, found: Iterable[StoredAppearance]) -> "_Owners":
        found = list(found)
        return cls(
            tuple(dict.fromkeys(one.number for one in found)),
            tuple(dict.fromkeys((one.speaker_id, one.speaker_name) for one in found)),
        )

    @property
    def first(self) -> int | None:
        return self.appearances[0] if self.appearances else None


def checked(article: Article, found: Iterable[Claim]) -> Found:
    """The article's claims with the ids of their speakers' appearances.

    Raises :class:`ValueError` for claims that the article cannot have: the caller's defect, not the user's.
    """
    seen: set[str] = set()
    result = []
    for claim in found:
        if claim.id in seen:
            raise ValueError(f"two claims of {article.key} have the id {claim.id}")
        if not 0 <= claim.confidence <= 1:
            raise ValueError(f"claim {claim.id} has the confidence {claim.confidence}, not one from 0 to 1")
        spans = (
            *claim.mention,
            *claim.cue,
            *claim.content,
            *(claim.speaker.role_spans if claim.speaker else ()),
        )
        if any(article.text[s.start : s.end] != s.text for s in spans):
            raise ValueError(f"a span of claim {claim.id} is not in the text of {article.key}")
        seen.add(claim.id)
        ids = (appearance_id(article.key, speaker) for speaker in claim.speakers)
        result.append((claim, tuple(ids)))
    return result


def stored_as(connection: Connection, article: Article) -> int | None:
    """The number of the version that an article's text is, None where it is a new one.

    That is the latest version with the same text, or the one that the article's place had last: a file that has not
    changed is no new version, though the article has one from elsewhere by now.
    """
    return _as_stored(connection, article, _versions(connection, [article.key])[article.key])


def _versions(connection: Connection, keys: Sequence[str]) -> defaultdict[str, list[Row[Any]]]:
    """The versions of each of these articles, the latest first."""
    found: defaultdict[str, list[Row[Any]]] = defaultdict(list)
    for some in chunks(keys):
        for row in connection.execute(_VERSIONS, {"given": some}):
            found[row.key].append(row)
    return found


def _as_stored(connection: Connection, article: Article, versions: Sequence[Row[Any]]) -> int | None:
    same = [int(row.id) for row in versions if row.hash == article.digest]
    if not same or versions[0].id == same[0]:
        return same[0] if same else None
    seen = seen_at(connection, article)
    return seen if seen in same else None


def key_of(connection: Connection, article: Article) -> str:
    """The key of the stored article that a text with an address is a version of.

    By its key, else by its address; where there is none, its own.
    """
    same_key = select(articles.c.key).where(articles.c.key == article.key)
    latest_first = articles.c.id.desc()
    same_url = select(articles.c.key).where(articles.c.url == article.url).order_by(latest_first)
    for asked in (same_key, same_url):
        if (found := connection.execute(asked.limit(1)).scalar()) is not None:
            return str(found)
    return article.key


def seen_at(connection: Connection, article: Article) -> int | None:
    """The number of the version that the article's place had last."""
    return connection.execute(select(sightings.c.article_id).where(*_at(article))).scalar_one_or_none()


def see(connection: Connection, article: Article) -> bool:
    """Note where a stored text was found; False where it is none."""
    found = stored_as(connection, article)
    if found is not None:
        _note_places(connection, {found: article})
    return found is not None


def note_places(connection: Connection) -> None:
    """Note where the versions of a ledger were found that did not keep that."""
    place = func.coalesce(articles.c.path, articles.c.key)
    last = select(articles.c.key, place, func.max(articles.c.id)).group_by(articles.c.key, place)
    if connection.execute(select(sightings)).first() is None:
        connection.execute(insert(sightings).from_select(["key", "place", "article_id"], last))


def _note_places(connection: Connection, seen: Mapping[int, Article]) -> None:
    """Note where versions were found, by their numbers."""
    noted = database_of(connection).insert(sightings)
    now = {"article_id": noted.excluded.article_id}
    connection.execute(
        noted.on_conflict_do_update(index_elements=["key", "place"], set_=now),
        [{"key": a.key, "place": a.path or a.key, "article_id": id_} for id_, a in seen.items()],
    )


def _at(article: Article) -> tuple[ColumnElement[bool], ...]:
    return sightings.c.key == article.key, sightings.c.place == (article.path or article.key)


def store(connection: Connection, given: Sequence[tuple[Article, Found]]) -> list[Added]:
    """Store articles of different keys with their claims, but for texts that are there already.

    What became of each is given in their order; the caller's transaction writes.
    """
    versions = _versions(connection, [article.key for article, _ in given])
    added: list[Added] = []
    new: dict[str, Found] = {}
    for article, found in given:
        its = versions[article.key]
        known = _as_stored(connection, article, its)
        if known is None:
            numbered = replace(article, version=its[0].version + 1 if its else 1)
            added.append(Added("new version" if its else "new", numbered, len(found)))
            new[article.key] = found
        else:
            _note_places(connection, {known: article})
            (stored,) = load_articles(connection, select(articles).where(articles.c.id == known))
            added.append(Added("unchanged", stored, _number_of_claims(connection, stored)))
    if new:
        _store_new(connection, [one.article for one in added if one.status != "unchanged"], new)
    return added


def _store_new(connection: Connection, versions: Sequence[Article], found: Mapping[str, Found]) -> None:
    """Store versions with what was found in them, by key."""
    progress.changed(connection)
    inserted = insert(articles).returning(articles.c.key, articles.c.id)
    ids = {row.key: row.id for row in connection.execute(inserted, [*map(article_row, versions)])}
    _note_places(connection, {ids[article.key]: article for article in versions})
    claimed = {ids[article.key]: its for article in versions if (its := found[article.key])}
    if claimed:
        counting.add(connection, store_claims(connection, claimed, store_appearances(connection, claimed)))
    for article in versions:
        if article.version > 1:
            _replace(connection, article, ids[article.key])


def _replace(connection: Connection, article: Article, article_id: int) -> None:
    """Let a version that is stored now take the place of the one before."""
    earlier = select(claims.c.number).join(articles, articles.c.id == claims.c.article_id)
    its = articles.c.key == article.key, articles.c.version == article.version - 1
    release(connection, connection.execute(earlier.where(*its)).scalars().all(), superseded=True)
    withdraw_unless_latest(connection, article_id)
    recount_of(connection, article.key)


def store_claims(
    connection: Connection, found: Mapping[int, Found], appearances: Mapping[str, StoredAppearance]
) -> Counter[str]:
    """Insert the claims of versions of different articles, by the versions' numbers, some at least.

    ``appearances`` are those of their speakers, by id. Gives how many of the claims each speaker has, by id.
    """
    told = [
        (article_id, claim, _Owners.of([appearances[id_] for id_ in ids]))
        for article_id, its in found.items()
        for claim, ids in its
    ]
    connection.execute(
        insert(claims),
        [
            claim_row(claim, article_id=article_id, appearance=whose.first, speakers=whose.speakers)
            for article_id, claim, whose in told
        ],
    )
    inserted = select(claims.c.article_id, claims.c.id, claims.c.number).where(claims.c.article_id.in_(found))
    numbers = {(row.article_id, row.id): row.number for row in connection.execute(inserted)}
    placed = [(read(numbers.__getitem__, (id_, claim.id)), id_, claim, whose) for id_, claim, whose in told]
    rows = [
        {
            "speaker_id": whose.speakers[0][0] if whose.speakers else None,
            "article_id": article_id,
            "claim_number": number,
            "words": span.text,
            "starts": span.start,
            "ends": span.end,
        }
        for number, article_id, claim, whose in placed
        for span in claim.mention
    ]
    if rows:
        connection.execute(insert(mentions), rows)
    others = [
        row
        for number, _, _, whose in placed
        for row in co_speaker_rows(number, whose.appearances, whose.speakers)
    ]
    if others:
        connection.execute(insert(co_speakers), others)
    return Counter(id_ for _, _, whose in told for id_, _ in whose.speakers)


def withdraw_unless_latest(connection: Connection, article_id: int) -> None:
    """Keep a version's claims out of groups where it is not the latest, or its article is removed."""
    latest = select(articles.c.id).where(articles.c.id == article_id, is_latest)
    if connection.execute(latest).first() is None:
        connection.execute(update(claims).where(claims.c.article_id == article_id).values(unit=SUPERSEDED))


def recount_of(connection: Connection, key: str) -> None:
    """Count anew the claims of those who speak in an article, in whatever version."""
    its = select(articles.c.id).where(articles.c.key == key)
    counting.recount(connection, counting.speakers_of_claims(connection, claims.c.article_id.in_(its)))


def _number_of_claims(connection: Connection, article: Article) -> int:
    counted = (
        select(func.count())
        .select_from(claims)
        .join(articles, articles.c.id == claims.c.article_id)
        .where(articles.c.key == article.key, articles.c.version == article.version)
    )
    return connection.execute(counted).scalar_one()
