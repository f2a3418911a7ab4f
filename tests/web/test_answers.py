"""How fast and how good: the response times of the demo company, and the leads behind its numbers."""

import re

from playwright.sync_api import Page, expect

from tenants.registry import Tenant
from tests.web.conftest import Look, Visitor
from tests.web.test_access import violations


def opened(page: Page, cell: str) -> None:
    """A number of leads opens a list of so many."""
    link = page.locator(f".answers-figures tbody tr:last-child [data-cell={cell}] a")
    many = link.inner_text()
    link.click()
    expect(page.get_by_test_id("tally")).to_have_text(re.compile(rf"^{many} leads?$"))
    expect(page.locator(".answers-behind li")).to_have_count(int(many))


def test_each_number_of_the_response_times_opens_its_leads(visit: Visitor, demo: Tenant) -> None:
    page = visit(demo, Look(width=1280)).go("/leads")
    page.get_by_role("link", name="Response times").click()
    expect(page.locator("[data-tile=p50] strong")).not_to_be_empty()
    expect(page.locator(".bars").first).to_contain_text("Form on our site")
    assert violations(page) == []
    opened(page, "waiting")
    expect(page.locator(".answers-behind .when").first).to_contain_text("waits")
    assert violations(page) == []
    page.go_back()
    page.get_by_role("link", name="Working hours").click()
    page.get_by_role("button", name="By source").click()
    page.get_by_role("option", name="By person").click()
    page.wait_for_url(re.compile("by=MEMBER"))
    expect(page.get_by_role("heading", name="By person")).to_be_visible()
    page.locator(".bars a.all").first.click()
    page.wait_for_url(re.compile("/behind.*unit=BUSINESS"))
    expect(page.locator(".answers-behind li").first).to_be_visible()
    page.goto(page.url.split("/leads")[0] + "/leads/quality")
    expect(page.locator(".answers-figures tbody")).to_contain_text("Form on our site")
    assert violations(page) == []
    link = page.locator(".answers-figures [data-cell=unfit] a").first
    many = link.inner_text().split()[0]
    link.click()
    page.wait_for_url(re.compile("stands=UNFIT"))
    expect(page.get_by_test_id("tally")).to_have_text(re.compile(rf"^{many} leads?$"))
