"""Claims as a pandas table."""

from collections.abc import Iterable

import pandas as pd

from claims.exporting.columns import COLUMNS, rows
from claims.exporting.findings import Findings
from claims.records import Claim, Group, Verdict

_DTYPES = {
    "confidence": "float64",
    # Seconds reach further than nanoseconds, which end in 1677.
    "published": "datetime64[s]",
    "reviewed_on": "datetime64[s]",
    "version": "int64",
    "start": "int64",
    "end": "int64",
}


def frame(
    claims: Iterable[Claim], groups: Iterable[Group] = (), verdicts: Iterable[Verdict] = ()
) -> pd.DataFrame:
    """One row a claim, in the columns of :data:`claims.exporting.columns.COLUMNS` and the claims' order.

    Dates are datetime64, offsets are tuples of (start, end) into the article's text, what is not known is
    missing. No claims give an empty table with all columns.
    """
    listed = list(rows(Findings(tuple(claims), tuple(groups), tuple(verdicts))))
    return pd.DataFrame(
        {
            column.name: pd.Series([column.get(row) for row in listed], dtype=_dtype(column.name))
            for column in COLUMNS
        }
    )


def _dtype(name: str) -> str:
    return "object" if name.endswith("_offsets") else _DTYPES.get(name, "str")
