"""Templates to the bytes of one file that loads nothing and runs nothing but its own script."""

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from claims.exporting.page.template_filters import FILTERS
from claims.release import GENERATOR

_UNFIT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What an HTML file cannot hold: controls that are not white space, lone surrogates, noncharacters."""

_POLICY: Final = (
    "default-src 'none'; script-src {script}; style-src {style}; base-uri 'none'; form-action 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)


def render(template: str, **values: object) -> tuple[bytes, int]:
    """The page as UTF-8, and how many characters of the values HTML cannot hold and were shown as "�".

    Values are escaped: text of an article stays text. The Content-Security-Policy allows the page's own
    script and style, by their hashes, and nothing else: no other script, no image, no request.
    """
    script, style = _file("page.js"), _file("page.css")
    policy = _POLICY.format(script=_source(script), style=_source(style))
    # What is this package's own is the only text that is not escaped.
    own = {"script": script, "style": style, "generator": GENERATOR}
    values |= {"policy": policy} | {name: Markup(text) for name, text in own.items()}  # noqa: S704
    page = _environment().get_template(template).render(values)
    fit, altered = _UNFIT.subn("�", page)
    return fit.encode(), altered


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("claims.exporting.page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    for function in FILTERS:
        environment.filters[function.__name__] = function
    return environment


@cache
def _file(name: str) -> str:
    return files("claims.exporting.page").joinpath(name).read_text("utf-8")


def _source(text: str) -> str:
    """What stands for an inline script or style in a Content-Security-Policy (level 2, section 4.2)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
