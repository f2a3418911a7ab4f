import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

from tenants.registry import Tenant
from tests.web.conftest import Visitor


def rows(page: Page) -> list[str]:
    found: list[str] = page.locator("[data-row]").evaluate_all("rows => rows.map(row => row.dataset.row)")
    return found


def amounts(page: Page) -> list[float]:
    cells = page.locator("[data-row] td.end").all_inner_texts()
    return [float(re.sub(r"[^\d.]", "", cell)) for cell in cells if re.search(r"\d", cell)]


def expect_sorted(page: Page, *, down: bool) -> None:
    """The rows of the order before are shown until the first answer in this one."""
    for _ in range(50):
        found = amounts(page)
        if found and found == sorted(found, reverse=down):
            return
        page.wait_for_timeout(100)
    raise AssertionError(amounts(page))


def shown_deal(page: Page) -> str:
    return parse_qs(urlsplit(page.url).query).get("deal", [""])[0]


def test_headers_sort_and_the_address_keeps_it(visit: Visitor, demo: Tenant) -> None:
    page = visit(demo).go("/deals")
    page.get_by_role("button", name="Amount", exact=True).nth(1).click()
    page.wait_for_url("**sort=-amount**")
    header = page.get_by_role("columnheader", name="Amount")
    expect(header).to_have_attribute("aria-sort", "descending")
    expect_sorted(page, down=True)
    header.get_by_role("button").click()
    expect(header).to_have_attribute("aria-sort", "ascending")
    expect_sorted(page, down=False)


def test_rows_come_as_one_scrolls_and_only_near_ones_are_drawn(visit: Visitor, demo: Tenant) -> None:
    page = visit(demo).go("/deals")
    tally = page.get_by_test_id("tally")
    expect(tally).to_have_text(re.compile(r"^100 of [\d,]+ deals$"))
    count = int(re.sub(r"\D", "", tally.inner_text().split("of")[1]))
    sheet = page.locator(".sheet")
    for _ in range(count // 100 + 2):
        sheet.evaluate("list => list.scrollTo(0, list.scrollHeight)")
        page.wait_for_timeout(300)
    expect(tally).to_have_text(f"{count:,} deals")
    expect(page.locator("[data-row]").last).to_have_attribute("aria-rowindex", str(count + 1))
    assert len(rows(page)) < 80
    expect(page.locator("thead th").first).to_be_in_viewport()


def test_keys_walk_open_and_close(visit: Visitor, demo: Tenant) -> None:
    page = visit(demo).go("/deals")
    first, second, third = rows(page)[:3]
    for key in ("j", "j", "k", "j"):
        page.keyboard.press(key)
    page.wait_for_function("id => document.activeElement.closest('tr')?.dataset.row === id", arg=second)
    page.keyboard.press("p")
    expect(page.locator(".panel h2")).to_be_visible()
    assert shown_deal(page) == second
    page.keyboard.press("j")
    page.wait_for_function("id => location.search.includes(encodeURIComponent(id))", arg=third)
    page.keyboard.press("Escape")
    expect(page.locator(".panel")).to_have_count(0)
    assert first not in page.url
    page.locator(f'[data-row="{third}"] a').focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/deals/{third}")
    expect(page.locator(".record h1")).to_be_visible()


def test_filters_meet_in_the_address_and_survive_a_reload(visit: Visitor, demo: Tenant) -> None:
    page = visit(demo).go("/deals?status=WON&min=100000")
    page.get_by_test_id("tally").wait_for()
    found = page.get_by_test_id("tally").inner_text()
    assert min(amounts(page)) >= 100_000
    assert set(page.locator("[data-row] .stage").all_inner_texts()) == {"Won"}
    page.reload()
    expect(page.get_by_test_id("tally")).to_have_text(found)
    page.get_by_role("button", name="Remove the filter Amount").click()
    expect(page.get_by_test_id("tally")).not_to_have_text(found)
    assert "min" not in page.url


def test_a_field_is_edited_in_place_and_taken_back(visit: Visitor, demo: Tenant) -> None:
    page = visit(demo).go("/deals")
    page.locator("[data-row]").nth(2).click()
    name = page.locator(".panel h2 bdi")
    before = name.inner_text()
    page.get_by_role("button", name="Name:").click()
    page.keyboard.type("Another name")
    page.keyboard.press("Enter")
    expect(name).to_have_text("Another name")
    expect(page.locator("[data-row] a", has_text="Another name")).to_be_visible()
    page.keyboard.press("Control+z")
    expect(name).to_have_text(before)
    page.get_by_role("button", name="Name:").click()
    page.keyboard.press("Delete")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert").first).to_be_visible()
    expect(name).to_contain_text(before)


def test_a_deleted_deal_comes_back(visit: Visitor, demo: Tenant) -> None:
    page = visit(demo).go("/deals")
    page.locator("[data-row]").first.wait_for()
    tally, deal = page.get_by_test_id("tally"), rows(page)[0]
    before = tally.inner_text()
    page.locator("[data-row]").first.click()
    page.locator(".panel header").get_by_role("button", name="Delete").click()
    expect(page.locator(f'[data-row="{deal}"]')).to_have_count(0)
    expect(tally).not_to_have_text(before)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(f'[data-row="{deal}"]')).to_have_count(1)
    expect(tally).to_have_text(before)


def test_palette_finds_actions_and_records(visit: Visitor, demo: Tenant) -> None:
    page = visit(demo).go("/deals/board")
    account = page.locator(".card .who").first.inner_text()
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox")).to_be_focused()
    page.keyboard.type(account[:6])
    option = page.get_by_role("option", name=account).last
    option.click()
    page.wait_for_url(re.compile(r"/(accounts|contacts)/[^/?]+"))
    page.keyboard.press("g")
    page.keyboard.press("b")
    page.wait_for_url("**/deals/board")
    page.keyboard.press("Shift+?")
    expect(page.get_by_role("dialog", name="Keyboard")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
