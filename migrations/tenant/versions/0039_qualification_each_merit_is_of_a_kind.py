"""qualification: Each merit and event is of a kind that there is."""

from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None


def upgrade():
    op.execute("ALTER TABLE lead_event VALIDATE CONSTRAINT ck_lead_event_kind")
    op.execute("ALTER TABLE lead_merit VALIDATE CONSTRAINT ck_lead_merit_merit")
