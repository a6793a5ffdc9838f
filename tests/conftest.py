import os
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import settings

from tests import postgresql_server
from tests.page_server import Site, serving

ROOT = Path(__file__).parent.parent

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None, print_blob=True)
settings.register_profile("fuzz", deadline=None, max_examples=2000, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: a good part of the time, tests wait for servers, browsers and programs."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes minutes is begun first, so that at the end no process is alone with it."""
    items.sort(key=lambda item: item.get_closest_marker("minutes") is None)


@pytest.fixture(autouse=True, scope="session")
def _in_the_root() -> None:
    """Samples are named as in the README, from the root of the repository."""
    os.chdir(ROOT)


@pytest.fixture(autouse=True, scope="session")
def _server_ended() -> Iterator[None]:
    yield
    postgresql_server.stop()


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A web site on this machine, without pages yet."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    monkeypatch.setenv("CLAIMS_ALLOW_PRIVATE", "1")
    made = Site("", {})
    server = serving(made)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield made
    server.shutdown()
    thread.join()
    server.server_close()
