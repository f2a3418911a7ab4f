import re

import graphql
import pytest
from graphql.utilities import find_breaking_changes

from saas.graph.assembly import sdl
from tests.house.source import TREE

WRITTEN = TREE / "graphql" / "schema.graphql"
PUBLISHED = TREE / "graphql" / "published.graphql"  # what clients of the last release hold


def test_the_written_contract_is_the_code() -> None:
    assert WRITTEN.read_text().strip() == sdl().strip(), "run bin/graph and commit what it writes"


def test_a_breaking_change_is_announced() -> None:
    announced = breaking_section((TREE / "CHANGELOG.md").read_text())
    silent = [c for c in breaking(PUBLISHED.read_text(), sdl()) if coordinate(c) not in announced]
    assert not silent, "Say it under Breaking in CHANGELOG.md, by its coordinate:\n" + "\n".join(silent)


def test_every_operation_of_the_client_fits_the_graph() -> None:
    found = sorted((TREE / "graphql" / "operations").rglob("*.graphql"))
    assert found
    document = graphql.parse("\n".join(path.read_text() for path in found))
    assert not graphql.validate(graphql.build_schema(sdl()), document)


def breaking(before: str, after: str) -> list[str]:
    changes = find_breaking_changes(graphql.build_schema(before), graphql.build_schema(after))
    return [change.description for change in changes if not change.description.startswith("Standard scalar")]


def coordinate(description: str) -> str:
    """`Field Deal.amount was removed.` is about `Deal.amount`, `Deal was removed.` about `Deal`."""
    found = re.search(r"\w+\.\w+", description) or re.match(r"\w+", description)
    return found.group() if found else description


def breaking_section(changelog: str) -> str:
    return "\n".join(re.findall(r"^### Breaking\n(.*?)(?=^##|\Z)", changelog, re.MULTILINE | re.DOTALL))


BEFORE = "type Query { deal: Deal } type Deal { name: String amount: Int }"


@pytest.mark.parametrize(
    ("after", "said"),
    [
        ("type Query { deal: Deal } type Deal { name: String }", ["Deal.amount"]),
        ("type Query { deal: Deal } type Deal { name: Int amount: Int }", ["Deal.name"]),
        ("type Query { deal: Int }", ["Deal", "Query.deal"]),
        ("type Query { deal: Deal } type Deal { name: String amount: Int more: Int }", []),
    ],
)
def test_a_breaking_change_is_seen_by_its_coordinate(after: str, said: list[str]) -> None:
    assert [coordinate(description) for description in breaking(BEFORE, after)] == said


def test_only_the_breaking_section_counts() -> None:
    text = "## 0.2\n### Added\n- `Deal.a`\n### Breaking\n- `Deal.b` is gone.\n### Fixed\n- `Deal.c`\n"
    assert "Deal.b" in breaking_section(text)
    assert "Deal.a" not in breaking_section(text)
    assert "Deal.c" not in breaking_section(text)
