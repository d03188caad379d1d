"""Alembic migrations of the engine's tables, run by `igny8 db upgrade` and by `igny8 up`."""
