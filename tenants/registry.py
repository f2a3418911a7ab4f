"""The directory of tenants: found by slug, id or namespace, remembered for a moment."""

import time
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from threading import Lock
from typing import Final
from uuid import UUID

from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError

from tenants.placement import HOME

CACHED: Final = 10_000
MEMORY: Final = 1.0  # seconds
ACCESS: Final = "kesher_access"  # the channel on which processes hear that they are to look at something anew

_SELECT: Final = """
SELECT t.id, t.slug, t.name, t.namespace, t.cell, t.status, coalesce(v.revision, ''), t.currency, t.locale, t.time_zone,
    t.week_start, t.fiscal_start, t.logo, t.moving_to
FROM platform.tenant t LEFT JOIN fleet.version v ON v.namespace = t.namespace
WHERE t.status NOT IN ('PROVISIONING', 'DELETED')
"""
_THERE: Final = text("""
SELECT v.namespace, v.revision AS version, t.name, t.currency, t.locale, t.time_zone, t.week_start, t.fiscal_start,
    t.logo
FROM fleet.version v JOIN platform.tenant t ON t.namespace = v.namespace WHERE v.namespace = ANY(:namespaces)
""")


class TenantStatus(StrEnum):
    """ACTIVE works; SUSPENDED and DELETING keep their data and answer nobody, PURGING loses them. PROVISIONING is not
    listed yet, DELETED no more.
    """

    PROVISIONING = "PROVISIONING"
    ACTIVE = "ACTIVE"
    SUSPENDED = "SUSPENDED"
    DELETING = "DELETING"
    PURGING = "PURGING"
    DELETED = "DELETED"


@dataclass(frozen=True, slots=True)
class Tenant:
    """One subscriber. `namespace` is also the name of its role; `version` is the tenant revision it stands at.

    `week_start` is a day of ISO 8601: 1 is Monday, 7 is Sunday. `fiscal_start` is the month with which the fiscal year
    begins. `logo` is the digest of a picture in the namespace. While it is on its way to another cell, `moving_to`, it
    can be read only.
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
    moving_to: str | None = None


class Directory:
    """Reads `platform` through a login role's engine. What was found is remembered for `ttl` seconds, absence never.

    `cells` are the engines of the same role in the other cells: a tenant's revision, and what it says of itself, stand
    in its own cell.
    """

    def __init__(self, engine: Engine, ttl: float = MEMORY, cells: Mapping[str, Engine] | None = None) -> None:
        self._engine = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._cells = {
            name: one.execution_options(isolation_level="AUTOCOMMIT")
            for name, one in (cells or {}).items() if name != HOME
        }  # fmt: skip
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
        """All of them, by slug; never from memory. Those of a cell that does not answer are as the home knows them."""
        with self._engine.connect() as connection:
            found = [_tenant(tuple(row)) for row in connection.execute(text(_SELECT + "ORDER BY t.slug"))]
        told = dict[str, Tenant]()
        for cell in self._cells:
            try:
                told |= {one.namespace: one for one in self._as_there(cell, [t for t in found if t.cell == cell])}
            except OperationalError:
                continue
        return [told.get(one.namespace, one) for one in found]

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
        if found is not None and found.cell in self._cells:
            (found,) = self._as_there(found.cell, [found]) or (found,)
        with self._lock:
            self._known.pop((column, value), None)
            # What was read before it was to be forgotten may be what that was about.
            if found is not None and forgotten == self._forgotten:
                self._known[column, value] = (time.monotonic() + self._ttl, found)
                if len(self._known) > CACHED:
                    self._known.popitem(last=False)
        return found

    def _as_there(self, cell: str, found: Sequence[Tenant]) -> Sequence[Tenant]:
        """With what their cell knows of them."""
        if not found:
            return found
        with self._cells[cell].connect() as connection:
            rows = connection.execute(_THERE, {"namespaces": [one.namespace for one in found]}).mappings()
            said = {str(row["namespace"]): dict(row) for row in rows}
        return [replace(one, **said.get(one.namespace, {})) for one in found]


def _tenant(row: tuple[object, ...]) -> Tenant:
    """In the order of the class, as `_SELECT` is."""
    made = Tenant(*row)  # type: ignore[arg-type]
    return replace(made, status=TenantStatus(made.status))
