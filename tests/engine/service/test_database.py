"""The tables on SQLite and MariaDB: migrations make what the code declares, may run again, and can be taken back."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from igny8 import db
from stack.mariadb import MariaDB


@pytest.fixture(params=["sqlite", "mariadb"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'engine.db'}"
    server: MariaDB = request.getfixturevalue("mariadb")
    return f"mysql+pymysql://{server.create('migrations')}"


def test_migrations_make_what_the_code_declares(url: str) -> None:
    db.upgrade(url)
    db.upgrade(url)
    with db.reading(db.get_engine(url)) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, db.metadata) == []


def test_migrations_can_be_taken_back(url: str) -> None:
    db.upgrade(url)
    config = Config()
    config.set_main_option("script_location", str(Path(db.__file__).parent / "migrations"))
    config.attributes["url"] = url
    command.downgrade(config, "base")
    with db.reading(db.get_engine(url)) as connection:
        assert sa.inspect(connection).get_table_names() == ["alembic_version"]
    db.upgrade(url)


def test_times_keep_zone_and_microseconds(url: str) -> None:
    db.upgrade(url)
    engine, at = db.get_engine(url), db.now()
    with db.writing(engine) as connection:
        connection.execute(sa.insert(db.leases).values(name="x", holder="y", until_at=at))
    with db.reading(engine) as connection:
        assert connection.scalar(sa.select(db.leases.c.until_at)) == at


def test_a_failed_write_leaves_nothing(url: str) -> None:
    db.upgrade(url)
    engine = db.get_engine(url)
    with pytest.raises(RuntimeError), db.writing(engine) as connection:
        connection.execute(sa.insert(db.leases).values(name="x", holder="y", until_at=db.now()))
        raise RuntimeError
    with db.reading(engine) as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(db.leases)) == 0


def test_starting_together_upgrades_once(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'together.db'}"
    script = f"from igny8.db import upgrade; upgrade({url!r})"
    results: list[int] = []
    threads = [
        threading.Thread(
            target=lambda: results.append(subprocess.run([sys.executable, "-c", script], check=False).returncode)
        )
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [0, 0, 0]
