"""qualification: What a company goes by."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade():
    op.drop_constraint("ck_lead_event_kind", "lead_event", type_="check")
    op.drop_constraint("ck_lead_merit_merit", "lead_merit", type_="check")
    op.create_table(
        "qualification",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("ripe_score", sa.Integer(), nullable=True),
        sa.Column("least_activities", sa.Integer(), nullable=False),
        sa.Column("rules", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint("least_activities >= 0", name=op.f("ck_qualification_least_activities")),
        sa.CheckConstraint("ripe_score BETWEEN 1 AND 100", name=op.f("ck_qualification_ripe_score")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_qualification")),
    )
    op.create_table(
        "weighing",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("last_id", sa.Uuid(), nullable=True),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_weighing")),
    )
    op.create_index(
        "ix_weighing_created",
        "weighing",
        [sa.literal_column("created_at DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
    op.add_column("lead", sa.Column("ripe_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("lead_merit", sa.Column("rule", sa.Text(), nullable=True))
    op.create_check_constraint(
        op.f("ck_lead_event_kind"),
        "lead_event",
        "kind IN ('CREATED', 'STATUS', 'OWNER', 'RIPENED', 'UNRIPENED')",
        postgresql_not_valid=True,
    )
    op.create_check_constraint(
        op.f("ck_lead_merit_merit"),
        "lead_merit",
        "merit IN ('EMAIL', 'WORK_EMAIL', 'PHONE', 'COMPANY', 'TITLE', 'MESSAGE', 'PRODUCT', 'SOUGHT_US', "
        "'FIELD', 'ANSWER', 'SOURCE', 'CONSENT', 'ACTIVITIES', 'TALKED', 'TALKED_WITHIN')",
        postgresql_not_valid=True,
    )
