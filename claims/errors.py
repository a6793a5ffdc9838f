"""The one kind of error that is meant for the person at the keyboard."""


class ClaimsError(Exception):
    """Something the user can mend: bad input, an unwritable path, a foreign ledger.

    The message is one line that names the file, the problem and the fix. The command line prints it
    to stderr and exits with code 2; every other exception is a defect of this program.
    """
