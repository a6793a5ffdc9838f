"""Questions to the ledger in SQL, for programs that open SQLite, and what Datasette should know of its tables."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final

_PARAMETER: Final = re.compile(r"(?<![\w:]):([a-z_]+)\b")


@dataclass(frozen=True, slots=True)
class ExampleQuery:
    """A question that is often asked of a ledger.

    Fields:
        name: such as "most-heard".
        question: in words.
        sql: the query for SQLite, on the ledger's tables and views.
    """

    name: str
    question: str
    sql: str

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names that stand after a colon in the query, for which a value must be given."""
        return tuple(dict.fromkeys(_PARAMETER.findall(self.sql)))


def example_queries() -> dict[str, ExampleQuery]:
    """The queries that `claims sql` prints, by their names."""
    return {
        name: ExampleQuery(name, query["question"], query["sql"].strip())
        for name, query in _said()["queries"].items()
    }


def datasette_metadata(database: str) -> dict[str, Any]:
    """What Datasette (https://docs.datasette.io/en/stable/metadata.html) shows of a ledger: descriptions and queries.

    ``database`` is what Datasette calls the ledger: the file's name without its ending. Tables that only the tool
    itself needs are hidden.
    """
    tables = {
        name: {"description": words} if words else {"hidden": True}
        for name, words in _said()["tables"].items()
    }
    tables["claims"] |= {"label_column": "content"}
    queries = {
        query.name: {"sql": query.sql, "title": query.name, "description": query.question}
        for query in example_queries().values()
    }
    return {
        "title": "Claims",
        "description": "Who said what, where exactly, how sure is that, and who else reported it.",
        "databases": {database: {"tables": tables, "queries": queries}},
    }


@cache
def _said() -> dict[str, Any]:
    return tomllib.loads(resources.files("claims.desk").joinpath("queries.toml").read_text("utf-8"))
