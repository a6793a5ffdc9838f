"""The claims that are to be verified, in windows, whatever the size of the ledger."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields, replace

from claims.desk.reviewing import verdicts
from claims.desk.revisions import find_article
from claims.desk.searching import Filter, find_speakers
from claims.exporting import disputes
from claims.ledger import Ledger, Query, QueueCount, QueueOrder, QueueQuery
from claims.records import Claim, Verdict


@dataclass(frozen=True, slots=True)
class Queue:
    """The claims of a ledger that a filter leaves, to be gone through one by one.

    Fields:
        query: which claims, in which order.
        carried: the verdicts that hold of claims though they were made on what these were in an earlier version.
    """

    ledger: Ledger
    query: QueueQuery
    carried: dict[str, list[Verdict]]

    def disputed(self, of: Collection[str]) -> dict[str, str]:
        """In words how reviewers differ on some claims, by the claim's id."""
        return _disputed(self.ledger, of, self.carried)

    def window(self, offset: int, limit: int) -> list[Claim]:
        """At most ``limit`` claims from ``offset`` (from 0) on."""
        return self.ledger.queue(self.query, offset, limit)

    def count(self) -> QueueCount:
        """How many claims there are, reviewed ones as well where the others are asked for."""
        return self.ledger.queue_count(self.query)

    def after(self, claim_id: str | None, *, backwards: bool = False) -> str | None:
        """The id of the claim that comes after one, or before it; the first one for None, and None for no more."""
        return self.ledger.queue_neighbour(self.query, claim_id, backwards=backwards)


def queue(ledger: Ledger, wanted: Filter, order: QueueOrder = "place") -> Queue:
    """The claims that a filter leaves (``sort``, ``limit`` and ``group`` are of no meaning), in an order.

    They are those that :func:`claims.desk.search` finds with the same filter. Raises :class:`ClaimsError` where no
    article is meant, or several.
    """
    speaker_ids = wanted.speaker_ids
    if wanted.speaker is not None:
        speaker_ids = tuple(s.id for s in find_speakers(ledger, wanted.speaker, exact=wanted.exact))
    carried = carried_verdicts(ledger)
    among = None
    if wanted.disputed:
        among = frozenset(_disputed(ledger, {*ledger.contested(), *carried}, carried))
    query = QueueQuery(
        **{f.name: getattr(wanted, f.name) for f in fields(Query)},
        unreviewed=wanted.unreviewed,
        among=among,
        carried=frozenset(carried),
        order=order,
    )
    article = None if wanted.article is None else find_article(ledger, wanted.article).key
    return Queue(ledger, replace(query, speaker_ids=speaker_ids, article=article), carried)


def _disputed(ledger: Ledger, of: Collection[str], carried: Mapping[str, list[Verdict]]) -> dict[str, str]:
    asked = set(of)
    on_record = [v for v in verdicts(ledger, asked - carried.keys()) if v.claim_id in asked]
    return disputes([*on_record, *(verdict for id_ in asked & carried.keys() for verdict in carried[id_])])


def carried_verdicts(ledger: Ledger) -> dict[str, list[Verdict]]:
    """The verdicts that hold of a claim though they were made on what it was in an earlier version, by its id now."""
    found: dict[str, list[Verdict]] = {}
    gone = ledger.departed()
    for verdict in verdicts(ledger, gone) if gone else []:
        if verdict.claim_id not in gone:
            found.setdefault(verdict.claim_id, []).append(verdict)
    judged = {verdict.claim_id for verdict in ledger.verdicts(found)} if found else set()
    return {id_: some for id_, some in found.items() if id_ not in judged}
