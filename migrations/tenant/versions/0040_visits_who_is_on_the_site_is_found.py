"""visits: Who is on the site is found among those who are."""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None


def upgrade():
    op.create_index(
        "ix_visit_here",
        "visit",
        ["lead_id", sa.literal_column("started_at DESC"), sa.literal_column("id DESC")],
        postgresql_where=sa.text("lead_id IS NOT NULL AND left_at IS NULL"),
        postgresql_concurrently=True,
    )
