"""The shape of a namespace as Postgres tells it: what two of them must have in common to be the same."""

from psycopg2.extensions import cursor as Cursor  # noqa: N812

from tenants.namespace import checked

_PARTS = {
    "columns": """
        SELECT c.relname, a.attname, a.attnum, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,
               a.attgenerated, pg_get_expr(d.adbin, d.adrelid), a.attcollation
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
        LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        WHERE c.relnamespace = %(name)s::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0
          AND NOT a.attisdropped ORDER BY 1, {order}
    """,
    "constraints": """
        SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), condeferrable, convalidated
        FROM pg_constraint WHERE connamespace = %(name)s::regnamespace AND contype <> 'n' ORDER BY 1, 2
    """,
    "indexes": """
        SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = %(name)s ORDER BY 1, 2
    """,
    "tables": """
        SELECT c.relname, c.relkind, c.relpersistence, obj_description(c.oid, 'pg_class'),
               pg_get_userbyid(c.relowner),
               array_to_string(ARRAY(SELECT x::text FROM unnest(c.relacl) x ORDER BY 1), ' ')
        FROM pg_class c WHERE c.relnamespace = %(name)s::regnamespace AND c.relkind IN ('r', 'p', 'S', 'v', 'm')
        ORDER BY 1
    """,
    "rest": """
        SELECT 'trigger', tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        WHERE c.relnamespace = %(name)s::regnamespace AND NOT tgisinternal
        UNION ALL SELECT 'function', proname FROM pg_proc WHERE pronamespace = %(name)s::regnamespace
        UNION ALL SELECT 'type', typname FROM pg_type t WHERE typnamespace = %(name)s::regnamespace
          AND typtype NOT IN ('c', 'b')
    """,
}


def shape(cursor: Cursor, namespace: str, *, ordered: bool = False) -> dict[str, list[str]]:
    """Lines by part; the namespace's own name is taken out. `ordered` also tells the order of the columns."""
    cursor.execute("SET LOCAL search_path = ''")
    found = {}
    for part, sql in _PARTS.items():
        cursor.execute(sql.format(order="a.attnum" if ordered else "a.attname"), {"name": checked(namespace)})
        rows = [[*row] for row in cursor.fetchall()]
        if part == "columns" and not ordered:
            rows = [row[:2] + row[3:] for row in rows]
        found[part] = [repr(row).replace(f"{namespace}.", "").replace(namespace, "<tenant>") for row in rows]
    return found
