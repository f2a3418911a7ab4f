"""What Postgres refuses because of a value of the client's, or of time, and its absence, as a refusal."""

import logging
from types import TracebackType

import psycopg2
from sqlalchemy.exc import DBAPIError, StatementError

from saas.core.errors import Invalid, Refusal, Unavailable
from tenants.errors import Busy

_DATA = "22"
_CANCELLED = "57014"
_LOCKED = "55P03"
_LOST = ("08", "57P")

log = logging.getLogger("kesher.graph")


class told:  # noqa: N801  read as a word of the statement that it is
    """Round whatever runs a statement with a client's values in it."""

    __slots__ = ()

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, _kind: type[BaseException] | None, error: BaseException | None, _where: TracebackType | None
    ) -> None:
        if not isinstance(error, psycopg2.Error | StatementError | ValueError | Busy):
            return
        refusal = _refusal_of(error)
        if refusal is not None:
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
