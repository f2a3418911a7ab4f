"""imports: Leads are given by the rules or begin anew."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade():
    op.add_column(
        "import_run", sa.Column("assign_leads", sa.Boolean(), server_default=sa.text("false"), nullable=False)
    )
    op.add_column(
        "import_run", sa.Column("leads_are_new", sa.Boolean(), server_default=sa.text("false"), nullable=False)
    )
