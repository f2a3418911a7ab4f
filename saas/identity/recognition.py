"""From a credential to the member behind it, remembered for about a second.

So a busy client costs one look-up a second, and a revoked token, an ended session or a disabled member is out at most
that much later.
"""

import time
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from sqlalchemy import Engine

from saas.core.clock import Clock
from saas.core.principal import Principal, Role
from saas.identity.credentials import digest
from saas.identity.queries import Holder, Someone, find_member, find_session, find_token
from tenants.engine import Lanes
from tenants.registry import Directory, Tenant, TenantStatus

REMEMBERED = 20_000
_BARRED_FROM_TOKENS = frozenset({"DISABLED"})
_ACTIVE = "ACTIVE"


@dataclass(frozen=True, slots=True)
class Known:
    """The member whom a credential stands for, and the company."""

    tenant: Tenant
    someone: Someone

    def principal(self, request_id: str) -> Principal:
        one = self.someone
        return Principal(one.id, Role(one.role), one.name, one.locale, one.time_zone, request_id)


class Recognition:
    """`recall` never waits; `recognise` asks the database and belongs into a thread."""

    def __init__(self, platform: Engine, lanes: Lanes, directory: Directory, *, clock: Clock, ttl: float = 1.0) -> None:
        self._platform = platform
        self._lanes = lanes
        self._directory = directory
        self._clock = clock
        self._ttl = ttl
        self._known: OrderedDict[tuple[bool, bytes], tuple[float, Known]] = OrderedDict()
        self._lock = Lock()

    def recall(self, secret: str, *, session: bool) -> Known | None:
        """What was found out in the last second, or None."""
        kept = self._known.get((session, digest(secret)))
        return kept[1] if kept is not None and kept[0] > time.monotonic() else None

    def recognise(self, secret: str, *, session: bool) -> Known | None:
        """None for a credential that is unknown, ended, expired, or of somebody who may not use it."""
        known = self._find(secret, session=session)
        with self._lock:
            self._known.pop((session, digest(secret)), None)
            if known is not None:
                self._known[session, digest(secret)] = (time.monotonic() + self._ttl, known)
                if len(self._known) > REMEMBERED:
                    self._known.popitem(last=False)
        return known

    def forget(self, secret: str, *, session: bool) -> None:
        with self._lock:
            self._known.pop((session, digest(secret)), None)

    def _find(self, secret: str, *, session: bool) -> Known | None:
        with self._platform.connect() as connection:
            holder = (find_session if session else find_token)(connection, digest(secret))
        if holder is None or self._expired(holder):
            return None
        tenant = self._directory.find(holder.tenant_id)
        if tenant is None:
            return None
        if tenant.status is not TenantStatus.ACTIVE:
            return Known(tenant, _nobody(holder))
        someone = find_member(self._lanes, tenant, holder.member_id)
        if someone is None or not _may_use(someone, session=session):
            return None
        return Known(tenant, someone)

    def _expired(self, holder: Holder) -> bool:
        return holder.expires_at is not None and holder.expires_at <= self._clock.now()


def _may_use(someone: Someone, *, session: bool) -> bool:
    """A token may be made for a member who has not been invited yet; signing in needs an active one."""
    return someone.status == _ACTIVE if session else someone.status not in _BARRED_FROM_TOKENS


def _nobody(holder: Holder) -> Someone:
    """Of a company that answers nobody only the company is told."""
    return Someone(holder.member_id, "", "", Role.REP, _ACTIVE, "en", "UTC")
