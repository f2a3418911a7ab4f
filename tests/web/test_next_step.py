"""What is to be done about a deal next: in the list, and the deals on which nothing is planned."""

import re
from datetime import UTC, datetime, timedelta

from playwright.sync_api import expect

from saas.core.rights import Role
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.web.conftest import Look, Visitor
from tests.web.test_access import violations
from tests.web.test_live import DEAL, NOA, NOTE, colleague, done, live, untouched

COMPLETE = """mutation Complete($input: CompleteActivityInput!) {
  completeActivity(input: $input) { activity { id } problems { message } }
}"""


def days_from_now(days: int) -> str:
    return str(datetime.now(UTC).date() + timedelta(days=days))


def test_the_list_says_what_a_colleague_plans_and_does(visit: Visitor, empty: Tenant, work_lanes: Lanes) -> None:
    colleague(work_lanes, empty, Role.ADMIN)
    dana, noa = visit(empty), visit(empty, member=NOA)
    deal = done(dana, DEAL, name="Olive press")["id"]
    done(dana, DEAL, name="Second press")
    page = live(dana, "/deals?cols=nextActivity")
    page.get_by_role("columnheader", name="Next step").wait_for()
    next_step = page.locator("[data-row]", has_text="Olive press").locator(".next")
    expect(next_step).to_have_text("No next step")
    with untouched(page):
        later = {"kind": "MEETING", "subject": "See the mill", "dealIds": [deal]}
        done(noa, NOTE, **later, startsAt=f"{days_from_now(3)}T10:00", endsAt=f"{days_from_now(3)}T11:00")
        expect(next_step).to_contain_text("See the mill")
        expect(next_step).to_contain_text(re.compile("10:00.11:00"))
        call = done(noa, NOTE, kind="CALL", subject="Ring about the press", dealIds=[deal], dueOn=days_from_now(1))
        expect(next_step).to_have_text("CallRing about the pressTomorrow")
        done(noa, COMPLETE, id=call["id"])
        expect(next_step).to_contain_text("See the mill")
        expect(page.locator("[data-row]", has_text="Second press").locator(".next")).to_have_text("No next step")
    page.get_by_role("link", name="Without a next step", exact=True).click()
    expect(page.get_by_test_id("tally")).to_have_text("1 deal")
    expect(page.locator("[data-row]")).to_have_count(1)
    expect(page.locator("[data-row]")).to_contain_text("Second press")
    expect(page.locator("[data-row]")).to_contain_text("No next step")


def test_its_column_can_be_read_by_everybody(visit: Visitor, demo: Tenant) -> None:
    page = visit(demo, Look("he", "dark", 1280)).go("/deals?cols=nextActivity&status=OPEN")
    page.locator(".next .when").first.wait_for()
    assert violations(page) == []
