from tests.cli.conftest import claims as claims  # noqa: PLC0414  # the command, for tests of reports too
