"""sources: Each captcha is of a provider that there is."""

from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade():
    op.execute("ALTER TABLE source VALIDATE CONSTRAINT ck_source_captcha")
