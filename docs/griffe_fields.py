"""Lets mkdocstrings show the fields that our docstrings list under "Fields:" as what its style calls attributes."""

import re
from typing import Any, Final

import griffe

_SEVERAL: Final = re.compile(r"^( +)(\w+), (\w+(?:, \w+)*): ", re.MULTILINE)


class Fields(griffe.Extension):
    """Calls the section by its other name, before it is parsed; of fields that are told together, the first leads."""

    def on_instance(self, *, obj: griffe.Object, **__: Any) -> None:
        """Change an object's docstring as it is read."""
        if obj.docstring is not None and "Fields:\n" in obj.docstring.value:
            before, _, fields = obj.docstring.value.partition("Fields:\n")
            each = _SEVERAL.sub(r"\1\2: (and \3) ", fields)
            obj.docstring.value = f"{before}Attributes:\n{each}"
