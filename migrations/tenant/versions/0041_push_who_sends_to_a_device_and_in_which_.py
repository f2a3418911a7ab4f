"""push: Who sends to a device, and in which session it subscribed."""

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("push_device", sa.Column("session_id", sa.Uuid(), nullable=True))
    op.add_column("push_device", sa.Column("begun_at", sa.DateTime(timezone=True), nullable=True))
