"""One claim in its article, with all that speaks for and against it, and its verdict by one key."""

from collections.abc import Sequence
from typing import Final

from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute

from claims import desk
from claims.errors import ClaimsError
from claims.exporting import disputes, latest_by_reviewer
from claims.ledger import Query
from claims.records import ATTRIBUTION_VERDICTS, AttributionVerdict, Claim, Conflict, Verdict
from claims.serve.just_done import done_before, own_verdict, presence_of, verdicts_on
from claims.serve.marked_claims import marked
from claims.serve.views.queue_view import Asked
from claims.serve.visit import Visit, change, page

_STATEMENTS: Final = 6
"""So many other statements of the speaker are shown."""
_SUGGESTED: Final = 12
KEYS: Final = {"correct": "c", "wrong speaker": "s", "wrong words": "w", "not a claim": "n"}


def claim(visit: Visit) -> Response:
    """The page of a claim."""
    asked = Asked.of(visit)
    shown = visit.ledger.claim(visit.named("id"))
    id_ = shown.id
    presence = presence_of(visit)
    presence.look(id_, visit.reviewer)
    queue = asked.queue(visit)
    given = verdicts_on(visit, id_)
    done = done_before(visit)
    article = marked(shown.article, visit.ledger.claims(shown.article))
    number = next((note.number for note in article.notes if note.claim.id == id_), 0)
    group = visit.ledger.groups(visit.ledger.group_ids([id_]).values())
    return visit.render(
        "claim.html.j2",
        asked=asked,
        claim=shown,
        article=article,
        number=number,
        note=article.by_number.get(number),
        versions=visit.ledger.newest_versions([shown.article.key]).get(shown.article.key),
        removed=visit.ledger.removed().get(shown.article.key),
        given=given,
        mine=own_verdict(given, visit.reviewer),
        says_correct=not _has_attribution(given),
        dispute=disputes(given).get(id_),
        standing=_in_dispute(given),
        members=[m for g in group for m in g.members if m.claim.id != id_],
        group=group[0] if group else None,
        conflicts=_conflicts(visit, shown, [c.id for g in group for c in g.claims]),
        statements=_statements(visit, shown),
        doubts=visit.ledger.speaker_doubts(shown.speaker.id) if shown.speaker and shown.speaker.id else (),
        words=[d.value for d in visit.ledger.decisions() if d.kind == "words" and id_ in d.about],
        others=presence.others(visit.reviewer).get(id_, []),
        previous=done[0].id if done and done[0].id != id_ else queue.after(id_, backwards=True),
        following=queue.after(id_),
        attributions=KEYS,
        truths=visit.ledger.truths(),
        done=done,
        again=bool(visit.asked("again")),
        wide=True,
    )


def judged(visit: Visit) -> Response:
    """Store a verdict; one on the attribution or the truth leads to the next claim.

    Whoever says how true the words of this speaker are has taken them for the speaker's: where nobody has said a word
    about that, a verdict on the truth says "correct", too, in one verdict, which one undo takes back.
    """
    id_ = visit.ledger.claim(visit.named("id")).id
    asked = Asked.of(visit)
    attribution, truth = _attribution(visit.filled("attribution")), visit.filled("truth") or None
    settles = bool(visit.filled("settle"))
    if not visit.reviewer:
        raise ClaimsError("Nobody is named who decides: give your name first (above, right).")
    if truth and not attribution and not settles and not _has_attribution(verdicts_on(visit, id_)):
        attribution = "correct"
    found = desk.give_verdict(
        visit.ledger,
        id_,
        attribution=attribution,
        truth=truth,
        evidence=visit.filled("evidence") or None,
        note=visit.filled("note") or None,
        corrected_speaker=visit.filled("corrected_speaker") or None,
        corrected_words=visit.filled("corrected_words") or None,
        reviewer=visit.reviewer,
        settle=settles,
    )
    repeated = "" if found.given else "yes"
    if not (attribution or truth):
        return visit.go(f"/claims/{id_}{asked.query}", done=id_, again=repeated)
    following = _following(visit, asked, id_)
    if following is None:
        return visit.go(f"/{asked.query}", done=id_, again=repeated)
    return visit.go(f"/claims/{following}{asked.query}", done=id_, again=repeated)


def _following(visit: Visit, asked: Asked, id_: str) -> str | None:
    """The claim that the page had as the next one, unless somebody has reviewed it meanwhile, or has it open."""
    open_elsewhere = presence_of(visit).others(visit.reviewer)
    told = visit.filled("next")
    if told and told not in open_elsewhere and told in visit.ledger.claim_places({told}):
        given = visit.ledger.verdicts({told}) if asked.show == "" else []
        if not latest_by_reviewer(given):
            return told
    queue = asked.queue(visit)
    first = following = queue.after(id_)
    while following in open_elsewhere:
        following = queue.after(following)
    return following or first


def taken_back(visit: Visit) -> Response:
    """Take the reviewer's last verdict on a claim back, and show that claim."""
    verdict = desk.take_back(visit.ledger, visit.named("id"), reviewer=visit.reviewer)
    return visit.go(f"/claims/{verdict.claim_id}{Asked.of(visit).query}", back="yes")


def speaker_names(visit: Visit) -> Response:
    """The ledger's speakers whom the beginning of a name may mean, for who types it."""
    words = visit.asked("name")
    found = visit.ledger.speaker_names(words, _SUGGESTED) if words else []
    if not found and len(words) > 2:
        alike = desk.find_speakers(visit.ledger, words)[:_SUGGESTED]
        found = [(s.speaker.name, s.speaker.role, s.claims) for s in alike]
    return JSONResponse(
        [{"name": name, "role": role or "", "claims": claims} for name, role, claims in found]
    )


def still_open(visit: Visit) -> Response:
    """Note that a claim is still open, and say who else has it open."""
    presence = presence_of(visit)
    presence.look(visit.named("id"), visit.reviewer)
    return JSONResponse(presence.others(visit.reviewer).get(visit.named("id"), []))


def _has_attribution(given: Sequence[Verdict]) -> bool:
    """Whether anybody's verdict that stands says something of the attribution."""
    return any(v.attribution for some in latest_by_reviewer(given).values() for v in some)


def _in_dispute(given: Sequence[Verdict]) -> list[str]:
    """The words in which the verdicts of a claim's reviewers differ, of the attribution first."""
    standing = [v for some in latest_by_reviewer(given).values() for v in some]
    kinds = ({v.attribution for v in standing if v.attribution}, {v.truth for v in standing if v.truth})
    return [word for words in kinds if len(words) > 1 for word in sorted(words)]


def _conflicts(visit: Visit, shown: Claim, ids: list[str]) -> list[tuple[Claim, Conflict]]:
    """The claims that disagree with this one or with one that makes the same assertion."""
    ours = {shown.id, *ids}
    found = []
    for conflict in desk.conflicts(visit.ledger, ours):
        other = conflict.second if conflict.first.id in ours else conflict.first
        found.append((other, conflict))
    return found


def _statements(visit: Visit, shown: Claim) -> list[Claim]:
    """Other claims of the same speaker."""
    if shown.speaker is None or shown.speaker.id is None:
        return []
    found = visit.ledger.search(Query(speaker_ids=(shown.speaker.id,), limit=_STATEMENTS + 1))
    return [c for c in found if c.id != shown.id][:_STATEMENTS]


def _attribution(given: str) -> AttributionVerdict | None:
    if not given:
        return None
    for known in ATTRIBUTION_VERDICTS:
        if known == given:
            return known
    raise ClaimsError(f"'{given}' is no verdict: choose one of {', '.join(ATTRIBUTION_VERDICTS)}")


ROUTES: Final[list[BaseRoute]] = [
    page("/claims/{id}", claim),
    page("/claims/{id}/open", still_open),
    change("/claims/{id}/verdict", judged),
    change("/claims/{id}/undo", taken_back),
    page("/speaker-names", speaker_names),
]
NAVIGATION: Final = None
