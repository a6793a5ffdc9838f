"""The lines of YAML that may stand above a Markdown text."""

from datetime import date
from typing import Final, TypedDict

import yaml

from claims.errors import ClaimsError
from claims.reading.urls import canonical

_FIRST_LINE: Final = 2  # of the file: the line after the opening "---"


class FrontMatter(TypedDict, total=False):
    """What front matter may say of an article."""

    title: str
    author: str
    outlet: str
    url: str
    published: date


def fields(content: str, name: str) -> FrontMatter:
    """The article's fields in front matter: title, author, outlet, url, date (or published); others are left.

    Raises ClaimsError, which names the file and the line, for what is no YAML, and for an address or a date
    that is none.
    """
    given = _mapping(content, name)
    found = FrontMatter()
    if title := _words(given, "title", name):
        found["title"] = title
    if author := _words(given, "author", name):
        found["author"] = author
    if outlet := _words(given, "outlet", name):
        found["outlet"] = outlet
    if url := _words(given, "url", name):
        found["url"] = _address(url, name)
    if published := _words(given, "published", name) or _words(given, "date", name):
        found["published"] = _day(published, name)
    return found


def _mapping(content: str, name: str) -> dict[str, object]:
    try:
        # BaseLoader builds nothing but strings, lists and mappings: a title "1984" or "No" stays as it is.
        given = yaml.load(content, Loader=yaml.BaseLoader)  # noqa: S506
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = _FIRST_LINE + (mark.line if mark else 0)
        raise ClaimsError(
            f"{name}, line {line}: broken front matter ({error.problem}); mend the YAML"
        ) from None
    except (yaml.YAMLError, RecursionError):
        raise ClaimsError(f"{name}, line {_FIRST_LINE}: broken front matter; mend the YAML") from None
    if given in (None, ""):
        return {}
    if not isinstance(given, dict):
        raise ClaimsError(
            f'{name}, line {_FIRST_LINE}: front matter needs lines such as "title: Bridge closed"'
        )
    return {str(key).lower(): value for key, value in given.items()}


def _words(given: dict[str, object], field: str, name: str) -> str:
    value = given.get(field, "")
    values = value if isinstance(value, list) else [value]
    texts = [" ".join(each.split()) for each in values if isinstance(each, str)]
    if len(texts) < len(values):
        raise ClaimsError(
            f"{name}: the front matter has no plain words for the {field}; write them in one line"
        )
    words = ", ".join(text for text in texts if text)
    # YAML's escapes can write one half of a surrogate pair, which no file and no database can hold.
    return words.encode("utf-8", "ignore").decode()


def _address(url: str, name: str) -> str:
    address = canonical(url)
    if address is None:
        raise ClaimsError(f'{name}: the front matter has "{url}" for the url; write https://...')
    return address


def _day(published: str, name: str) -> date:
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        raise ClaimsError(
            f'{name}: the front matter has "{published}" for a date; write 2021-09-03'
        ) from None
