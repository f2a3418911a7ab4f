import re
from pathlib import Path

import pytest

from tests.house.source import TREE

TEXTS = sorted([*TREE.glob("*.md"), *(TREE / "docs").rglob("*.md")])
LINK = re.compile(r"\[[^\]]*\]\(([^)#:]+)(?:#[^)]*)?\)|<img[^>]*src=\"([^\":]+)\"")
NAMED = re.compile(
    r"`((?:saas|tenants|tests|bin|docs|helm|migrations|requirements|graphql|web)/[\w./-]+?\.\w+|bin/\w+)`"
)
PROOF = re.compile(r"^\| (R\d+) \|.*\| (works|half)\b.*\| `(tests/[\w/]+\.py)::(test_\w+)` \|$")
NOT_YET = {"saas/competitors/__init__.py"}  # the example of docs/adding-an-entity.md


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.name)
def test_links_lead_somewhere(text: Path) -> None:
    targets = [target for found in LINK.findall(text.read_text()) for target in found if target]
    assert not [target for target in targets if not (text.parent / target).exists()]


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.name)
def test_files_that_are_named_exist(text: Path) -> None:
    named = set(NAMED.findall(text.read_text())) - NOT_YET
    assert not [name for name in named if not (TREE / name).exists()]


def test_every_feature_has_a_test_that_exists() -> None:
    rows = [line for line in (TREE / "docs" / "features.md").read_text().splitlines() if line.startswith("| R")][1:]
    proofs = [PROOF.match(row) for row in rows]
    assert rows
    assert not [row for row, proof in zip(rows, proofs, strict=True) if proof is None]
    missing = [p.group(1) for p in proofs if p and f"def {p.group(4)}(" not in (TREE / p.group(3)).read_text()]
    assert not missing, "These features name a test that is not there"


def test_features_stand_once_and_in_order() -> None:
    numbers = [
        int(number)
        for number in re.findall(r"^\| R(\d+) \|", (TREE / "docs" / "features.md").read_text(), re.MULTILINE)
    ]
    assert numbers == sorted(set(numbers))
    assert numbers[-1] <= 177
