"""Who speaks: the mentions of an article's attributions to speakers, in this order.

``tokens``, ``name_spans``, ``name_recognition``, ``name_revision``, ``name_tags``, ``short_forms``, ``roles``,
``entities``, ``sexes``: whom the whole article names, by rules and by the network's types of names. ``mention_names``,
``mentions``, ``phrases``: what a mention says.
``antecedents``, ``pronouns``, ``descriptions``, ``documents``: to whom it may refer, or whose it is; ``ranking``: to
whom it does, by fitted trees over ``features`` of the mention, of each candidate, of the references before it
(``salience``) and of the network's antecedents, in the ``discourse`` state that every reference changes
(``salience_updates``). ``news_style``, ``labels``: bylines, headlines, transcripts. ``resolution``: one pass through
the text. ``speaker_confidence``: how sure each is.
"""

from claims.extraction.coref.resolution import resolve
from claims.extraction.coref.speaker_confidence import Resolution

__all__ = ["Resolution", "resolve"]
