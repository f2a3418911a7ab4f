"""The browsers that a member is signed in with: listed, ended one by one, or all of them and everywhere."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Engine, and_, or_, select, update

from saas.core.clock import Clock
from saas.core.errors import NotFound
from saas.identity.sessions import Session, end_those, find_sessions, shown_by
from tenants.platform import membership, person_session, session
from tenants.registry import Tenant


@dataclass(frozen=True, slots=True)
class Devices:
    """Of one member of a company."""

    platform: Engine
    tenant: Tenant
    member_id: UUID
    clock: Clock

    def list(self) -> list[Session]:
        """Those that are not over, the latest seen first."""
        now = self.clock.now()
        with self.platform.connect() as connection:
            found = find_sessions(connection, _of(self.tenant.id, self.member_id))
        return [device for device in found if not device.is_over(now)]

    def end(self, session_id: UUID) -> None:
        """One of the member's own; anybody else's is not found.

        The sign-in host forgets that browser too, or it would bring it in again without a question.
        """
        now = self.clock.now()
        mine = and_(session.c.id == session_id, _of(self.tenant.id, self.member_id))
        with self.platform.begin() as connection:
            _end_visits(connection, _visits(mine), now)
            if not end_those(connection, mine, now):
                raise NotFound(field="id")

    def end_everywhere(self, *, but: UUID | None = None) -> int:
        """All sessions of the person behind the member, in all his companies and at the sign-in host, but for the
        browser of one session.

        For the person himself. Returns how many sessions there were in companies.
        """
        now = self.clock.now()
        with self.platform.begin() as connection:
            person_id = _person_of(connection, self.tenant, self.member_id)
            whose = _of(self.tenant.id, self.member_id)
            if person_id is not None:
                whose = or_(whose, session.c.person_id == person_id, *_members_of(connection, person_id))
                own = _visits(session.c.id == but)
                _end_visits(connection, and_(person_session.c.person_id == person_id, ~own), now)
            return end_those(connection, and_(whose, session.c.id != but) if but else whose, now)

    def companies(self) -> dict[UUID, UUID]:
        """Of the person behind the member: his member's id in each, by the company's."""
        with self.platform.connect() as connection:
            person_id = _person_of(connection, self.tenant, self.member_id)
            theirs = select(membership.c.tenant_id, membership.c.member_id).where(membership.c.person_id == person_id)
            found = {row.tenant_id: row.member_id for row in connection.execute(theirs)}
        return found | {self.tenant.id: self.member_id}

    def end_all(self) -> int:
        """The member's sessions in this company, and the visits at the sign-in host that they came from: to come in
        again he has to show who he is. What he does in other companies is not touched.
        """
        now, whose = self.clock.now(), _of(self.tenant.id, self.member_id)
        with self.platform.begin() as connection:
            _end_visits(connection, _visits(whose), now)
            return end_those(connection, whose, now)


def end_here(platform: Engine, secret: str, *, clock: Clock) -> None:
    """The session of this secret, also of the one before the present, and the visit at the sign-in host that it came
    from: signing out means both.
    """
    now, mine = clock.now(), shown_by(secret)
    with platform.begin() as connection:
        _end_visits(connection, _visits(mine), now)
        end_those(connection, mine, now)


def find_own_person(platform: Engine, session_id: UUID) -> UUID | None:
    """Whose the session is, where the person has shown himself who he is. A company's own provider vouches to its own
    company only: through it nobody reaches what belongs to the person.
    """
    visit = and_(person_session.c.id == session.c.visit_id, person_session.c.tenant_id.is_(None))
    found = select(session.c.person_id).join(person_session, visit).where(session.c.id == session_id)
    with platform.connect() as connection:
        return connection.execute(found).scalar_one_or_none()


def _visits(of: ColumnElement[bool]) -> ColumnElement[bool]:
    """Those from which these sessions came."""
    return person_session.c.id.in_(select(session.c.visit_id).where(of, session.c.visit_id.is_not(None)))


def _end_visits(connection: Connection, which: ColumnElement[bool], now: datetime) -> None:
    live = person_session.c.ended_at.is_(None)
    connection.execute(update(person_session).where(which, live).values(ended_at=now))


def _person_of(connection: Connection, tenant: Tenant, member_id: UUID) -> UUID | None:
    mine = (membership.c.tenant_id == tenant.id) & (membership.c.member_id == member_id)
    return connection.execute(select(membership.c.person_id).where(mine)).scalar_one_or_none()


def _members_of(connection: Connection, person_id: UUID) -> list[ColumnElement[bool]]:
    theirs = select(membership.c.tenant_id, membership.c.member_id).where(membership.c.person_id == person_id)
    return [_of(row.tenant_id, row.member_id) for row in connection.execute(theirs)]


def _of(tenant_id: UUID, member_id: UUID) -> ColumnElement[bool]:
    return and_(session.c.tenant_id == tenant_id, session.c.member_id == member_id)
