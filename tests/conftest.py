import os
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from page_server import Site, serving

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True, scope="session")
def _in_the_root() -> None:
    """Samples are named as in the README, from the root of the repository."""
    os.chdir(ROOT)


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A web site on this machine, without pages yet."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    made = Site("", {})
    server = serving(made)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield made
    server.shutdown()
    thread.join()
    server.server_close()
