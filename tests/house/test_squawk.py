"""Revisions are safe to apply while companies work: squawk reads the SQL that the fleet runner sends."""

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import cast

import pytest

from tenants import revisions
from tenants.bootstrap import SETTINGS

SQUAWK = Path(sys.executable).parent / "squawk"
EARLIER = "applied before squawk looked at revisions, and namespaces stand on it"
#: What squawk complains of and we do all the same, with the reason.
ACCEPTED = {
    "0003": EARLIER, "0012": EARLIER, "0013": EARLIER, "0016": EARLIER, "0017": EARLIER,
    "0019": "a check is made wider in one transaction: dropped, and added again NOT VALID",
    "0029": "a check is made wider in one transaction: dropped, and added again NOT VALID",
    "0037": "two checks are made wider in one transaction: dropped, and added again NOT VALID",
}  # fmt: skip
EXCLUDED = {
    "prefer-bigint-over-int",  # versions, positions and counts of one company's rows
    "prefer-robust-stmts",  # a revision is one transaction; an index that is made outside one is looked for first
}


def complaints(folder: Path, name: str, sql: str) -> list[str]:
    """What squawk says of a script, under the limits in time that the migrator's role has."""
    limits = (
        f"SET {key} = '{value}';" for key, value in SETTINGS["kesher_migrate"].items() if key.endswith("_timeout")
    )
    script = folder / f"{name}.sql"
    script.write_text("\n".join((*limits, sql)))
    within = [] if " CONCURRENTLY " in sql else ["--assume-in-transaction"]
    command = [str(SQUAWK), "--pg-version=15.0", "--reporter=json", *within, f"--exclude={','.join(EXCLUDED)}"]
    done = subprocess.run([*command, str(script)], cwd=folder, capture_output=True, text=True, check=False)
    found = cast(list[dict[str, str]], json.loads(done.stdout))
    return [f"{name}, {one['rule_name']}: {one['message']} {one['help'] or ''}".strip() for one in found]


def scripts() -> dict[str, str]:
    steps = list(reversed(list(revisions.directory("tenant").walk_revisions())))
    ends = [revisions.BASE, *(step.revision for step in steps)]
    return {end: revisions.written("tenant", start, end) for start, end in pairwise(ends)}


def test_revisions_lock_nobody_out_for_long(tmp_path: Path) -> None:
    found = {name: complaints(tmp_path, name, sql) for name, sql in scripts().items()}
    told = [line for name, lines in found.items() if name not in ACCEPTED for line in lines]
    assert not told, "docs/tenancy.md (Revisions) says what to do instead:\n" + "\n".join(told)
    assert {name for name, lines in found.items() if lines} == ACCEPTED.keys()


@pytest.mark.parametrize(
    ("sql", "rule"),
    [
        ("CREATE INDEX ix_deal_name ON deal (name);", "require-concurrent-index-creation"),
        ("ALTER TABLE deal ALTER COLUMN name TYPE int;", "changing-column-type"),
        ("ALTER TABLE deal RENAME COLUMN name TO title;", "renaming-column"),
        ("ALTER TABLE deal ADD COLUMN size int NOT NULL;", "adding-required-field"),
        ("ALTER TABLE deal ALTER COLUMN name SET NOT NULL;", "adding-not-nullable-field"),
        ("ALTER TABLE deal DROP COLUMN name;", "ban-drop-column"),
    ],
)
def test_what_would_lock_or_break_is_seen(tmp_path: Path, sql: str, rule: str) -> None:
    assert [line.split(":")[0] for line in complaints(tmp_path, "next", sql)] == [f"next, {rule}"]


def test_an_index_made_concurrently_is_taken(tmp_path: Path) -> None:
    assert complaints(tmp_path, "next", "CREATE INDEX CONCURRENTLY ix_deal_name ON deal (name);") == []
