"""What a namespace holds is found by an index: `pg_class` has none by namespace, and with a thousand companies its quarter
of a million rows were read for each grant. `pg_depend` has one.
"""

from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade():
    op.execute(HELD.strip())
    op.execute(GRANT_TABLES.strip().removesuffix(";"))


# Whatever lies in a namespace by itself, by its catalog: tables and sequences, types, functions. Not their indexes.
HELD = """
CREATE VIEW fleet.held AS SELECT d.refobjid AS namespace, d.classid::regclass AS catalog, d.objid AS id
FROM pg_catalog.pg_depend d WHERE d.refclassid = 'pg_catalog.pg_namespace'::regclass AND d.objsubid = 0
"""
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
                    FROM aclexplode(c.relacl) a WHERE a.grantee = grant_tables.namespace::regrole) AS granted
            FROM fleet.held h JOIN pg_catalog.pg_class c ON c.oid = h.id
            WHERE h.namespace = grant_tables.namespace::regnamespace AND h.catalog = 'pg_catalog.pg_class'::regclass
                AND c.relkind IN ('r', 'p')
        ) t WHERE t.granted IS DISTINCT FROM t.wanted
    LOOP
        IF entry.granted IS NOT NULL THEN
            EXECUTE format('REVOKE ALL ON %s FROM %I', entry.name, grant_tables.namespace);
        END IF;
        EXECUTE format('GRANT %s ON %s TO %I', entry.wanted, entry.name, grant_tables.namespace);
    END LOOP;
END
$body$;
"""
