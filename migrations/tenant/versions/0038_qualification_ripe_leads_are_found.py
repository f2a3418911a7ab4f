"""qualification: Ripe leads are found, and a merit stands once a rule."""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None


def upgrade():
    op.create_index(
        "ix_lead_ripe",
        "lead",
        [sa.literal_column("ripe_at DESC"), sa.literal_column("id DESC")],
        postgresql_where=sa.text("ripe_at IS NOT NULL AND deleted_at IS NULL"),
        postgresql_concurrently=True,
    )
    op.create_index(
        "uq_lead_merit_rule",
        "lead_merit",
        ["lead_id", sa.literal_column("coalesce(rule, merit)")],
        unique=True,
        postgresql_concurrently=True,
    )
    op.drop_index("uq_lead_merit", table_name="lead_merit", postgresql_concurrently=True)
