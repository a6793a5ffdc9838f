"""What the text between the mentions brings to mind: names, pronouns, nouns that tell a sex."""

from typing import Final

from claims.extraction.speakers import lexicon
from claims.extraction.speakers.figures import described_figures
from claims.extraction.speakers.mentions import PRONOUNS, read_mention
from claims.extraction.speakers.naming import Use
from claims.extraction.speakers.phrases import phrase_start
from claims.extraction.speakers.scene import OTHER, OWNER, SUBJECT, sex_fits
from claims.extraction.speakers.telling import LEAST_STANDING, SEX_OF_PRONOUN, Telling, holder

_RECENT: Final = 6


def meet_name(telling: Telling, use: Use) -> None:
    """Note whom a name speaks of."""
    figure = holder(telling, use)
    if figure is None:
        return
    telling.holders[use.first] = figure
    figure.bare_uses += use.is_single
    telling.scene.refer(figure, use.first, _prominence(telling, use))


def _prominence(telling: Telling, use: Use) -> float:
    """How much a name brings its figure forward: the first in a sentence, if nothing governs it, the most."""
    tokens = telling.page.tokens
    sentence = tokens[use.first].sentence
    if use.last < len(tokens) and tokens[use.last].text in {"'s", "’s"}:
        return OWNER
    before = tokens[use.start - 1] if use.start else None
    governed = before is not None and before.sentence == sentence and before.bare in lexicon.PREPOSITIONS
    recent = telling.scene.references[-_RECENT:]
    if governed or any(r.sentence == sentence and r.weight >= SUBJECT for r in recent):
        return OTHER
    return SUBJECT


def meet_word(telling: Telling, at: int) -> None:
    """Note a pronoun for a person, or a noun that tells the sex ("a woman"), which later pronouns may mean."""
    token = telling.page.tokens[at]
    sex = SEX_OF_PRONOUN.get(PRONOUNS.get(token.bare, ""))
    if sex is not None:
        figure, worth = telling.scene.likeliest(at, lambda f: sex_fits(f, sex))
        if figure is not None and worth >= LEAST_STANDING:
            telling.scene.refer(figure, at, SUBJECT if token.bare in {"he", "she"} else OWNER)
    elif lexicon.sex_of_noun(token.bare) and token.text.islower() and at not in telling.uses_at:
        start = phrase_start(telling.page, at)
        following = telling.page.tokens[at + 1].text if at + 1 < len(telling.page.tokens) else ""
        if start < at and following not in {"'s", "’s"}:
            reading = read_mention(telling.page, range(start, at + 1), telling.uses_at)
            for figure in described_figures(telling, reading, start) if reading.kind == "described" else ():
                telling.scene.refer(figure, at, OTHER)
