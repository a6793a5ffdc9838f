"""What the rooms know of text, whatever they do with it: words, sentences, quantities, negation, and graphs."""
