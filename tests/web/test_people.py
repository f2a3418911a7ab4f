"""The company's people as an administrator meets them: members, invitations, teams, devices, tokens."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tenants.registry import Tenant
from tests.web.conftest import Look, Visitor
from tests.web.test_access import violations

SETTINGS = (
    "/settings/profile", "/settings/security", "/settings/company", "/settings/members", "/settings/teams",
    "/settings/roles", "/settings/roles/MANAGER", "/settings/roles/new?base=REP", "/settings/sign-in",
)  # fmt: skip
WHO = """token => fetch('/graphql', {
  method: 'POST',
  credentials: 'omit',
  headers: {'content-type': 'application/json', authorization: `Bearer ${token}`},
  body: JSON.stringify({query: '{ me { member { email } } }'}),
}).then(answer => answer.json()).then(answer => answer.data.me.member.email)"""


def test_somebody_is_invited_and_seen(visit: Visitor, empty: Tenant) -> None:
    page = visit(empty).go("/settings/members")
    page.get_by_role("button", name="Invite").click()
    dialog = page.get_by_role("dialog", name="Invite a member")
    dialog.get_by_label("Name").fill("Noa Bar")
    page.keyboard.press("Escape")
    expect(dialog.get_by_role("alert")).to_have_text("Leave without saving?")
    dialog.get_by_role("button", name="Stay").click()
    dialog.get_by_label("E-mail").fill("not an address")
    dialog.get_by_role("button", name="Invite").click()
    expect(dialog.get_by_role("alert")).to_contain_text("not an address")
    dialog.get_by_label("E-mail").fill("noa@fresh.test")
    dialog.get_by_label("Role").select_option(label="Sales manager")
    dialog.get_by_role("button", name="Invite").click()
    expect(dialog).to_have_count(0)
    row = page.get_by_role("row", name=re.compile("Noa Bar"))
    expect(row).to_contain_text("Sales manager")
    expect(row).to_contain_text("Invited")
    row.get_by_role("link").click()
    expect(page.get_by_role("heading", name="Noa Bar", exact=True)).to_be_visible()
    expect(page.get_by_text("The link is good until")).to_be_visible()
    page.get_by_role("button", name="Take the link back").click()
    expect(page.get_by_text("The link was taken back.")).to_be_visible()
    page.get_by_role("button", name="Send a new letter").click()
    expect(page.get_by_text("The link is good until")).to_be_visible()


def test_a_member_gets_another_role_and_loses_access(visit: Visitor, empty: Tenant) -> None:
    page, who = visit(empty).go("/settings/members"), "Omer <0>Gal"  # a name is no markup
    _invite(page, who, "omer@fresh.test")
    page.get_by_role("link", name=who).click()
    page.get_by_role("combobox", name="Role").select_option(label="Reader")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("button", name="Save")).to_be_disabled()
    page.reload()
    expect(page.get_by_role("combobox", name="Role")).to_have_value("READER")
    page.get_by_role("button", name="End the access…").click()
    expect(page.get_by_role("dialog")).to_contain_text(f"{who} is signed out everywhere")
    page.get_by_role("dialog").get_by_role("button", name="End the access").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_text("No access").first).to_be_visible()
    page.get_by_role("link", name="All members").click()
    expect(page.get_by_role("link", name=who)).to_have_count(0)
    page.get_by_role("button", name="Status").click()
    page.get_by_role("option", name="No access").click()
    expect(page.get_by_role("link", name=who)).to_be_visible()


def test_members_are_found_and_the_address_keeps_it(visit: Visitor, demo: Tenant) -> None:
    page = visit(demo).go("/settings/members")
    expect(page.get_by_text("16 members")).to_be_visible()
    page.get_by_label("Search the members").fill("weiss")
    expect(page.locator("[data-member]")).to_have_count(1)
    assert "q=weiss" in page.url
    page.reload()
    expect(page.locator("[data-member]")).to_have_count(1)
    page.get_by_label("Search the members").fill("")
    page.get_by_role("button", name="Role").click()
    page.get_by_role("option", name="Sales manager").click()
    expect(page.locator("[data-member]")).to_have_count(3)


def test_teams_stand_in_a_tree(visit: Visitor, empty: Tenant) -> None:
    page = visit(empty).go("/settings/teams")
    expect(page.get_by_text("There are no teams yet")).to_be_visible()
    _team(page, "Israel")
    _team(page, "North", part_of="Israel")
    inner = page.locator(".team-tree ul .team")
    expect(inner).to_have_text(re.compile("North"))
    page.get_by_role("button", name="Change Israel").click()
    dialog = page.get_by_role("dialog", name="Change Israel")
    assert dialog.get_by_label("Part of").locator("option").all_inner_texts() == ["No other team"]
    dialog.get_by_role("button", name="Delete").click()
    expect(dialog.get_by_role("alert")).to_contain_text("teams below it")
    dialog.get_by_role("button", name="Cancel").click()
    page.get_by_role("button", name="Change North").click()
    page.get_by_label("Part of").select_option(label="No other team")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(inner).to_have_count(0)


def test_a_reader_changes_nobody(visit: Visitor, demo: Tenant) -> None:
    page = visit(demo, member="noa@demo.test").go("/settings/members")
    expect(page.locator("[data-member]").first).to_be_visible()
    expect(page.get_by_role("button", name="Invite")).to_have_count(0)
    settings = page.get_by_role("navigation", name="Settings")
    expect(settings.get_by_role("link", name="Members")).to_be_visible()
    expect(settings.get_by_role("link", name="Roles")).to_have_count(0)
    expect(settings.get_by_role("link", name="Sign-in and domains")).to_have_count(0)
    expect(settings.get_by_role("link", name="Outbox")).to_have_count(0)


def test_who_looks_after_the_company_finds_what_became_of_its_mails(visit: Visitor, empty: Tenant) -> None:
    page = visit(empty).go("/settings/company")
    page.get_by_role("navigation", name="Settings").get_by_role("link", name="Outbox").click()
    page.wait_for_url("**/outbox")
    expect(page.get_by_role("heading", name="Outbox")).to_be_visible()


def test_another_browser_is_signed_out_from_here(visit: Visitor, empty: Tenant, browser: Browser) -> None:
    visitor = visit(empty)
    other = browser.new_context(user_agent="Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0")
    theirs = other.new_page()
    theirs.goto(f"{visitor.origin}/deals/board")
    theirs.locator("button[name=member]").first.click()
    theirs.wait_for_url("**/deals/board")
    page = visitor.go("/settings/security")
    here = page.get_by_role("listitem").filter(has_text="This browser")
    expect(here).to_have_count(1)
    expect(here.get_by_role("button")).to_have_count(0)
    page.get_by_role("button", name="Sign out Firefox · Windows").click()
    expect(page.get_by_role("listitem").filter(has_text="Firefox")).to_have_count(0)
    theirs.wait_for_timeout(1000)
    theirs.goto(f"{visitor.origin}/deals")
    assert "/sign-in" in theirs.url
    other.close()


def test_a_token_is_shown_once_and_revoked(visit: Visitor, empty: Tenant) -> None:
    page = visit(empty).go("/settings/security")
    page.get_by_role("button", name="New token").click()
    page.get_by_label("What it is for").fill("The warehouse")
    page.get_by_role("button", name="Make it").click()
    token = page.locator(".secret code").inner_text()
    page.get_by_role("button", name="I have kept it").click()
    assert page.evaluate(WHO, token) == "owner@fresh.test"
    expect(page.get_by_text("The warehouse")).to_be_visible()
    assert token not in page.content()
    page.get_by_role("button", name="Revoke The warehouse").click()
    page.get_by_role("dialog").get_by_role("button", name="Revoke").click()
    expect(page.get_by_text("No program acts for you.")).to_be_visible()


def test_a_domain_shows_the_record_that_proves_it(visit: Visitor, empty: Tenant) -> None:
    visitor = visit(empty)
    page = visitor.go("/settings/sign-in")
    page.get_by_label("Another domain").fill("no domain")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("is not a domain")
    visitor.noise.clear()  # a browser writes down each refusal of a door
    page.get_by_label("Another domain").fill("fresh-shop.com")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_text("Not proved yet")).to_be_visible()
    expect(page.get_by_role("group", name="Name of the record")).to_contain_text("_kesher.fresh-shop.com")
    expect(page.get_by_role("group", name="Value of the record")).to_contain_text("kesher-verification=")
    page.get_by_role("button", name="Remove fresh-shop.com").click()
    expect(page.get_by_text("Not proved yet")).to_have_count(0)


def test_settings_are_reached_by_keyboard_and_on_a_phone(visit: Visitor, demo: Tenant) -> None:
    page = visit(demo).go("/deals")
    page.keyboard.press("g")
    page.keyboard.press("s")
    page.wait_for_url("**/settings/profile")
    page.keyboard.press("Control+k")
    page.get_by_role("combobox", name="Search or do").fill("teams")
    page.get_by_role("option", name="Settings: Teams").click()
    page.wait_for_url("**/settings/teams")
    phone = visit(demo, Look(width=390, height=800)).go("/deals")
    phone.locator(".me").click()
    phone.get_by_role("link", name="Settings").click()
    phone.get_by_role("link", name="Members").click()
    expect(phone.locator("[data-member]").first).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize("look", [Look(), Look(language="he", scheme="dark"), Look(language="ar", width=390)], ids=str)
def test_axe_finds_nothing_in_the_settings(visit: Visitor, demo: Tenant, look: Look) -> None:
    visitor = visit(demo, look)
    found = {}
    for path in SETTINGS:
        page = visitor.go(path)
        found[path] = violations(page)
        assert page.evaluate("document.documentElement.scrollWidth") == look.width, path
    assert {where: what for where, what in found.items() if what} == {}


def _invite(page: Page, name: str, email: str) -> None:
    page.get_by_role("button", name="Invite").click()
    dialog = page.get_by_role("dialog", name="Invite a member")
    dialog.get_by_label("Name").fill(name)
    dialog.get_by_label("E-mail").fill(email)
    dialog.get_by_role("button", name="Invite").click()
    expect(dialog).to_have_count(0)


def _team(page: Page, name: str, *, part_of: str = "") -> None:
    page.get_by_role("button", name="New team", exact=True).first.click()
    dialog = page.get_by_role("dialog", name="New team")
    dialog.get_by_label("Name").fill(name)
    if part_of:
        dialog.get_by_label("Part of").select_option(label=part_of)
    dialog.get_by_role("button", name="Create", exact=True).click()
    expect(dialog).to_have_count(0)
    expect(page.get_by_role("article", name=name)).to_be_visible()
