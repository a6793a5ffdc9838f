"""The id of a claim, the same on every run and in every ledger."""

from claims.records import short_hash
from claims.text.normalisation import normalised


def claim_id(article_key: str, cue: str, content: str, occurrence: int = 0) -> str:
    """A stable id: 12 hexadecimal digits from the article's key, the cue and the normalised content.

    Positions and the resolved name play no part, so that a later release finds the same claim again.
    ``occurrence`` counts earlier claims of the article with the same cue and content, from 0.
    """
    parts = [article_key, normalised(cue), normalised(content)]
    if occurrence:
        parts.append(str(occurrence))
    return short_hash(*parts)
