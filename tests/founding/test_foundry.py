"""Companies that people found: read, asked for, carried out once however often it is tried."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Engine, create_engine, select, text, update

from saas.core.clock import FixedClock
from saas.core.errors import Conflict, LimitReached
from saas.core.principal import system
from saas.core.rights import Role
from saas.core.work import Opener
from saas.founding.actions import MOST, STAGES, ask_for_company
from saas.founding.foundry import TRIES, Foundry
from saas.founding.plan import Flawed, Plan, candidates, read_plan
from saas.founding.queries import Founding, find_founding, find_waiting, suggest_slug
from saas.identity.people import Somebody, add_person, find_holder
from saas.members.model import Member, MemberStatus
from saas.pipelines.actions import DEFAULT_STAGES
from saas.pipelines.model import Stage
from saas.post.model import Mail
from tenants.bootstrap import driver_url
from tenants.engine import Lanes
from tenants.platform import founding, membership
from tenants.registry import Directory, Tenant, TenantStatus
from tests.conftest import Database

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
CLOCK = FixedClock(NOW)
SAID = {
    "slug": "acme", "name": "Acme", "currency": "eur", "locale": "he", "timeZone": "Asia/Jerusalem", "weekStart": "7",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scene:
    """A foundry, a person who has only said his address, and what he wants."""

    web: Engine
    migrate: Engine
    directory: Directory
    foundry: Foundry
    founder: UUID
    plan: Plan

    def ask(self, plan: Plan | None = None) -> UUID:
        return ask_for_company(self.web, self.founder, plan or self.plan, clock=CLOCK)

    def found(self, founding_id: UUID) -> Founding:
        seen = find_founding(self.web, self.founder, founding_id)
        assert seen is not None
        return seen

    def company(self) -> Tenant:
        made = self.directory.find_by_slug(self.plan.slug)
        assert made is not None
        return made

    def opener(self) -> Opener:
        return Opener(self.foundry.lanes, self.company(), system("test"), CLOCK)


@pytest.fixture
def scene(migrate_engine: Engine, web_engine: Engine, database: Database, work_lanes: Lanes) -> Iterator[Scene]:
    engine = create_engine(driver_url(database.work_url), pool_size=2, max_overflow=0)
    with web_engine.begin() as connection:
        founder = add_person(connection, Somebody(f"dana-{uuid4().hex[:8]}@acme.test", "Dana Levi", "he"))
    plan = Plan(f"acme-{uuid4().hex[:8]}", "Acme", "ILS", "he", "Asia/Jerusalem", 7)
    foundry = Foundry(migrate_engine, engine, work_lanes, CLOCK)
    yield Scene(web_engine, migrate_engine, Directory(web_engine, ttl=0), foundry, founder, plan)
    while foundry.carry_out_next():
        pass
    engine.dispose()


# Reading


def test_a_plan_is_read() -> None:
    assert read_plan(SAID) == Plan("acme", "Acme", "EUR", "he", "Asia/Jerusalem", 7)


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("slug", "", "REQUIRED"), ("slug", "login", "RESERVED_SLUG"), ("slug", "WWW", "RESERVED_SLUG"),
        ("slug", "a", "BAD_SLUG"), ("slug", "a--b", "BAD_SLUG"), ("slug", "1a", "BAD_SLUG"),
        ("slug", "אבג", "BAD_SLUG"),
        ("slug", "a.b", "BAD_SLUG"), ("slug", "x" * 41, "BAD_SLUG"), ("slug", "a'; DROP", "BAD_SLUG"),
        ("name", "  ", "REQUIRED"), ("name", "x" * 121, "TOO_LONG"), ("name", "\x00", "REQUIRED"),
        ("currency", "XXZ", "BAD_CURRENCY"), ("locale", "fr", "BAD_LOCALE"), ("timeZone", "Mars/Base", "BAD_TIME_ZONE"),
        ("weekStart", "3", "BAD_WEEK_START"), ("weekStart", "", "BAD_WEEK_START"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_by_field(field: str, value: str, code: str) -> None:
    with pytest.raises(Flawed) as flawed:
        read_plan({**SAID, field: value})
    assert {name: flaw.code for name, flaw in flawed.value.flaws.items()} == {field: code}


def test_all_flaws_are_told_at_once() -> None:
    with pytest.raises(Flawed) as flawed:
        read_plan({})
    assert set(flawed.value.flaws) == set(SAID)


@pytest.mark.parametrize(
    ("name", "email", "first"),
    [
        ("Acme Tools Ltd.", "a@b.test", "acme-tools-ltd"), ("Café Été", "a@b.test", "cafe-ete"),
        ("7 Seas", "x@seven.test", "seas"), ("חברה", "dana@oren.co.il", "oren"),
        ("שירותים", "dana.levi@gmail.com", "dana-levi"), ("Login", "me@login.test", "me"),
        ("חברה", "1@gmail.com", "company"),
    ],
)  # fmt: skip
def test_an_address_is_suggested(name: str, email: str, first: str) -> None:
    assert next(candidates(name, email)) == first


def test_a_suggestion_is_free(scene: Scene) -> None:
    slug = scene.plan.slug
    assert suggest_slug(scene.web, slug, "a@gmail.com") == slug
    scene.ask()
    assert suggest_slug(scene.web, slug, "a@gmail.com") == "company"
    assert suggest_slug(scene.web, slug, "a@Oren Ltd.test") == "oren-ltd"


# Carrying out


def test_a_company_is_founded(scene: Scene) -> None:
    asked = scene.ask()
    assert scene.foundry.carry_out_next()
    assert not scene.foundry.carry_out_next()
    company = scene.company()
    assert (company.id, company.name, company.currency, company.locale) == (asked, "Acme", "ILS", "he")
    assert (company.time_zone, company.week_start, company.status) == ("Asia/Jerusalem", 7, TenantStatus.ACTIVE)
    with scene.opener()() as work:
        (owner,) = work.all(select(Member))
        assert (owner.name, owner.role, owner.status, owner.locale) == (
            "Dana Levi",
            Role.OWNER,
            MemberStatus.ACTIVE,
            "he",
        )
        assert len(work.all(select(Stage))) == len(DEFAULT_STAGES)
        assert "Qualified" not in work.all(select(Stage.name))
        (mail,) = work.all(select(Mail))
        assert (mail.kind, mail.to_email, mail.locale) == ("founding.confirmation", owner.email, "he")
    with scene.web.connect() as connection:
        members = connection.execute(
            select(membership.c.member_id).where(membership.c.person_id == scene.founder)
        ).scalars()
        assert members.all() == [owner.id]
    ended = scene.found(asked)
    assert (ended.member_id, ended.failure) == (owner.id, None)


def test_it_is_taken_up_where_it_was_broken_off(scene: Scene) -> None:
    """As if the foundry had died after each of its steps: the founding was never marked as ended."""
    asked = scene.ask()
    for _ in range(3):
        assert scene.foundry.carry_out_next()
        with scene.migrate.begin() as connection:
            undone = update(founding).where(founding.c.id == asked)
            connection.execute(undone.values(ended_at=None, member_id=None))
    assert scene.foundry.carry_out_next()
    with scene.opener()() as work:
        assert len(work.all(select(Member))) == 1
        assert len(work.all(select(Mail))) == 1
        assert len(work.all(select(Stage))) == len(DEFAULT_STAGES)


def test_it_is_taken_up_when_half_a_company_is_there(scene: Scene) -> None:
    asked = scene.ask()
    with scene.migrate.begin() as connection:
        half = """INSERT INTO platform.tenant (id, slug, name, namespace, cell, status, currency, locale, time_zone)
            VALUES (:id, :slug, 'x', 't_aaaaaaaaaaaaa', 'home', 'PROVISIONING', 'USD', 'en', 'UTC')"""
        connection.execute(text(half), {"id": asked, "slug": scene.plan.slug})
    assert scene.foundry.carry_out_next()
    company = scene.company()
    assert (company.name, company.week_start) == ("Acme", 7)


def test_two_do_not_get_one_address(scene: Scene) -> None:
    scene.ask()
    with scene.web.begin() as connection:
        other = add_person(connection, Somebody("other@acme.test", "Other"))
    with pytest.raises(Conflict) as taken:
        ask_for_company(scene.web, other, scene.plan, clock=CLOCK)
    assert (taken.value.code, taken.value.field) == ("SLUG_TAKEN", "slug")
    scene.foundry.carry_out_next()
    with pytest.raises(Conflict):
        ask_for_company(scene.web, other, scene.plan, clock=CLOCK)
    assert find_waiting(scene.web, other) is None


def test_an_address_that_was_taken_meanwhile_is_told(scene: Scene) -> None:
    asked = scene.ask()
    with scene.migrate.begin() as connection:
        theirs = """INSERT INTO platform.tenant (id, slug, name, namespace, cell, status, currency, locale, time_zone)
            VALUES (:id, :slug, 'x', 't_bbbbbbbbbbbbb', 'home', 'ACTIVE', 'USD', 'en', 'UTC')"""
        connection.execute(text(theirs), {"id": uuid4(), "slug": scene.plan.slug})
    assert scene.foundry.carry_out_next()
    assert scene.found(asked).failure == "SLUG_TAKEN"
    with scene.migrate.begin() as connection:
        connection.execute(text("DELETE FROM platform.tenant WHERE namespace = 't_bbbbbbbbbbbbb'"))


def test_again_is_the_same_and_there_is_an_end_to_it(scene: Scene) -> None:
    plans = [Plan(f"many-{uuid4().hex[:8]}", "Many", "USD", "en", "UTC", 1) for _ in range(MOST + 1)]
    first = scene.ask(plans[0])
    assert scene.ask(plans[0]) == first
    for plan in plans[1:MOST]:
        scene.ask(plan)
    with pytest.raises(LimitReached):
        scene.ask(plans[MOST])


def test_what_fails_again_and_again_ends(scene: Scene) -> None:
    asked = scene.ask()
    for _ in range(TRIES):
        scene.foundry.give_up()
    ended = scene.found(asked)
    assert (ended.failure, ended.tries) == ("BROKEN", TRIES)
    assert not scene.foundry.carry_out_next()


def test_nobody_sees_anothers_founding(scene: Scene) -> None:
    asked = scene.ask()
    assert find_founding(scene.web, uuid4(), asked) is None


def test_the_founder_holds_no_address_that_he_only_said(scene: Scene) -> None:
    scene.ask()
    scene.foundry.carry_out_next()
    with scene.web.connect() as connection:
        email = connection.execute(
            text("SELECT email FROM platform.person WHERE id = :id"), {"id": scene.founder}
        ).scalar_one()
        assert find_holder(connection, email) is None


def test_the_stages_are_translated() -> None:
    assert [stage.name for stage in DEFAULT_STAGES] == list(STAGES)
