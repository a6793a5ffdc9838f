"""The recipe for the attribution tagger's weights; torch is needed here only."""
