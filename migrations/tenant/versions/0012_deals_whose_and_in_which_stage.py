"""deals: Whose and in which stage, by one index."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade():
    op.drop_index(op.f("ix_deal_owner"), table_name="deal", postgresql_where=sa.text("deleted_at IS NULL"))
    op.create_index(
        "ix_deal_owner", "deal", ["owner_id", "stage_id"], unique=False, postgresql_where=sa.text("deleted_at IS NULL")
    )
