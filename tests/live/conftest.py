"""A web process in earnest, and what listens to it."""

from collections.abc import Iterator

import pytest

from tests.conftest import Database
from tests.identity.serving import Server, serving
from tests.members.conftest import company, other_company, settled, threads

__all__ = ["company", "other_company", "settled", "threads"]


@pytest.fixture(scope="session")
def server(database: Database, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(database, tmp_path_factory.mktemp("live")) as one:
        yield one
