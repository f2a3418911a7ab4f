"""The tests' company, a push service, and a browser that has subscribed there."""

from collections.abc import Iterator

import pytest

from tests.members.conftest import company, other_company, settled, threads
from tests.members.make import Company
from tests.push.make import PushService, serving

__all__ = ["company", "other_company", "settled", "threads"]


@pytest.fixture
def service(company: Company) -> Iterator[PushService]:
    with serving() as service:
        service.clock = company.clock
        yield service
