"""A calendar by mouse, by keys and by finger, in both directions; a team's day."""

from typing import Final

import pytest
from playwright.sync_api import Locator, Page, expect

from saas.core.clock import Clock
from saas.core.principal import system
from saas.core.rights import Role
from saas.core.work import Opener
from saas.members.actions import MemberDraft, add_member
from saas.members.model import MemberStatus
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.web.conftest import Look, Visitor
from tests.web.test_access import violations
from tests.web.test_day import plan

HOUR: Final = 48


def drag(page: Page, column: Locator, since: float, until: float) -> None:
    """From one hour to another, in the column of a day."""
    box = column.bounding_box()
    assert box is not None
    x = box["x"] + box["width"] / 2
    page.mouse.move(x, box["y"] + since * HOUR + 1)
    page.mouse.down()
    page.mouse.move(x, box["y"] + (since + until) / 2 * HOUR, steps=3)
    page.mouse.move(x, box["y"] + until * HOUR, steps=3)
    page.mouse.up()


def test_a_week_by_mouse_and_by_keys(visit: Visitor, empty: Tenant) -> None:
    page = visit(empty).go("/calendar?view=week&on=2027-03-10")
    day = page.locator(".column[data-day='2027-03-10']")
    drag(page, day, 10, 11)
    page.get_by_label("Subject").fill("Demo for Noga")
    page.get_by_role("button", name="Save").click()
    event = day.locator(".event")
    expect(event.locator(".hours")).to_have_text("10:00\u201311:00")
    event.focus()
    for key in ("Space", "ArrowDown", "ArrowRight", "Space"):
        page.keyboard.press(key)
    there = page.locator(".column[data-day='2027-03-11'] .event")
    expect(there.locator(".hours")).to_have_text("10:15\u201311:15")
    page.keyboard.press("Control+z")
    expect(day.locator(".hours")).to_have_text("10:00\u201311:00")
    for key in ("Space", "ArrowDown", "Escape"):
        day.locator(".event").press(key)
    expect(day.locator(".hours")).to_have_text("10:00\u201311:00")


def test_a_repeat_has_an_end_and_its_times_are_shown(visit: Visitor, empty: Tenant) -> None:
    page = visit(empty).go("/calendar?view=week&on=2027-03-10")
    drag(page, page.locator(".column[data-day='2027-03-10']"), 9, 9.5)
    page.get_by_label("Subject").fill("Stand-up")
    page.get_by_label("Repeats", exact=True).select_option("WEEKLY")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Say when it ends")).to_be_visible()
    page.get_by_label("Last day").fill("2027-03-24")
    assert violations(page) == []
    page.get_by_role("button", name="Save").click()
    page.locator(".column .event").wait_for()
    page.keyboard.press("j")
    expect(page.locator(".column[data-day='2027-03-17'] .event[data-ghost]")).to_have_count(1)
    page.keyboard.press("m")
    expect(page.locator(".month .event")).to_have_count(3)
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_month_in_hebrew_runs_from_the_right(visit: Visitor, empty: Tenant, scheme: str) -> None:
    visitor = visit(empty, Look(language="he", scheme=scheme))
    page = visitor.go("/calendar?view=month&on=2027-03-10")
    cells = page.locator(".month .cell")
    first, second = cells.nth(0).bounding_box(), cells.nth(1).bounding_box()
    assert first is not None
    assert second is not None
    assert first["x"] > second["x"]
    assert first["y"] == second["y"]
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**on=2027-04-10**")
    assert violations(page) == []


def test_a_day_on_a_phone_is_made_by_touch(visit: Visitor, empty: Tenant) -> None:
    page = visit(empty, Look(width=390, height=844)).go("/calendar")
    expect(page.locator(".calendar")).to_have_attribute("data-mode", "day")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.locator(".column").click(position={"x": 100, "y": 14 * HOUR + 5})
    expect(page.get_by_label("Starts")).to_have_value("14:00")
    assert violations(page) == []


def test_the_teams_day_is_shared_out(visit: Visitor, empty: Tenant, work_lanes: Lanes) -> None:
    with Opener(work_lanes, empty, system("tests"), Clock())() as work:
        add_member(
            work,
            MemberDraft(
                "Amir Cohen", "amir@fresh.test", Role.REP, locale="en", time_zone="UTC", status=MemberStatus.ACTIVE
            ),
        )
    visitor = visit(empty)
    plan(visitor)
    page = visitor.go("/day")
    page.get_by_role("link", name="The team’s day").click()  # noqa: RUF001
    owner, amir = (
        page.locator("[data-member]", has=page.locator(".load", has_text=name)) for name in ("Dana Levi", "Amir Cohen")
    )
    expect(owner.locator(".counts")).to_have_text("1 overdue, 1 today, 1 next, 0 done")
    owner.locator(".load").click()
    page.locator(".member-day li", has_text="Late task").locator("button.filter").click()
    page.get_by_role("option", name="Amir Cohen").click()
    expect(amir.locator(".counts")).to_have_text("1 overdue, 0 today, 0 next, 0 done")
    assert violations(page) == []
    page.keyboard.press("Control+z")
    expect(owner.locator(".counts")).to_have_text("1 overdue, 1 today, 1 next, 0 done")
