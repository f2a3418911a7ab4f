"""Sessions of browsers: opened, recognised, given a new secret, ended. Each step is one transaction of the operator's
tables.

A session outlives its secret. When the member's standing (role, company's own role and its rules, team) is another than
the one that the secret was given for, the first request gets a new one with its answer. The old one is good for `GRACE`
more, for what was under way; whoever shows it later shows a stolen one, and the session ends for everybody.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Engine, Row, and_, delete, insert, or_, select, update

from saas.core.audit import AuditAction
from saas.core.clock import Clock
from saas.core.ids import new_id
from saas.core.trail import Change, Tell
from saas.identity.credentials import digest, new_session
from saas.identity.visitors import Browser
from saas.identity.word import tell_credential
from tenants.platform import company_security, session
from tenants.registry import Tenant

LONGEST = timedelta(days=30)
IDLE = timedelta(hours=12)
GRACE = timedelta(seconds=10)
KEPT = timedelta(days=30)  # after it is over, for whoever looks into what happened
NOTICED = timedelta(minutes=1)  # `seen_at` is not written more often
_LONGEST_AGENT = 400


@dataclass(frozen=True, slots=True)
class Opening:
    """How a session comes to be: what the browser says of itself, and who vouched for the person, when and how."""

    browser: Browser = field(default_factory=Browser)
    person_id: UUID | None = None
    visit_id: UUID | None = None
    signed_in_at: datetime | None = None
    method: str | None = None
    break_glass: bool = False


@dataclass(frozen=True, slots=True)
class Session:
    """A session as it stands, with the limits of its company."""

    id: UUID
    tenant_id: UUID
    member_id: UUID
    created_at: datetime
    seen_at: datetime
    signed_in_at: datetime | None
    rotated_at: datetime | None
    standing: str | None
    user_agent: str | None
    address: str | None
    method: str | None
    hash: bytes
    longest: timedelta
    idle: timedelta

    @property
    def ends_at(self) -> datetime:
        """Whatever is done with it."""
        return self.created_at + self.longest

    def is_over(self, now: datetime) -> bool:
        return now >= self.ends_at or now >= self.seen_at + self.idle

    def is_behind(self, secret: str) -> bool:
        """Whether this is the secret before the present one."""
        return self.hash != digest(secret)

    def is_stolen(self, secret: str, now: datetime) -> bool:
        """An old secret, after the time that requests under way need."""
        return self.is_behind(secret) and (self.rotated_at is None or now >= self.rotated_at + GRACE)


def open_session(
    platform: Engine, tenant: Tenant, member_id: UUID, *, clock: Clock, opening: Opening | None = None,
    instead_of: str | None = None, tell: Tell | None = None,
) -> str:  # fmt: skip
    """Returns the secret for the cookie; it is told this once. One by break-glass is told in the company's trail.

    The session that the browser had here before (`instead_of`, its secret) ends: a secret that was planted in it is
    worth nothing afterwards.
    """
    secret, now, how = new_session(), clock.now(), opening or Opening()
    row = {
        "id": new_id(), "hash": digest(secret), "tenant_id": tenant.id, "member_id": member_id,
        "person_id": how.person_id, "visit_id": how.visit_id, "method": how.method, "break_glass": how.break_glass,
        "user_agent": (how.browser.user_agent or "")[:_LONGEST_AGENT] or None,
        "address": how.browser.address,
        "created_at": now, "seen_at": now, "signed_in_at": how.signed_in_at or now, "expires_at": now + LONGEST,
    }  # fmt: skip
    with platform.begin() as connection:
        connection.execute(delete(session).where(session.c.expires_at < now - KEPT))
        if instead_of is not None:
            end_those(connection, shown_by(instead_of), now)
        connection.execute(insert(session), row)
        if tell is not None and how.break_glass:
            told = {name: row[name] for name in ("member_id", "method", "break_glass", "address", "user_agent")}
            tell(Change(AuditAction.CREATE, session.name, UUID(str(row["id"])), None, told))
    return secret


def find_session(connection: Connection, secret: str) -> Session | None:
    """None once it was ended; whether it is over or stolen is the caller's to ask."""
    return next(iter(find_sessions(connection, shown_by(secret))), None)


def find_sessions(connection: Connection, which: ColumnElement[bool]) -> list[Session]:
    """Those that nobody has ended, the latest seen first."""
    joined = session.outerjoin(company_security, company_security.c.tenant_id == session.c.tenant_id)
    columns = (*session.c, company_security.c.session_hours, company_security.c.idle_minutes.label("most_idle"))
    found = select(*columns).select_from(joined).where(which, _live())
    return [_session(row) for row in connection.execute(found.order_by(session.c.seen_at.desc(), session.c.id))]


def notice(platform: Engine, found: Session, standing: str, *, clock: Clock) -> str | None:
    """Writes down that the session was seen, at most once a minute, and for which standing its secret is.

    Returns a new secret where the standing has changed: one request wins it, the others go on with the old one.
    """
    now = clock.now()
    changed = found.standing not in {None, standing}
    if found.standing == standing and now < found.seen_at + NOTICED:
        return None
    mine = and_(session.c.id == found.id, _live(), session.c.hash == found.hash)
    values = {"seen_at": now, "standing": standing}
    secret = new_session()
    if changed:
        values |= {"hash": digest(secret), "previous_hash": found.hash, "rotated_at": now}
    with platform.begin() as connection:
        won = connection.execute(update(session).where(mine).values(values)).rowcount
    return secret if won and changed else None


def end_session(platform: Engine, secret: str, *, clock: Clock) -> None:
    """Ending it twice, or one that never was, changes nothing."""
    with platform.begin() as connection:
        end_those(connection, shown_by(secret), clock.now())


def end_those(connection: Connection, which: ColumnElement[bool], now: datetime) -> int:
    """Returns how many were live; every web process hears of each."""
    ended = update(session).where(which, _live()).values(ended_at=now)
    rows = connection.execute(ended.returning(session.c.hash, session.c.previous_hash)).all()
    for row in rows:
        for known in filter(None, row):
            tell_credential(connection, bytes(known))
    return len(rows)


def shown_by(secret: str) -> ColumnElement[bool]:
    """The session of this secret, also where it has a newer one."""
    return or_(session.c.hash == digest(secret), session.c.previous_hash == digest(secret))


def _session(row: Row[*tuple[object, ...]]) -> Session:
    said = row._mapping  # noqa: SLF001  SQLAlchemy's own name for a row by its columns
    return Session(
        **{name: said[name] for name in _PLAIN},
        hash=bytes(said["hash"]),
        longest=timedelta(hours=said["session_hours"]) if said["session_hours"] else LONGEST,
        idle=timedelta(minutes=said["most_idle"]) if said["most_idle"] else IDLE,
    )


_PLAIN = (
    "id", "tenant_id", "member_id", "created_at", "seen_at", "signed_in_at", "rotated_at", "standing", "user_agent",
    "address", "method",
)  # fmt: skip


def _live() -> ColumnElement[bool]:
    return session.c.ended_at.is_(None)
