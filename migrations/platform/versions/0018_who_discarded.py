"""Which admin has discarded a file that waits on the shelf; null where it was fetched, used, or its time was over."""

from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade():
    op.execute(DISCARDED.strip().removesuffix(";"))


DISCARDED = """
ALTER TABLE platform.archive ADD COLUMN discarded_by uuid
    CONSTRAINT fk_archive_discarded_by REFERENCES platform.person;
CREATE INDEX ix_archive_discarded_by ON platform.archive (discarded_by);
"""
