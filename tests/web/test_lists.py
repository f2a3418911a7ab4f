"""Lists as a manager works with them: a view kept, many records changed and back again, a file of what is seen."""

import csv
import io
import re
import time

from playwright.sync_api import Locator, Page, expect

from tenants.registry import Tenant
from tests.web.conftest import Look, Visitor
from tests.web.test_access import violations

SLOW = 60_000


def choose(page: Page, label: str, choice: str) -> None:
    page.get_by_role("group", name="Filters").get_by_role("button", name=label, exact=True).click()
    page.get_by_role("option", name=choice, exact=True).click()


def tray(page: Page) -> Locator:
    return page.get_by_role("list", name="In the background")


def counted(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def owners(page: Page) -> dict[str, str]:
    """Each record that is drawn, with its owner's name; what lies further down is not drawn."""
    read = "rows => rows.map(row => [row.dataset.row, row.querySelector('.person bdi').innerText])"
    return dict(page.locator("[data-row]").evaluate_all(read))


def test_a_manager_keeps_a_view_reassigns_all_of_it_and_takes_it_back(visit: Visitor, demo: Tenant) -> None:
    page = visit(demo).go("/deals")
    choose(page, "Status", "Open")
    choose(page, "Stage", "Discovery")
    page.get_by_role("button", name="Save view").click()
    page.get_by_role("dialog").get_by_label("Name").fill("Early ones")
    page.get_by_role("dialog").get_by_label("Who is offered it").select_option(label="The whole company")
    page.get_by_role("dialog").get_by_role("button", name="Save").click()
    tab = page.get_by_role("link", name="Early ones")
    expect(tab).to_have_attribute("aria-current", "page")
    page.get_by_role("columnheader", name="Amount").get_by_role("button").click()
    expect(tab).to_contain_text("changed")
    page.get_by_role("button", name="Reset").click()
    expect(tab).not_to_contain_text("changed")
    assert violations(page) == []

    before, found = owners(page), page.get_by_test_id("tally").inner_text()
    assert len(set(before.values())) > 1
    page.locator("[data-row]").first.get_by_role("checkbox").click()
    page.locator("[data-row]").nth(2).get_by_role("checkbox").click(modifiers=["Shift"])
    bulk = page.get_by_role("region", name="Selected records")
    expect(bulk.get_by_role("status")).to_contain_text("3 deals")
    bulk.get_by_role("button", name=re.compile("Select all that match")).click()
    count = counted(found.split("of")[-1])
    expect(bulk.get_by_role("status")).to_contain_text(f"{count} deals selected: all that match")
    assert violations(page) == []
    bulk.get_by_role("button", name="Change the owner").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Owner").click()
    option = page.get_by_role("option").nth(3)
    chosen = option.locator(".own").inner_text()
    option.click()
    dialog.get_by_role("button", name="Change", exact=True).click()
    expect(bulk).to_have_count(0)
    page.get_by_role("link", name="Accounts").first.click()  # the work goes on
    page.wait_for_url("**/accounts**")
    expect(tray(page)).to_contain_text(f"Done: {count} deals", timeout=SLOW)
    page.go_back()
    expect(tray(page)).to_contain_text("Done")
    expect(page.locator("[data-row] .person bdi").first).to_have_text(chosen)
    assert set(owners(page).values()) == {chosen}
    tray(page).get_by_role("button", name="Undo").click()
    expect(tray(page)).to_contain_text(f"Taken back: {count} deals", timeout=SLOW)
    expect(
        page.locator("[data-row] .person bdi", has_text=re.compile(f"^(?!{re.escape(chosen)}$)")).first
    ).to_be_visible()
    deadline = time.monotonic() + 15
    while any(before.get(each, owner) != owner for each, owner in owners(page).items()):
        assert time.monotonic() < deadline, (before, owners(page))
        page.wait_for_timeout(100)
    # taken back, they stand in another order: the latest changed comes first
    assert len(owners(page).keys() & before.keys()) > 3


def test_what_is_seen_becomes_a_file(visit: Visitor, demo: Tenant) -> None:
    page = visit(demo).go("/contacts?q=a&sort=-name")
    page.get_by_role("button", name="Columns").click()
    columns = page.get_by_role("dialog", name="Columns")
    columns.get_by_role("checkbox", name="Phone").click()
    columns.get_by_role("checkbox", name="Created").click()
    columns.get_by_role("button", name="Move Owner forward").click()
    columns.get_by_role("button", name="Done").click()
    heads = page.locator("thead th:not(.pick)").all_inner_texts()
    assert heads == ["Name", "Account", "Role", "Owner", "E-mail", "Changed", "Created"]
    names = page.locator("[data-row] td:nth-child(2) a").all_inner_texts()
    page.get_by_role("button", name="Export").click()
    page.get_by_role("dialog").get_by_role("button", name="Export").click()
    with page.expect_download(timeout=SLOW) as waited:
        tray(page).get_by_role("link", name="Download").click(timeout=SLOW)
    rows = list(csv.reader(io.StringIO(waited.value.path().read_text("utf-8-sig"))))
    assert rows[0] == heads
    assert [row[0] for row in rows[1 : len(names) + 1]] == names
    page.goto(page.url.split("/contacts")[0] + "/exports")
    expect(page.get_by_role("link", name=re.compile("Download")).first).to_be_visible()
    assert violations(page) == []


def test_a_list_is_worked_by_keyboard_and_on_a_phone_in_hebrew(visit: Visitor, demo: Tenant) -> None:
    page = visit(demo, Look(language="he", width=390, height=800)).go("/accounts")
    page.locator("[data-row]").first.wait_for()
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.keyboard.press("j")
    page.keyboard.press("x")
    bulk = page.locator(".bulk")
    expect(bulk).to_contain_text("שני לקוחות")
    expect(page.locator("[data-row] .second").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(bulk).to_have_count(0)
