"""From where to where a tenant moves, and what came of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from tenants.cells import Cells
from tenants.namespace import checked
from tenants.registry import Tenant

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Route:
    """`cells` are the owner's engines."""

    cells: Cells
    tenant: Tenant
    target: str
    progress: Progress = lambda _what: None

    @property
    def name(self) -> str:
        return checked(self.tenant.namespace)


@dataclass(frozen=True, slots=True)
class Moved:
    """`held` is how long it could be read only."""

    tenant: Tenant
    source: str
    held: timedelta
    began_at: datetime
