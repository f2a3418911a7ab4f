"""From a credential to the member behind it, remembered for as long as this process hears what changes.

What ends a credential or changes a member or a company is told to all web processes, which then look anew
(`saas.identity.listening`). While a process has heard everything up to a second ago, what it remembers holds for half a
minute; where word does not come, for a second: a revoked token, an ended session or a disabled member is then out at
most a second later.
"""

import time
from collections import OrderedDict
from dataclasses import replace
from datetime import datetime, timedelta
from random import uniform
from threading import Lock
from uuid import UUID

from sqlalchemy import Engine

from saas.core.clock import Clock
from saas.core.news import Word
from saas.core.rights import Role
from saas.identity.credentials import digest
from saas.identity.known import Known
from saas.identity.queries import Someone, find_member
from saas.identity.sessions import end_session, find_session, notice
from saas.identity.tokens import find_token, note_use
from tenants.engine import Lanes
from tenants.hearing import SILENCE, Hearing
from tenants.registry import Directory, Tenant, TenantStatus
from tenants.revisions import serves

REMEMBERED = 20_000
HOLDS = 30.0
"""Seconds for which what is remembered holds at most while all word of changes comes."""
_BARRED_FROM_TOKENS = frozenset({"DISABLED"})
_ACTIVE = "ACTIVE"
_MEMBER, _ROLES = "member", frozenset({"custom_role", "team"})  # tables


class Recognition:
    """`recall` never waits; `recognise` asks the database and belongs into a thread. `ttl`: seconds without word."""

    def __init__(
        self, platform: Engine, lanes: Lanes, directory: Directory, *, clock: Clock, hearing: Hearing | None = None,
        ttl: float = SILENCE,
    ) -> None:  # fmt: skip
        self._platform = platform
        self._lanes = lanes
        self._directory = directory
        self._clock = clock
        self._ttl = ttl
        self._known: OrderedDict[tuple[bool, bytes], tuple[float, Known]] = OrderedDict()
        self._hearing = hearing or Hearing()
        self._lock = Lock()
        self._forgotten = 0

    def recall(self, secret: str, *, session: bool) -> Known | None:
        """What was found out and has not changed since, or None."""
        kept = self._known.get((session, digest(secret)))
        if kept is None:
            return None
        since, known = kept
        age = time.monotonic() - since
        return known if age < self._ttl or (age < known.holds and self._hearing.hears(known.tenant.cell)) else None

    def recognise(self, secret: str, *, session: bool) -> Known | None:
        """None for a credential that is unknown, ended, expired, or of somebody who may not use it."""
        forgotten, since = self._forgotten, time.monotonic()
        known = self._find_session(secret) if session else self._find_token(secret)
        with self._lock:
            self._known.pop((session, digest(secret)), None)
            # What was read before a word came may be what the word was about.
            if known is not None and forgotten == self._forgotten:
                self._known[session, digest(secret)] = since, known
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

    def changed(self, word: Word) -> None:
        """Word of any change: members and their roles are looked at anew."""
        told = word.whole | word.rows.keys()
        if _MEMBER in word.whole or not told.isdisjoint(_ROLES):
            self.forget_company(word.namespace)
        for member_id in word.rows.get(_MEMBER, ()):
            self.forget_member(word.namespace, member_id)

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
        """When word may have been missed: also of companies."""
        self._directory.forget()
        with self._lock:
            self._forgotten += 1
            self._known.clear()

    def _find_session(self, secret: str) -> Known | None:
        """Of two secrets the older holds no longer than without word: it is being replaced."""
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
        renewed, behind = None, found.is_behind(secret)
        if known.tenant.status is TenantStatus.ACTIVE and not behind:
            renewed = notice(self._platform, found, known.someone.standing, clock=self._clock)
            behind = found.standing not in {None, known.someone.standing}  # whoever has made the new one
        holds = 0.0 if behind else _holds(known.tenant, found.ends_at - now)
        return replace(known, holds=holds, session_id=found.id, signed_in_at=found.signed_in_at, renewed=renewed)

    def _find_token(self, secret: str) -> Known | None:
        """A token may be made for a member who has not been invited yet; signing in needs an active one."""
        now = self._clock.now()
        with self._platform.connect() as connection:
            found = find_token(connection, secret)
        if found is None or found.member_id is None or found.is_over(now):
            return None
        known = self._member(found.tenant_id, found.member_id, found.created_at)
        if known is None or known.someone.status in _BARRED_FROM_TOKENS:
            return None
        note_use(self._platform, found, clock=self._clock)
        holds = _holds(known.tenant, found.expires_at - now if found.expires_at else None)
        return replace(known, holder=digest(secret), holds=holds)

    def _member(self, tenant_id: UUID, member_id: UUID, since: datetime) -> Known | None:
        """None once the member's access was ended after `since`. Of a company that answers nobody only the company is
        told.
        """
        tenant = self._directory.find(tenant_id)
        if tenant is None:
            return None
        holder = digest(f"{tenant.id} {member_id}")
        if tenant.status is not TenantStatus.ACTIVE:
            return Known(tenant, Someone(member_id, "", "", Role.REP, _ACTIVE, "en", "UTC"), holder)
        someone = find_member(self._lanes, tenant, member_id)
        if someone is None or (someone.access_ended_at is not None and since <= someone.access_ended_at):
            return None
        return Known(tenant, someone, holder)


def _holds(tenant: Tenant, left: timedelta | None) -> float:
    """Of a credential with so much time left. Nobody tells that its upgrade has reached a company, so one that waits
    for it is looked at anew.
    """
    if not serves(tenant.version):
        return 0.0
    holds = HOLDS * uniform(0.5, 1)  # noqa: S311  so that those who came at once are not looked up at once again
    return holds if left is None else min(holds, left.total_seconds())
