"""Which release this is."""

from importlib.metadata import version

__version__ = version("claims")
"""The version of the installed package, such as "0.1.0"."""
