"""responses: Each event is of a kind that there is."""

from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade():
    op.execute("ALTER TABLE response_event VALIDATE CONSTRAINT ck_response_event_kind")
