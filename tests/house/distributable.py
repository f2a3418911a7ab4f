"""What Citus' schema-based sharding cannot carry, and why: read from the tables, the revisions' SQL and the code.

A namespace that keeps to this can be handed to another node as it is, by `citus_schema_distribute` or by a move.
"""

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import BigInteger, Column, Enum, Integer, MetaData, SmallInteger, Table, Uuid
from sqlalchemy import Sequence as SqlSequence

from tests.house.source import Module, place

VOLATILE: Final = frozenset(
    [
        "random",
        "random_normal",
        "gen_random_uuid",
        "uuidv4",
        "uuidv7",
        "clock_timestamp",
        "timeofday",
        "nextval",
        "setval",
    ]
)
_CALLS: Final = re.compile(rf"\b({'|'.join(sorted(VOLATILE))})\s*\(", re.IGNORECASE)
_UPDATE: Final = re.compile(
    r"\b(UPDATE\s+(?!SKIP|OF\b|NOWAIT)\S+\s+(AS\s+)?(\w+\s+)?SET|DO\s+UPDATE\s+SET)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Rule:
    """`why` ends the sentence that starts with what was found."""

    name: str
    pattern: str
    why: str

    def told(self, where: str) -> str:
        return f"{where}: {self.name}. {self.why}"


TRIGGER = Rule(
    "a trigger", r"CREATE\s+(OR\s+REPLACE\s+)?(CONSTRAINT\s+)?TRIGGER\b",
    "Citus refuses triggers on distributed tables; what must follow a change is done by the unit of work.",
)  # fmt: skip
IDENTITY = Rule(
    "an identity, serial or sequence",
    r"\bAS\s+IDENTITY\b|\b(small|big)?serial[248]?\b|CREATE\s+(TEMP\w*\s+)?SEQUENCE\b|\bnextval\s*\(",
    "A sequence counts on one node alone, and a moved namespace would count anew; ids are UUIDv7 of the application.",
)  # fmt: skip
ABROAD = Rule(
    "a name in another namespace", r"\b(platform|jobs|fleet|public|t_[a-z2-7]{13})\s*\.\s*\"?\w",
    "Only `ext` and `pg_catalog` are on every node; a reference or a query that leaves the namespace ties it to one.",
)  # fmt: skip
VIEW = Rule(
    "a view", r"CREATE\s+(OR\s+REPLACE\s+)?(TEMP\w*\s+|RECURSIVE\s+|MATERIALIZED\s+)*VIEW\b",
    "A materialised view is not distributed, and neither kind is written by the compiler or copied by an archive.",
)  # fmt: skip
INHERITED = Rule(
    "table inheritance", r"\bINHERITS?\s*\(|\b(NO\s+)?INHERIT\s+\w",
    "Citus carries declarative partitions, and no tables that inherit.",
)  # fmt: skip
TYPE = Rule(
    "a type or domain of its own", r"CREATE\s+(TYPE|DOMAIN)\b",
    "A type must be there on every node before its namespace is; a choice is text with a CHECK.",
)  # fmt: skip
FUNCTION = Rule(
    "a function, procedure, rule or operator",
    r"CREATE\s+(OR\s+REPLACE\s+)?(FUNCTION|PROCEDURE|RULE|OPERATOR|AGGREGATE)\b",
    "Citus does not distribute what a namespace defines besides tables; functions for all live in `ext`.",
)  # fmt: skip
TEMPORARY = Rule(
    "a temporary or unlogged table", r"CREATE\s+(TEMP\w*|UNLOGGED)\s+TABLE\b",
    "It lives on one node and in one session, which a pooler hands to the next company.",
)  # fmt: skip
UPDATES = Rule(
    "a volatile function in an UPDATE", "",
    "Citus refuses it, since each node would find another value; bind one that the application has made.",
)  # fmt: skip
RULES: Final = (TRIGGER, IDENTITY, ABROAD, VIEW, INHERITED, TYPE, FUNCTION, TEMPORARY)


def in_sql(where: str, sql: str) -> Iterator[str]:
    """Statement by statement; what stands in strings and comments is not read."""
    plain = re.sub(r"'(?:[^']|'')*'|--[^\n]*|/\*.*?\*/", " '' ", sql, flags=re.DOTALL)
    for statement in plain.split(";"):
        for rule in RULES:
            if re.search(rule.pattern, statement, re.IGNORECASE):
                yield rule.told(where)
        if _UPDATE.search(statement) and _CALLS.search(statement):
            yield UPDATES.told(where)


def in_tables(metadata: MetaData) -> Iterator[str]:
    for table in metadata.sorted_tables:
        if table.schema is not None:
            yield ABROAD.told(table.fullname)
        if table.dialect_options["postgresql"].get("inherits"):
            yield INHERITED.told(table.name)
        for column in table.columns:
            yield from _in_column(table, column)


def _in_column(table: Table, column: Column[object]) -> Iterator[str]:
    where = f"{table.name}.{column.name}"
    counts = isinstance(column.type, Integer | BigInteger | SmallInteger) and column is table.autoincrement_column
    if column.identity is not None or isinstance(column.default, SqlSequence) or counts:
        yield IDENTITY.told(where)
    if isinstance(column.type, Enum) and column.type.native_enum:
        yield TYPE.told(where)
    if any("." in key.target_fullname.rpartition(".")[0] for key in column.foreign_keys):
        yield ABROAD.told(where)
    if _CALLS.search(str(getattr(column.onupdate, "arg", ""))) or (
        column.server_onupdate is not None and column.computed is None
    ):
        yield UPDATES.told(where)
    default = str(getattr(column.server_default, "arg", ""))
    if "nextval" in default or (isinstance(column.type, Uuid) and _CALLS.search(default)):
        yield IDENTITY.told(where)


def in_code(modules: Sequence[Module]) -> Iterator[str]:
    """UPDATEs with a volatile function, as text or as `update(…).values(…)`."""
    for module in modules:
        for node in ast.walk(module.syntax):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                if _UPDATE.search(node.value) and _CALLS.search(node.value):
                    yield UPDATES.told(place(module, node))
            elif isinstance(node, ast.Call) and _updates(node) and _calls_volatile(node):
                yield UPDATES.told(place(module, node))


def _updates(call: ast.Call) -> bool:
    """Whether it is `….values(…)` on a chain that starts with `update(…)`, or sets on a conflict."""
    if not isinstance(call.func, ast.Attribute):
        return False
    if call.func.attr == "on_conflict_do_update":
        return True
    inner: ast.expr = call.func
    while isinstance(inner, ast.Attribute | ast.Call):
        inner = inner.value if isinstance(inner, ast.Attribute) else inner.func
    return call.func.attr == "values" and isinstance(inner, ast.Name) and inner.id == "update"


def _calls_volatile(call: ast.Call) -> bool:
    given = [*call.args, *(keyword.value for keyword in call.keywords)]
    inside = [node for one in given for node in ast.walk(one)]
    return any(
        isinstance(node, ast.Attribute) and node.attr in VOLATILE and isinstance(node.value, ast.Name)
        and node.value.id == "func" for node in inside
    )  # fmt: skip
