"""Short ways to write down a page and what is expected of it."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from tests.reading.common_pages import CommonPage


def adder(
    pages: dict[str, CommonPage], stories: Mapping[str, tuple[str, ...]], titles: Mapping[str, str]
) -> Callable[..., None]:
    """A function that puts a page among the pages; what it does not say is the story's own text and title."""

    def add(
        name: str,
        story: str,
        source: str,
        *,
        body: Iterable[str] | None = None,
        author: str | None = None,
        day: str | None = None,
        title: str | None = None,
        url: str | None = None,
    ) -> None:
        words = stories[story] if body is None else tuple(body)
        pages[name] = CommonPage(
            source, words, title or titles[story], author, date.fromisoformat(day) if day else None, url
        )

    return add


def head_of(titles: Mapping[str, str]) -> Callable[..., str]:
    """A function that writes a story's ``<title>`` and metadata: "article__author" is the property "article:author"."""

    def head(story: str, site: str, between: str = " - ", **more: str) -> str:
        title = titles[story]
        found = f"<title>{title}{between}{site}</title><meta property='og:title' content='{title}'>"
        found += f"<meta property='og:site_name' content='{site}'>"
        for key, value in more.items():
            named = f"property='{key.replace('__', ':')}'" if "__" in key else f"name='{key}'"
            found += f"<meta {named} content='{value}'>"
        return found

    return head
