"""What is planned is put off with its time, skipped, called off, and kept to oneself."""

from typing import Final

import pytest
from playwright.sync_api import Locator, Page, expect

from tenants.registry import Tenant
from tests.web.conftest import Look, Visit, Visitor
from tests.web.test_access import violations
from tests.web.test_day import DAYS, PLAN
from tests.web.test_records import SEND

ACCOUNT: Final = "mutation A($name: String!) { createAccount(input: {name: $name}) { account { id } } }"


def today_of(visitor: Visit) -> str:
    """The company's clock is UTC."""
    visitor.page.goto(f"{visitor.origin}/icon.svg")
    day: str = visitor.page.evaluate(DAYS, 0)
    return day


def item(page: Page, subject: str) -> Locator:
    return page.locator(".activity", has_text=subject)


def more(page: Page, subject: str) -> Locator:
    """What the menu of an activity has."""
    item(page, subject).hover()
    page.get_by_role("button", name=f"More about {subject}").click()
    return page.get_by_role("menuitem")


def test_what_has_a_time_is_put_off_with_it(visit: Visitor, empty: Tenant) -> None:
    visitor = visit(empty)
    day = today_of(visitor)
    planned = [
        {"kind": "MEETING", "subject": "Demo", "startsAt": f"{day}T10:30", "endsAt": f"{day}T11:00"},
        {"kind": "CALL", "subject": "Ring Noga", "startsAt": f"{day}T14:00"},
        {"kind": "TASK", "subject": "Send it", "dueAt": f"{day}T16:00"},
    ]
    visitor.page.evaluate(PLAN, planned)
    page = visitor.go("/day")
    hours = {"Demo": "10:30\u201311:00", "Ring Noga": "14:00", "Send it": "16:00"}
    for subject, time in hours.items():
        when = item(page, subject).locator(".when")
        following = page.locator(f"[data-part=NEXT] .activity:has-text('{subject}') .when")
        expect(when).to_contain_text(f"Today {time}")
        item(page, subject).hover()
        page.get_by_role("button", name=f"Put off until tomorrow: {subject}").click()
        expect(following).to_have_text(f"Tomorrow {time}")
        page.keyboard.press("Control+z")
        expect(following).to_have_count(0)
        expect(when).to_contain_text(f"Today {time}")
        item(page, subject).locator(".tick").focus()
        page.keyboard.press("s")
        expect(following).to_have_text(f"Tomorrow {time}")
    page.reload()
    for subject, time in hours.items():
        expect(item(page, subject).locator(".when")).to_have_text(f"Tomorrow {time}")


def test_one_of_a_series_is_skipped_and_the_next_comes(visit: Visitor, empty: Tenant) -> None:
    visitor = visit(empty)
    task = {"kind": "TASK", "subject": "Stand up", "dueOn": today_of(visitor), "repeat": "FREQ=DAILY;COUNT=9"}
    visitor.page.evaluate(PLAN, [task])
    page = visitor.go("/day")
    today, following = page.locator("[data-part=TODAY] .activity"), page.locator("[data-part=NEXT] .when")
    entries = more(page, "Stand up")
    expect(entries).to_have_text(["Skip this one", "Delete, and what would repeat"])
    assert violations(page) == []
    entries.first.click()
    expect(page.locator(".undo .said")).to_have_text("Stand up skipped")
    expect(following).to_have_text("Tomorrow")
    expect(today).to_have_count(0)
    page.keyboard.press("Control+z")
    expect(today).to_have_count(1)
    expect(following).to_have_count(0)
    more(page, "Stand up").last.click()
    expect(page.locator(".undo .said")).to_have_text("Stand up deleted, and what would repeat")
    expect(page.get_by_role("heading", name="Nothing waits for you")).to_be_visible()
    page.keyboard.press("Control+z")
    expect(today).to_have_count(1)


def test_a_meeting_that_did_not_take_place_is_told_as_such(visit: Visitor, empty: Tenant) -> None:
    visitor = visit(empty)
    day = today_of(visitor)
    made = visitor.page.evaluate(SEND, [ACCOUNT, {"name": "Acme"}])["data"]["createAccount"]["account"]["id"]
    demo = {"kind": "MEETING", "subject": "Demo", "startsAt": f"{day}T10:30", "accountIds": [made]}
    visitor.page.evaluate(PLAN, [demo, {"kind": "TASK", "subject": "Price list", "accountIds": [made]}])
    page = visitor.go(f"/accounts/{made}")
    more(page, "Demo").first.click()
    told = page.locator(".timeline .activity")
    expect(told).to_contain_text("Did not take place")
    page.keyboard.press("Control+z")
    expect(told).to_have_count(0)
    item(page, "Price list").hover()
    page.get_by_role("button", name="Edit Price list").click()
    editor = page.get_by_role("dialog")
    editor.get_by_role("button", name="Will not be done").click()
    expect(told).to_contain_text("Will not be done")
    page.get_by_role("button", name="Edit Price list").click()
    editor.get_by_role("button", name="Reopen").click()
    expect(page.locator(".planned .activity")).to_have_count(2)


@pytest.mark.parametrize("language", ["en", "he"])
def test_an_activity_is_private(visit: Visitor, empty: Tenant, language: str) -> None:
    visitor = visit(empty, Look(language, width=390, height=844))
    words = {"en": ("Edit", "Private", "Save"), "he": ("עריכה", "פרטי", "שמירה")}[language]
    edit, private, save = words
    visitor.page.evaluate(PLAN, [{"kind": "CALL", "subject": "Raise", "dueOn": today_of(visitor)}])
    page = visitor.go("/day")
    lock = item(page, "Raise").get_by_title(private)
    for expected in (True, False):
        item(page, "Raise").get_by_title(edit, exact=True).click()
        box = page.get_by_role("dialog").get_by_label(private, exact=True)
        expect(box).to_be_checked(checked=not expected)
        box.set_checked(expected)
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        assert violations(page) == []
        page.get_by_role("dialog").get_by_role("button", name=save).click()
        expect(lock).to_have_count(int(expected))
    expect(page.get_by_role("dialog")).to_have_count(0)
