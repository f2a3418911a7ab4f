"""Who a credential stands for, and how soon it stands for nobody."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import Engine, select, text

from saas.core.clock import Clock, FixedClock
from saas.core.errors import NotFound
from saas.core.news import Turn, Word
from saas.core.principal import Principal, system
from saas.core.rights import Role
from saas.core.work import Opener
from saas.identity.actions import Newcomer, join_company
from saas.identity.credentials import digest
from saas.identity.queries import list_active
from saas.identity.recognition import Recognition
from saas.identity.sessions import end_session, open_session
from saas.identity.tokens import create_token, find_token, revoke_token
from saas.members.model import Member, MemberStatus
from tenants.engine import Lanes
from tenants.hearing import Hearing
from tenants.platform import api_token, membership, person, session
from tenants.registry import Directory, Tenant, TenantStatus
from tests.identity.make import make_member

Recogniser = Callable[..., Recognition]


@pytest.fixture
def recogniser(web_engine: Engine, lanes: Lanes, directory: Directory) -> Recogniser:
    def make(ttl: float = 0, clock: Clock | None = None, hearing: Hearing | None = None) -> Recognition:
        return Recognition(web_engine, lanes, directory, clock=clock or Clock(), ttl=ttl, hearing=hearing)

    return make


def test_a_token_stands_for_its_member(
    web_engine: Engine, lanes: Lanes, tenant: Tenant, recogniser: Recogniser
) -> None:
    member = make_member(lanes, tenant, Role.MANAGER, locale="he")
    token = create_token(web_engine, tenant, member, name="test")
    known = recogniser().recognise(token, session=False)
    assert known is not None
    assert known.tenant.id == tenant.id
    name = f"Manager of {tenant.slug}"
    assert known.principal("r1") == Principal(member, Role.MANAGER, name, "he", "UTC", "r1")


def test_only_digests_are_kept(web_engine: Engine, lanes: Lanes, tenant: Tenant) -> None:
    member = make_member(lanes, tenant)
    token = create_token(web_engine, tenant, member, name="test")
    secret = open_session(web_engine, tenant, member, clock=Clock())
    with web_engine.connect() as connection:
        dumped = str([connection.execute(select(table)).all() for table in (api_token, session)])
        assert digest(token) in connection.execute(select(api_token.c.hash)).scalars().all()
    assert token not in dumped
    assert secret not in dumped


def test_a_session_is_no_token_and_a_token_no_session(
    web_engine: Engine, lanes: Lanes, tenant: Tenant, recogniser: Recogniser
) -> None:
    member = make_member(lanes, tenant)
    token = create_token(web_engine, tenant, member, name="test")
    secret = open_session(web_engine, tenant, member, clock=Clock())
    here = recogniser(ttl=60)
    assert here.recognise(secret, session=True) is not None
    assert here.recognise(token, session=False) is not None
    assert here.recall(secret, session=False) is None
    assert here.recognise(secret, session=False) is None
    assert here.recognise(token, session=True) is None


def test_what_ended_stands_for_nobody(web_engine: Engine, lanes: Lanes, tenant: Tenant, recogniser: Recogniser) -> None:
    member, clock = make_member(lanes, tenant), FixedClock(datetime.now(UTC))
    secret = open_session(web_engine, tenant, member, clock=clock)
    other = open_session(web_engine, tenant, member, clock=clock)
    end_session(web_engine, secret, clock=clock)
    assert recogniser(clock=clock).recognise(secret, session=True) is None
    assert recogniser(clock=clock).recognise(other, session=True) is not None
    clock.pass_by(timedelta(days=31))
    assert recogniser(clock=clock).recognise(other, session=True) is None


def test_a_revoked_token_stands_for_nobody(
    web_engine: Engine, lanes: Lanes, tenant: Tenant, other_tenant: Tenant, recogniser: Recogniser
) -> None:
    token = create_token(web_engine, tenant, make_member(lanes, tenant), name="test")
    with web_engine.connect() as connection:
        held = find_token(connection, token)
    assert held is not None
    with pytest.raises(NotFound):
        revoke_token(web_engine, other_tenant, held.id, clock=Clock())
    assert recogniser().recognise(token, session=False) is not None
    revoke_token(web_engine, tenant, held.id, clock=Clock())
    assert recogniser().recognise(token, session=False) is None


@pytest.mark.parametrize(
    ("status", "by_token", "by_session"),
    [
        (MemberStatus.ACTIVE, True, True),
        (MemberStatus.INVITED, True, False),
        (MemberStatus.PLACEHOLDER, True, False),
        (MemberStatus.DISABLED, False, False),
    ],
)
def test_a_placeholder_has_tokens_only_and_a_disabled_member_nothing(
    web_engine: Engine, lanes: Lanes, tenant: Tenant, recogniser: Recogniser, *,
    status: MemberStatus, by_token: bool, by_session: bool,
) -> None:  # fmt: skip
    member = make_member(lanes, tenant, status=status)
    token = create_token(web_engine, tenant, member, name="test")
    secret = open_session(web_engine, tenant, member, clock=Clock())
    assert (recogniser().recognise(token, session=False) is not None) is by_token
    assert (recogniser().recognise(secret, session=True) is not None) is by_session


def test_a_disabled_member_is_out_within_the_memory(
    web_engine: Engine, lanes: Lanes, tenant: Tenant, recogniser: Recogniser
) -> None:
    member = make_member(lanes, tenant)
    token = create_token(web_engine, tenant, member, name="test")
    here = recogniser(ttl=60)
    assert here.recall(token, session=False) is None
    assert here.recognise(token, session=False) == here.recall(token, session=False)
    disable(lanes, tenant, member)
    assert here.recall(token, session=False) is not None
    assert here.recognise(token, session=False) is None
    assert here.recall(token, session=False) is None


def test_what_is_remembered_holds_while_all_word_comes(
    web_engine: Engine, lanes: Lanes, tenant: Tenant, recogniser: Recogniser
) -> None:
    token = create_token(web_engine, tenant, make_member(lanes, tenant), name="test")
    hearing = Hearing(0.1)
    here = recogniser(ttl=0.1, hearing=hearing)
    known = here.recognise(token, session=False)
    time.sleep(0.15)
    assert here.recall(token, session=False) is None, "no word for longer than the memory"
    hearing.heard(tenant.cell, time.monotonic())
    assert here.recall(token, session=False) == known is not None
    time.sleep(0.15)
    assert here.recall(token, session=False) is None, "word has stopped"


def test_no_longer_than_the_credential_itself(
    web_engine: Engine, lanes: Lanes, tenant: Tenant, recogniser: Recogniser
) -> None:
    ends = datetime.now(UTC) + timedelta(seconds=0.4)
    token = create_token(web_engine, tenant, make_member(lanes, tenant), name="test", expires_at=ends)
    hearing = Hearing()
    here = recogniser(ttl=0.01, hearing=hearing)
    assert here.recognise(token, session=False) is not None
    while datetime.now(UTC) < ends + timedelta(seconds=0.01):
        hearing.heard(tenant.cell, time.monotonic())
        recalled = here.recall(token, session=False)
        time.sleep(0.01)
    hearing.heard(tenant.cell, time.monotonic())
    assert recalled is None
    assert here.recall(token, session=False) is None


def test_word_of_a_company_that_lives_elsewhere_comes_from_there(
    web_engine: Engine, lanes: Lanes, tenant: Tenant, recogniser: Recogniser
) -> None:
    token = create_token(web_engine, tenant, make_member(lanes, tenant), name="test")
    hearing = Hearing()
    here = recogniser(ttl=0.01, hearing=hearing)
    assert here.recognise(token, session=False) is not None
    time.sleep(0.02)
    hearing.heard("elsewhere", time.monotonic())
    assert here.recall(token, session=False) is None


@pytest.mark.parametrize(
    ("rows", "whole", "known"),
    [
        ({"member": "mine"}, [], False),
        ({"member": "other"}, [], True),
        ({"deal": "mine"}, ["account"], True),
        ({"custom_role": "other"}, [], False),
        ({}, ["team"], False),
        ({}, ["member"], False),
    ],
)
def test_word_of_changed_members_and_roles_is_heeded(
    web_engine: Engine, lanes: Lanes, tenant: Tenant, recogniser: Recogniser, *,
    rows: dict[str, str], whole: list[str], known: bool,
) -> None:  # fmt: skip
    member, here = make_member(lanes, tenant), recogniser(ttl=60)
    token = create_token(web_engine, tenant, member, name="test")
    ids = {"mine": member, "other": UUID(int=1)}
    told = {table: {ids[which]: Turn.UPDATED} for table, which in rows.items()}
    assert here.recognise(token, session=False) is not None
    here.changed(Word("t_another", None, told, frozenset(whole)))
    assert here.recall(token, session=False) is not None
    here.changed(Word(tenant.namespace, None, told, frozenset(whole)))
    assert (here.recall(token, session=False) is not None) is known


def test_what_word_may_have_been_missed_of_is_asked_anew_with_its_company(
    web_engine: Engine, migrate_engine: Engine, lanes: Lanes, tenant: Tenant
) -> None:
    token = create_token(web_engine, tenant, make_member(lanes, tenant), name="test")
    directory = Directory(web_engine, ttl=60)
    here = Recognition(web_engine, lanes, directory, clock=Clock(), ttl=60)
    assert directory.find(tenant.id) == tenant
    with migrate_engine.begin() as connection:
        suspended = text("UPDATE platform.tenant SET status = 'SUSPENDED' WHERE id = :id")
        connection.execute(suspended, {"id": tenant.id})
    here.forget_all()
    known = here.recognise(token, session=False)
    assert known is not None
    assert known.tenant.status is TenantStatus.SUSPENDED


def disable(lanes: Lanes, tenant: Tenant, member: UUID) -> None:
    with Opener(lanes, tenant, system("test"))() as work:
        work.lock(Member, member).status = MemberStatus.DISABLED


def test_those_who_may_sign_in_are_listed_by_role(lanes: Lanes, tenant: Tenant, other_tenant: Tenant) -> None:
    make_member(lanes, other_tenant)
    for role in (Role.REP, Role.OWNER, Role.MANAGER):
        make_member(lanes, tenant, role)
    make_member(lanes, tenant, Role.ADMIN, status=MemberStatus.DISABLED)
    assert [one.role for one in list_active(lanes, tenant)] == [Role.OWNER, Role.MANAGER, Role.REP]


def test_joining_twice_is_joining_once(web_engine: Engine, lanes: Lanes, tenant: Tenant, other_tenant: Tenant) -> None:
    email = f"dana@{tenant.slug}.test"
    for where in (tenant, tenant, other_tenant):
        join_company(web_engine, where, Newcomer(make_member_of(lanes, where), email, "Dana"))
    with web_engine.connect() as connection:
        people = connection.execute(select(person.c.id).where(person.c.email == email)).scalars().all()
        assert len(people) == 1
        rows = (
            connection.execute(select(membership.c.tenant_id).where(membership.c.person_id == people[0]))
            .scalars()
            .all()
        )
    assert sorted(rows) == sorted([tenant.id, other_tenant.id])


def make_member_of(lanes: Lanes, tenant: Tenant) -> UUID:
    known = list_active(lanes, tenant)
    return known[0].id if known else make_member(lanes, tenant)


def test_the_operators_tables_are_closed_to_tenants(lanes: Lanes, tenant: Tenant) -> None:
    with Opener(lanes, tenant, system("test"))() as work, pytest.raises(Exception, match="permission denied"):
        work.rows(text("SELECT * FROM platform.api_token"))
