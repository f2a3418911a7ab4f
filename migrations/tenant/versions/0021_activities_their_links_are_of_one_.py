"""activities: Each link is of one record that is there."""

from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade():
    op.execute("ALTER TABLE activity_link VALIDATE CONSTRAINT fk_activity_link_lead_id")
    op.execute("ALTER TABLE activity_link VALIDATE CONSTRAINT ck_activity_link_one_record")
