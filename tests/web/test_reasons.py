"""Why a deal is lost: asked where it is lost, told on its page, counted on the home page, kept in the settings."""

import re
from datetime import UTC, datetime, timedelta

from playwright.sync_api import Page, expect

from tenants.registry import Tenant
from tests.web.board import Board
from tests.web.conftest import Look, Visitor
from tests.web.test_access import violations
from tests.web.test_home import number
from tests.web.test_records import fact, open_first

OPEN = "{status: {eq: OPEN}}"


def told(page: Page, text: str) -> None:
    expect(page.locator(".timeline > li").first).to_contain_text(text)


def test_a_deal_is_lost_by_keyboard_for_a_reason(visit: Visitor, demo: Tenant) -> None:
    board = Board(visit(demo).go("/deals/board"))
    page = board.page
    page.locator(".col").nth(1).locator("[data-deal]").first.wait_for()
    deal = board.focus_first(1)
    board.press("Space", *["ArrowRight"] * 5, "Space")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("radio", name="No reason")).to_be_checked()
    board.press("2")
    expect(dialog.get_by_role("radio", name="Timing")).to_be_checked()
    assert violations(page) == []
    dialog.get_by_label("Remark").fill("Next 3 springs")
    expect(dialog.get_by_role("radio", name="Timing")).to_be_checked()
    board.press("Enter")
    expect(page.locator(f'.col >> nth=6 >> [data-deal="{deal}"]')).to_have_count(1)
    page.goto(page.url.replace("/deals/board", f"/deals/{deal}"))
    told(page, "Lost: Timing — Next 3 springs")
    expect(fact(page, "Lost because of")).to_contain_text("Timing")
    expect(fact(page, "Remark")).to_contain_text("Next 3 springs")
    page.locator(".path li button").first.click()
    page.get_by_role("button", name="Reopen").click()
    expect(fact(page, "Lost because of")).to_have_count(0)
    page.keyboard.press("Control+z")
    expect(fact(page, "Lost because of")).to_contain_text("Timing")
    fact(page, "Lost because of").get_by_role("button", name="Timing").click()
    page.get_by_role("option", name="Competitor").click()
    expect(fact(page, "Lost because of")).to_contain_text("Competitor")
    told(page, "Lost: Competitor — Next 3 springs")


def test_on_a_phone_in_hebrew(visit: Visitor, demo: Tenant) -> None:
    page = open_first(visit(demo, Look("he", "dark", 390, 844)), "deals", OPEN)
    page.locator(".path li button").last.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("Price", exact=True).click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    dialog.get_by_role("button", name="סימון כהפסד").click()
    expect(fact(page, "סיבת ההפסד")).to_contain_text("Price")
    told(page, "הפסד: Price")


def test_what_a_reason_cost_opens_its_deals(visit: Visitor, demo: Tenant) -> None:
    today = datetime.now(UTC).date()
    page = visit(demo).go(f"/?period=custom&from={today - timedelta(days=300)}&to={today}")
    chart = page.get_by_role("figure", name="Why deals were lost")
    chart.get_by_role("button", name="Table").wait_for()
    chart.scroll_into_view_if_needed()
    line = chart.get_by_role("listitem").filter(has_text="Price")
    count = number(line.locator("small").inner_text())
    line.locator("a.all").click()
    expect(page.get_by_test_id("tally")).to_have_text(re.compile(rf"(^|of ){count:,} "))
    expect(page.locator(".filters .chip", has_text="Lost because of")).to_contain_text("Price")
    page.go_back()
    chart.get_by_role("listitem").filter(has_text="No reason said").locator("a.all").click()
    expect(page.locator(".filters .chip", has_text="No reason for the loss")).to_be_visible()


def test_the_list_of_reasons_is_the_companys_own(visit: Visitor, empty: Tenant) -> None:
    page = visit(empty).go("/settings/pipelines")
    for name in ("Went silent", "Too dear"):
        page.get_by_role("button", name="New reason").click()
        page.get_by_role("dialog").get_by_label("Name").fill(name)
        page.keyboard.press("Enter")
        expect(page.get_by_role("dialog")).to_have_count(0)
    rows = page.locator("[data-reason]")
    expect(rows).to_have_count(2)
    page.get_by_role("button", name="Move Too dear").focus()
    page.keyboard.press("Alt+ArrowUp")
    expect(rows.first).to_contain_text("Too dear")
    page.get_by_role("button", name="Retire Too dear").click()
    expect(rows.first).to_contain_text("Retired")
    page.get_by_role("button", name="Delete Went silent").click()
    expect(rows).to_have_count(1)
    page.keyboard.press("Control+z")
    expect(rows).to_have_count(2)
    expect(rows.last).to_contain_text("Went silent")
