"""Sessions that change their secret, and word of members whose access has changed."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade():
    for sql in (SESSIONS, WORD):
        op.execute(sql.strip().removesuffix(";"))


SESSIONS = """
ALTER TABLE platform.session
    ADD COLUMN previous_hash bytea CONSTRAINT uq_session_previous_hash UNIQUE,
    ADD COLUMN standing text;
"""

# A company's own transaction tells the web processes, when it commits, whom they have to look at anew.
WORD = r"""
CREATE FUNCTION ext.member_changed(member uuid) RETURNS void LANGUAGE sql VOLATILE SET search_path = ''
RETURN pg_catalog.pg_notify('kesher_access', 'm ' || pg_catalog.current_setting('role') || ' ' || member);
"""
