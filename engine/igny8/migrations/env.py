"""Alembic's entry: runs migrations on a database; called by `igny8.db.upgrade`, never from a command line."""

from __future__ import annotations

from alembic import context

from igny8.db import get_engine, metadata

engine = get_engine(context.config.attributes["url"])
# On SQLite one write transaction for all, so that two processes that start together take turns.
with engine.connect().execution_options(igny8_writes=True) as connection, connection.begin():
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=connection.dialect.name == "sqlite",  # SQLite cannot alter a column in place
        compare_type=True,
    )
    with context.begin_transaction():
        context.run_migrations()
