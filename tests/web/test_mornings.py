"""Half a day of two people, from page to page: in English at a desk, in Hebrew on a phone."""

import csv
import io
import re
from typing import Final

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from tenants.registry import Tenant
from tests.web.conftest import Look, Visit, Visitor

LOOKS: Final = [Look(), Look(language="he", scheme="dark", width=390, height=844)]
JOB: Final = 60_000
OPEN: Final = """name => fetch('/graphql', {
  method: 'POST',
  headers: {'content-type': 'application/json', 'graphql-require-preflight': '1'},
  body: JSON.stringify({query: `query Mine($name: String!) { deals(first: 1, filter: {
    status: {eq: OPEN}, owner: {name: {eq: $name}}, stage: {position: {eq: 0}}, account: {name: {isNull: false}}
  }) { nodes { id name account { name } } } }`, variables: {name}}),
}).then(answer => answer.json()).then(answer => answer.data.deals.nodes[0])"""
PLAN: Final = """([deal, subject]) => fetch('/graphql', {
  method: 'POST',
  headers: {'content-type': 'application/json', 'graphql-require-preflight': '1'},
  body: JSON.stringify({
    query: 'mutation Plan($input: CreateActivityInput!) { createActivity(input: $input) { problems { message } } }',
    variables: {input: {kind: 'CALL', subject, dealIds: [deal], dueOn: '2020-01-05'}},
  }),
}).then(answer => answer.json()).then(answer => answer.data.createActivity.problems)"""


def fits(page: Page, look: Look) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") == look.width, page.url


def part(page: Page, look: Look, number: int) -> None:
    """A phone shows one part of a record at a time."""
    if look.width < 720:
        page.locator(".record-tabs button").nth(number).click()


def undo(page: Page, look: Look) -> None:
    """By key at a desk; a phone has the button of what was just said."""
    if look.width < 720:
        page.locator(".undo button").first.click()
    else:
        page.keyboard.press("Control+z")


def written(page: Page, kind: str, text: str) -> Locator:
    return page.locator(f".timeline > li[data-kind={kind}]", has_text=text)


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.language)
def test_a_reps_morning(visit: Visitor, demo: Tenant, look: Look) -> None:
    visitor = visit(demo, look, member="Emma Katz")
    page = visitor.page
    deal = page.evaluate(OPEN, "Emma Katz")
    assert page.evaluate(PLAN, [deal["id"], f"Ask for the order {look.language}"]) == []
    _the_day(visitor, look)
    _the_call(page, look)
    _the_deal(page, look)
    _the_search(page, look, deal["account"]["name"])


def _the_day(visitor: Visit, look: Look) -> None:
    """What is overdue stands first; ticked, taken back, and opened where it belongs."""
    page = visitor.go("/day")
    line = page.locator("[data-part=OVERDUE] li", has_text=f"order {look.language}")
    fits(page, look)
    line.locator(".tick").click()
    expect(line).to_have_count(0)
    undo(page, look)
    expect(line).to_have_count(1)
    line.get_by_role("link").first.click()
    page.wait_for_url(re.compile(r"/deals/(?!board)[^/?]+"))


def _the_call(page: Page, look: Look) -> None:
    """A call is logged, and what follows it is planned with one key."""
    page.locator(".record").wait_for()
    part(page, look, 1)
    planned = page.locator(".record .planned li")
    expect(planned.filter(has_text=f"order {look.language}")).to_have_count(1)
    before = planned.count()
    page.locator(".composer .kinds button").nth(1).click()
    area = page.locator(".composer textarea")
    area.fill("Wants it by March")
    area.press("Control+Enter")
    expect(written(page, "CALL", "Wants it by March")).to_have_count(1)
    page.locator(".proposal button[type=submit]").press("Enter")
    expect(planned).to_have_count(before + 1)
    fits(page, look)


def _the_deal(page: Page, look: Look) -> None:
    """It goes a stage on and back, and gets a note with a file."""
    part(page, look, 0)
    steps = page.locator(".path li button")
    here, there = (page.locator(".path li").nth(number).locator("button[aria-current]") for number in (0, 1))
    expect(here).to_have_count(1)
    steps.nth(1).click()
    expect(there).to_have_count(1)
    undo(page, look)
    expect(here).to_have_count(1)
    fits(page, look)
    part(page, look, 1)
    page.locator(".composer .kinds button").first.click()
    page.locator(".composer textarea").fill("The drawing of the kitchen")
    page.locator(".composer input[type=file]").set_input_files(
        FilePayload(name="מטבח.txt", mimeType="text/plain", buffer=b"a drawing\n")
    )
    expect(page.locator(".composer .uploads li")).to_have_count(1)
    page.locator(".composer button[type=submit]").click()
    expect(written(page, "NOTE", "The drawing of the kitchen").locator(".file-chips")).to_contain_text("מטבח.txt")
    fits(page, look)


def _the_search(page: Page, look: Look, account: str) -> None:
    """The deal's account is found from anywhere and opened."""
    page.locator(".nav .search").first.click()
    page.keyboard.type(account)
    found = page.locator(".palette").get_by_role("option", name=account)
    found = page.locator(".palette").get_by_role("option", name=account)
    found.filter(has=page.locator(".tabler-icon-building")).first.click()
    page.wait_for_url(re.compile("/accounts/[^/?]+"))
    expect(page.locator(".record h1 bdi")).to_have_text(account)
    fits(page, look)


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.language)
def test_a_managers_morning(visit: Visitor, demo: Tenant, look: Look) -> None:
    page = visit(demo, look).go("/")
    stalled = page.locator("[data-number=stalled]")
    count = int(re.sub(r"\D", "", stalled.inner_text()))
    fits(page, look)
    stalled.click()
    tally = page.get_by_test_id("tally")
    expect(page.locator("[data-row]").first).to_be_visible()
    if look.width > 720:
        expect(tally).to_have_text(re.compile(rf"\b{count} "))
    page.keyboard.press("j")
    page.keyboard.press("x")
    bulk = page.locator(".bulk")
    bulk.locator(".filter.clear").click()
    expect(bulk.get_by_role("status")).to_contain_text(str(count))
    fits(page, look)
    bulk.locator("button", has=page.locator(".tabler-icon-user-share")).click()
    dialog = page.get_by_role("dialog")
    dialog.locator(".pick button").click()
    page.get_by_role("option").nth(2).click()
    dialog.locator("footer button").last.click()
    expect(bulk).to_have_count(0)
    line = page.locator(".tray li").last
    back = line.locator(".do button").first
    back.click(timeout=JOB)
    expect(back).to_have_count(0)
    expect(line.get_by_role("progressbar")).to_have_count(0, timeout=JOB)
    expect(line).to_contain_text(str(count))
    fits(page, look)
    _the_file(page, count)


def _the_file(page: Page, count: int) -> None:
    """What is seen becomes a file, and it has as many rows."""
    page.locator("button", has=page.locator(".tabler-icon-download")).first.click()
    page.get_by_role("dialog").locator("footer button").last.click()
    with page.expect_download(timeout=JOB) as waited:
        page.locator(".tray li").last.locator("a[download]").click(timeout=JOB)
    rows = list(csv.reader(io.StringIO(waited.value.path().read_text("utf-8-sig"))))
    assert len(rows) == count + 1
