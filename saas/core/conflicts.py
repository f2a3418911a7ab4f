"""What the database refuses for reasons that a member can understand."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg2
from sqlalchemy.exc import DBAPIError

from saas.core.errors import Conflict, Refusal, Unavailable
from saas.core.fields import camel
from tenants.errors import Busy

_DUPLICATE = "23505"
_BUSY = frozenset({"40001", "40P01", "55P03", "57014"})


@contextmanager
def refusals() -> Iterator[None]:
    """Told as refusals; whatever else is raised goes on."""
    try:
        yield
    except Busy as error:
        raise Unavailable from error
    except (DBAPIError, psycopg2.Error) as error:
        refusal = _refusal_of(cause(error))
        if refusal is None:
            raise
        raise refusal from error


def cause(error: BaseException) -> BaseException | None:
    return error.orig if isinstance(error, DBAPIError) else error


def _refusal_of(error: BaseException | None) -> Refusal | None:
    pgcode = getattr(error, "pgcode", None)
    if pgcode == _DUPLICATE:
        return Conflict("DUPLICATE", "There is already a record like this one.", _unique_field(error))
    return Unavailable("BUSY", "This record is busy. Try again.") if pgcode in _BUSY else None


def _unique_field(error: BaseException | None) -> str | None:
    """`externalId` of the index `uq_deal_external_id`: what must be unique, in the words of the graph."""
    told = getattr(error, "diag", None)
    name, table = getattr(told, "constraint_name", None), getattr(told, "table_name", None)
    return camel((name or "").removeprefix(f"uq_{table}_").split("_")) or None
