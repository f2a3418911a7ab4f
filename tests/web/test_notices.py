"""Notifications as a member meets them: the bell, the panel, the page, and what he chooses in the settings."""

import re

from playwright.sync_api import expect

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
from tests.web.test_records import SEND

NOTE = """mutation Note($input: CreateActivityInput!) {
  createActivity(input: $input) { activity { id } problems { message } }
}"""
ME = "{ me { member { id } } }"


def colleague(lanes: Lanes, tenant: Tenant, name: str, email: str) -> None:
    with Opener(lanes, tenant, system("tests"), Clock())() as work:
        add_member(
            work, MemberDraft(name, email, Role.MANAGER, locale="en", time_zone="UTC", status=MemberStatus.ACTIVE)
        )


def test_who_is_mentioned_gets_the_bell_and_opens_it(visit: Visitor, empty: Tenant, work_lanes: Lanes) -> None:
    colleague(work_lanes, empty, "Noa Bar", "noa@fresh.test")
    noa, dana = visit(empty, member="noa@fresh.test"), visit(empty)
    who = noa.page.evaluate(SEND, [ME, {}])["data"]["me"]["member"]["id"]
    page = noa.go("/deals")
    expect(page.locator(".bell .unread")).to_have_count(0)
    for said in ("First \u202eword", "Second word"):
        answer = dana.page.evaluate(
            SEND, [NOTE, {"input": {"kind": "NOTE", "subject": said[:5], "body": said, "mentionedIds": [who]}}]
        )
        assert answer["data"]["createActivity"]["problems"] == []
    page.reload()
    expect(page.locator(".bell .unread")).to_contain_text("2")
    expect(page).to_have_title(re.compile(r"^\(2\) "))
    page.locator(".bell").click()
    panel = page.get_by_role("dialog", name="Notifications")
    expect(panel.locator("[data-notice]")).to_have_count(2)
    expect(panel.get_by_role("heading", name="Today")).to_be_visible()
    assert violations(page) == []
    newest = panel.locator("[data-notice]").first
    newest.get_by_role("link").press("u")
    expect(newest).not_to_have_attribute("data-unread", "true")
    expect(page.locator(".bell .unread")).to_contain_text("1")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/activities/*")
    expect(panel).to_have_count(0)
    expect(page.locator("main .activity")).to_contain_text("First")
    expect(page.locator(".bell .unread")).to_have_count(0)


def test_all_are_read_at_once_and_unread_again(visit: Visitor, empty: Tenant, work_lanes: Lanes) -> None:
    colleague(work_lanes, empty, "נועה בר", "noa@fresh.test")
    noa, dana = visit(empty, Look(language="he", width=390), member="noa@fresh.test"), visit(empty)
    who = noa.page.evaluate(SEND, [ME, {}])["data"]["me"]["member"]["id"]
    for said in ("Call the harbour", "שיחה עם Acme על מחיר"):
        dana.page.evaluate(
            SEND, [NOTE, {"input": {"kind": "NOTE", "subject": said, "body": said, "mentionedIds": [who]}}]
        )
    page = noa.go("/notifications")
    notices = page.locator("main [data-notice]")
    expect(notices).to_have_count(2)
    expect(page.locator("main [data-unread]")).to_have_count(2)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert violations(page) == []
    page.get_by_role("button", name="לסמן הכול כנקרא").click()
    expect(page.locator("main [data-unread]")).to_have_count(0)
    page.locator(".undo button").first.click()
    expect(page.locator("main [data-unread]")).to_have_count(2)
    page.get_by_role("button", name="לא נקראו", exact=True).click()
    expect(notices).to_have_count(2)


def test_what_a_member_is_told_of_is_chosen(visit: Visitor, empty: Tenant) -> None:
    page = visit(empty).go("/settings/notifications")
    at_once = "Somebody mentions me", "A lead is given to me", "A lead of mine becomes ripe"
    for kind in (*at_once, "Nobody answers a lead of my team"):
        page.get_by_label(f"By mail: {kind}").select_option(label="Once a day")
    expect(page.get_by_text("Nothing is mailed at once.")).to_be_visible()
    page.get_by_label("In Kesher: An import of mine has ended").uncheck()
    page.get_by_label("The daily mail at").fill("07:30")
    page.get_by_label("No mails from").fill("21:00")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("Quiet hours need both")
    page.get_by_label("until", exact=True).fill("07:00")
    expect(page.get_by_text("From 21:00 until 07:00")).to_be_visible()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("button", name="Save")).to_be_disabled()
    assert violations(page) == []
    page.reload()
    expect(page.get_by_label("By mail: Somebody mentions me")).to_have_value("DIGEST")
    expect(page.get_by_label("In Kesher: An import of mine has ended")).not_to_be_checked()
    expect(page.get_by_label("The daily mail at")).to_have_value("07:30")
    expect(page.get_by_label("until", exact=True)).to_have_value("07:00")
