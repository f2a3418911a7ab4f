"""What kind of statement a text is, told from its words outside strings, comments and quoted names."""

import re
from enum import Enum
from functools import lru_cache
from typing import Final

from tenants.errors import WriteRefused


class Kind(Enum):
    """READ changes nothing; WRITE changes rows; ENQUEUE adds a job; SAVEPOINT marks, frees or goes back to a point."""

    READ = 1
    WRITE = 2
    ENQUEUE = 3
    SAVEPOINT = 4


SHORT: Final = 20_000

_TOKEN: Final = re.compile(
    r"""
      (?P<blank>[ \t\n\r\f\v]+|--[^\n\r]*)
    | (?P<comment>/\*)
    | (?P<hole>%(?:\(\w+\)s|s|%)(?:[ ,()]|::\w+|%\(\w+\)s)*)  # a row of values in one go: there may be thousands
    | (?P<escaped>[uU]&")
    | (?P<slashed>[eE]'(?:[^'\\]|\\.|'')*')
    | (?P<string>(?:[bBxXnN]|[uU]&)?'(?:[^']|'')*')
    | (?P<quoted>"(?:[^"]|"")*")
    | (?P<dollar>\$(?:[A-Za-z_\x80-\U0010ffff][\w\x80-\U0010ffff]*)?\$)
    | (?P<word>[A-Za-z_\x80-\U0010ffff][\w$\x80-\U0010ffff]*)
    | (?P<other>\d+|\$\d+|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_READS: Final = frozenset({"select", "with", "values", "table", "("})
_WRITES: Final = frozenset({"insert", "update", "delete", "merge"})
_TELLING: Final = ("change_company", "member_changed")
_POINTS: Final = re.compile(r"(?:savepoint|release savepoint|rollback to savepoint) \w+")
# Functions that change who we are, or run SQL that they are given as text, or reach out of the transaction.
_FUNCTIONS: Final = frozenset(
    [
        "set_config",
        "query_to_xml",
        "query_to_xmlschema",
        "query_to_xml_and_xmlschema",
        "cursor_to_xml",
        "cursor_to_xmlschema",
        "ts_stat",
        "pg_notify",
        "tell_changes",
        "pg_sleep",
        "pg_sleep_for",
        "pg_sleep_until",
        "pg_advisory_lock",
        "pg_advisory_lock_shared",
        "pg_try_advisory_lock",
        "pg_try_advisory_lock_shared",
        "pg_terminate_backend",
        "pg_cancel_backend",
        "dblink",
        "dblink_exec",
        "lo_import",
        "lo_export",
        "lo_put",
        "lo_create",
        "lo_from_bytea",
        "lo_unlink",
        "lowrite",
        "nextval",
        "setval",
        "pg_read_file",
        "pg_export_snapshot",
    ]
)


def tells(sql: str) -> bool:
    """Whether it calls what has a word for the processes of the server, from within its transaction."""
    return any(name in sql for name in _TELLING)


def kind(sql: str) -> Kind:
    """Raises `WriteRefused` for what is no plain reading or writing of rows."""
    return _remembered(sql) if len(sql) < SHORT else _classify(sql)


@lru_cache(maxsize=4096)
def _remembered(sql: str) -> Kind:
    return _classify(sql)


def _classify(sql: str) -> Kind:
    words = _words(sql)
    if not words:
        raise WriteRefused("An empty statement.")
    for name in _FUNCTIONS.intersection(word.strip('"') for word in words):
        raise WriteRefused(f"{name} may not be called here.")
    if _POINTS.fullmatch(" ".join(words).replace('"', "")):
        return Kind.SAVEPOINT
    if words[0] in _WRITES or (words[0] == "with" and _changes(words)):
        return Kind.WRITE
    if words[0] not in _READS:
        raise WriteRefused(f"{words[0].upper()} is no statement for a tenant's connection.")
    if _changes(words):
        raise WriteRefused("A statement that reads and changes at once.")
    called = {word.strip('"') for word in words}
    if "change_company" in called:
        return Kind.WRITE
    return Kind.ENQUEUE if "enqueue" in called else Kind.READ


def _changes(words: list[str]) -> bool:
    """SELECT … FOR UPDATE only locks; INTO outside an INSERT makes a table."""
    return any(
        (word in _WRITES and not (word == "update" and words[at - 1] in {"for", "key"})) or word == "into"
        for at, word in enumerate(words)
    )


def _words(sql: str) -> list[str]:
    """Words in lower case, quoted names in their quotes, an opening bracket where it comes first."""
    found: list[str] = []
    at = 0
    slashed = False
    while at < len(sql):
        match = _TOKEN.match(sql, at)
        if match is None:  # pragma: no cover - the last alternative takes any character
            raise WriteRefused("A statement that cannot be read.")
        at = match.end()
        piece, name = match.group(), match.lastgroup
        if name == "comment":
            at = _past_comment(sql, at)
        elif name == "dollar":
            at = _past(sql, piece, at)
        elif name in {"word", "quoted"} or (piece == "(" and not found):
            found.append(piece if name == "quoted" else piece.lower())
        elif piece == ";" and sql[at:].strip():
            raise WriteRefused("More than one statement in one text.")
        elif name == "escaped" or piece in {"'", '"'} or (slashed and name == "string"):
            # A string after an E'…' on another line goes on with its rules: nobody writes that in good faith.
            raise WriteRefused("A statement whose quotes cannot be followed.")
        slashed = name == "slashed" or (slashed and name in {"blank", "comment"})
    return found


def _past(sql: str, end: str, at: int) -> int:
    place = sql.find(end, at)
    if place < 0:
        raise WriteRefused("A statement whose quotes cannot be followed.")
    return place + len(end)


def _past_comment(sql: str, at: int) -> int:
    """Comments nest in Postgres."""
    depth = 1
    for match in re.compile(r"/\*|\*/").finditer(sql, at):
        depth += 1 if match.group() == "/*" else -1
        if depth == 0:
            return match.end()
    raise WriteRefused("A comment without an end.")
