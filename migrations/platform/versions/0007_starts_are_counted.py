"""Where a sign-in was begun from, so that strangers are counted."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade():
    op.execute("ALTER TABLE platform.sign_in_attempt ADD COLUMN address text")
    op.execute("CREATE INDEX ix_sign_in_attempt_address_created_at ON platform.sign_in_attempt (address, created_at)")
