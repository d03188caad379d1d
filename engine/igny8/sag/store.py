"""Keeps generated templates in the engine's database, for every site of this engine: slug → template."""

from __future__ import annotations

import sqlalchemy as sa

from igny8 import db
from igny8.sag.template import Sector


def find_template(slug: str) -> Sector | None:
    """The kept template; None also when this engine never had a database, as for `igny8 run` on its own."""
    try:
        with db.reading() as connection:
            row = connection.execute(
                sa.select(db.sector_templates.c.document).where(db.sector_templates.c.slug == slug)
            ).first()
    except (sa.exc.OperationalError, sa.exc.ProgrammingError):
        return None
    return Sector.model_validate_json(row.document) if row else None


def list_templates() -> list[Sector]:
    """All kept templates, oldest first."""
    try:
        with db.reading() as connection:
            rows = connection.execute(
                sa.select(db.sector_templates.c.document).order_by(
                    db.sector_templates.c.created_at, db.sector_templates.c.slug
                )
            ).all()
    except (sa.exc.OperationalError, sa.exc.ProgrammingError):
        return []
    return [Sector.model_validate_json(row.document) for row in rows]


def save_template(sector: Sector) -> None:
    """Keeps a template, over an older one of the same slug."""
    db.upgrade()  # `igny8 run` may be the first to need the tables
    with db.writing() as connection:
        connection.execute(sa.delete(db.sector_templates).where(db.sector_templates.c.slug == sector.slug))
        connection.execute(
            sa.insert(db.sector_templates).values(
                slug=sector.slug, document=sector.model_dump_json(exclude_defaults=True), created_at=db.now()
            )
        )
