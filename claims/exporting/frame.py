"""Claims as a pandas table."""

from collections.abc import Iterable, Mapping
from typing import Final

import pandas as pd

from claims.exporting.columns import COLUMNS, ColumnType, rows
from claims.exporting.findings import Findings
from claims.records import Claim, Group, Verdict

# Seconds reach further than nanoseconds, which end in 1677.
_DTYPES: Final[Mapping[ColumnType, str]] = {"date": "datetime64[s]", "offsets": "object"}


def frame(
    claims: Iterable[Claim], groups: Iterable[Group] = (), verdicts: Iterable[Verdict] = ()
) -> pd.DataFrame:
    """One row a claim, in the columns of :data:`claims.exporting.columns.COLUMNS` and the claims' order.

    Dates are datetime64, offsets are tuples of (start, end) into the article's text, what is not known is
    missing. No claims give an empty table with all columns.
    """
    listed = list(rows(Findings(tuple(claims), tuple(groups), tuple(verdicts))))
    series = {}
    for column in COLUMNS:
        dtype = _DTYPES.get(column.type, column.type)
        series[column.name] = pd.Series([column.get(row) for row in listed], dtype=dtype)
    return pd.DataFrame(series)
