"""What can go wrong with tenants.

TenancyError
├── BadSlug          a slug that cannot be a host name's label, or is ours
├── SlugTaken        another tenant has it
├── UnknownTenant    no such tenant
├── UnknownCell      no such cell, or one that is not open here
├── MoveRefused      a tenant that cannot be moved, or not now
├── NoTenant         a statement on a connection that was had without a tenant
├── WriteRefused     a statement that may not pass the gate as it stands
├── Busy             no connection came free in time
├── BadDatabase      a Postgres that cannot carry us, and what to change in it
├── BadArchive       a file that is no archive of a tenant, or a damaged one
│   ├── OtherSecret  it was sealed with another secret, or was changed since
│   └── NewerArchive it was written by a newer version
└── UnknownRevision  a namespace stands at a revision that this code does not have
"""

from typing import Final

import psycopg2
from sqlalchemy.exc import SQLAlchemyError

#: What a database says: by way of SQLAlchemy, or of a statement that goes past it, as copies and records do.
DATABASE_ERRORS: Final = (SQLAlchemyError, psycopg2.Error)


class TenancyError(Exception):
    """Base of all; the message is one sentence that may be shown."""


class BadSlug(TenancyError):
    """A slug that cannot be the first label of a host name, or is reserved."""


class SlugTaken(TenancyError):
    """Another tenant has this slug."""


class UnknownTenant(TenancyError):
    """No tenant by this slug or id."""


class UnknownCell(TenancyError):
    """No cell by this name."""


class MoveRefused(TenancyError):
    """A tenant that cannot be moved there, or not now; nothing has changed for it."""


class MoveUnderWay(MoveRefused):
    """Another process is at it."""


class MoveLeft(TenancyError):
    """A move that whoever was at it leaves to another: it begins again there."""


class NoTenant(TenancyError):
    """A statement on a connection that was had without a tenant."""


class WriteRefused(TenancyError):
    """A statement that changes something while the gate is closed, or that no gate lets through."""


class Busy(TenancyError):
    """No connection of the tenant's lane came free in time, or it is not the one that it was: try again."""


class BadDatabase(TenancyError):
    """The Postgres that was given cannot carry us; the message says what to change."""


class BadArchive(TenancyError):
    """A file that is no archive of a tenant, or is damaged."""


class OtherSecret(BadArchive):
    """A sealed file that this secret does not open: it is another one, or the file was changed."""


class NewerArchive(BadArchive):
    """An archive that a newer version has written."""


class BadRevision(TenancyError):
    """A revision that cannot be applied as it is written."""


class UnknownRevision(TenancyError):
    """A namespace stands at a revision that this code does not have."""


class ClientLeft(Exception):
    """Nobody waits for this read any more."""
