"""How the parts of a page begin that are no part of its report: corrections, what a site puts in between, questions."""

import re
from typing import Final

from claims.lexicons import patterns


def _beginning(name: str) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{'|'.join(patterns(f'page_notices.{name}'))})", re.IGNORECASE)


NOTICE: Final = _beginning("notices")
"""The beginning of a correction or of an editorial note."""
WIDGET: Final = _beginning("widgets")
"""The beginning of what a site puts between an article and its readers."""
FAQ: Final = _beginning("faqs")
"""A heading of questions and answers."""
STRAY: Final = re.compile("|".join(patterns("page_notices.strays")), re.IGNORECASE)
"""A whole line of a web page that is no part of its article: to be matched fully."""
TAIL: Final = re.compile("|".join(patterns("page_notices.tails")), re.IGNORECASE)
"""A heading above what leads on to other articles: to be matched fully."""
REFERENCES: Final = re.compile("|".join(patterns("page_notices.references")), re.IGNORECASE)
"""A heading above the list of what an article rests on: to be matched fully."""
ABOVE: Final = re.compile("|".join(patterns("page_notices.above")), re.IGNORECASE)
"""A line that may stand above a headline and is none: to be matched fully."""
