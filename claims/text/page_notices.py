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
