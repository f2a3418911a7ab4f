"""The home page: every number opens the records that it counts, and drawings follow the page's direction."""

import re

import pytest
from playwright.sync_api import Page, expect

from tenants.registry import Tenant
from tests.web.conftest import Look, Visitor


def number(text: str) -> int:
    """The last one of a text, without its separators."""
    return int(re.findall(r"\d[\d,]*", text)[-1].replace(",", ""))


def opens(page: Page, selector: str, count: int) -> None:
    """The number opens as many records, and Back leads to it again."""
    page.locator(selector).click()
    expect(page.get_by_test_id("tally")).to_have_text(re.compile(rf"(^|of ){count:,} "))
    page.go_back()
    page.locator(selector).wait_for()


def test_a_managers_numbers_open_their_records(visit: Visitor, demo: Tenant) -> None:
    page = visit(demo).go("/")
    tile = "[data-block={}] [data-tile={}] a".format
    expect(page.locator(".nav a[aria-current=page]")).to_have_text("Home")
    for selector, counted in (
        ("[data-number=open]", "[data-number=open] span, [data-number=open]"),
        ("[data-number=stalled]", "[data-number=stalled]"),
        (tile("closings", "won"), f"{tile('closings', 'won')} small"),
        (tile("progress", "wins"), f"{tile('progress', 'wins')} strong"),
        (tile("progress", "opened"), f"{tile('progress', 'opened')} strong"),
        (tile("progress", "activities"), f"{tile('progress', 'activities')} strong"),
    ):
        page.locator(selector).wait_for()
        opens(page, selector, number(page.locator(counted).first.inner_text()))
    piece = page.locator(".block[data-wide] .piece").first
    told = page.locator(".block[data-wide] .track a").first.get_attribute("aria-label") or ""
    piece.click()
    expect(page.get_by_test_id("tally")).to_have_text(re.compile(rf"^{number(told)} deals?$"))


def test_a_rep_has_his_own_numbers(visit: Visitor, demo: Tenant) -> None:
    page = visit(demo, member="Emma Katz").go("/")
    tiles = page.locator("[data-block=waiting] [data-tile]")
    expect(tiles).to_have_count(5)
    expect(page.get_by_role("heading", name="My open deals")).to_be_visible()
    expect(page.get_by_role("link", name="Everybody")).to_have_count(0)
    for name in ("idle", "past", "stalled"):
        selector = f"[data-tile={name}] a"
        opens(page, selector, number(page.locator(f"{selector} strong").inner_text()))


@pytest.mark.parametrize("language", ["en", "he"])
def test_time_runs_and_bars_grow_from_the_start(visit: Visitor, demo: Tenant, language: str) -> None:
    page = visit(demo, Look(language=language)).go("/")
    page.locator(".lines .time").first.wait_for()
    box = page.evaluate("""() => {
      const at = one => { const {left, right} = one.getBoundingClientRect(); return {left, right} }
      const all = name => [...document.querySelectorAll(name)].map(at)
      const track = document.querySelector('.bars .track')
      return {times: all('.lines .time'), value: all('.lines .value')[0], chart: all('.lines svg')[0],
        track: at(track), piece: at(track.querySelector('.piece'))}
    }""")
    first, last = box["times"][0]["left"], box["times"][-1]["left"]
    if language == "he":
        assert first > last
        assert abs(box["value"]["right"] - box["chart"]["right"]) < 3
        assert abs(box["piece"]["right"] - box["track"]["right"]) < 4
    else:
        assert first < last
        assert abs(box["value"]["left"] - box["chart"]["left"]) < 3
        assert abs(box["piece"]["left"] - box["track"]["left"]) < 4


@pytest.mark.parametrize("language", ["en", "he", "ar"])
def test_who_has_how_much_is_read_in_the_order_of_the_page(visit: Visitor, demo: Tenant, language: str) -> None:
    """A name of the other direction does not draw its amount to its other side."""
    page = visit(demo, Look(language=language)).go("/")
    people = page.locator(".legend li:has(.num)")
    expect(people).to_have_count(5)
    places = [
        one.evaluate("one => ['bdi', '.num'].map(part => one.querySelector(part).getBoundingClientRect().x)")
        for one in people.all()
    ]
    assert [name < amount for name, amount in places] == [language == "en"] * 5


def test_a_drawing_is_read_by_keyboard_and_as_a_table(visit: Visitor, demo: Tenant) -> None:
    page = visit(demo).go("/?whose=mine&period=quarter")
    chart = page.get_by_role("figure", name="Won in the quarter so far")
    chart.locator(".dot[tabindex='0']").last.focus()
    expect(chart.locator(".tip")).to_be_visible()
    before = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") != before
    chart.get_by_role("button", name="Table").click()
    expect(chart.locator("tbody tr").first).to_be_visible()
    expect(chart.locator(".lines")).to_have_count(0)
