"""The two trees of revisions, and each span of one rendered once to plain SQL.

A revision that makes indexes with `postgresql_concurrently=True` makes nothing else. Where the table is large it is a
step of its own, outside a transaction; where it is small, and in a new namespace, it is part of the one script.
"""

import io
import re
import sys
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Final, Literal

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import Script, ScriptDirectory
from alembic.script.revision import ResolutionError, RevisionError

from tenants.errors import BadRevision, UnknownRevision

Tree = Literal["platform", "tenant"]

BASE: Final = "base"
_ONE_AT_A_TIME: Final = Lock()  # alembic's `op` is one for all threads
_CONCURRENT: Final = re.compile(
    r"CREATE (UNIQUE )?INDEX CONCURRENTLY (IF NOT EXISTS )?(?P<name>\w+) ON (?P<table>\w+) [^;]+"
)
FOLDER: Final = Path(__file__).resolve().parents[1] / "migrations"


@cache
def directory(tree: Tree) -> ScriptDirectory:
    """Alembic's view of a tree's folder."""
    sys.dont_write_bytecode, kept = True, sys.dont_write_bytecode
    try:
        found = ScriptDirectory(str(FOLDER / tree), file_template="%%(rev)s_%%(slug)s")
        found.get_heads()
    finally:
        sys.dont_write_bytecode = kept
    return found


@cache
def head(tree: Tree) -> str:
    """The newest revision of a tree, `base` while it has none."""
    return directory(tree).get_current_head() or BASE


@cache
def render(tree: Tree, start: str, end: str) -> str:
    """The SQL that takes a namespace from one revision to a later one, in one transaction and without its control."""
    return written(tree, start, end).replace(" INDEX CONCURRENTLY ", " INDEX ")


@dataclass(frozen=True, slots=True)
class Index:
    """One that may be made while others work on its table. `sql` is a statement that no transaction may hold."""

    name: str
    table: str
    sql: str


@dataclass(frozen=True, slots=True)
class Stride:
    """As far as one transaction goes, to the revision `end`; or the indexes of one revision, outside any."""

    end: str
    indexes: tuple[Index, ...]


@cache
def strides(start: str, end: str) -> tuple[Stride, ...]:
    """The way of a namespace whose tables are large."""
    found, at = list[Stride](), start
    for step in reversed(_steps("tenant", start, end)):
        indexes = _indexes(step.revision, written("tenant", at, step.revision))
        if not indexes and found and not found[-1].indexes:
            found.pop()
        found.append(Stride(step.revision, indexes))
        at = step.revision
    return tuple(found)


def _indexes(revision: str, sql: str) -> tuple[Index, ...]:
    if " INDEX CONCURRENTLY " not in sql:
        return ()
    found = []
    for statement in filter(None, (part.strip() for part in sql.split(";"))):
        match = _CONCURRENT.match(statement)
        if match is None:
            raise BadRevision(f"Revision {revision} makes an index concurrently and something else: split it in two.")
        found.append(Index(match["name"], match["table"], statement))
    return tuple(found)


@cache
def written(tree: Tree, start: str, end: str) -> str:
    """As the revisions say it, indexes that are made concurrently with them."""
    out = io.StringIO()
    context = MigrationContext.configure(
        dialect_name="postgresql",
        dialect_opts={"paramstyle": "named"},
        opts={"as_sql": True, "output_buffer": out},
    )
    steps = _steps(tree, start, end)
    with _ONE_AT_A_TIME, Operations.context(context):
        for step in reversed(steps):
            step.module.upgrade()
    return out.getvalue()


def _steps(tree: Tree, start: str, end: str) -> list[Script]:
    """The last first."""
    try:
        return list(directory(tree).iterate_revisions(end, start))
    except (RevisionError, ResolutionError) as error:
        raise UnknownRevision(
            f"Revisions {start} to {end} of {tree} are not all known here: update the code."
        ) from error


@cache
def serves(version: str) -> bool:
    """Whether this code works on a namespace at that revision: the head, the one before, or a newer one than it knows.

    An older one waits for the fleet's upgrade and gets a refusal of its own.
    """
    known = [step.revision for step in directory("tenant").walk_revisions()]
    return version not in known[2:] and (version != BASE or len(known) < 2)  # noqa: PLR2004 - N and N-1


def digest(sql: str) -> str:
    """What the ledger keeps of a script."""
    return sha256(sql.encode()).hexdigest()


def forget() -> None:
    """Reads the folders anew, after a revision was written."""
    for cached in (directory, head, render, strides, written, serves):
        cached.cache_clear()
