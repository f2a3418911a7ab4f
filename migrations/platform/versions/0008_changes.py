"""Word of what a company's transactions have changed."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade():
    op.execute(WORD.strip().removesuffix(";"))


# The namespace is the transaction's own role: no company can speak in the name of another.
WORD = r"""
CREATE FUNCTION ext.tell_changes(told text) RETURNS void LANGUAGE sql VOLATILE SET search_path = ''
RETURN pg_catalog.pg_notify('kesher_changes', pg_catalog.current_setting('role') || ' ' || told);
"""
