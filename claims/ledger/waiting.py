"""How long a command waits where another program is using the ledger."""

from typing import Final

BUSY_SECONDS: Final = 60.0
"""How long another program's work on the ledger is waited for."""
SILENT_SECONDS: Final = 2.0
"""How much of it without a word."""
