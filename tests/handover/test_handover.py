"""A member leaves: what he owned goes on, counted before, in batches, told by the trail; and he is out at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

import pytest
from sqlalchemy import Engine, func, select

from saas.accounts.model import Account
from saas.activities.model import Activity
from saas.contacts.model import Contact
from saas.core.audit import AuditEntry
from saas.core.clock import Clock, FixedClock
from saas.core.errors import Conflict, Forbidden, Invalid, NotFound, Refusal
from saas.core.principal import Principal, system
from saas.core.rights import Role
from saas.core.work import Opener
from saas.deals.model import Deal, DealEvent, DealEventKind, DealStatus
from saas.demo.actions import fill
from saas.handover import actions
from saas.handover.actions import Succession, carry_on, hand_over, let_go
from saas.handover.model import Handover, HandoverStatus
from saas.handover.queries import preview_handover
from saas.identity.recognition import Recognition
from saas.identity.sessions import open_session
from saas.identity.tokens import create_token
from saas.members.actions import MemberDraft, add_member
from saas.members.model import Member, MemberStatus, Team
from tenants.engine import Lanes
from tenants.registry import Directory, Tenant

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Firm:
    """The demo company; the leaver is its manager with most deals, the successor another one."""

    lanes: Lanes
    tenant: Tenant
    owner: UUID
    leaver: UUID
    successor: UUID

    def opener(self, role: Role = Role.OWNER, *, fresh: bool = True) -> Opener:
        at = NOW if fresh else None
        who = Principal(self.owner, role, "Olga", "en", "UTC", "test", signed_in_at=at)
        return Opener(self.lanes, self.tenant, who, FixedClock(NOW))

    def owned(self, model: type[Deal | Account | Contact], who: UUID, *more: object) -> int:
        with self.opener()() as work:
            return work.all(select(func.count()).select_from(model).where(model.owner_id == who, *more))[0]  # type: ignore[arg-type]

    def start(self, *, past: bool = False) -> UUID:
        with self.opener()() as work:
            return hand_over(work, Succession(self.leaver, self.successor, past)).id

    def handover(self, id_: UUID) -> Handover:
        with self.opener()() as work:
            return work.get(Handover, id_)


@pytest.fixture
def firm(lanes: Lanes, tenant: Tenant) -> Firm:
    return make_firm(lanes, tenant)


@pytest.fixture(scope="module")
def settled(lanes: Lanes, tenants_pool: Iterator[Tenant]) -> Firm:
    """One for all that is refused: it leaves nothing."""
    return make_firm(lanes, next(tenants_pool))


def make_firm(lanes: Lanes, tenant: Tenant) -> Firm:
    opener = Opener(lanes, tenant, system("make"), FixedClock(NOW))
    fill(opener, FixedClock(NOW))
    with opener() as work:
        counted = select(Deal.owner_id).join(Member, Member.id == Deal.owner_id).where(Member.role != Role.OWNER)
        first, second = work.all(counted.group_by(Deal.owner_id).order_by(func.count().desc()).limit(2))
        (owner,) = work.all(select(Member.id).where(Member.role == Role.OWNER))
    assert first is not None
    assert second is not None
    return Firm(lanes, tenant, owner, first, second)


def refused(firm: Firm, wanted: Succession, role: Role = Role.OWNER) -> str:
    with pytest.raises(Refusal) as refusal, firm.opener(role)() as work:
        hand_over(work, wanted)
    with firm.opener()() as work:
        assert work.all(select(func.count()).select_from(Handover)) == [0]
    return refusal.value.code


def test_it_is_counted_before(settled: Firm) -> None:
    with settled.opener()() as work:
        estates = {one.kind: one for one in preview_handover(work, settled.leaver)}
    is_open = Deal.status == DealStatus.OPEN
    assert set(estates) >= {"Deal", "Account", "Contact", "Activity", "Team"}
    assert estates["Deal"].current == settled.owned(Deal, settled.leaver, is_open, Deal.deleted_at.is_(None))
    assert estates["Deal"].past == settled.owned(Deal, settled.leaver, ~is_open, Deal.deleted_at.is_(None))
    assert estates["Deal"].past > 0
    assert (estates["Account"].past, estates["Account"].private) == (0, 0)


def test_what_is_open_goes_on_and_what_is_over_stays(firm: Firm, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "BATCH", 7)
    is_open = Deal.status == DealStatus.OPEN
    deals, accounts = firm.owned(Deal, firm.leaver, is_open), firm.owned(Account, firm.leaver)
    closed, theirs = firm.owned(Deal, firm.leaver, ~is_open), firm.owned(Deal, firm.successor, is_open)
    assert deals > 7
    id_ = firm.start()
    assert firm.handover(id_).moved == 0
    carry_on(firm.opener(), id_)
    assert (firm.owned(Deal, firm.leaver, is_open), firm.owned(Account, firm.leaver)) == (0, 0)
    assert firm.owned(Deal, firm.leaver, ~is_open) == closed
    assert firm.owned(Deal, firm.successor, is_open) == theirs + deals
    done = firm.handover(id_)
    assert (done.status, done.moved, done.ended_at) == (HandoverStatus.DONE, done.total, NOW)
    assert done.total >= deals + accounts
    with firm.opener()() as work:
        told = work.all(select(DealEvent).where(DealEvent.kind == DealEventKind.OWNER, DealEvent.at == NOW))
        assert len(told) == deals
        assert {(one.from_owner_id, one.to_owner_id, one.by_id) for one in told} == {
            (firm.leaver, firm.successor, firm.owner)
        }
        entries = select(func.count()).select_from(AuditEntry).where(
            AuditEntry.entity == "deal", AuditEntry.at == NOW, AuditEntry.after.has_key("owner_id"),
            AuditEntry.member_id == firm.owner,
        )  # fmt: skip
        assert work.all(entries) == [deals]


def test_with_the_past_everything_goes_on(firm: Firm) -> None:
    id_ = firm.start(past=True)
    carry_on(firm.opener(), id_)
    assert firm.owned(Deal, firm.leaver, Deal.deleted_at.is_(None)) == 0
    carry_on(firm.opener(), id_)
    assert firm.handover(id_).moved == firm.handover(id_).total


def test_what_dies_goes_on_where_it_was(firm: Firm, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "BATCH", 5)
    id_ = firm.start()
    batches = iter(range(3))
    kept = actions._carry_batch

    def dying(*given: object) -> bool:
        if next(batches, None) is None:
            raise RuntimeError("power failure")
        return kept(*given)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(actions, "_carry_batch", dying)
        with pytest.raises(RuntimeError):
            carry_on(firm.opener(), id_)
    assert 0 < firm.handover(id_).moved < firm.handover(id_).total
    carry_on(firm.opener(), id_)
    done = firm.handover(id_)
    assert (done.status, done.moved) == (HandoverStatus.DONE, done.total)


def test_private_activities_stay(firm: Firm) -> None:
    with firm.opener()() as work:
        for private in (True, False):
            subject = "dentist" if private else "call Acme"
            work.add(
                Activity(
                    kind="TASK", subject=subject, private=private, owner_id=firm.leaver, author_id=firm.leaver, at=NOW
                )
            )
    carry_on(firm.opener(), firm.start(past=True))
    with firm.opener()() as work:
        rows = work.rows(
            select(Activity.subject, Activity.owner_id).where(Activity.subject.in_(["dentist", "call Acme"]))
        )
        assert {tuple(row) for row in rows} == {("dentist", firm.leaver), ("call Acme", firm.successor)}


def test_teams_go_to_the_successor_at_once(firm: Firm) -> None:
    with firm.opener()() as work:
        work.add(Team(name="Handed", manager_id=firm.leaver))
    firm.start()
    with firm.opener()() as work:
        assert work.all(select(func.count()).select_from(Team).where(Team.manager_id == firm.leaver)) == [0]


def test_what_makes_no_sense_is_refused(firm: Firm) -> None:
    absent = UUID("01900000-0000-7000-8000-000000000000")
    assert refused(firm, Succession(firm.leaver, firm.leaver)) == "SAME_MEMBER"
    assert refused(firm, Succession(firm.leaver, absent)) == "NOT_FOUND"
    assert refused(firm, Succession(absent, firm.successor)) == "NOT_FOUND"
    with firm.opener()() as work:
        work.get(Member, firm.successor).status = MemberStatus.DISABLED
    assert refused(firm, Succession(firm.leaver, firm.successor)) == "MEMBER_DISABLED"


@pytest.mark.parametrize("role", [role for role in Role if role not in {Role.OWNER, Role.ADMIN}])
def test_who_may_not_neither_counts_nor_hands_over(settled: Firm, role: Role) -> None:
    assert refused(settled, Succession(settled.leaver, settled.successor), role) == "FORBIDDEN"
    with settled.opener(role)() as work, pytest.raises(Forbidden):
        preview_handover(work, settled.leaver)


def test_one_at_a_time(firm: Firm) -> None:
    firm.start()
    with pytest.raises(Conflict) as refusal:
        firm.start()
    assert refusal.value.code == "HANDOVER_RUNNING"


def test_who_may_not_any_more_stops(firm: Firm) -> None:
    id_ = firm.start()
    before = firm.owned(Account, firm.leaver)
    carry_on(firm.opener(Role.REP), id_)
    assert firm.handover(id_).status is HandoverStatus.STOPPED
    assert firm.owned(Account, firm.leaver) == before


# Leaving


@pytest.fixture
def recognition(web_engine: Engine, lanes: Lanes) -> Recognition:
    return Recognition(web_engine, lanes, Directory(web_engine, ttl=0), clock=Clock(), ttl=0)


def test_who_leaves_is_out_at_once(firm: Firm, web_engine: Engine, recognition: Recognition) -> None:
    session = open_session(web_engine, firm.tenant, firm.leaver, clock=Clock())
    token = create_token(web_engine, firm.tenant, firm.leaver, name="x")
    assert recognition.recognise(session, session=True) is not None
    assert recognition.recognise(token, session=False) is not None
    with firm.opener()() as work:
        let_go(work, firm.leaver, wanted=Succession(firm.leaver, firm.successor))
    assert recognition.recognise(session, session=True) is None
    assert recognition.recognise(token, session=False) is None
    with firm.opener()() as work:
        assert work.get(Member, firm.leaver).status == MemberStatus.DISABLED
        assert work.all(select(Handover.status)) == [HandoverStatus.RUNNING]


def test_all_of_it_or_nothing(settled: Firm) -> None:
    with pytest.raises(NotFound), settled.opener()() as work:
        let_go(work, settled.leaver, wanted=Succession(settled.leaver, UUID(int=1)))
    with settled.opener()() as work:
        assert work.get(Member, settled.leaver).status == MemberStatus.ACTIVE


def test_the_last_owner_stays(settled: Firm) -> None:
    with pytest.raises(Invalid) as refusal, settled.opener()() as work:
        let_go(work, settled.owner, wanted=Succession(settled.owner, settled.successor))
    assert refusal.value.code == "LAST_OWNER"
    with settled.opener()() as work:
        owner = work.get(Member, settled.owner)
        assert (owner.role, owner.status) == (Role.OWNER, MemberStatus.ACTIVE)


def test_an_owner_leaves_while_another_stays(firm: Firm) -> None:
    with firm.opener()() as work:
        second = add_member(work, MemberDraft("Second", "second@x.test", Role.OWNER, status=MemberStatus.ACTIVE))
        work.flush()
        id_ = second.id
    with firm.opener()() as work:
        let_go(work, id_, wanted=Succession(id_, firm.successor))
    with firm.opener()() as work:
        assert work.get(Member, id_).status == MemberStatus.DISABLED
