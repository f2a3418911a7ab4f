"""Builders: a company with an owner, people beside it, and the codes of the letters that were sent."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit
from uuid import UUID, uuid4

from sqlalchemy import Engine, select

from saas.core.clock import FixedClock
from saas.core.principal import Principal, system
from saas.core.rights import Role
from saas.core.work import Opener
from saas.identity.people import Person, Somebody, add_person, find_person
from saas.invitations.acceptance import Comer, accept_invitation
from saas.members.actions import MemberDraft, add_member, invite_member
from saas.members.model import Member, MemberStatus
from saas.post.model import Mail
from tenants.engine import Lanes
from tenants.platform import membership, person
from tenants.registry import Tenant

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class House:
    """`at` moves the clock."""

    web: Engine
    lanes: Lanes
    tenant: Tenant
    owner: UUID

    def opener(self, *, by: UUID | None = None, role: Role = Role.OWNER, at: timedelta = timedelta()) -> Opener:
        who = system("test") if by is None else Principal(by, role, "Somebody", "en", "UTC", "test")
        return Opener(self.lanes, self.tenant, who, FixedClock(NOW + at))

    def invite(self, email: str, role: Role = Role.REP, **more: object) -> tuple[UUID, str]:
        """The member and the code in his letter."""
        with self.opener(by=self.owner)() as work:
            member = invite_member(work, MemberDraft("Rina Rep", email, role, **more))  # type: ignore[arg-type]
            id_ = member.id
        return id_, self.code(email)

    def code(self, email: str) -> str:
        """Of the latest letter to this address."""
        with self.opener()() as work:
            mails = work.all(select(Mail).where(Mail.to_email == email).order_by(Mail.created_at, Mail.id))
            content = mails[-1].content
        assert content is not None
        button = content["button"]
        assert isinstance(button, dict)
        query = parse_qs(urlsplit(button["url"]).query)
        assert query["company"] == [self.tenant.slug]
        return query["code"][0]

    def accept(self, code: str, person_id: UUID, *, anew: bool = False, at: timedelta = timedelta()) -> UUID:
        return accept_invitation(self.opener(at=at), self.web, code, Comer(person_id, anew))

    def status(self, member_id: UUID) -> MemberStatus:
        with self.opener()() as work:
            return MemberStatus(work.get(Member, member_id).status)

    def bound(self, member_id: UUID) -> UUID | None:
        """Whose the membership is."""
        mine = membership.c.tenant_id == self.tenant.id, membership.c.member_id == member_id
        with self.web.connect() as connection:
            found = connection.execute(select(membership.c.person_id).where(*mine)).scalar_one_or_none()
        return None if found is None else UUID(str(found))

    def make_person(self, email: str, *, verified: bool = False) -> UUID:
        with self.web.begin() as connection:
            return add_person(connection, Somebody(email, "Rina", verified_at=NOW if verified else None))

    def person(self, person_id: UUID) -> Person:
        with self.web.connect() as connection:
            found = find_person(connection, person_id)
        assert found is not None
        return found

    def is_verified(self, person_id: UUID) -> bool:
        with self.web.connect() as connection:
            found = connection.execute(select(person.c.verified_at).where(person.c.id == person_id)).scalar_one()
        return found is not None


def make_house(web: Engine, lanes: Lanes, tenant: Tenant) -> House:
    with Opener(lanes, tenant, system("make"), FixedClock(NOW))() as work:
        draft = MemberDraft("Olga Owner", "olga@acme.test", Role.OWNER, status=MemberStatus.ACTIVE)
        owner = add_member(work, draft)
        work.flush()
        return House(web, lanes, tenant, owner.id)


def new_address() -> str:
    return f"rina-{uuid4().hex[:8]}@acme.test"
