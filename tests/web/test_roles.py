"""Roles of the company's own in the editor, what their members see, sharing one record, and why somebody sees it."""

import re
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import Engine

from saas.core.clock import Clock
from saas.core.principal import system
from saas.core.work import Opener
from saas.demo.actions import fill
from tenants import provision
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.web.conftest import Look, Visitor

REP, OTHER = "emma@demo.test", "alex@demo.test"


@pytest.fixture(scope="module")
def company(migrate_engine: Engine, work_lanes: Lanes) -> Tenant:
    """A company whose roles this module may change."""
    tenant = provision.create(
        migrate_engine, slug=f"roles-{uuid4().hex[:8]}", name="Oren Agencies", currency="ILS", locale="en",
        time_zone="Asia/Jerusalem",
    )  # fmt: skip
    fill(Opener(work_lanes, tenant, system("tests"), Clock()), Clock())
    return tenant


def test_a_role_is_made_previewed_and_given(visit: Visitor, company: Tenant) -> None:
    page = visit(company).go("/settings/roles")
    page.get_by_role("link", name="Sales rep").click()
    page.get_by_role("link", name="Make a role on this one").click()
    page.get_by_label("Name", exact=True).fill("Rep without amounts")
    page.get_by_text("Deals", exact=True).locator("xpath=ancestor::summary").click()
    page.get_by_label("Deals: Amount").select_option(label="Hidden")
    page.get_by_label("Deals: See").select_option(label="All")
    expect(page.get_by_text("2 differences from the ready-made role")).to_be_visible()
    page.get_by_role("button", name="Review and save…").click()
    review = page.get_by_role("dialog", name="A new role")
    expect(review.get_by_role("row", name=re.compile("Deals: Amount"))).to_contain_text("Hidden")
    expect(review.get_by_role("row", name=re.compile("Deals: See"))).to_contain_text("Own")
    review.get_by_role("button", name="Save").click()
    page.wait_for_url(lambda url: "/settings/roles/new" not in url)
    expect(page.get_by_role("heading", name="Rep without amounts")).to_be_visible()
    _give(page, "Emma Katz", "Rep without amounts")
    deals = visit(company, member=REP).go("/deals")
    expect(deals.get_by_test_id("tally")).to_have_text(re.compile(r"^100 of"), timeout=15_000)
    assert not any(re.search(r"\d", text) for text in deals.locator("tbody td.end").all_inner_texts())


def test_a_change_says_whom_it_concerns_and_what_they_lose(visit: Visitor, company: Tenant) -> None:
    page = visit(company).go("/settings/roles/new?base=REP")
    page.get_by_label("Name", exact=True).fill("Rep who sees all")
    page.get_by_label("Deals: See").select_option(label="All")
    _save(page, "A new role")
    _give(page, "Alex Gurevich", "Rep who sees all")
    page.get_by_role("link", name="Roles").click()
    page.get_by_role("link", name="Rep who sees all").click()
    page.get_by_label("Deals: See").select_option(label="None")
    assert page.get_by_label("Deals: Change", exact=True).input_value() == "NONE"
    page.get_by_role("button", name="Review and save…").click()
    review = page.get_by_role("dialog", name="What changes")
    expect(review.get_by_text("It concerns 1 member")).to_be_visible()
    expect(review.locator(".concerned")).to_contain_text(re.compile(r"Alex Gurevich.*Deals: 1,\d+ before, 0 then"))
    review.get_by_role("button", name="Cancel").click()
    page.get_by_role("button", name="Delete…").click()
    gone = page.get_by_role("dialog")
    expect(gone.get_by_text("1 member has it.")).to_be_visible()
    gone.get_by_role("button", name="Delete").click()
    page.wait_for_url("**/settings/roles")
    expect(page.get_by_role("link", name="Rep who sees all")).to_have_count(0)


def test_nobody_makes_a_nameless_role(visit: Visitor, company: Tenant) -> None:
    page = visit(company).go("/settings/roles/new?base=READER")
    page.get_by_role("button", name="Review and save…").click()
    dialog = page.get_by_role("dialog", name="A new role")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog.get_by_role("alert")).to_contain_text("must not be empty")


def test_a_deal_is_shared_seen_and_closed_again(visit: Visitor, company: Tenant) -> None:
    """Shared by the owner with a rep who sees only what is his own."""
    page = visit(company).go("/deals?q=Nordlicht")
    page.locator("tbody tr[data-row]").first.click()
    heading = page.locator(".panel h2 bdi")
    expect(heading).not_to_be_empty()
    name = heading.inner_text()
    reader = visit(company, member="noa@demo.test")
    before = _count(reader.go("/deals"))
    page.get_by_role("button", name=re.compile("^Share")).click()
    dialog = page.get_by_role("dialog", name=re.compile("^Who can see"))
    expect(dialog.locator(".onlookers")).to_contain_text("owns it")
    expect(dialog.locator(".onlookers")).to_contain_text("the role sees all")
    dialog.get_by_role("button", name="Share with a person or a team").click()
    page.get_by_role("option", name="נועה לוי").click()
    dialog.get_by_label("What they may do").select_option(label="may edit")
    dialog.get_by_role("button", name="Share", exact=True).click()
    expect(dialog.get_by_role("list", name="Shared with")).to_contain_text("נועה לוי")
    shared = dialog.locator(".onlookers li", has_text="נועה לוי")
    expect(shared).to_contain_text("it was shared")
    expect(shared).to_contain_text("may edit")
    assert _count(reader.go("/deals")) == before + 1
    assert name in reader.page.locator("tbody").inner_text()
    dialog.get_by_role("button", name="Stop sharing with נועה לוי").click()
    expect(shared).to_have_count(0)
    assert _count(reader.go("/deals")) == before


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", ("role", "is in it", "Deals")), ("he", ("תפקיד", "נמצא בו", "עסקאות")), ("ar", ("دور", "فيه", "الصفقات"))],
)
def test_what_a_member_may_do_and_why(visit: Visitor, demo: Tenant, language: str, words: tuple[str, ...]) -> None:
    page = visit(demo, Look(language=language)).go("/settings/members?q=guy")
    page.locator("[data-member] a").click()
    page.locator('a[href$="/rights"]').click()
    page.wait_for_url("**/rights")
    for word in words:
        expect(page.locator(".paper-body")).to_contain_text(word)


def _give(page: Page, member: str, role: str) -> None:
    page.get_by_role("navigation", name="Settings").get_by_role("link", name="Members").click()
    page.get_by_role("link", name=member).click()
    page.get_by_role("combobox", name="Role").select_option(label=role)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("button", name="Save")).to_be_disabled()


def _save(page: Page, title: str) -> None:
    page.get_by_role("button", name="Review and save…").click()
    page.get_by_role("dialog", name=title).get_by_role("button", name="Save").click()
    page.wait_for_url(lambda url: "/settings/roles/new" not in url)


def _count(page: Page) -> int:
    tally = page.get_by_test_id("tally")
    expect(tally).to_contain_text(re.compile(r"\d"))
    return int(re.sub(r"\D", "", tally.inner_text().split("of")[-1]))
