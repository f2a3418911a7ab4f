"""The two trees of revisions, and each span of one rendered once to plain SQL."""

import io
import sys
from functools import cache
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Final, Literal

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.script.revision import ResolutionError, RevisionError

from tenants.errors import UnknownRevision

Tree = Literal["platform", "tenant"]

BASE: Final = "base"
_ONE_AT_A_TIME: Final = Lock()  # alembic's `op` is one for all threads
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
    """The SQL that takes a namespace from one revision to a later one, without transaction control."""
    out = io.StringIO()
    context = MigrationContext.configure(
        dialect_name="postgresql",
        dialect_opts={"paramstyle": "named"},
        opts={"as_sql": True, "output_buffer": out},
    )
    try:
        steps = list(directory(tree).iterate_revisions(end, start))
    except (RevisionError, ResolutionError) as error:
        raise UnknownRevision(
            f"Revisions {start} to {end} of {tree} are not all known here: update the code."
        ) from error
    with _ONE_AT_A_TIME, Operations.context(context):
        for step in reversed(steps):
            step.module.upgrade()
    return out.getvalue()


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
    for cached in (directory, head, render, serves):
        cached.cache_clear()
