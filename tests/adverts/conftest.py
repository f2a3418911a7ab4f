"""The tests' company, the web process that its doors belong to, and the network beyond."""

from collections.abc import Iterator

import pytest

from tests.adverts.make import Desk, serving
from tests.capture.conftest import client_folder, company, other_company, settings, settled, site, threads
from tests.edge.conftest import Site
from tests.members.make import Company

__all__ = ["client_folder", "company", "other_company", "settings", "settled", "site", "threads"]


@pytest.fixture
def desk(site: Site, company: Company) -> Iterator[Desk]:
    with serving() as network:
        yield Desk(site, company, network)
