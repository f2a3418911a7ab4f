"""Pipelines, products and exchange rates in the settings, and what the board says of other currencies."""

import re
from uuid import uuid4

import pytest
from playwright.sync_api import Locator, Page, expect
from sqlalchemy import Engine

from saas.core.clock import Clock
from saas.core.principal import system
from saas.core.rights import Role
from saas.core.work import Opener
from saas.members.actions import MemberDraft, add_member
from saas.members.model import MemberStatus
from saas.pipelines.actions import DEFAULT_STAGES, create_pipeline
from tenants import provision
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.web.conftest import Look, Visitor
from tests.web.test_access import violations

SHEET = b"date,currency,unit,rate\n2026-01-01,USD,1,3.70\n2026-01-01,JPY,100,2.5\n2026-01-01,XYZ,1,4\n"
CREATE = """fetch('/graphql', {
  method: 'POST',
  headers: {'content-type': 'application/json', 'graphql-require-preflight': '1'},
  body: JSON.stringify({
    query: 'mutation { createDeal(input: {name: "Dollars", amount: {amount: "1000", currency: "USD"}}) '
        + '{ problems { message } } }'})}).then(answer => answer.json())"""


@pytest.fixture(scope="module")
def company(migrate_engine: Engine, work_lanes: Lanes) -> Tenant:
    tenant = provision.create(
        migrate_engine, slug=f"money-{uuid4().hex[:8]}", name="Oren Agencies", currency="ILS", locale="en",
        time_zone="Asia/Jerusalem",
    )  # fmt: skip
    with Opener(work_lanes, tenant, system("tests"), Clock())() as work:
        owner = MemberDraft("Dana Levi", "owner@money.test", Role.OWNER, locale="en", time_zone="Asia/Jerusalem",
                            status=MemberStatus.ACTIVE)  # fmt: skip
        add_member(work, owner)
        create_pipeline(work, "Sales", DEFAULT_STAGES)
    return tenant


def test_a_dollar_deal_on_a_board_of_shekels(visit: Visitor, company: Tenant) -> None:
    visitor = visit(company)
    page = visitor.go("/settings/rates")
    expect(page.get_by_role("heading", name="There are no rates yet")).to_be_visible()
    assert page.evaluate(CREATE)["data"]["createDeal"]["problems"] == []
    page = visitor.go("/deals/board")
    expect(page.get_by_text("1 deal in USD is not counted: no rate")).to_be_visible()
    page = visitor.go("/settings/rates")
    page.get_by_role("button", name="From a CSV file").first.click()
    page.get_by_label("CSV file", exact=True).set_input_files(
        {"name": "bank.csv", "mimeType": "text/csv", "buffer": SHEET}
    )
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("2 new rates")).to_be_visible()
    expect(dialog.get_by_text("Line 4: no such currency")).to_be_visible()
    dialog.get_by_role("button", name="Keep these rates").click()
    expect(page.get_by_role("row", name=re.compile("USD.*3.7"))).to_be_visible()
    page = visitor.go("/deals/board")
    expect(page.locator(".col").first.locator("header")).to_contain_text("3,700")
    page = visitor.go("/settings/rates")
    page.get_by_role("button", name=re.compile("Delete USD")).click()
    expect(page.get_by_role("row", name=re.compile("USD"))).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("row", name=re.compile("USD"))).to_have_count(1)


def test_a_rate_is_set_by_hand(visit: Visitor, company: Tenant) -> None:
    page = visit(company).go("/settings/rates")
    page.get_by_role("button", name="New rate").first.click()
    dialog = page.get_by_role("dialog", name="New rate")
    rate = dialog.get_by_label("1 USD in ILS")
    rate.fill("much")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog.get_by_role("alert")).to_have_text("Write a number above zero.")
    rate.fill("3,65")
    page.keyboard.press("Escape")
    dialog.get_by_role("button", name="Stay").click()
    dialog.get_by_role("button", name="Save").click()
    expect(dialog).to_have_count(0)
    expect(page.get_by_role("row", name=re.compile("USD.*3.65"))).to_be_visible()


def test_a_pipeline_is_shaped_by_keyboard(visit: Visitor, company: Tenant) -> None:
    page = visit(company).go("/settings/pipelines")
    expect(_stage(page, 0)).to_contain_text("Qualified")
    page.get_by_role("button", name="Move Qualified: Alt and the arrow keys").press("Alt+ArrowDown")
    expect(_stage(page, 1)).to_contain_text("Qualified")
    page.get_by_role("button", name="Delete the stage Qualified").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Its deals go to").select_option(label="Contract")
    dialog.get_by_role("button", name="Delete").click()
    expect(page.get_by_role("listitem").filter(has_text="Qualified")).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(_stage(page, 1)).to_contain_text("Qualified")


def test_a_product_is_added_found_and_deleted(visit: Visitor, company: Tenant) -> None:
    page = visit(company).go("/settings/products")
    page.get_by_role("button", name="New product").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Name").fill("מדפסת תעשייתית")
    dialog.get_by_label("Code").fill("PR-1")
    dialog.get_by_label("Price of one").fill("4200")
    dialog.get_by_role("button", name="Create", exact=True).click()
    row = page.get_by_role("row", name=re.compile("PR-1"))
    expect(row).to_contain_text("4,200")
    row.get_by_role("button").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(row).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(row).to_have_count(1)


@pytest.mark.parametrize("look", [Look("he", "dark", 390, 844), Look("ar")], ids=lambda look: look.language)
def test_axe_finds_nothing_and_nothing_hangs_over(visit: Visitor, company: Tenant, look: Look) -> None:
    visitor = visit(company, look)
    for path in ("pipelines", "products", "rates"):
        page = visitor.go(f"/settings/{path}")
        page.locator("h1").wait_for()
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def _stage(page: Page, place: int) -> Locator:
    return page.locator(".stage-row").nth(place)
