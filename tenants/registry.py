"""The directory of tenants: found by slug, id or namespace, remembered for a moment."""

import time
from collections import OrderedDict
from dataclasses import dataclass
from enum import StrEnum
from threading import Lock
from typing import Final
from uuid import UUID

from sqlalchemy import Engine, text

CACHED: Final = 10_000

_SELECT: Final = """
SELECT t.id, t.slug, t.name, t.namespace, t.cell, t.status, coalesce(v.revision, ''), t.currency, t.locale, t.time_zone,
    t.week_start, t.fiscal_start, t.logo
FROM platform.tenant t LEFT JOIN fleet.version v ON v.namespace = t.namespace
WHERE t.status <> 'PROVISIONING'
"""


class TenantStatus(StrEnum):
    """ACTIVE works; SUSPENDED and DELETING keep their data and answer nobody. PROVISIONING is not listed yet."""

    PROVISIONING = "PROVISIONING"
    ACTIVE = "ACTIVE"
    SUSPENDED = "SUSPENDED"
    DELETING = "DELETING"


@dataclass(frozen=True, slots=True)
class Tenant:
    """One subscriber. `namespace` is also the name of its role; `version` is the tenant revision it stands at.

    `week_start` is a day of ISO 8601: 1 is Monday, 7 is Sunday. `fiscal_start` is the month with which the fiscal year
    begins. `logo` is the digest of a picture in the namespace.
    """

    id: UUID
    slug: str
    name: str
    namespace: str
    cell: str
    status: TenantStatus
    version: str
    currency: str
    locale: str
    time_zone: str
    week_start: int = 1
    fiscal_start: int = 1
    logo: str | None = None


class Directory:
    """Reads `platform` through a login role's engine. What was found is remembered for `ttl` seconds, absence never."""

    def __init__(self, engine: Engine, ttl: float = 1.0) -> None:
        self._engine = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._ttl = ttl
        self._known: OrderedDict[tuple[str, str | UUID], tuple[float, Tenant]] = OrderedDict()
        self._lock = Lock()
        self._forgotten = 0

    def find_by_slug(self, slug: str) -> Tenant | None:
        """A slug is compared as it is kept: in lower case."""
        return self._find("slug", slug.lower())

    def find(self, id: UUID) -> Tenant | None:
        """None also while it is being provisioned."""
        return self._find("id", id)

    def find_by_namespace(self, namespace: str) -> Tenant | None:
        """What a job carries is the namespace."""
        return self._find("namespace", namespace)

    def list(self) -> list[Tenant]:
        """All of them, by slug; never from memory."""
        with self._engine.connect() as connection:
            return [_tenant(tuple(row)) for row in connection.execute(text(_SELECT + "ORDER BY t.slug"))]

    def forget(self) -> None:
        """Drops what is remembered."""
        with self._lock:
            self._forgotten += 1
            self._known.clear()

    def forget_namespace(self, namespace: str) -> None:
        """Drops what is remembered of one company."""
        with self._lock:
            self._forgotten += 1
            for key in [key for key, (_, known) in self._known.items() if known.namespace == namespace]:
                del self._known[key]

    def _find(self, column: str, value: str | UUID) -> Tenant | None:
        kept = self._known.get((column, value))
        if kept is not None and kept[0] > time.monotonic():
            return kept[1]
        forgotten = self._forgotten
        with self._engine.connect() as connection:
            row = connection.execute(text(f"{_SELECT} AND t.{column} = :value"), {"value": value}).one_or_none()
        found = None if row is None else _tenant(tuple(row))
        with self._lock:
            self._known.pop((column, value), None)
            # What was read before it was to be forgotten may be what that was about.
            if found is not None and forgotten == self._forgotten:
                self._known[column, value] = (time.monotonic() + self._ttl, found)
                if len(self._known) > CACHED:
                    self._known.popitem(last=False)
        return found


def _tenant(row: tuple[UUID, str, str, str, str, str, str, str, str, str, int, int, str | None]) -> Tenant:
    id, slug, name, namespace, cell, status, version, currency, locale, time_zone, week_start, fiscal_start, logo = row
    return Tenant(
        id, slug, name, namespace, cell, TenantStatus(status), version, currency, locale, time_zone, week_start,
        fiscal_start, logo,
    )  # fmt: skip
