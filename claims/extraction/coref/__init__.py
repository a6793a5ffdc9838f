"""Who speaks: the mentions of an article's attributions to speakers, by rules, in this order.

``tokens``, ``name_spans``, ``name_recognition``, ``roles``, ``entities``: whom the whole article names. ``mentions``,
``phrases``: what a mention says. ``antecedents``, ``pronouns``, ``descriptions``, ``documents``: to whom it may refer,
or whose it is; ``ranking``: to whom it does, by fitted weights, from the ``salience`` of each and the rest of the
``discourse`` state, which every reference changes (``salience_updates``). ``news_style``: bylines and headlines.
``resolution``: one pass through the text. ``speaker_confidence``: how sure each is.
"""

from claims.extraction.coref.resolution import resolve
from claims.extraction.coref.speaker_confidence import Resolution

__all__ = ["Resolution", "resolve"]
