"""Accounts, sites, keys, jobs and leases."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from igny8.db import LongText, UtcTime, ascii_text

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", ascii_text(36), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("created_at", UtcTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_accounts"),
        sa.UniqueConstraint("name", name="uq_accounts_name"),
    )
    op.create_table(
        "leases",
        sa.Column("name", ascii_text(40), nullable=False),
        sa.Column("holder", ascii_text(80), nullable=False),
        sa.Column("until_at", UtcTime, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_leases"),
    )
    op.create_table(
        "sites",
        sa.Column("id", ascii_text(36), nullable=False),
        sa.Column("account_id", ascii_text(36), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("url", sa.String(length=500), nullable=False),
        sa.Column("created_at", UtcTime, nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_sites_account_id"),
        sa.PrimaryKeyConstraint("id", name="pk_sites"),
    )
    op.create_index("ix_sites_account_id", "sites", ["account_id"])

    op.create_table(
        "jobs",
        sa.Column("id", ascii_text(36), nullable=False),
        sa.Column("site_id", ascii_text(36), nullable=False),
        sa.Column("operation", ascii_text(80), nullable=False),
        sa.Column("queue", ascii_text(10), nullable=False),
        sa.Column("status", ascii_text(10), nullable=False),
        sa.Column("idempotency_key", ascii_text(200)),
        sa.Column("input_hash", ascii_text(64), nullable=False),
        sa.Column("dedupe_hash", ascii_text(64)),
        sa.Column("input", LongText, nullable=False),
        sa.Column("output", LongText),
        sa.Column("error", LongText),
        sa.Column("progress_done", sa.Integer(), nullable=False),
        sa.Column("progress_total", sa.Integer(), nullable=False),
        sa.Column("progress_message", sa.String(length=300), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("delivery", sa.Integer(), nullable=False),
        sa.Column("run_after", UtcTime),
        sa.Column("lease_until", UtcTime),
        sa.Column("model", sa.String(length=120)),
        sa.Column("prompt_version", sa.String(length=40)),
        sa.Column("tokens_in", sa.Integer()),
        sa.Column("tokens_out", sa.Integer()),
        sa.Column("cost_usd", sa.Double()),
        sa.Column("request_id", ascii_text(100), nullable=False),
        sa.Column("created_at", UtcTime, nullable=False),
        sa.Column("queued_at", UtcTime, nullable=False),
        sa.Column("started_at", UtcTime),
        sa.Column("finished_at", UtcTime),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name="fk_jobs_site_id"),
        sa.PrimaryKeyConstraint("id", name="pk_jobs"),
        sa.UniqueConstraint("dedupe_hash", name="uq_jobs_dedupe_hash"),
    )
    op.create_index("ix_jobs_site_id_id", "jobs", ["site_id", "id"])
    op.create_index("ix_jobs_status_finished_at", "jobs", ["status", "finished_at"])

    op.create_table(
        "keys",
        sa.Column("prefix", ascii_text(12), nullable=False),
        sa.Column("site_id", ascii_text(36), nullable=False),
        sa.Column("hash", ascii_text(64), nullable=False),
        sa.Column("scopes", sa.String(length=200), nullable=False),
        sa.Column("created_at", UtcTime, nullable=False),
        sa.Column("revoked_at", UtcTime),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name="fk_keys_site_id"),
        sa.PrimaryKeyConstraint("prefix", name="pk_keys"),
    )
    op.create_index("ix_keys_site_id", "keys", ["site_id"])


def downgrade() -> None:
    for table in ("keys", "jobs", "sites", "leases", "accounts"):  # children first: MariaDB keeps what is referred to
        op.drop_table(table)
