"""How long a browser stays signed in, when it gets a new secret, and who is caught with an old one."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import Engine, select

from saas.core.clock import FixedClock
from saas.core.errors import Forbidden, Invalid, NotFound
from saas.core.ids import new_id
from saas.core.principal import FRESH, system
from saas.core.rights import Role
from saas.core.work import Opener
from saas.identity.devices import Devices, end_here
from saas.identity.known import Known
from saas.identity.limits import Limits, find_limits, set_limits
from saas.identity.recognition import Recognition
from saas.identity.sessions import GRACE, IDLE, LONGEST, NOTICED, Opening, end_session, open_session
from saas.identity.tokens import create_token, list_tokens
from saas.identity.visitors import Browser
from saas.members.actions import create_team, disable_member, edit_member, end_access
from saas.members.model import Member, MemberStatus
from tenants.engine import Lanes
from tenants.platform import membership, person, person_session, session
from tenants.registry import Directory, Tenant
from tests.identity.make import make_member

MINUTE = timedelta(minutes=1)


class Desk:
    """A member who signs in, at a clock of the test's own."""

    def __init__(self, engine: Engine, lanes: Lanes, directory: Directory, tenant: Tenant) -> None:
        self.engine, self.lanes, self.tenant = engine, lanes, tenant
        self.clock = FixedClock(datetime.now(UTC))
        self.recognition = Recognition(engine, lanes, directory, clock=self.clock, ttl=0)
        self.member = make_member(lanes, tenant)

    def open(self, **more: object) -> str:
        return open_session(self.engine, self.tenant, self.member, clock=self.clock, **more)  # type: ignore[arg-type]

    def known(self, secret: str) -> Known | None:
        return self.recognition.recognise(secret, session=True)

    def devices(self, member: UUID | None = None) -> Devices:
        return Devices(self.engine, self.tenant, member or self.member, self.clock)

    def work(self) -> Opener:
        return Opener(self.lanes, self.tenant, system("test"), self.clock)

    def seen_at(self) -> datetime:
        with self.engine.connect() as connection:
            [seen] = connection.execute(select(session.c.seen_at).where(session.c.member_id == self.member)).all()
        return datetime.fromisoformat(str(seen[0]))


@pytest.fixture
def desk(web_engine: Engine, lanes: Lanes, directory: Directory, tenant: Tenant) -> Desk:
    return Desk(web_engine, lanes, directory, tenant)


def test_an_unused_session_ends_by_itself(desk: Desk) -> None:
    secret = desk.open()
    desk.clock.pass_by(IDLE - MINUTE)
    assert desk.known(secret) is not None
    desk.clock.pass_by(IDLE - MINUTE)
    assert desk.known(secret) is not None
    desk.clock.pass_by(IDLE)
    assert desk.known(secret) is None


def test_a_used_session_ends_too(desk: Desk) -> None:
    secret, ends = desk.open(), desk.clock.now() + LONGEST
    while desk.clock.now() < ends - IDLE / 2:
        assert desk.known(secret) is not None
        desk.clock.pass_by(IDLE / 2)
    assert desk.known(secret) is not None
    desk.clock.at = ends
    assert desk.known(secret) is None


def test_a_company_has_limits_of_its_own_also_for_open_sessions(desk: Desk) -> None:
    secret = desk.open()
    assert find_limits(desk.engine, desk.tenant) == Limits()
    set_limits(desk.engine, desk.tenant, Limits(8, 30), by=desk.member, clock=desk.clock)
    assert find_limits(desk.engine, desk.tenant) == Limits(8, 30)
    desk.clock.pass_by(29 * MINUTE)
    assert desk.known(secret) is not None
    desk.clock.pass_by(30 * MINUTE)
    assert desk.known(secret) is None
    other = desk.open()
    for _ in range(16):
        assert desk.known(other) is not None
        desk.clock.pass_by(29.9 * MINUTE)
    desk.clock.pass_by(2 * MINUTE)
    assert desk.known(other) is None
    set_limits(desk.engine, desk.tenant, Limits(), by=desk.member, clock=desk.clock)
    assert find_limits(desk.engine, desk.tenant) == Limits()


@pytest.mark.parametrize("limits", [Limits(0, 30), Limits(721, 30), Limits(8, 4), Limits(8, 43_201)])
def test_limits_that_make_no_sense_are_refused(desk: Desk, limits: Limits) -> None:
    with pytest.raises(Invalid, match="OUT_OF_RANGE"):
        set_limits(desk.engine, desk.tenant, limits, by=desk.member, clock=desk.clock)
    assert find_limits(desk.engine, desk.tenant) == Limits()


def test_it_is_written_down_once_a_minute_that_it_was_seen(desk: Desk) -> None:
    secret = desk.open()
    desk.known(secret)
    first = desk.seen_at()
    desk.clock.pass_by(NOTICED - timedelta(seconds=1))
    desk.known(secret)
    assert desk.seen_at() == first
    desk.clock.pass_by(timedelta(seconds=1))
    desk.known(secret)
    assert desk.seen_at() == first + NOTICED


@pytest.mark.parametrize("change", ["role", "team"])
def test_a_change_of_rights_gives_the_browser_a_new_secret(desk: Desk, change: str) -> None:
    old = desk.open()
    first = desk.known(old)
    assert first is not None
    assert first.renewed is None
    with desk.work()() as work:
        team = create_team(work, "North")
        work.flush()
        edit_member(work, desk.member, {"role": Role.MANAGER} if change == "role" else {"team_id": team.id})
    known = desk.known(old)
    assert known is not None
    new = known.renewed
    assert new is not None
    assert known.someone.role is (Role.MANAGER if change == "role" else Role.REP)
    again = desk.known(new)
    assert again is not None
    assert again.renewed is None
    assert (again.session_id, again.signed_in_at) == (first.session_id, first.signed_in_at)


def test_the_old_secret_serves_what_was_under_way_and_then_is_a_thiefs(desk: Desk) -> None:
    old = desk.open()
    desk.known(old)
    with desk.work()() as work:
        edit_member(work, desk.member, {"role": Role.MANAGER})
    known = desk.known(old)
    assert known is not None
    new = known.renewed
    assert new is not None
    desk.clock.pass_by(GRACE - timedelta(seconds=1))
    late = desk.known(old)
    assert late is not None
    assert late.renewed is None
    assert desk.known(new) is not None
    desk.clock.pass_by(timedelta(seconds=1))
    assert desk.known(new) is not None
    assert desk.known(old) is None
    assert desk.known(new) is None, "whoever of the two is the thief, both have to sign in"


def test_two_processes_give_one_new_secret(desk: Desk, directory: Directory) -> None:
    old = desk.open()
    desk.known(old)
    other = Recognition(desk.engine, desk.lanes, directory, clock=desk.clock, ttl=0)
    with desk.work()() as work:
        edit_member(work, desk.member, {"role": Role.MANAGER})
    told = [known.renewed for known in (desk.known(old), other.recognise(old, session=True)) if known]
    assert len(told) == 2
    assert [secret for secret in told if secret] == [told[0]]


def test_who_loses_the_race_for_a_new_secret_does_not_hold_on_to_the_old(desk: Desk) -> None:
    old = desk.open()
    desk.known(old)
    with desk.work()() as work:
        edit_member(work, desk.member, {"role": Role.MANAGER})
    winners: list[Known | None] = []

    class Overtaken(Directory):
        """While this process asks for the company, the other one has given the new secret."""

        def find(self, id: UUID) -> Tenant | None:
            winners.append(desk.known(old))
            return super().find(id)

    loser = Recognition(desk.engine, desk.lanes, Overtaken(desk.engine), clock=desk.clock)
    lost = loser.recognise(old, session=True)
    [won] = winners
    assert won is not None
    assert won.renewed is not None
    assert lost is not None
    assert (lost.renewed, lost.holds) == (None, 0.0)


def test_signing_out_with_the_secret_before_the_present_one_ends_both(desk: Desk, web_engine: Engine) -> None:
    _, visit = person_of(web_engine, desk, {desk.tenant: desk.member})
    old = desk.open(opening=Opening(visit_id=visit))
    desk.known(old)
    with desk.work()() as work:
        edit_member(work, desk.member, {"role": Role.MANAGER})
    known = desk.known(old)
    assert known is not None
    assert known.renewed is not None
    end_here(web_engine, old, clock=desk.clock)
    assert (desk.known(known.renewed), desk.known(old)) == (None, None)
    assert visit_ended(web_engine, visit)


def test_signing_in_again_ends_what_the_browser_had(desk: Desk) -> None:
    planted = desk.open()
    mine = desk.open(instead_of=planted)
    assert desk.known(planted) is None
    assert desk.known(mine) is not None


def test_devices_are_told_and_ended_one_by_one(desk: Desk, lanes: Lanes) -> None:
    phone = desk.open(opening=Opening(Browser("Phone/1.0", "192.0.2.7"), method="click"))
    desk.clock.pass_by(MINUTE)
    laptop = desk.open()
    other = make_member(lanes, desk.tenant, Role.OWNER)
    first, second = desk.devices().list()
    assert (second.user_agent, second.address, second.method) == ("Phone/1.0", "192.0.2.7", "click")
    for whose, which in ((other, second.id), (desk.member, new_id())):
        with pytest.raises(NotFound):
            desk.devices(whose).end(which)
    assert desk.known(phone) is not None
    desk.devices().end(second.id)
    assert desk.known(phone) is None
    assert desk.known(laptop) is not None
    assert [one.id for one in desk.devices().list()] == [first.id]


def test_everywhere_is_every_company_of_the_person_and_the_sign_in_host(
    desk: Desk, other_tenant: Tenant, web_engine: Engine
) -> None:
    away = make_member(desk.lanes, other_tenant)
    stranger = make_member(desk.lanes, desk.tenant, Role.OWNER)
    person_id, visit = person_of(web_engine, desk, {desk.tenant: desk.member, other_tenant: away})
    here = desk.open(opening=Opening(person_id=person_id, visit_id=visit))
    there = open_session(web_engine, other_tenant, away, clock=desk.clock)
    others = open_session(web_engine, desk.tenant, stranger, clock=desk.clock)
    assert desk.devices().end_everywhere() == 2
    assert [desk.known(one) is not None for one in (here, there, others)] == [False, False, True]
    assert visit_ended(web_engine, visit)


def test_but_for_this_browser(desk: Desk, web_engine: Engine) -> None:
    person_id, visit = person_of(web_engine, desk, {desk.tenant: desk.member})
    here = desk.open(opening=Opening(person_id=person_id, visit_id=visit))
    there = desk.open()
    known = desk.known(here)
    assert known is not None
    assert desk.devices().end_everywhere(but=known.session_id) == 1
    assert [desk.known(one) is not None for one in (here, there)] == [True, False]
    assert not visit_ended(web_engine, visit)


def test_an_administrator_ends_what_is_his_companys(desk: Desk, other_tenant: Tenant, web_engine: Engine) -> None:
    away = make_member(desk.lanes, other_tenant)
    person_id, visit = person_of(web_engine, desk, {desk.tenant: desk.member, other_tenant: away})
    here = desk.open(opening=Opening(person_id=person_id, visit_id=visit))
    there = open_session(web_engine, other_tenant, away, clock=desk.clock)
    assert desk.devices().end_all() == 1
    assert [desk.known(one) is not None for one in (here, there)] == [False, True]
    assert visit_ended(web_engine, visit)


def test_ended_access_voids_sessions_and_tokens_but_not_later_ones(desk: Desk) -> None:
    secret, token = desk.open(), create_token(desk.engine, desk.tenant, desk.member, name="x", clock=desk.clock)
    assert desk.recognition.recognise(token, session=False) is not None
    desk.clock.pass_by(MINUTE)
    with desk.work()() as work:
        end_access(work, desk.member)
    assert desk.known(secret) is None
    assert desk.recognition.recognise(token, session=False) is None
    desk.clock.pass_by(MINUTE)
    assert desk.known(desk.open()) is not None


def test_who_comes_back_does_not_find_his_old_sessions_open(desk: Desk) -> None:
    secret = desk.open()
    desk.clock.pass_by(MINUTE)
    with desk.work()() as work:
        disable_member(work, desk.member)
    assert desk.known(secret) is None
    with desk.work()() as work:
        work.lock(Member, desk.member).status = MemberStatus.ACTIVE
    assert desk.known(secret) is None


def test_a_token_ends_on_its_day_and_tells_when_it_was_used(desk: Desk) -> None:
    ends = desk.clock.now() + timedelta(days=1)
    token = create_token(desk.engine, desk.tenant, desk.member, name="x", clock=desk.clock, expires_at=ends)
    assert list_tokens(desk.engine, desk.tenant, desk.member)[0].used_at is None
    assert desk.recognition.recognise(token, session=False) is not None
    assert list_tokens(desk.engine, desk.tenant, desk.member)[0].used_at == desk.clock.now()
    desk.clock.at = ends
    assert desk.recognition.recognise(token, session=False) is None


@pytest.mark.parametrize("days", [0, -1, 367])
def test_a_token_does_not_outlive_a_year(desk: Desk, days: int) -> None:
    ends = desk.clock.now() + timedelta(days=days)
    with pytest.raises(Invalid, match="BAD_EXPIRY"):
        create_token(desk.engine, desk.tenant, desk.member, name="x", clock=desk.clock, expires_at=ends)
    assert list_tokens(desk.engine, desk.tenant, desk.member) == []


def test_a_fresh_sign_in_is_asked_of_browsers_only(desk: Desk) -> None:
    known = desk.known(desk.open())
    assert known is not None
    who, now = known.principal("r"), desk.clock.now()
    who.require_fresh(now + FRESH - MINUTE)
    with pytest.raises(Forbidden, match="STEP_UP"):
        who.require_fresh(now + FRESH)
    system("r").require_fresh(now + FRESH)


def test_what_was_asked_before_a_word_came_is_not_remembered(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    recognition = Recognition(desk.engine, desk.lanes, Directory(desk.engine), clock=desk.clock, ttl=60)
    secret = desk.open()
    find = Recognition._find_session

    def overtaken(self: Recognition, shown: str) -> Known | None:
        known = find(self, shown)
        end_session(desk.engine, shown, clock=desk.clock)
        self.forget(shown, session=True)
        return known

    monkeypatch.setattr(Recognition, "_find_session", overtaken)
    assert recognition.recognise(secret, session=True) is not None
    assert recognition.recall(secret, session=True) is None


def person_of(engine: Engine, desk: Desk, members: dict[Tenant, UUID]) -> tuple[UUID, UUID]:
    """A person with these memberships, and a visit of his."""
    person_id, visit = new_id(), new_id()
    with engine.begin() as connection:
        connection.execute(person.insert(), {"id": person_id, "email": f"{person_id}@test.test", "name": "P"})
        for tenant, member in members.items():
            row = {"id": new_id(), "tenant_id": tenant.id, "person_id": person_id, "member_id": member}
            connection.execute(membership.insert(), row)
        connection.execute(
            person_session.insert(),
            {
                "id": visit, "hash": visit.bytes, "person_id": person_id, "method": "passkey",
                "signed_in_at": desk.clock.now(), "expires_at": desk.clock.now() + IDLE,
            },
        )  # fmt: skip
    return person_id, visit


def visit_ended(engine: Engine, visit: UUID) -> bool:
    with engine.connect() as connection:
        ended = select(person_session.c.ended_at).where(person_session.c.id == visit)
        return connection.execute(ended).scalar_one() is not None
