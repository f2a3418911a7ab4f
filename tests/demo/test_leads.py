"""Leads of the demo company: in three languages, from several sources, their clocks in the order of what happened."""

from collections import Counter
from datetime import UTC, datetime
from random import Random

import pytest
from sqlalchemy import func, select

from saas.activities.model import Activity, ActivityLink
from saas.core.clock import FixedClock
from saas.core.principal import system
from saas.core.work import Opener
from saas.demo.actions import fill
from saas.demo.interest import BACK, draw_leads
from saas.leads.model import Lead, LeadMerit
from saas.responses.model import ResponseEvent, ResponseKind
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
