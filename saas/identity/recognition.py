"""From a credential to the member behind it, remembered for about a second.

So a busy client costs one look-up a second. What ends a credential or changes a member is told to all web processes,
which then look anew (`saas.identity.listening`); where that word does not come, a revoked token, an ended session or a
disabled member is out at most a second later.
"""

import time
from collections import OrderedDict
from dataclasses import dataclass, replace
from datetime import datetime
from threading import Lock
from uuid import UUID

from sqlalchemy import Engine

from saas.core.clock import Clock
from saas.core.principal import Principal
from saas.core.rights import Role
from saas.identity.credentials import digest
from saas.identity.queries import Someone, find_member
from saas.identity.sessions import end_session, find_session, notice
from saas.identity.tokens import find_token, note_use
from tenants.engine import Lanes
from tenants.registry import Directory, Tenant, TenantStatus

REMEMBERED = 20_000
_BARRED_FROM_TOKENS = frozenset({"DISABLED"})
_ACTIVE = "ACTIVE"


@dataclass(frozen=True, slots=True)
class Known:
    """The member whom a credential stands for, and the company.

    `renewed` is the session's new secret, for the answer to tell the browser. Of a token the last three are None.
    """

    tenant: Tenant
    someone: Someone
    session_id: UUID | None = None
    signed_in_at: datetime | None = None
    renewed: str | None = None

    def principal(self, request_id: str) -> Principal:
        return self.someone.principal(request_id, self.signed_in_at, self.session_id)


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
        self._forgotten = 0

    def recall(self, secret: str, *, session: bool) -> Known | None:
        """What was found out in the last second, or None."""
        kept = self._known.get((session, digest(secret)))
        return kept[1] if kept is not None and kept[0] > time.monotonic() else None

    def recognise(self, secret: str, *, session: bool) -> Known | None:
        """None for a credential that is unknown, ended, expired, or of somebody who may not use it."""
        forgotten = self._forgotten
        known = self._find_session(secret) if session else self._find_token(secret)
        with self._lock:
            self._known.pop((session, digest(secret)), None)
            # What was read before a word came may be what the word was about.
            if known is not None and forgotten == self._forgotten:
                self._known[session, digest(secret)] = (time.monotonic() + self._ttl, known)
                if len(self._known) > REMEMBERED:
                    self._known.popitem(last=False)
        return known

    def look(self, secret: str, *, session: bool) -> Known | None:
        """As the credential stands now, asked without using it: nothing is remembered, noted or made anew."""
        with self._platform.connect() as connection:
            found = find_session(connection, secret) if session else find_token(connection, secret)
        if found is None or found.member_id is None or found.is_over(self._clock.now()):
            return None
        known = self._member(found.tenant_id, found.member_id, found.created_at)
        barred = known is None or (
            known.someone.status != _ACTIVE if session else known.someone.status in _BARRED_FROM_TOKENS
        )
        return None if known is None or barred else replace(known, session_id=found.id if session else None)

    def forget(self, secret: str, *, session: bool) -> None:
        with self._lock:
            self._forgotten += 1
            self._known.pop((session, digest(secret)), None)

    def forget_credential(self, hash: bytes) -> None:  # noqa: A002  the column's name
        """A session or a token, by its digest."""
        with self._lock:
            self._forgotten += 1
            for session in (True, False):
                self._known.pop((session, hash), None)

    def forget_member(self, namespace: str, member_id: UUID) -> None:
        """All that stands for this member."""
        with self._lock:
            self._forgotten += 1
            theirs = [
                key
                for key, (_, known) in self._known.items()
                if known.someone.id == member_id and known.tenant.namespace == namespace
            ]
            for key in theirs:
                del self._known[key]

    def forget_company(self, namespace: str) -> None:
        """All its members, and what it has said of itself."""
        self._directory.forget_namespace(namespace)
        with self._lock:
            self._forgotten += 1
            for key in [key for key, (_, known) in self._known.items() if known.tenant.namespace == namespace]:
                del self._known[key]

    def forget_all(self) -> None:
        """When word may have been missed."""
        with self._lock:
            self._forgotten += 1
            self._known.clear()

    def _find_session(self, secret: str) -> Known | None:
        now = self._clock.now()
        with self._platform.connect() as connection:
            found = find_session(connection, secret)
        if found is None or found.is_over(now):
            return None
        if found.is_stolen(secret, now):
            end_session(self._platform, secret, clock=self._clock)
            return None
        known = self._member(found.tenant_id, found.member_id, found.created_at)
        if known is None or known.someone.status != _ACTIVE:
            return None
        renewed = None
        if known.tenant.status is TenantStatus.ACTIVE and not found.is_behind(secret):
            renewed = notice(self._platform, found, known.someone.standing, clock=self._clock)
        return replace(known, session_id=found.id, signed_in_at=found.signed_in_at, renewed=renewed)

    def _find_token(self, secret: str) -> Known | None:
        """A token may be made for a member who has not been invited yet; signing in needs an active one."""
        with self._platform.connect() as connection:
            found = find_token(connection, secret)
        if found is None or found.member_id is None or found.is_over(self._clock.now()):
            return None
        known = self._member(found.tenant_id, found.member_id, found.created_at)
        if known is None or known.someone.status in _BARRED_FROM_TOKENS:
            return None
        note_use(self._platform, found, clock=self._clock)
        return known

    def _member(self, tenant_id: UUID, member_id: UUID, since: datetime) -> Known | None:
        """None once the member's access was ended after `since`. Of a company that answers nobody only the company is
        told.
        """
        tenant = self._directory.find(tenant_id)
        if tenant is None:
            return None
        if tenant.status is not TenantStatus.ACTIVE:
            return Known(tenant, Someone(member_id, "", "", Role.REP, _ACTIVE, "en", "UTC"))
        someone = find_member(self._lanes, tenant, member_id)
        if someone is None or (someone.access_ended_at is not None and since <= someone.access_ended_at):
            return None
        return Known(tenant, someone)
