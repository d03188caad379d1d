"""Generated sector templates."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from igny8.db import LongText, UtcTime, ascii_text

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sector_templates",
        sa.Column("slug", ascii_text(60), nullable=False),
        sa.Column("document", LongText, nullable=False),
        sa.Column("created_at", UtcTime, nullable=False),
        sa.PrimaryKeyConstraint("slug", name="pk_sector_templates"),
    )


def downgrade() -> None:
    op.drop_table("sector_templates")
