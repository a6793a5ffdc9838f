"""Templates to pages: everything in them is escaped, and what HTML cannot hold is shown as "�"."""

import re
import secrets
from collections.abc import Mapping
from functools import cache

from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader, StrictUndefined

from claims.exporting.page import FILTERS
from claims.release import __version__

_UNFIT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def render(template: str, values: Mapping[str, object]) -> bytes:
    """The page as UTF-8."""
    return _UNFIT.sub("�", environment().get_template(template).render(values)).encode()


@cache
def environment() -> Environment:
    """The desk's templates; those of the report page are there as ``report/``."""
    made = Environment(
        loader=ChoiceLoader(
            [
                PackageLoader("claims.serve"),
                PrefixLoader({"report": PackageLoader("claims.exporting.page")}),
            ]
        ),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    for function in FILTERS:
        made.filters[function.__name__] = function
    made.globals["new_word"] = lambda: secrets.token_urlsafe(12)
    made.globals["any_or"] = lambda words: [("", "any"), *((word, word) for word in words)]
    made.globals["version"] = __version__
    return made
