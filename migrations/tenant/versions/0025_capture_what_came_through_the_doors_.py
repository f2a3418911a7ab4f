"""capture: What came through the doors of sources."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "submission",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("source_id", sa.Uuid(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("remote", sa.Text(), nullable=True),
        sa.Column("user_agent", sa.Text(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("problem_code", sa.Text(), nullable=True),
        sa.Column("problem_field", sa.Text(), nullable=True),
        sa.Column("problem", sa.Text(), nullable=True),
        sa.Column("lead_id", sa.Uuid(), nullable=True),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint(
            "(status = 'ACCEPTED') = (lead_id IS NOT NULL)", name=op.f("ck_submission_accepted_has_lead")
        ),
        sa.CheckConstraint(
            "(status = 'PARKED') = (problem_code IS NOT NULL)", name=op.f("ck_submission_parked_has_problem")
        ),
        sa.CheckConstraint(
            "status IN ('WAITING', 'ACCEPTED', 'PARKED', 'SPAM', 'TEST', 'DISCARDED')",
            name=op.f("ck_submission_status"),
        ),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_submission_lead_id")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_submission_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_submission")),
        sa.UniqueConstraint("source_id", "external_id", name=op.f("uq_submission_source_id_external_id")),
    )
    op.create_index(op.f("ix_submission_lead_id"), "submission", ["lead_id"], unique=False)
    op.create_index(
        "ix_submission_open",
        "submission",
        ["source_id", "received_at"],
        unique=False,
        postgresql_where=sa.text("status IN ('WAITING', 'PARKED')"),
    )
    op.create_index(
        "ix_submission_received",
        "submission",
        [sa.literal_column("received_at DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
    op.create_index(
        "ix_submission_source",
        "submission",
        ["source_id", sa.literal_column("received_at DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
