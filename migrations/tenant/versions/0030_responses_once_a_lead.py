"""responses: A lead that waits is told of once."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade():
    op.create_index(
        "uq_response_event_escalated",
        "response_event",
        ["lead_id"],
        unique=True,
        postgresql_where=sa.text("kind = 'ESCALATED'"),
        postgresql_concurrently=True,
    )
