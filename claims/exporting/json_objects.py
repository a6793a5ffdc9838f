"""JSON objects as text: dates by ISO 8601, and no lone surrogate, which UTF-8 cannot hold."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import IO, Any

from claims.exporting.findings import Tally
from claims.exporting.safe_text import for_json


def as_json(value: Any, tally: Tally) -> bytes:
    """The value on one line of UTF-8; keys without a value (None) are kept, what was altered is counted."""
    return json.dumps(fit(value, tally), ensure_ascii=False, default=date.isoformat).encode()


def write_list(file: IO[bytes], values: Iterable[Any], tally: Tally) -> None:
    """Write the values of a JSON array, one a line, without its brackets."""
    for number, value in enumerate(values):
        file.write((b",\n" if number else b"\n") + as_json(value, tally))


def without_empty(record: Mapping[str, Any]) -> dict[str, Any]:
    """The record without the keys that have no value: in linked data, null says nothing."""
    return {key: value for key, value in record.items() if value not in (None, "", [], {})}


def fit(value: Any, tally: Tally) -> Any:
    """The value with text that UTF-8 can hold, also inside of lists and mappings; what was altered is counted."""
    if isinstance(value, str):
        return tally.add(for_json(value))
    if isinstance(value, Mapping):
        return {key: fit(one, tally) for key, one in value.items()}
    return [fit(one, tally) for one in value] if isinstance(value, (list, tuple)) else value
