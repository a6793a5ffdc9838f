"""Adding one article with its claims, whole or not at all."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Literal

from sqlalchemy import Connection, func, insert, select, update

from claims.ledger.rows import article_row, claim_row, load_articles, read, select_ids, speaker_of
from claims.ledger.schema import articles, claims, mentions, speakers
from claims.records import Article, Claim, Speaker, short_hash

Linked = list[tuple[Claim, str | None]]
"""Claims, each with the id of its speaker."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of an article: ``article`` as stored, with its version, and its number of claims."""

    outcome: Literal["new", "new version", "unchanged"]
    article: Article
    claims: int


def linked(article: Article, found: Iterable[Claim], speaker_key: Callable[[Speaker], str]) -> Linked:
    """The article's claims with the ids of their speakers.

    Raises :class:`ValueError` for claims that the article cannot have: the caller's defect, not the user's.
    """
    ids: dict[Speaker, str] = {}
    seen: set[str] = set()
    result: Linked = []
    for claim in found:
        if claim.id in seen:
            raise ValueError(f"two claims of {article.key} have the id {claim.id}")
        if not 0 <= claim.confidence <= 1:
            raise ValueError(f"claim {claim.id} has the confidence {claim.confidence}, not one from 0 to 1")
        if any(article.text[s.start : s.end] != s.text for s in (*claim.mention, *claim.cue, *claim.content)):
            raise ValueError(f"a span of claim {claim.id} is not in the text of {article.key}")
        seen.add(claim.id)
        if claim.speaker and claim.speaker not in ids:
            ids[claim.speaker] = short_hash(speaker_key(claim.speaker))
        result.append((claim, ids[claim.speaker] if claim.speaker else None))
    return result


def holds(connection: Connection, article: Article) -> bool:
    """Whether this very text is stored under the article's key, in any version."""
    same = select(articles.c.id).where(articles.c.key == article.key, articles.c.hash == article.digest)
    return connection.execute(same).first() is not None


def store(connection: Connection, article: Article, found: Linked) -> Added:
    """Store an article and its claims unless its text is there already; the caller's transaction writes."""
    same = select(articles).where(articles.c.key == article.key, articles.c.hash == article.digest)
    if stored := load_articles(connection, same):
        return Added("unchanged", stored[0], _number_of_claims(connection, stored[0]))
    newest = select(func.max(articles.c.version)).where(articles.c.key == article.key)
    version = (connection.execute(newest).scalar() or 0) + 1
    article = replace(article, version=version)
    connection.execute(insert(articles), article_row(article))
    inserted = select(articles.c.id).where(articles.c.key == article.key, articles.c.version == version)
    article_id = connection.execute(inserted).scalar_one()
    names = _store_speakers(connection, found)
    if found:
        _store_claims(connection, article_id, found, names)
    return Added("new" if version == 1 else "new version", article, len(found))


def _store_claims(connection: Connection, article_id: int, found: Linked, names: dict[str, str]) -> None:
    connection.execute(
        insert(claims),
        [
            claim_row(claim, article_id=article_id, speaker_id=id_, speaker_name=names[id_] if id_ else None)
            for claim, id_ in found
        ],
    )
    inserted = select(claims.c.id, claims.c.number).where(claims.c.article_id == article_id)
    numbers = {row.id: row.number for row in connection.execute(inserted)}
    rows = [
        {
            "speaker_id": id_,
            "article_id": article_id,
            "claim_number": read(numbers.__getitem__, claim.id),
            "words": span.text,
            "starts": span.start,
            "ends": span.end,
        }
        for claim, id_ in found
        for span in claim.mention
    ]
    if rows:
        connection.execute(insert(mentions), rows)


def _store_speakers(connection: Connection, found: Linked) -> dict[str, str]:
    """Insert new speakers, complete known ones, and return the name of each by id."""
    wanted = {id_ for _, id_ in found if id_}
    before = {row.id: read(speaker_of, row) for row in select_ids(connection, speakers, wanted)}
    after = dict(before)
    for claim, id_ in found:
        if claim.speaker and id_:
            after[id_] = _completed(after[id_], claim.speaker) if id_ in after else claim.speaker
    new = [
        {"id": id_, "name": speaker.name, "type": speaker.type, "role": speaker.role}
        for id_, speaker in after.items()
        if id_ not in before
    ]
    if new:
        connection.execute(insert(speakers), new)
    for id_, old in before.items():
        if after[id_] != old:
            _complete(connection, id_, old, after[id_])
    return {id_: speaker.name for id_, speaker in after.items()}


def _complete(connection: Connection, id_: str, old: Speaker, new: Speaker) -> None:
    row = {"name": new.name, "type": new.type, "role": new.role}
    connection.execute(update(speakers).where(speakers.c.id == id_).values(row))
    if new.name != old.name:
        connection.execute(update(claims).where(claims.c.speaker_id == id_).values(speaker_name=new.name))


def _completed(known: Speaker, other: Speaker) -> Speaker:
    """The known speaker under the fuller of both names; the first role that was told stays."""
    named = other if _fullness(other.name) > _fullness(known.name) else known
    return Speaker(named.name, named.type, known.role or other.role)


def _fullness(name: str) -> tuple[int, int]:
    return len(name.split()), len(name)


def _number_of_claims(connection: Connection, article: Article) -> int:
    counted = (
        select(func.count())
        .select_from(claims)
        .join(articles, articles.c.id == claims.c.article_id)
        .where(articles.c.key == article.key, articles.c.version == article.version)
    )
    return connection.execute(counted).scalar_one()
