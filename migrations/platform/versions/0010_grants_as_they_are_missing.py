"""Grants are made where they are missing: an upgrade of one table does not touch the other forty."""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade():
    op.execute(GRANT_TABLES.strip().removesuffix(";"))


# What a tenant's role may do with each table of its namespace. A table whose comment is `append-only` takes no changes.
GRANT_TABLES = """
CREATE OR REPLACE FUNCTION fleet.grant_tables(namespace text) RETURNS void
LANGUAGE plpgsql SET search_path = '' AS $body$
DECLARE
    entry record;
BEGIN
    FOR entry IN
        SELECT t.oid::regclass AS name, t.wanted, t.granted FROM (
            SELECT c.oid, CASE WHEN obj_description(c.oid, 'pg_class') = 'append-only'
                THEN 'INSERT, SELECT' ELSE 'DELETE, INSERT, SELECT, UPDATE' END AS wanted,
                (SELECT string_agg(a.privilege_type, ', ' ORDER BY a.privilege_type)
                    FROM aclexplode(c.relacl) a WHERE a.grantee = namespace::regrole) AS granted
            FROM pg_catalog.pg_class c
            WHERE c.relnamespace = namespace::regnamespace AND c.relkind IN ('r', 'p')
        ) t WHERE t.granted IS DISTINCT FROM t.wanted
    LOOP
        IF entry.granted IS NOT NULL THEN
            EXECUTE format('REVOKE ALL ON %s FROM %I', entry.name, namespace);
        END IF;
        EXECUTE format('GRANT %s ON %s TO %I', entry.wanted, entry.name, namespace);
    END LOOP;
END
$body$;
"""
