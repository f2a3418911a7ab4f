"""Storing the demo company: whole, audited, once, and in no other company."""

import time
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from saas.accounts.model import Account
from saas.activities.model import Activity, ActivityLink
from saas.contacts.model import Contact
from saas.core.audit import AuditEntry
from saas.core.clock import FixedClock
from saas.core.model import Model
from saas.core.principal import system
from saas.core.work import Opener
from saas.deals.model import Deal, DealEvent, DealProduct
from saas.demo.actions import fill
from saas.demo.becoming import MOST as CONVERTED
from saas.demo.company import draw_company
from saas.losses.actions import list_reasons
from saas.members.model import Member, Team
from saas.pipelines.model import Pipeline, Stage
from saas.products.model import Product
from tenants.engine import Lanes
from tenants.registry import Tenant

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
TABLES: tuple[type[Model], ...] = (
    Account, Activity, ActivityLink, Contact, Deal, DealEvent, DealProduct, Product, Team, Member
)  # fmt: skip


def open_company(lanes: Lanes, tenant: Tenant) -> Opener:
    return Opener(lanes, tenant, system("test"), FixedClock(NOW))


def count(opener: Opener, model: type[Model]) -> int:
    with opener() as work:
        return work.all(select(func.count()).select_from(model))[0]


@pytest.fixture
def company(lanes: Lanes, tenant: Tenant) -> Opener:
    opener = open_company(lanes, tenant)
    assert fill(opener, FixedClock(NOW))
    return opener


def test_all_of_it_is_there(company: Opener) -> None:
    drawn = draw_company(NOW)
    deals = {deal.key: deal for deal in drawn.deals}
    calls, moved = 41, 15  # with leads; and what went along with those who became customers
    assert {model.__tablename__: count(company, model) for model in TABLES} == {
        "account": len(drawn.accounts) + CONVERTED,
        "activity": len(drawn.activities) + calls,
        "activity_link": sum(2 + (deals[one.deal].contact is not None) for one in drawn.activities) + calls + moved,
        "contact": len(drawn.contacts) + CONVERTED,
        "deal": len(drawn.deals) + CONVERTED,
        "deal_event": sum(len(deal.events) for deal in drawn.deals) + CONVERTED,
        "deal_product": sum(len(deal.lines) for deal in drawn.deals) + CONVERTED,
        "product": len(drawn.products),
        "team": len(drawn.teams),
        "member": len(drawn.members),
    }


def test_lost_deals_have_their_reasons(company: Opener) -> None:
    drawn = draw_company(NOW)
    wanted = {loss.deal: (loss.reason, loss.remark) for loss in drawn.losses}
    with company() as work:
        reasons = [reason.id for reason in list_reasons(work)]
        found = select(Deal.external_id, Deal.loss_reason_id, Deal.loss_remark).where(Deal.status == "LOST")
        told = {
            row.external_id: (row.loss_reason_id and reasons.index(row.loss_reason_id), row.loss_remark)
            for row in work.rows(found)
        }
        events = work.all(select(func.count()).where(DealEvent.loss_reason_id.is_not(None)))[0]
    assert told == wanted
    assert events == sum(reason is not None for reason, _remark in wanted.values())


def test_every_row_is_in_the_audit(company: Opener) -> None:
    with company() as work:
        made = select(AuditEntry.entity, func.count().label("rows")).where(AuditEntry.action == "CREATE")
        told = {row.entity: row.rows for row in work.rows(made.group_by(AuditEntry.entity))}
    assert {name: told[name] for name in ("account", "deal", "deal_event")} == {
        model.__tablename__: count(company, model) for model in (Account, Deal, DealEvent)
    }


def test_a_second_time_changes_nothing(company: Opener) -> None:
    audited = count(company, AuditEntry)
    assert not fill(company, FixedClock(NOW), seed=2)
    assert count(company, AuditEntry) == audited


def test_another_company_stays_empty(company: Opener, lanes: Lanes, other_tenant: Tenant) -> None:
    assert [count(open_company(lanes, other_tenant), model) for model in TABLES] == [0] * len(TABLES)


def test_who_and_what_was_there_is_taken_in(lanes: Lanes, tenant: Tenant) -> None:
    opener = open_company(lanes, tenant)
    with opener() as work:
        owner = Member(
            name="Owner", email="Owner@demo.test", role="OWNER", status="ACTIVE", locale="en", time_zone="UTC"
        )
        pipeline = Pipeline(name="Sales", is_default=True, position=0)
        work.add(owner)
        work.add(pipeline)
        work.flush()
        work.add(Stage(pipeline_id=pipeline.id, name="First", kind="OPEN", position=0))
    assert fill(opener, FixedClock(NOW))
    with opener() as work:
        owners = work.all(select(Member).where(Member.role == "OWNER"))
        assert [(member.id, member.name) for member in owners] == [(owner.id, "Michal Oren")]
        pipelines = work.all(select(Pipeline).where(Pipeline.deleted_at.is_(None)))
        assert [found.is_default for found in pipelines] == [True]
        stages = work.all(select(Stage).where(Stage.deleted_at.is_(None)).order_by(Stage.position))
        assert [stage.kind for stage in stages] == ["OPEN"] * 5 + ["WON", "LOST"]


def test_it_takes_seconds(lanes: Lanes, tenant: Tenant) -> None:
    steps: list[str] = []
    began = time.monotonic()
    fill(open_company(lanes, tenant), FixedClock(NOW), progress=steps.append)
    assert time.monotonic() - began < 15
    assert steps[-1].endswith(" leads")
