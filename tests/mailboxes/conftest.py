"""The tests' company, and a mail server of its own."""

from collections.abc import Iterator

import pytest

from tests.adverts.conftest import client_folder, company, other_company, settings, settled, site, threads
from tests.mailboxes.make import Desk, MailServer, serving
from tests.members.make import Company

__all__ = ["client_folder", "company", "other_company", "settings", "settled", "site", "threads"]


@pytest.fixture(scope="module")
def mail_server() -> Iterator[MailServer]:
    with serving() as server:
        yield server


@pytest.fixture
def desk(company: Company, mail_server: MailServer) -> Desk:
    return Desk(company, mail_server)
