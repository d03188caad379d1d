"""What the tests of several layers share: a private MariaDB, a real engine and real WordPress sites.

Everything is started on free ports, in folders that pytest removes, and stopped at the end of the session.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from stack.engine import Engine
from stack.mariadb import MariaDB
from stack.process import free_port
from stack.wordpress import WordPress

PASSWORD = "a-password-for-tests"
ARTIFACTS = Path(__file__).parent / "artifacts"


@pytest.fixture(scope="session")
def mariadb(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MariaDB]:
    """A running private MariaDB server."""
    server = MariaDB(world_readable(tmp_path_factory.mktemp("mariadb")) / "server")
    server.start()
    yield server
    server.stop()


def world_readable(folder: Path) -> Path:
    """pytest's folders are closed to others, and MariaDB runs as its own user."""
    for parent in (folder, *folder.parents):
        if parent.stat().st_mode & 0o77 == 0:
            parent.chmod(0o755)
    return folder


@pytest.fixture(scope="session")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """A running engine without a model provider."""
    running = Engine(tmp_path_factory.mktemp("engine"), free_port())
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="session")
def make_site(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Callable[..., WordPress]]:
    """Makes installed sites: `make_site("sqlite")` or `make_site("mariadb", theme="twentytwentyfive")`."""
    sites: list[WordPress] = []

    def make(database: str = "sqlite", theme: str = "igny8", title: str = "Northwind Pets") -> WordPress:
        folder = tmp_path_factory.mktemp("site")
        address = None
        if database == "mariadb":
            address = request.getfixturevalue("mariadb").create(f"site{len(sites)}")
        site = WordPress(folder, free_port(), address)
        site.install(title, PASSWORD, theme)
        sites.append(site)
        return site

    yield make
    for site in sites:
        site.stop()
