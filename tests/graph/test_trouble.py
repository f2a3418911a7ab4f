"""What the database refuses or fails to do, in words for a client."""

import psycopg2
import pytest

from saas.core.errors import Unavailable
from saas.graph.trouble import told
from tenants.errors import Busy

LOST = psycopg2.OperationalError("server closed the connection unexpectedly")


@pytest.mark.parametrize("error", [Busy("no connection came free"), LOST])
def test_a_database_that_is_not_there_is_an_answer(error: Exception) -> None:
    with pytest.raises(Unavailable), told():
        raise error


def test_a_bug_stays_one() -> None:
    with pytest.raises(psycopg2.ProgrammingError), told():
        raise psycopg2.ProgrammingError("relation does not exist")
