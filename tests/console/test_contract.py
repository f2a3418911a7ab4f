"""The platform's contract: committed as the code has it, and asked by the client as it is."""

import graphql

from saas.edge.console.contract import sdl
from tests.house.source import TREE


def test_the_contract_is_committed() -> None:
    assert (TREE / "graphql" / "platform.graphql").read_text() == sdl(), "run bin/graph and commit what it writes"


def test_the_clients_documents_fit_the_contract() -> None:
    found = sorted((TREE / "graphql" / "console").rglob("*.graphql"))
    assert found
    document = graphql.parse("\n".join(path.read_text() for path in found))
    assert not graphql.validate(graphql.build_schema(sdl()), document)
