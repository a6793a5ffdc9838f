"""Which release this is, and under which name it is installed."""

from typing import Final

__version__ = "0.1.0"
"""The release's version (semver.org); the build takes it from here."""

DISTRIBUTION: Final = "claimsheet"
"""The name to install it by: `claims` on the package index is another project's."""

GENERATOR: Final = f'<meta name="generator" content="{DISTRIBUTION}">'
"""By which the pages that the tool writes are known: what they quote is no article's own."""

REINSTALL: Final = f"run `pip install --force-reinstall {DISTRIBUTION}`"
"""What to do where a part of the installation is missing."""


def install_command(extra: str) -> str:
    """The command that installs what an extra adds, such as "parquet"; the quotation marks are for every shell."""
    return f'pip install "{DISTRIBUTION}[{extra}]"'
