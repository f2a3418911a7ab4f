"""The forecast page: its numbers open just the deals that they count; what it draws follows the page's direction."""

import re

from playwright.sync_api import Page, expect

from tenants.registry import Tenant
from tests.web.conftest import Look, Visitor
from tests.web.test_access import violations


def amount(text: str) -> str:
    """The first sum of money of a text, as it is written."""
    found = re.search(r"₪[\d,.]+", text)
    assert found, text
    return found[0]


def opens(page: Page, selector: str, *, summed: bool = True) -> None:
    """The number opens as many deals as it says, worth as much as it says; Back leads to it again."""
    told = page.locator(selector).inner_text()
    count = re.search(r"([\d,]+)\s*(?:deal|won|lost|open)", told)
    assert count, told
    page.locator(selector).click()
    expect(page.get_by_test_id("tally")).to_have_text(re.compile(rf"(^|of ){count[1]} deals?$"))
    if summed:
        expect(page.get_by_test_id("sum")).to_have_text(re.compile(rf"^{re.escape(amount(told))}\s*$"))
    page.go_back()
    page.locator(selector).wait_for()


def test_a_manager_reads_the_forecast(visit: Visitor, demo: Tenant) -> None:
    page = visit(demo).go("/")
    page.keyboard.press("g")
    page.keyboard.press("o")
    page.locator("[data-block=headline]").wait_for()
    expect(page.locator(".nav a[aria-current=page]")).to_have_text("Forecast")
    expect(page.locator("[data-tile=likely]")).to_contain_text("Likely, going by how right it was")
    assert violations(page) == []
    for tile in ("won", "open"):
        opens(page, f"[data-tile={tile}] a")
    stage = page.locator(".shares li[data-stage]").filter(has=page.locator(".due", has_text=re.compile("[2-9] deals")))
    key = stage.first.get_attribute("data-stage")
    opens(page, f"[data-stage='{key}'] .due")
    for status in ("WON", "LOST", "OPEN"):
        opens(page, f"[data-stage='{key}'] [data-sample={status}]", summed=False)
    people = page.get_by_role("figure", name="Expected by person")
    people.get_by_role("button", name="Table").click()
    sums = [amount(one) for one in people.locator("[data-number=open]").all_inner_texts()]
    whole = amount(page.locator("[data-tile=open] strong").inner_text())
    assert sum(number(one) for one in sums) == number(whole)
    page.get_by_role("link", name="The one before").click()
    expect(page.get_by_role("heading", name="What it brought")).to_be_visible()
    expect(page.locator("[data-number=said]")).to_contain_text("were expected")
    opens(page, "[data-number=won]")
    page.get_by_role("link", name="Quarter").click()
    expect(page).to_have_url(re.compile(r"period=quarter"))
    expect(page.locator(".steps")).to_have_text(re.compile(r"^Q[1-4] 20\d\d$"))
    chart = page.get_by_role("figure", name="Expected and came")
    chart.locator(".dot[tabindex='0']").last.focus()
    expect(chart.locator(".tip")).to_be_visible()


def number(money: str) -> float:
    return float(money.removeprefix("₪").replace(",", ""))


def test_on_a_phone_in_hebrew_it_grows_from_the_right(visit: Visitor, demo: Tenant) -> None:
    page = visit(demo, Look(language="he", scheme="dark", width=390, height=844)).go("/forecast")
    page.locator("[data-block=headline]").wait_for()
    page.locator(".lines .time").first.wait_for()
    found = page.evaluate("""() => {
      const at = one => { const {left, right} = one.getBoundingClientRect(); return {left, right} }
      const [track, won] = ['.range-bar', '.range-bar [data-tone="7"]'].map(one => at(document.querySelector(one)))
      return {track, won, dots: [...document.querySelectorAll('.share-track circle')].map(one => at(one).left),
        times: [...document.querySelectorAll('.lines .time')].map(one => at(one).left),
        wide: document.documentElement.scrollWidth}
    }""")
    assert found["wide"] == 390
    assert abs(found["won"]["right"] - found["track"]["right"]) < 3
    assert found["dots"] == sorted(found["dots"], reverse=True)  # of later stages more is won
    assert found["times"] == sorted(found["times"], reverse=True)
    assert violations(page) == []


def test_a_new_company_is_told_what_a_forecast_needs(visit: Visitor, empty: Tenant) -> None:
    page = visit(empty).go("/forecast")
    expect(page.get_by_role("heading", name="There is nothing to forecast from yet")).to_be_visible()
    expect(page.get_by_role("link", name="Import deals")).to_be_visible()
