"""activities: What hangs on leads is found by them."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade():
    op.create_index(
        "uq_activity_link_lead", "activity_link", ["lead_id", "activity_id"], unique=True, postgresql_concurrently=True
    )
    op.create_index(
        "ix_activity_link_lead_next",
        "activity_link",
        ["lead_id", "awaited_at"],
        postgresql_where=sa.text("awaited_at IS NOT NULL"),
        postgresql_concurrently=True,
    )
