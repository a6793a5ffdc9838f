"""Adding one article with its claims, whole or not at all."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Row, Select, func, insert, select, update

from claims.ledger import counting, progress
from claims.ledger.appearances import Found, StoredAppearance, appearance_id, store_appearances
from claims.ledger.databases import database_of
from claims.ledger.groups import SUPERSEDED, release
from claims.ledger.mapping import article_row, claim_row, co_speaker_rows, load_articles, read
from claims.ledger.schema import articles, claims, co_speakers, is_latest, mentions, sightings
from claims.records import Article, Claim


@dataclass(frozen=True, slots=True)
class Added:
    """What became of an article: ``article`` as stored, with its version, and its number of claims."""

    status: Literal["new", "new version", "unchanged"]
    article: Article
    claims: int


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
    return _as_stored(connection, article, _versions(connection, article))


def _versions(connection: Connection, article: Article) -> Sequence[Row[Any]]:
    """The versions of an article, the latest first."""
    every: Select[Any] = select(articles.c.id, articles.c.version, articles.c.hash).where(
        articles.c.key == article.key
    )
    return connection.execute(every.order_by(articles.c.version.desc())).all()


def _as_stored(connection: Connection, article: Article, versions: Sequence[Row[Any]]) -> int | None:
    same = [int(row.id) for row in versions if row.hash == article.digest]
    if not same or versions[0].id == same[0]:
        return same[0] if same else None
    seen = seen_at(connection, article)
    return seen if seen in same else None


def key_of(connection: Connection, article: Article) -> str:
    """The key of the stored article that a text is a version of, by its key, else its address; else its own key."""
    same_key = select(articles.c.key).where(articles.c.key == article.key)
    latest_first = articles.c.id.desc()
    same_url = select(articles.c.key).where(articles.c.url == article.url).order_by(latest_first)
    for asked in (same_key, same_url) if article.url else ():
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
        _note_place(connection, article, found)
    return found is not None


def note_places(connection: Connection) -> None:
    """Note where the versions of a ledger were found that did not keep that."""
    place = func.coalesce(articles.c.path, articles.c.key)
    last = select(articles.c.key, place, func.max(articles.c.id)).group_by(articles.c.key, place)
    if connection.execute(select(sightings)).first() is None:
        connection.execute(insert(sightings).from_select(["key", "place", "article_id"], last))


def _note_place(connection: Connection, article: Article, id_: int) -> None:
    place = {"key": article.key, "place": article.path or article.key, "article_id": id_}
    seen = database_of(connection).insert(sightings).values(place)
    connection.execute(seen.on_conflict_do_update(index_elements=["key", "place"], set_={"article_id": id_}))


def _at(article: Article) -> tuple[ColumnElement[bool], ...]:
    return sightings.c.key == article.key, sightings.c.place == (article.path or article.key)


def store(connection: Connection, article: Article, found: Found) -> Added:
    """Store an article and its claims unless its text is there already; the caller's transaction writes."""
    versions = _versions(connection, article)
    if (known := _as_stored(connection, article, versions)) is not None:
        _note_place(connection, article, known)
        (stored,) = load_articles(connection, select(articles).where(articles.c.id == known))
        return Added("unchanged", stored, _number_of_claims(connection, stored))
    version = versions[0].version + 1 if versions else 1
    article = replace(article, version=version)
    progress.changed(connection)
    inserted = insert(articles).returning(articles.c.id)
    article_id = connection.execute(inserted, article_row(article)).scalar_one()
    _note_place(connection, article, article_id)
    counts: Counter[str] = Counter()
    if found:
        counts = store_claims(connection, article_id, found, store_appearances(connection, article_id, found))
    if version == 1:
        counting.add(connection, counts)
    else:
        _replace(connection, article, article_id)
    return Added("new" if version == 1 else "new version", article, len(found))


def _replace(connection: Connection, article: Article, article_id: int) -> None:
    """Let a version that is stored now take the place of the one before."""
    earlier = select(claims.c.number).join(articles, articles.c.id == claims.c.article_id)
    its = articles.c.key == article.key, articles.c.version == article.version - 1
    release(connection, connection.execute(earlier.where(*its)).scalars().all(), superseded=True)
    withdraw_unless_latest(connection, article_id)
    recount_of(connection, article.key)


def store_claims(
    connection: Connection, article_id: int, found: Found, appearances: Mapping[str, StoredAppearance]
) -> Counter[str]:
    """Insert the claims of an article version; ``appearances`` are those of their speakers, by id.

    Gives how many of the claims each speaker has, by id.
    """
    spoken = [[appearances[id_] for id_ in ids] for _, ids in found]
    numbers_of = [tuple(dict.fromkeys(one.number for one in its)) for its in spoken]
    owners = [tuple(dict.fromkeys((one.speaker_id, one.speaker_name) for one in its)) for its in spoken]
    connection.execute(
        insert(claims),
        [
            claim_row(claim, article_id=article_id, appearance=its[0] if its else None, speakers=whose)
            for (claim, _), its, whose in zip(found, numbers_of, owners, strict=True)
        ],
    )
    inserted = select(claims.c.id, claims.c.number).where(claims.c.article_id == article_id)
    numbers = {row.id: row.number for row in connection.execute(inserted)}
    rows = [
        {
            "speaker_id": whose[0][0] if whose else None,
            "article_id": article_id,
            "claim_number": read(numbers.__getitem__, claim.id),
            "words": span.text,
            "starts": span.start,
            "ends": span.end,
        }
        for (claim, _), whose in zip(found, owners, strict=True)
        for span in claim.mention
    ]
    if rows:
        connection.execute(insert(mentions), rows)
    others = [
        row
        for (claim, _), its, whose in zip(found, numbers_of, owners, strict=True)
        for row in co_speaker_rows(numbers[claim.id], its, whose)
    ]
    if others:
        connection.execute(insert(co_speakers), others)
    return Counter(id_ for whose in owners for id_, _ in whose)


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
