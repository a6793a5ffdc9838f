import pytest

from claims.extraction.act import act_of


@pytest.mark.parametrize(
    ("cue", "content", "act"),
    [
        ("said", "that the bridge was closed", "statement"),
        ("according to", "the bridge was closed", "statement"),
        ("pointed out", "that the bridge was closed", "statement"),
        ("asserted", "that the bridge was closed", "statement"),
        ("announced", "the closing of the bridge", "announcement"),
        ("made public", "a list of bridges", "announcement"),
        ("denied", "that the bridge was unsafe", "denial"),
        ("has denied allegations", "that the bridge was unsafe", "denial"),
        ("dismissed claims", "that the bridge was unsafe", "denial"),
        ("did not deny", "that the bridge was unsafe", "statement"),
        ("accused", "the council of neglect", "accusation"),
        ("blamed", "the council for the delay", "accusation"),
        ("predicted", "that the bridge would fail", "prediction"),
        ("warned", "that the bridge could fail", "prediction"),
        ("said", "the bridge is likely to reopen in May", "prediction"),
        ("believes", "that the bridge is safe", "belief"),
        ("does not believe", "that the bridge is safe", "belief"),
        ("is concerned", "about the bridge", "belief"),
        ("hopes", "that the bridge is safe", "belief"),
        ("hopes", "to reopen the bridge", "intention"),
        ("plans", "to reopen the bridge", "intention"),
        ("vowed", "to rebuild it", "intention"),
        ("said", "he would rebuild it", "intention"),
        ("told", "“We’ll rebuild it”", "intention"),
        ("said", "he would be seventy in May", "statement"),
        ("called for", "an inquiry", "request"),
        ("urged", "drivers to wait", "request"),
        ("called", "the delay a disgrace", "judgement"),
        ("praised", "the engineers", "judgement"),
        ("criticised", "the delay", "judgement"),
        ("", "", "statement"),
    ],
)
def test_cue_and_content_tell_the_act(cue: str, content: str, act: str) -> None:
    assert act_of(cue, content) == act
