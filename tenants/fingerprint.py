"""The shape of a namespace as Postgres tells it: tables, columns, constraints, indexes, rights, and what else is there.

Two namespaces at one revision have the same shape. Where one has another, somebody has changed it past the revisions.
"""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Final

from psycopg2.extensions import cursor as Cursor  # noqa: N812 - a class, whatever its case

from tenants.namespace import checked

Shape = Mapping[str, str]

_RIGHTS: Final = """coalesce((SELECT string_agg(concat(
    CASE WHEN g.grantee = 0 THEN 'all' ELSE pg_catalog.pg_get_userbyid(g.grantee) END, ' may ', g.what), '; '
    ORDER BY pg_catalog.pg_get_userbyid(g.grantee)) FROM (
        SELECT a.grantee, string_agg(a.privilege_type, ', ' ORDER BY a.privilege_type) AS what
        FROM pg_catalog.aclexplode({0}) a GROUP BY a.grantee) g), 'rights by default')"""
_SHAPE: Final = """
WITH held AS MATERIALIZED (
    SELECT h.catalog, h.id FROM fleet.held h WHERE h.namespace = %(name)s::regnamespace
), relation AS MATERIALIZED (
    SELECT c.oid, c.relname, c.relkind, c.relpersistence, c.relowner, c.relacl, c.relrowsecurity
    FROM held h JOIN pg_catalog.pg_class c ON c.oid = h.id AND h.catalog = 'pg_catalog.pg_class'::regclass
)
SELECT 'namespace', concat_ws('; ', 'owner ' || pg_catalog.pg_get_userbyid(n.nspowner), {namespace_rights})
FROM pg_catalog.pg_namespace n WHERE n.oid = %(name)s::regnamespace
UNION ALL
SELECT CASE c.relkind WHEN 'r' THEN 'table ' WHEN 'p' THEN 'table ' ELSE 'other relation ' END || c.relname,
    concat_ws('; ', 'kind ' || c.relkind::text, 'persistence ' || c.relpersistence::text,
        'owner ' || pg_catalog.pg_get_userbyid(c.relowner), {table_rights},
        'comment ' || pg_catalog.obj_description(c.oid, 'pg_class'),
        'row security ' || nullif(c.relrowsecurity, false)::text)
FROM relation c WHERE c.relkind IN ('r', 'p', 'S', 'v', 'm', 'f')
UNION ALL
SELECT 'column ' || c.relname || '.' || a.attname,
    concat_ws('; ', pg_catalog.format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN 'NOT NULL' END,
        'identity ' || nullif(a.attidentity::text, ''), 'generated ' || nullif(a.attgenerated::text, ''),
        'default ' || pg_catalog.pg_get_expr(d.adbin, d.adrelid), 'collation ' || o.collname,
        'rights ' || a.attacl::text, 'number ' || (CASE WHEN %(ordered)s THEN (
            SELECT count(*) FROM pg_catalog.pg_attribute b
            WHERE b.attrelid = a.attrelid AND b.attnum BETWEEN 1 AND a.attnum AND NOT b.attisdropped) END))
FROM pg_catalog.pg_attribute a JOIN relation c ON c.oid = a.attrelid
LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
LEFT JOIN pg_catalog.pg_collation o ON o.oid = a.attcollation
WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
UNION ALL
SELECT 'constraint ' || r.relname || '.' || k.conname,
    concat_ws('; ', pg_catalog.pg_get_constraintdef(k.oid), CASE WHEN NOT k.convalidated THEN 'not validated' END)
FROM pg_catalog.pg_constraint k JOIN relation r ON r.oid = k.conrelid WHERE k.contype <> 'n'
UNION ALL
SELECT 'index ' || c.relname,
    concat_ws('; ', pg_catalog.pg_get_indexdef(i.indexrelid), CASE WHEN NOT i.indisvalid THEN 'invalid' END)
FROM pg_catalog.pg_index i JOIN relation r ON r.oid = i.indrelid JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
UNION ALL
SELECT 'trigger ' || c.relname || '.' || t.tgname, pg_catalog.pg_get_triggerdef(t.oid)
FROM pg_catalog.pg_trigger t JOIN relation c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal
UNION ALL
SELECT 'policy ' || c.relname || '.' || p.polname, p.polcmd::text
FROM pg_catalog.pg_policy p JOIN relation c ON c.oid = p.polrelid
UNION ALL
SELECT 'function ' || f.proname, pg_catalog.pg_get_function_identity_arguments(f.oid)
FROM held h JOIN pg_catalog.pg_proc f ON f.oid = h.id WHERE h.catalog = 'pg_catalog.pg_proc'::regclass
UNION ALL
SELECT 'type ' || t.typname, t.typtype::text FROM held h JOIN pg_catalog.pg_type t ON t.oid = h.id
WHERE h.catalog = 'pg_catalog.pg_type'::regclass AND t.typtype NOT IN ('c', 'b')
""".format(namespace_rights=_RIGHTS.format("n.nspacl"), table_rights=_RIGHTS.format("c.relacl"))  # noqa: S608 - of texts of our own


def shape(cursor: Cursor, namespace: str, *, ordered: bool = True) -> Shape:
    """What each thing in it is, by name; the namespace's own name is taken out. `ordered` tells columns' order too."""
    cursor.execute("SET LOCAL search_path = ''")
    cursor.execute(_SHAPE, {"name": checked(namespace), "ordered": ordered})
    return {
        name: str(told).replace(f"{namespace}.", "").replace(namespace, "the company's role")
        for name, told in sorted(cursor.fetchall())
    }


def digest(found: Shape) -> str:
    """Equal for equal shapes."""
    return sha256("\n".join(f"{name}: {told}" for name, told in found.items()).encode()).hexdigest()


def differences(wanted: Shape, found: Shape) -> Iterator[str]:
    """A sentence for each thing that is not as it should be; nothing where both are equal."""
    for name in sorted(wanted.keys() | found.keys()):
        if name not in found:
            yield f"{name} is missing"
        elif name not in wanted:
            yield f"{name} is in no revision: {found[name]}"
        elif wanted[name] != found[name]:
            yield f"{name} is {found[name]}, and should be {wanted[name]}"
