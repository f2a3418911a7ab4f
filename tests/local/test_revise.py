"""A revision says what differs, all of it, and then nothing more."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from saas.local.revise import main, revise
from tenants import revisions

OLDER = (
    ("action IN ('CREATE', 'UPDATE', 'DELETE')", "action IN ('CREATE', 'UPDATE')"),
    ("coalesce(email, '')", "coalesce(email, '?')"),
    ('sa.Column("founded_year", sa.Integer(), nullable=True),', ""),
    ('sa.Column("outcome", postgresql.JSONB', 'sa.Column("result", postgresql.JSONB'),
    ('"effect",', '"effect", sa.CheckConstraint("claims < 9", name=op.f("ck_effect_few")),'),
    ('"version", sa.Integer(), server_default=sa.text("1")', '"version", sa.Integer(), server_default=sa.text("7")'),
)


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the revisions, which may be spoiled."""
    folder = tmp_path / "migrations"
    shutil.copytree(revisions.FOLDER, folder, symlinks=True, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(revisions, "FOLDER", folder)
    revisions.forget()
    yield folder / "tenant" / "versions"
    monkeypatch.undo()
    revisions.forget()


def test_where_nothing_differs_nothing_is_written(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(tree.glob("*.py"))
    main(["Nothing."])
    assert "nothing to write" in capsys.readouterr().out
    assert sorted(tree.glob("*.py")) == before


def test_every_difference_is_found_and_then_none(tree: Path) -> None:
    first = next(tree.glob("0001*.py"))
    script = first.read_text()
    for new, old in OLDER:
        assert new in script
        script = script.replace(new, old)
    first.write_text(script)
    revisions.forget()
    written = revise("Everything that differs.")
    assert written is not None
    text = written.read_text()
    for words in ("ck_audit_entry_action", "ck_effect_few", "founded_year", "outcome", "result", "search_text"):
        assert words in text, words
    assert revise("Nothing more.") is None


def test_the_initial_one_is_written_anew(tree: Path) -> None:
    written = revise("The first.", initial=True)
    assert [path.name for path in tree.glob("*.py")] == ["0001_the_first.py"]
    assert written is not None
    assert revise("Nothing.") is None


def test_a_revision_says_what_changes() -> None:
    with pytest.raises(SystemExit, match="Say what changes"):
        main([])
