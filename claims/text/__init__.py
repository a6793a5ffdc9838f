"""Knowledge of text that several rooms share: words, sentences, quotations, quantities, negation.

From the letters to the claim: :mod:`~claims.text.normalisation` (typography, case, accents),
:mod:`~claims.text.tokens` (words with their places), :mod:`~claims.text.abbreviations`,
:mod:`~claims.text.sentences`, :mod:`~claims.text.quotations` (what quotation marks enclose);
:mod:`~claims.text.spelling_variants`, :mod:`~claims.text.numerals`, :mod:`~claims.text.canonical` (words and stems as
they are compared); :mod:`~claims.text.quantities`, :mod:`~claims.text.quantity_matching`,
:mod:`~claims.text.negation`, :mod:`~claims.text.polarity` (what is spoken for and against);
:mod:`~claims.text.claim_wording` (all of these, of one claim), :mod:`~claims.text.opposites`,
:mod:`~claims.text.word_vectors`, :mod:`~claims.text.slots` (what each word does), :mod:`~claims.text.slot_alignment`,
:mod:`~claims.text.role_swaps`, :mod:`~claims.text.slot_differences` (what two claims say otherwise in one
place), :mod:`~claims.text.word_senses`, :mod:`~claims.text.substitution`, :mod:`~claims.text.word_matching`,
:mod:`~claims.text.voices`,
:mod:`~claims.text.unordered_differences` (the same wherever it stands), :mod:`~claims.text.claim_ids`.
Beside them, :mod:`~claims.text.graphs` has the connected components, :mod:`~claims.text.fitted` what small fitted
models have in common.
"""
