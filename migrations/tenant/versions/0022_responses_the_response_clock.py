"""responses: The response clock."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "response_event",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("lead_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("activity_id", sa.Uuid(), nullable=True),
        sa.Column("wall_seconds", sa.Integer(), nullable=False),
        sa.Column("business_seconds", sa.Integer(), nullable=False),
        sa.CheckConstraint("channel IN ('CALL', 'MEETING', 'MAIL', 'CHAT')", name=op.f("ck_response_event_channel")),
        sa.CheckConstraint(
            "kind IN ('RECEIVED', 'ASSIGNED', 'SEEN', 'AUTOMATIC', 'ATTEMPTED', 'CONTACTED')",
            name=op.f("ck_response_event_kind"),
        ),
        sa.CheckConstraint(
            "wall_seconds >= 0 AND business_seconds BETWEEN 0 AND wall_seconds", name=op.f("ck_response_event_seconds")
        ),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name=op.f("fk_response_event_activity_id")),
        sa.ForeignKeyConstraint(["by_id"], ["member.id"], name=op.f("fk_response_event_by_id")),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_response_event_lead_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_response_event")),
        comment="append-only",
        info={"append_only": True},
    )
    op.create_index("ix_response_event_lead", "response_event", ["lead_id", "at", "id"], unique=False)
    op.create_index(
        "uq_response_event_activity",
        "response_event",
        ["activity_id", "lead_id", "kind"],
        unique=True,
        postgresql_where=sa.text("activity_id IS NOT NULL"),
    )
    op.create_index(
        "uq_response_event_once",
        "response_event",
        ["lead_id", "kind"],
        unique=True,
        postgresql_where=sa.text("kind IN ('RECEIVED', 'SEEN')"),
    )
