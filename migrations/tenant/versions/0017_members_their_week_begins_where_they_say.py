"""members: Their week begins where they say."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("member", sa.Column("week_start", sa.Integer(), nullable=True))
    op.create_check_constraint(op.f("ck_member_week_start"), "member", "week_start BETWEEN 1 AND 7")
