"""What Postgres refuses because of a value of the client's, or of time, and its absence, as a refusal."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg2
from sqlalchemy.exc import DBAPIError, StatementError

from saas.core.errors import Invalid, Refusal, Unavailable
from tenants.errors import Busy

_DATA = "22"
_CANCELLED = "57014"
_LOCKED = "55P03"
_LOST = ("08", "57P")

log = logging.getLogger("kesher.graph")


@contextmanager
def told() -> Iterator[None]:
    """Round whatever runs a statement with a client's values in it."""
    try:
        yield
    except (psycopg2.Error, StatementError, ValueError, Busy) as error:
        refusal = _refusal_of(error)
        if refusal is None:
            raise
        raise refusal from error


def _refusal_of(error: Exception) -> Refusal | None:
    if isinstance(error, Busy):
        return Unavailable()
    cause = error.orig if isinstance(error, DBAPIError | StatementError) else error
    code = (cause.pgcode or "") if isinstance(cause, psycopg2.Error) else ""
    if code == _CANCELLED:
        return Unavailable("TOO_SLOW", "This took too long. Ask for less.")
    if code == _LOCKED:
        return Unavailable()
    if isinstance(cause, psycopg2.OperationalError) and (not code or code.startswith(_LOST)):
        log.error("the database is not there: %s", cause)
        return Unavailable()
    if code.startswith(_DATA) or (isinstance(cause, ValueError) and "NUL" in str(cause)):
        return Invalid("BAD_VALUE", "A value does not fit its field.")
    return None
