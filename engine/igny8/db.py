"""The engine's tables and how they are reached, on SQLite, MariaDB or PostgreSQL.

Statements are SQLAlchemy Core: job posting is the hot path and needs no object mapping. All writing goes through
`writing()`, which on SQLite takes the write lock at once, so that no transaction fails half way for being upgraded.
"""

from __future__ import annotations

import fcntl
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import mysql
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.pool import NullPool

from igny8.config import get_settings

BUSY_TIMEOUT_MS = 10_000  # SQLite: how long a writer waits for another process' commit
CHECKPOINT_PAGES = 4000  # 16 MB of write-ahead log between the syncs that make a post wait for the disk
POOL_SIZE = 8  # the threads of one gunicorn process

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class UtcTime(sa.types.TypeDecorator[datetime]):
    """An aware UTC time with microseconds, stored without a zone because SQLite and MariaDB know none."""

    impl = sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql", "mariadb")
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any, dialect: Any) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


# Ids, keys and hashes are ASCII and compared byte by byte: MariaDB's default collation takes "A" for "a".
def ascii_text(length: int) -> sa.types.TypeEngine[str]:
    """A short column of ASCII, case-sensitive everywhere."""
    exact = mysql.VARCHAR(length, charset="ascii", collation="ascii_bin")
    return sa.String(length).with_variant(exact, "mysql", "mariadb")


LongText = sa.Text().with_variant(mysql.LONGTEXT(), "mysql", "mariadb")  # MariaDB's TEXT ends at 64 kB

accounts = sa.Table(
    "accounts",
    metadata,
    sa.Column("id", ascii_text(36), primary_key=True),
    sa.Column("name", sa.String(120), nullable=False, unique=True),
    sa.Column("created_at", UtcTime, nullable=False),
)

sites = sa.Table(
    "sites",
    metadata,
    sa.Column("id", ascii_text(36), primary_key=True),
    sa.Column("account_id", ascii_text(36), sa.ForeignKey("accounts.id"), nullable=False, index=True),
    sa.Column("name", sa.String(120), nullable=False),
    sa.Column("url", sa.String(500), nullable=False),
    sa.Column("created_at", UtcTime, nullable=False),
)

keys = sa.Table(
    "keys",
    metadata,
    sa.Column("prefix", ascii_text(12), primary_key=True),
    sa.Column("site_id", ascii_text(36), sa.ForeignKey("sites.id"), nullable=False, index=True),
    sa.Column("hash", ascii_text(64), nullable=False),  # SHA-256 of the whole key
    sa.Column("scopes", sa.String(200), nullable=False),  # separated by spaces
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("revoked_at", UtcTime),
)

jobs = sa.Table(
    "jobs",
    metadata,
    sa.Column("id", ascii_text(36), primary_key=True),  # UUID version 7: sorts by time
    sa.Column("site_id", ascii_text(36), sa.ForeignKey("sites.id"), nullable=False),
    sa.Column("operation", ascii_text(80), nullable=False),
    sa.Column("queue", ascii_text(10), nullable=False),
    sa.Column("status", ascii_text(10), nullable=False),
    sa.Column("idempotency_key", ascii_text(200)),
    sa.Column("input_hash", ascii_text(64), nullable=False),  # SHA-256 of operation and canonical input
    sa.Column("dedupe_hash", ascii_text(64), unique=True),  # null once failed or cancelled: asking again starts anew
    sa.Column("input", LongText, nullable=False),
    sa.Column("output", LongText),
    sa.Column("error", LongText),  # {code, message, fields?}
    sa.Column("progress_done", sa.Integer, nullable=False, default=0),
    sa.Column("progress_total", sa.Integer, nullable=False, default=0),
    sa.Column("progress_message", sa.String(300), nullable=False, default=""),
    sa.Column("attempts", sa.Integer, nullable=False, default=0),
    sa.Column(
        "delivery", sa.Integer, nullable=False, default=1
    ),  # which of its Redis messages counts; see execution.py
    sa.Column("run_after", UtcTime),  # a retry waits until then
    sa.Column("lease_until", UtcTime),  # its worker is taken for dead after this
    sa.Column("model", sa.String(120)),
    sa.Column("prompt_version", sa.String(40)),
    sa.Column("tokens_in", sa.Integer),
    sa.Column("tokens_out", sa.Integer),
    sa.Column("cost_usd", sa.Double),
    sa.Column("request_id", ascii_text(100), nullable=False),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("queued_at", UtcTime, nullable=False),
    sa.Column("started_at", UtcTime),
    sa.Column("finished_at", UtcTime),
    sa.Index("ix_jobs_site_id_id", "site_id", "id"),
    sa.Index("ix_jobs_status_finished_at", "status", "finished_at"),
)

leases = sa.Table(
    "leases",
    metadata,
    sa.Column("name", ascii_text(40), primary_key=True),
    sa.Column("holder", ascii_text(80), nullable=False),
    sa.Column("until_at", UtcTime, nullable=False),
)

sector_templates = sa.Table(  # those a model made; the shipped ones are files
    "sector_templates",
    metadata,
    sa.Column("slug", ascii_text(60), primary_key=True),
    sa.Column("document", LongText, nullable=False),
    sa.Column("created_at", UtcTime, nullable=False),
)


def now() -> datetime:
    return datetime.now(UTC)


_is_pooled = True


@lru_cache(maxsize=4)
def get_engine(url: str = "") -> Engine:
    """The SQLAlchemy engine for a URL (default: the configured one). Connects only when used, so it survives a fork."""
    url = url or get_settings().database
    is_sqlite = url.startswith("sqlite")
    if is_sqlite and (path := sa.make_url(url).database):
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    options: dict[str, Any] = {"poolclass": NullPool}
    if _is_pooled:
        options = {"pool_size": POOL_SIZE, "max_overflow": 4, "pool_pre_ping": not is_sqlite, "pool_recycle": 1800}
    engine = sa.create_engine(url, **options)
    if is_sqlite:
        sa.event.listen(engine, "connect", _prepare_sqlite)
        sa.event.listen(engine, "begin", _begin_sqlite)
    return engine


def use_no_pool() -> None:
    """For workers: a connection per transaction, so that nothing is open when they fork."""
    global _is_pooled  # noqa: PLW0603 set once, at the start of the process
    _is_pooled = False
    get_engine.cache_clear()


def _prepare_sqlite(connection: Any, record: Any) -> None:
    connection.isolation_level = None  # BEGIN is ours: the driver's comes too late to take the write lock
    pragmas = {
        "busy_timeout": BUSY_TIMEOUT_MS,
        "journal_mode": "WAL",
        "synchronous": "NORMAL",
        "wal_autocheckpoint": CHECKPOINT_PAGES,
        "foreign_keys": "ON",
    }
    for name, value in pragmas.items():
        connection.execute(f"PRAGMA {name}={value}")


def _begin_sqlite(connection: Connection) -> None:
    options = connection.get_execution_options()
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("igny8_writes") else "BEGIN")


class _Turn:
    """SQLite's writers in turn. SQLite itself polls for its lock, asleep for up to 0.1 s; a file lock wakes at once."""

    def __init__(self) -> None:
        self.threads = threading.Lock()
        self.files: dict[str, tuple[int, int]] = {}  # path → process that opened it, descriptor

    @contextmanager
    def take(self, path: str) -> Iterator[None]:
        with self.threads:
            pid, descriptor = self.files.get(path, (0, 0))
            if pid != os.getpid():  # a descriptor kept over a fork would share its lock
                descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
                self.files[path] = (os.getpid(), descriptor)
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            try:
                yield
            finally:
                fcntl.flock(descriptor, fcntl.LOCK_UN)


_turn = _Turn()


@contextmanager
def reading(engine: Engine | None = None) -> Iterator[Connection]:
    """A connection that only reads."""
    with (engine or get_engine()).connect() as connection:
        yield connection


@contextmanager
def writing(engine: Engine | None = None) -> Iterator[Connection]:
    """A transaction: committed at the end, rolled back by an exception. Keep it short."""
    engine = engine or get_engine()
    if engine.dialect.name != "sqlite":
        with engine.begin() as connection:
            yield connection
        return
    with engine.connect() as plain, _turn.take(f"{engine.url.database}-turn"):
        connection = plain.execution_options(igny8_writes=True)
        with connection.begin():
            yield connection


def upgrade(url: str = "") -> None:
    """Brings the database to this version's tables; safe to run again and by several processes at once on SQLite."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["url"] = url or get_settings().database
    command.upgrade(config, "head")


def is_current(connection: Connection) -> bool:
    """Whether the tables are there at all: the readiness check, not a version check."""
    return bool(sa.inspect(connection).has_table("jobs"))
