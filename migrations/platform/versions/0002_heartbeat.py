"""A sign of life of each part of the service, for the health page."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade():
    op.execute("""
CREATE TABLE platform.heartbeat (
    part text CONSTRAINT pk_heartbeat PRIMARY KEY,
    at timestamptz NOT NULL,
    version text NOT NULL
);
GRANT SELECT ON platform.heartbeat TO kesher_web;
GRANT SELECT, INSERT, UPDATE ON platform.heartbeat TO kesher_work;
""")
