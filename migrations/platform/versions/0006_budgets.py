"""How many records each token has been lent to read in the current window of time."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade():
    for sql in (BUDGET,):
        op.execute(sql.strip().removesuffix(";"))


BUDGET = """
CREATE TABLE platform.row_budget (
    holder bytea CONSTRAINT pk_row_budget PRIMARY KEY,
    began_at timestamptz NOT NULL,
    leased bigint NOT NULL
);
CREATE INDEX ix_row_budget_began_at ON platform.row_budget (began_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.row_budget TO kesher_web;
"""
