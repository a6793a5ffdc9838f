"""The claims to verify in windows: the same ones that a search finds, each once, whatever the order."""

from pathlib import Path
from typing import Any, get_args

import pytest

from claims import desk
from claims.errors import ClaimsError
from claims.ledger import Ledger, QueueOrder
from claims.records import Decision

ORDERS: tuple[QueueOrder, ...] = get_args(QueueOrder)


@pytest.fixture(scope="module")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("queue") / "claims.db"
    with Ledger.open(path, create=True) as opened:
        desk.add(opened, Path("seeds"), root=Path.cwd())
    return path


def walked(queue: desk.Queue) -> list[str]:
    """The ids of the queue's claims, one after the other."""
    found: list[str] = []
    at = queue.after(None)
    while at is not None:
        found.append(at)
        assert len(found) < 100
        at = queue.after(at)
    return found


def judge_some(ledger: Ledger) -> None:
    ids = [claim.id for claim in ledger.claims()]
    for id_ in ids[::3]:
        desk.give_verdict(ledger, id_, attribution="correct", reviewer="Ana")
    for id_ in ids[::6]:
        desk.give_verdict(ledger, id_, attribution="not a claim", reviewer="Bo")
    desk.take_back(ledger, ids[0], reviewer="Ana")
    desk.take_back(ledger, ids[3], reviewer="Ana")


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"unreviewed": True},
        {"disputed": True},
        {"words": "warehouse"},
        {"speaker": "vellmoor", "unreviewed": True},
        {"tag": "low"},
        {"outlet": "gazette"},
        {"article": "quay fire"},
        {"words": "no such words anywhere"},
    ],
    ids=str,
)
def test_a_queue_has_the_claims_that_a_search_finds(
    ledger: Ledger, order: QueueOrder, asked: dict[str, Any]
) -> None:
    judge_some(ledger)
    queue = desk.queue(ledger, desk.Filter(**asked), order)
    expected = {claim.id for claim in desk.search(ledger, **asked)}
    ids = walked(queue)
    assert sorted(ids) == sorted(expected)
    windows = [claim.id for start in range(0, 30, 7) for claim in queue.window(start, 7)]
    assert windows == ids
    assert [queue.after(id_, backwards=True) for id_ in ids] == [None, *ids[:-1]][: len(ids)]


def test_each_order_is_the_one_it_says(ledger: Ledger) -> None:
    def claims(order: QueueOrder) -> list[Any]:
        return desk.queue(ledger, desk.Filter(), order).window(0, 100)

    assert [c.id for c in claims("place")] == [c.id for c in ledger.claims()]
    sure = [c.speaker_confidence for c in claims("doubt")]
    assert sure == sorted(sure)
    days = [c.article.published for c in claims("newest") if c.article.published]
    assert days == sorted(days, reverse=True)
    disagreeing = {c.id for conflict in desk.conflicts(ledger) for c in (conflict.first, conflict.second)}
    assert disagreeing
    first = [c.id for c in claims("conflicts")][: len(disagreeing)]
    assert set(first) == disagreeing


def test_the_count_says_how_far_the_desk_has_come(ledger: Ledger) -> None:
    judge_some(ledger)
    counted = desk.queue(ledger, desk.Filter(unreviewed=True)).count()
    assert counted.claims == len(ledger.claims())
    assert counted.claims - counted.reviewed == len(desk.search(ledger, unreviewed=True))


def test_a_claim_that_was_just_reviewed_still_has_a_next_one(ledger: Ledger) -> None:
    ids = walked(desk.queue(ledger, desk.Filter(unreviewed=True)))
    desk.give_verdict(ledger, ids[4], attribution="correct", reviewer="Ana")
    queue = desk.queue(ledger, desk.Filter(unreviewed=True))
    assert (queue.after(ids[4], backwards=True), queue.after(ids[4])) == (ids[3], ids[5])


def test_a_verdict_on_an_earlier_version_counts_for_what_the_claim_has_become(tmp_path: Path) -> None:
    first, second = Path("seeds/ostermere-courier-1.md"), Path("seeds/ostermere-courier-2.md")
    with Ledger.open(tmp_path / "claims.db", create=True) as ledger:
        desk.add(ledger, first, root=Path.cwd())
        before = next(c for c in ledger.claims() if "14 people" in c.content_text)
        desk.give_verdict(ledger, before.id, attribution="correct", reviewer="Ana")
        desk.add(ledger, second, root=Path.cwd())
        after = next(c for c in ledger.claims() if "17 people" in c.content_text)
        assert before.id != after.id
        queue = desk.queue(ledger, desk.Filter(unreviewed=True))
        assert after.id not in walked(queue)
        assert set(desk.carried_verdicts(ledger)) == {after.id}
        assert walked(queue) == [c.id for c in desk.search(ledger, unreviewed=True)]


def test_the_claims_of_a_removed_article_leave_the_queue(ledger: Ledger) -> None:
    gone = {claim.id for claim in desk.search(ledger, article="quay fire")}
    desk.remove(ledger, "quay fire")
    assert gone
    assert gone.isdisjoint(walked(desk.queue(ledger, desk.Filter())))


def test_what_is_taken_back_leaves_what_was_there_before(ledger: Ledger) -> None:
    id_ = ledger.claims()[0].id

    def stands() -> list[tuple[str | None, str | None]]:
        latest = [v for v in desk.verdicts(ledger) if v.claim_id == id_][-1:]
        return [(v.attribution, v.truth) for v in latest if not v.is_withdrawal]

    desk.give_verdict(ledger, id_, truth="true", reviewer="Ana")
    desk.give_verdict(ledger, id_, attribution="correct", reviewer="Ana")
    assert stands() == [("correct", "true")]
    assert desk.take_back(ledger, id_, reviewer="ana").attribution == "correct"
    assert stands() == [(None, "true")]
    desk.take_back(ledger, id_, reviewer="Ana")
    assert stands() == []
    assert id_ in {claim.id for claim in desk.search(ledger, unreviewed=True)}
    with pytest.raises(ClaimsError, match="no verdict of Ana to take back"):
        desk.take_back(ledger, id_, reviewer="Ana")
    desk.give_verdict(ledger, id_, attribution="correct", reviewer="Ana")
    assert stands() == [("correct", None)], "what was taken back can be said again"


def test_a_right_speaker_is_taken_back_with_its_verdict(ledger: Ledger) -> None:
    claim = next(c for c in ledger.claims() if c.speaker_name == "Idra Vellmoor")
    desk.give_verdict(
        ledger, claim.id, attribution="wrong speaker", corrected_speaker="Joss Tarrander", reviewer="Ana"
    )
    assert ledger.claim(claim.id).speaker_name == "Joss Tarrander"
    desk.take_back(ledger, claim.id, reviewer="Ana")
    assert ledger.claim(claim.id).speaker_name == "Idra Vellmoor"
    assert [(d.kind, d.undone) for d in ledger.decisions(undone=True)] == [("speaker", True)]


def test_taking_back_leaves_other_reviewers_and_decisions_alone(ledger: Ledger) -> None:
    claim = ledger.claims()[0]
    desk.decide(ledger, Decision("words", (claim.id,), "of the desk", "Bo"))
    desk.give_verdict(ledger, claim.id, attribution="not a claim", reviewer="Bo")
    desk.give_verdict(ledger, claim.id, attribution="correct", reviewer="Ana")
    assert desk.search(ledger, disputed=True)
    desk.take_back(ledger, claim.id, reviewer="Ana")
    assert not desk.search(ledger, disputed=True)
    assert [d.value for d in ledger.decisions()] == ["of the desk"]
    assert [v.attribution for v in desk.verdicts(ledger)] == ["not a claim", "correct", None]


def test_an_earlier_verdict_can_be_given_again(ledger: Ledger) -> None:
    id_ = ledger.claims()[0].id
    for word in ("correct", "not a claim", "correct"):
        desk.give_verdict(ledger, id_, attribution=word, reviewer="Ana")
    assert [v.attribution for v in desk.verdicts(ledger)] == ["correct", "not a claim", "correct"]


def test_a_right_speaker_does_not_go_along_with_a_correct_attribution(ledger: Ledger) -> None:
    id_ = ledger.claims()[0].id
    with pytest.raises(ClaimsError, match="exclude each other"):
        desk.give_verdict(ledger, id_, attribution="correct", corrected_speaker="Bo Hale", reviewer="Ana")
    desk.give_verdict(
        ledger, id_, attribution="wrong speaker", corrected_speaker="Joss Tarrander", reviewer="Ana"
    )
    desk.give_verdict(ledger, id_, attribution="not a claim", reviewer="Ana")
    assert [v.corrected_speaker for v in desk.verdicts(ledger)] == ["Joss Tarrander", None]
