"""visits: What is looked at on the company's site."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "visit",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("source_id", sa.Uuid(), nullable=False),
        sa.Column("visitor", sa.Text(), nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("lead_id", sa.Uuid(), nullable=True),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("landing_page", sa.Text(), nullable=True),
        sa.Column("referrer", sa.Text(), nullable=True),
        sa.Column("view", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("page_count", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column("intents", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("watched_until", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("ordinal > 0 AND page_count >= 0 AND seconds >= 0", name=op.f("ck_visit_counts")),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_visit_lead_id")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_visit_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit")),
    )
    op.create_index(
        "ix_visit_lead",
        "visit",
        ["lead_id", sa.literal_column("started_at DESC"), sa.literal_column("id DESC")],
        unique=False,
        postgresql_where=sa.text("lead_id IS NOT NULL"),
    )
    op.create_index("ix_visit_source", "visit", ["source_id"], unique=False)
    op.create_index("ix_visit_started", "visit", ["started_at"], unique=False)
    op.create_index("ix_visit_visitor", "visit", ["visitor", "started_at"], unique=False)
    op.create_index("uq_visit_mark", "visit", ["mark"], unique=True)
    op.create_table(
        "page_view",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("visit_id", sa.Uuid(), nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("intent", sa.Text(), nullable=True),
        sa.Column("viewed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "intent IN ('PRICING', 'PRODUCT', 'CONTACT', 'RETURNING', 'LONG')", name=op.f("ck_page_view_intent")
        ),
        sa.CheckConstraint("seconds >= 0", name=op.f("ck_page_view_seconds")),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_page_view_visit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_page_view")),
    )
    op.create_index("ix_page_view_visit", "page_view", ["visit_id", "viewed_at", "id"], unique=False)
    op.create_index("uq_page_view_mark", "page_view", ["visit_id", "mark"], unique=True)
