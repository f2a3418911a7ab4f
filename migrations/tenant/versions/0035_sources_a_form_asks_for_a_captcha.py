"""sources: A form asks for a captcha."""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("source", sa.Column("captcha", sa.Text(), nullable=True))
    op.add_column("source", sa.Column("captcha_site_key", sa.Text(), nullable=True))
    op.add_column("source", sa.Column("sealed_captcha_secret", sa.LargeBinary(), nullable=True))
    op.create_check_constraint(
        op.f("ck_source_captcha"),
        "source",
        "captcha IN ('TURNSTILE', 'HCAPTCHA', 'RECAPTCHA', 'RECAPTCHA_SCORE')",
        postgresql_not_valid=True,
    )
