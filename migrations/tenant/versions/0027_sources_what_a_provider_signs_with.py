"""sources: What a provider signs with, and what is shown to it."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("source", sa.Column("sealed_signing_secret", sa.LargeBinary(), nullable=True))
    op.add_column("source", sa.Column("sealed_access_token", sa.LargeBinary(), nullable=True))
