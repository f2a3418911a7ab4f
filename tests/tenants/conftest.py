"""A database of a test's own, and code that is one revision ahead of it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine

from tenants import revisions
from tenants.bootstrap import driver_url
from tests.conftest import Database, cloned

NEXT = '''
"""A column, an index, a table to add to."""
import sqlalchemy as sa
from alembic import op

revision = "next"
down_revision = "{head}"

def upgrade():
    op.add_column("pipeline", sa.Column("colour", sa.Text(), nullable=True))
    op.create_index("ix_pipeline_colour", "pipeline", ["colour"])
    op.create_table("note", sa.Column("id", sa.Uuid(), primary_key=True), comment="append-only")
'''


@pytest.fixture
def own(postgres: str, template: str) -> Iterator[Database]:
    """A database whose tenants may be left at another revision."""
    with cloned(postgres, template) as made:
        yield made


@pytest.fixture
def engine(own: Database) -> Iterator[Engine]:
    engine = create_engine(driver_url(own.migrate_url))
    yield engine
    engine.dispose()


@pytest.fixture
def newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The code has one revision more than the tenants."""
    folder = tmp_path / "migrations"
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(revisions.FOLDER, folder, symlinks=True, ignore=ignore)
    head = revisions.head("tenant")
    (folder / "tenant" / "versions" / "next_one.py").write_text(NEXT.format(head=head).lstrip())
    monkeypatch.setattr(revisions, "FOLDER", folder)
    revisions.forget()
    yield "next"
    monkeypatch.undo()
    revisions.forget()
