"""Whatever changes a company's row of the directory, web processes hear of it when that is committed."""

from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade():
    op.execute(TELL)
    op.execute(TRIGGER)


TELL = """
CREATE FUNCTION platform.tell_company() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $body$
BEGIN
    PERFORM pg_notify('kesher_access', 'c ' || NEW.namespace);
    RETURN NULL;
END
$body$
"""
TRIGGER = """
CREATE TRIGGER tell_company AFTER UPDATE ON platform.tenant
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION platform.tell_company()
"""
