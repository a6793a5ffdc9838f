from dataclasses import replace

import pytest

from claims.extraction import Attribution, AttributionEvidence
from claims.extraction.coref import Resolution
from claims.extraction.reasons import reasons_of
from claims.records import Span, Speaker
from claims.text.quotations import Quoted, quotations

SURE = AttributionEvidence(content=0.99, edges=0.98, cue=0.99, link=0.99, mention=0.99)
TEXT = "“The bridge is closed, said Idra Vellmoor."
ATTRIBUTION = Attribution(
    (Span(28, 41, "Idra Vellmoor"),), (Span(23, 27, "said"),), (Span(0, 21, TEXT[:21]),), SURE
)
KNOWN = Resolution(Speaker("Idra Vellmoor", "person"), "named")
NONE_OPEN = Quoted([])


def test_nothing_is_said_against_a_claim_that_is_high() -> None:
    assert reasons_of(ATTRIBUTION, KNOWN, "high", NONE_OPEN) == ()


def test_an_unknown_speaker_is_said_at_any_confidence() -> None:
    (reason,) = reasons_of(ATTRIBUTION, Resolution(None, "he"), "high", NONE_OPEN)
    assert reason == "speaker unresolved: whom “Idra Vellmoor” means is not clear"
    unnamed = replace(ATTRIBUTION, mention=())
    assert reasons_of(unnamed, Resolution(None), "high", NONE_OPEN) == ("no speaker named",)


@pytest.mark.parametrize(
    ("evidence", "reason"),
    [
        ("content", "words uncertain"),
        ("edges", "unclear where it begins or ends"),
        ("cue", "cue unusual"),
        ("link", "may belong to another cue"),
        ("mention", "mention uncertain"),
    ],
)
def test_doubtful_evidence_is_named(evidence: str, reason: str) -> None:
    doubtful = replace(ATTRIBUTION, evidence=replace(SURE, **{evidence: 0.3}))
    assert reasons_of(doubtful, KNOWN, "low", NONE_OPEN) == (reason,)


def test_a_quotation_that_is_not_closed_is_named() -> None:
    assert reasons_of(ATTRIBUTION, KNOWN, "medium", Quoted(quotations(TEXT))) == ("quotation not closed",)


def test_a_claim_that_is_not_high_always_has_a_reason() -> None:
    assert len(reasons_of(ATTRIBUTION, KNOWN, "medium", NONE_OPEN)) == 1


def test_whom_a_pronoun_may_also_mean_is_named() -> None:
    she = replace(ATTRIBUTION, mention=(Span(28, 31, "she"),))
    doubtful = replace(KNOWN, found="she", chosen=0.6, runner_up="Berta Lang", runner_up_probability=0.35)
    assert "“she” may also be Berta Lang" in reasons_of(she, doubtful, "medium", NONE_OPEN)
    unlikely = replace(doubtful, chosen=0.97, runner_up_probability=0.02)
    assert not any("Berta Lang" in reason for reason in reasons_of(she, unlikely, "medium", NONE_OPEN))
