import pytest

from claims.extraction.stance import stance_of


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        ("said", "neutral"),
        ("according to", "neutral"),
        ("pointed out", "neutral"),
        ("confirmed", "affirming"),
        ("admitted", "affirming"),
        ("has made clear", "affirming"),
        ("claimed", "distancing"),
        ("alleges", "distancing"),
        ("reportedly", "distancing"),
        ("denied", "denying"),
        ("Denying", "denying"),
        ("ruled out", "denying"),
        ("denied claims", "denying"),
        ("announced", "announcing"),
        ("revealed", "announcing"),
        ("believes", "believing"),
        ("thought", "believing"),
        ("does not believe", "believing"),
        ("did not deny", "neutral"),
        ("could not confirm", "neutral"),
        ("hasn’t announced", "neutral"),
        ("", "neutral"),
    ],
)
def test_the_cue_tells_the_stance(cue: str, stance: str) -> None:
    assert stance_of(cue) == stance


def test_words_that_only_contain_a_listed_one_do_not_count() -> None:
    assert stance_of("reclaimed") == "neutral"
