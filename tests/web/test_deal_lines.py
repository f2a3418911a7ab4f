"""What a deal sells and in which currency, as a person writes it."""

import re
from collections.abc import Callable
from typing import Final
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
from tests.web.conftest import Look, Visit, Visitor
from tests.web.test_access import violations
from tests.web.test_records import SEND, fact

PRODUCT: Final = """mutation Product($input: CreateProductInput!) {
  createProduct(input: $input) { product { id } problems { message } }
}"""
DEAL: Final = """mutation Deal($input: CreateDealInput!) {
  createDeal(input: $input) { deal { id } problems { message } }
}"""
LINES: Final = """mutation Lines($input: SetDealProductsInput!) {
  setDealProducts(input: $input) { deal { id } problems { message } }
}"""
READER: Final = "reader@lines.test"


@pytest.fixture(scope="module")
def company(migrate_engine: Engine, work_lanes: Lanes) -> Tenant:
    tenant = provision.create(
        migrate_engine, slug=f"lines-{uuid4().hex[:8]}", name="Oren Agencies", currency="ILS", locale="en",
        time_zone="Asia/Jerusalem",
    )  # fmt: skip
    with Opener(work_lanes, tenant, system("tests"), Clock())() as work:
        for name, address, role in (
            ("Dana Levi", "owner@lines.test", Role.OWNER), ("Rami Oz", READER, Role.READER),
        ):  # fmt: skip
            member = MemberDraft(name, address, role, locale="en", time_zone="UTC", status=MemberStatus.ACTIVE)
            add_member(work, member)
        create_pipeline(work, "Sales", DEFAULT_STAGES)
    return tenant


def send(page: Page, text: str, **given: object) -> str:
    """The id of what was made or changed."""
    answer = page.evaluate(SEND, [text, {"input": given}])
    (payload,) = answer["data"].values()
    assert payload["problems"] == []
    return str(payload.get("deal", payload.get("product"))["id"])


@pytest.fixture
def harbour(visit: Visitor, company: Tenant) -> Callable[..., tuple[Visit, Page, str]]:
    """The page of a new deal of a company with two products."""

    def opened(look: Look | None = None, **given: object) -> tuple[Visit, Page, str]:
        visitor = visit(company, look).deaf()
        visitor.page.goto(f"{visitor.origin}/icon.svg")
        found = visitor.page.evaluate(SEND, ["{ products { totalCount } }", {}])["data"]["products"]["totalCount"]
        if not found:
            send(visitor.page, PRODUCT, name="Lamp", price={"amount": "100", "currency": "ILS"})
            send(visitor.page, PRODUCT, name="Rope", code="R-1", price={"amount": "12.50", "currency": "ILS"})
        deal = send(visitor.page, DEAL, name="Harbour", **given)
        return visitor, visitor.go(f"/deals/{deal}"), deal

    return opened


Harbour = Callable[..., tuple[Visit, Page, str]]


def products(page: Page) -> Locator:
    return page.locator(".part", has=page.get_by_role("heading", name="Products"))


def add(page: Page, dialog: Locator, text: str, name: str) -> None:
    """By keyboard alone."""
    dialog.get_by_role("button", name="Add a product").press("Enter")
    expect(page.get_by_label("Search in Add a product")).to_be_focused()
    page.keyboard.type(text)
    expect(page.locator(".choice:visible")).to_have_text([re.compile(name)])
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(dialog.get_by_role("listitem").filter(has_text=name)).to_have_count(1)


def test_lines_are_written_by_keyboard_and_taken_back(harbour: Harbour) -> None:
    _, page, _ = harbour()
    expect(products(page)).to_contain_text("No products yet.")
    products(page).get_by_role("button", name="Add one").press("Enter")
    dialog = page.get_by_role("dialog", name="Products of Harbour")
    add(page, dialog, "lam", "Lamp")
    add(page, dialog, "r-1", "Rope")
    dialog.get_by_label("How many: Lamp").fill("2,5")
    dialog.get_by_label("Price of one: Rope").fill("10")
    expect(dialog.locator(".line-sum")).to_contain_text("Sum ₪260")
    assert violations(page) == []
    dialog.get_by_label("Price of one: Rope").press("Enter")
    expect(dialog).to_have_count(0)
    lines = products(page).locator(".line-items li")
    expect(lines).to_have_text([re.compile(text) for text in ("Lamp.*2.5 . ₪100", "Rope.*1 . ₪10", "Sum.*₪260")])
    expect(fact(page, "Amount")).to_contain_text("₪260")
    expect(fact(page, "Amount")).to_contain_text("estimated")
    page.keyboard.press("Control+z")
    expect(products(page)).to_contain_text("No products yet.")
    expect(fact(page, "Amount")).to_contain_text("Not set")


def test_a_line_goes_and_what_is_no_number_is_told_beside_it(harbour: Harbour) -> None:
    visitor, page, deal = harbour()
    lamp = send(page, PRODUCT, name="Beacon", price={"amount": "7", "currency": "USD"})
    send(page, LINES, dealId=deal, products=[{"productId": lamp}, {"productId": lamp, "quantity": "3"}])
    page = visitor.go(f"/deals/{deal}")
    products(page).get_by_role("button", name="Change the products").click()
    dialog = page.get_by_role("dialog")
    lines = dialog.get_by_role("listitem")
    lines.nth(1).get_by_label("How many").fill("0")
    dialog.get_by_role("button", name="Save").click()
    expect(lines.nth(1).get_by_role("alert")).to_contain_text("a number above zero")
    expect(lines.nth(0).get_by_role("alert")).to_have_count(0)
    lines.nth(1).get_by_label("How many").fill("2")
    lines.nth(0).get_by_role("button", name="Take Beacon out").click()
    expect(lines).to_have_count(1)
    page.keyboard.press("Escape")
    dialog.get_by_role("button", name="Stay").click()
    lines.get_by_label("Currency").select_option("EUR")
    dialog.get_by_role("button", name="Save").click()
    expect(products(page).locator(".line-items li")).to_have_text([re.compile("Beacon.*2 . €7")])
    expect(fact(page, "Amount")).to_contain_text("€14")
    expect(fact(page, "Amount")).to_contain_text("No rate of EUR")


def test_a_colleagues_lines_are_taken_or_written_over(harbour: Harbour) -> None:
    visitor, page, deal = harbour(amount={"amount": "900", "currency": "ILS"})
    oar = send(page, PRODUCT, name=f"Oar {uuid4().hex[:6]}", price={"amount": "5", "currency": "ILS"})
    send(page, LINES, dealId=deal, products=[{"productId": oar}])
    page = visitor.go(f"/deals/{deal}")
    dialog, clash = page.get_by_role("dialog"), page.locator(".inline-clash")

    def change(quantity: str, theirs: str) -> None:
        products(page).get_by_role("button", name="Change the products").click()
        expect(dialog.locator(".line-sum")).to_contain_text("was set by hand: it stays ₪900")
        send(page, LINES, dealId=deal, products=[{"productId": oar, "quantity": theirs}])
        dialog.get_by_label("How many").fill(quantity)
        dialog.get_by_role("button", name="Save").click()
        expect(clash).to_contain_text("A colleague has changed this")

    line = products(page).locator(".line-items li")
    change("2", theirs="7")
    clash.get_by_role("button", name="Take theirs").click()
    expect(line).to_have_text(re.compile("7 . ₪5"))
    change("3", theirs="8")
    clash.get_by_role("button", name="Keep mine").click()
    expect(dialog).to_have_count(0)
    expect(line).to_have_text(re.compile("3 . ₪5"))
    expect(fact(page, "Amount")).to_contain_text("₪900")


def test_who_may_not_change_deals_reads_the_lines_only(visit: Visitor, harbour: Harbour, company: Tenant) -> None:
    _, page, deal = harbour()
    anchor = send(page, PRODUCT, name=f"Anchor {uuid4().hex[:6]}", price={"amount": "5", "currency": "ILS"})
    send(page, LINES, dealId=deal, products=[{"productId": anchor}])
    page = visit(company, member=READER).go(f"/deals/{deal}")
    expect(products(page).locator(".line-items li")).to_have_text(re.compile("1 . ₪5"))
    expect(products(page).get_by_role("button")).to_have_count(0)


def test_a_deal_is_made_and_won_in_another_currency(visit: Visitor, company: Tenant) -> None:
    page = visit(company).go("/deals")
    page.get_by_role("heading", name="Deals", exact=True).wait_for()
    page.keyboard.press("c")
    making = page.get_by_role("dialog", name="New deal")
    making.get_by_label("Name").fill("Lighthouse")
    making.get_by_label("Amount").fill("1000")
    expect(making.get_by_label("Currency")).to_have_value("ILS")
    making.get_by_label("Currency").select_option("EUR")
    making.get_by_role("button", name="Create", exact=True).click()
    amount = fact(page, "Amount")
    expect(amount).to_contain_text("€1,000")
    expect(amount).to_contain_text("No rate of EUR: not counted in sums")
    page.get_by_role("link", name="Open the page").click()
    page.locator(".record h1").get_by_text("Lighthouse").wait_for()
    amount.get_by_role("button", name=re.compile("^Currency")).click()
    page.get_by_role("option", name="USD").click()
    expect(amount).to_contain_text("$1,000")
    page.keyboard.press("Control+z")
    expect(page.get_by_test_id("said")).to_have_text(re.compile("Lighthouse is as it was"))
    expect(amount).to_contain_text("€1,000")
    page.locator(".path button", has_text="Won").click()
    dialog = page.get_by_role("dialog", name="Won: Lighthouse")
    expect(dialog.get_by_label("Currency")).to_have_value("EUR")
    dialog.get_by_label("Currency").select_option("ILS")
    dialog.get_by_role("button", name="Mark as won").click()
    expect(amount).to_contain_text("₪1,000")


@pytest.mark.parametrize("look", [Look("he", "dark", 390, 844), Look("ar", width=1280)], ids=lambda look: look.language)
def test_axe_finds_nothing_and_nothing_hangs_over(harbour: Harbour, look: Look) -> None:
    visitor, page, deal = harbour(look)
    mast = send(page, PRODUCT, name=f"Mast {uuid4().hex[:6]}", price={"amount": "123456.78", "currency": "ILS"})
    send(page, LINES, dealId=deal, products=[{"productId": mast, "quantity": "12.25"}, {"productId": mast}])
    page = visitor.go(f"/deals/{deal}")
    part = page.locator(".part", has=page.locator(".line-items")).first
    part.get_by_role("button").click()
    page.locator(".deal-lines li").first.wait_for()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("(it => it.scrollWidth <= it.clientWidth)(document.querySelector('dialog .content'))")
