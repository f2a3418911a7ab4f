"""Leads of the demo company: in three languages, from several sources, their clocks in the order of what happened."""

from collections import Counter
from datetime import UTC, datetime
from random import Random

import pytest
from sqlalchemy import func, select

from saas.activities.model import Activity, ActivityLink
from saas.conversions.actions import undo_conversion
from saas.conversions.model import LeadConversion
from saas.core.clock import FixedClock
from saas.core.principal import system
from saas.core.work import Opener
from saas.deals.model import Deal
from saas.demo.actions import fill
from saas.demo.becoming import MOST
from saas.demo.interest import BACK, draw_leads
from saas.leads.model import Lead, LeadMerit
from saas.leads.words import LeadStatus
from saas.responses.model import ResponseEvent, ResponseKind
from saas.sources.model import Source, SourceKind
from saas.visits.model import PageView, Visit
from tenants.engine import Lanes
from tenants.registry import Tenant

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize("seed", range(4))
def test_they_are_believable(seed: int) -> None:
    leads = list(draw_leads(Random(seed), NOW))
    assert [lead.received_at for lead in leads] == sorted(lead.received_at for lead in leads)
    assert all(NOW - BACK <= lead.received_at < NOW for lead in leads)
    assert {lead.language for lead in leads} == {"he", "en", "ar"}
    assert len({lead.email for lead in leads}) == len(leads)
    states = Counter(lead.status for lead in leads)
    assert all(states[status] >= 2 for status in ("NEW", "WORKING", "QUALIFIED", "UNFIT"))
    for lead in leads:
        moments = [lead.received_at, lead.seen_at, lead.tried_at, lead.reached_at]
        come = [moment for moment in moments if moment is not None]
        assert come == sorted(come)
        assert moments[: len(come)] == come
        assert lead.received_at <= lead.moved_at < NOW
        assert (lead.status == "NEW") is (lead.tried_at is None)
        assert (lead.status == "UNFIT") is (lead.unfit is not None)


def test_they_are_stored_with_their_clocks(lanes: Lanes, tenant: Tenant) -> None:
    opener = Opener(lanes, tenant, system("tests"), FixedClock(NOW))
    fill(opener, FixedClock(NOW))
    with opener() as work:
        leads = work.all(select(Lead))
        merits = work.all(select(LeadMerit))
        told = Counter(work.all(select(ResponseEvent.kind)))
        calls = select(func.count()).select_from(Activity).join(ActivityLink)
        assert work.all(calls.where(ActivityLink.lead_id.is_not(None)))[0] > 10
    assert sum(one.points for one in merits) == sum(lead.score for lead in leads) > 0
    assert told[ResponseKind.RECEIVED] == told[ResponseKind.ASSIGNED] == len(leads)
    assert 0 < told[ResponseKind.CONTACTED] < told[ResponseKind.SEEN] < len(leads)
    assert all(lead.owner_id and lead.source_id for lead in leads)


def test_some_have_become_customers_and_can_be_taken_back(lanes: Lanes, tenant: Tenant) -> None:
    opener = Opener(lanes, tenant, system("tests"), FixedClock(NOW))
    fill(opener, FixedClock(NOW))
    with opener() as work:
        conversions = work.all(select(LeadConversion))
        converted = set(work.all(select(Lead.id).where(Lead.status == LeadStatus.CONVERTED)))
        worth = work.all(select(Deal.amount).where(Deal.id.in_([one.deal_id for one in conversions])))
    assert converted == {one.lead_id for one in conversions}
    assert len(conversions) == len(worth) == MOST
    assert all(one.account_made and one.contact_made and one.deal_made for one in conversions)
    assert all(worth)
    with opener() as work:
        assert undo_conversion(work, conversions[0].lead_id).status == LeadStatus.QUALIFIED


def test_forms_were_sent_from_a_visit(lanes: Lanes, tenant: Tenant) -> None:
    opener = Opener(lanes, tenant, system("tests"), FixedClock(NOW))
    fill(opener, FixedClock(NOW))
    with opener() as work:
        visits = work.all(select(Visit))
        pages = work.all(select(PageView).order_by(PageView.viewed_at))
        received = {row.id: row.received_at for row in work.rows(select(Lead.id, Lead.received_at))}
        forms = set(work.all(select(Lead.id).join(Source).where(Source.kind == SourceKind.WEB_FORM)))
    assert {visit.lead_id for visit in visits} == forms
    assert {visit.ordinal for visit in visits} == {1, 2}
    for visit in visits:
        seen = [page for page in pages if page.visit_id == visit.id]
        assert visit.page_count == len(seen) > 0
        assert visit.seconds == sum(page.seconds for page in seen)
        assert visit.path == seen[-1].path
        assert {page.intent for page in seen if page.intent} <= set(visit.intents)
        assert visit.lead_id is not None
        assert visit.started_at < received[visit.lead_id]
        assert visit.left_at is not None
        assert visit.left_at <= NOW
