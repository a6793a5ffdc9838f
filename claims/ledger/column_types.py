"""The two types of nearly all columns, so that both databases hold the same and give it back in the same order."""

import re
from typing import Any, Final

import sqlalchemy as sa

_MARK, _NUL, _ITSELF = "\ufdd0", "\ufdd1", "\ufdd2"
"""Code points that Unicode keeps for programs' own use (https://www.unicode.org/faq/private_use.html#noncharacters)."""
_TO_ESCAPE: Final = re.compile("[\0\ufdd0]")


class _PostgresText(sa.types.TypeDecorator[str]):
    """Text as PostgreSQL takes it: without NUL, which stands in some articles, and ordered by code point as SQLite's.

    NUL is stored as two of :data:`_MARK`'s kind and comes back as itself; offsets count what comes back.
    """

    impl = sa.Text
    cache_ok = True

    def load_dialect_impl(self, dialect: sa.Dialect) -> Any:
        return dialect.type_descriptor(sa.Text(collation="C"))

    def process_bind_param(self, value: Any, dialect: sa.Dialect) -> Any:
        if value is None or not _TO_ESCAPE.search(value):
            return value
        return _TO_ESCAPE.sub(lambda found: _MARK + (_NUL if found[0] == "\0" else _ITSELF), value)

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> Any:
        if value is None or _MARK not in value:
            return value
        return value.replace(_MARK + _NUL, "\0").replace(_MARK + _ITSELF, _MARK)


Text: Final = sa.Text().with_variant(_PostgresText(), "postgresql")
"""Text of any length, ordered by code point."""

Integer: Final = sa.Integer().with_variant(sa.BigInteger(), "postgresql")
"""A whole number of 64 bits, with a sign."""
