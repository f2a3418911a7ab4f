"""Leads as people meet them: a form filled in on its page, the lead that arrives live, answered, converted, undone."""

import re

from playwright.sync_api import Page, expect
from sqlalchemy import select

from saas.consents.actions import Agreement, grant
from saas.core.clock import Clock
from saas.core.principal import system
from saas.core.work import Opener
from saas.leads.model import Lead
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.web.conftest import Look, Visitor
from tests.web.test_access import violations
from tests.web.test_records import SEND, fact

SOURCE = """mutation Source($input: CreateSourceInput!) {
  createSource(input: $input) { source { id key } problems { message } }
}"""
CONVERT = """mutation Convert($input: ConvertLeadInput!) {
  convertLead(input: $input) { lead { conversion { deal { id } account { id } contact { id } } } problems { message } }
}"""
ME = "{ me { member { id } } }"


def set_up_a_form(page: Page) -> str:
    """In the settings, from the empty list on; gives the address of its page."""
    page.get_by_role("button", name="Set up a source").click()
    page.get_by_role("button", name="New source").first.click()
    page.get_by_label("Name").fill("Our site")
    page.get_by_role("button", name="Create", exact=True).click()
    page.wait_for_url("**/settings/sources/*")
    page.locator(".section").first.get_by_role("button", name="Nobody").click()
    page.get_by_role("option", name="Dana Levi").click()
    page.locator(".section").first.get_by_role("button", name="Save").click()
    page.get_by_role("button", name="Add a question").click()
    asked = page.locator(".source-question").last
    asked.get_by_role("textbox", name="Question").fill("Budget")
    asked.get_by_label("Asked as").select_option("CHOICE")
    asked.get_by_label("Answers to choose from").fill("small\nlarge")
    page.get_by_label("Consent text").fill("You may call me.")
    expect(page.locator(".source-preview")).to_contain_text("Budget")
    expect(page.locator(".source-preview")).to_contain_text("You may call me.")
    page.locator(".section", has=page.locator(".source-builder")).get_by_role("button", name="Save").click()
    expect(page.get_by_test_id("said")).to_have_text(re.compile("Saved"))
    assert violations(page) == []
    return page.get_by_role("group", name="Its page").locator("code").inner_text()


def fill_in(page: Page, address: str) -> None:
    page.goto(address)
    assert violations(page) == []
    page.get_by_role("button", name="Send").click()
    expect(page.locator("#q0-why")).to_have_text("Please fill this in.")
    page.get_by_label("Full name").fill("Noa Bar")
    page.get_by_label("E-mail").fill("noa@bar.test")
    page.get_by_label("Company").fill("Bar Ltd")
    page.get_by_label("Budget").select_option("large")
    page.get_by_label("You may call me.").check()
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()


def test_a_form_brings_a_lead_that_is_answered_converted_and_taken_back(visit: Visitor, empty: Tenant) -> None:
    dana, customer = visit(empty, Look(width=1280)), visit(empty)
    page = dana.go("/leads")
    expect(page.get_by_role("heading", name="Your leads will stand here")).to_be_visible()
    expect(page.get_by_text("from lead forms of Google, Facebook and LinkedIn")).to_be_visible()
    address = set_up_a_form(page)
    page = dana.go("/leads")
    expect(page.locator("html[data-live=on]")).to_be_attached()
    fill_in(customer.page, address)
    row = page.locator("[data-row]", has_text="Noa Bar")
    expect(row).to_contain_text("New")
    expect(page.locator(".bell .unread")).to_contain_text("1")
    row.get_by_role("link", name="Noa Bar").press("Enter")
    page.wait_for_url("**/leads/*")
    expect(page.locator(".lead-answers")).to_contain_text("large")
    expect(page.locator(".consents")).to_contain_text("You may call me.")
    expect(page.locator(".lead-course [data-kind=SEEN]")).to_contain_text("Dana Levi")
    assert violations(page) == []
    page.keyboard.press("l")
    page.get_by_label("What was said?").fill("Wants an offer")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".record .name .lead-waiting")).to_contain_text("Reached")
    page.locator(".proposal .leave").click()
    page.keyboard.press("v")
    dialog = page.get_by_role("dialog", name="Convert Noa Bar")
    expect(dialog.get_by_label("New: Bar Ltd")).to_be_checked()
    expect(dialog.locator(".along")).to_contain_text("1 consent")
    assert violations(page) == []
    dialog.get_by_label("Amount").fill("1200")
    dialog.get_by_label("Currency").select_option("USD")
    dialog.get_by_role("button", name="Convert").click()
    expect(page.locator(".lead-banner")).to_contain_text("Converted by Dana Levi")
    expect(page.locator(".lead-banner a")).to_have_text(["Bar Ltd", "Noa Bar", "Bar Ltd"])
    made = page.evaluate(SEND, ["{ deals { nodes { amount { amount currency } } } }", {}])["data"]["deals"]["nodes"]
    assert made == [{"amount": {"amount": "1200.00", "currency": "USD"}}]
    page.keyboard.press("Control+z")
    expect(page.locator(".lead-banner")).to_have_count(0)
    expect(page.locator(".lead-stages button[aria-current]")).to_have_count(1)


def test_on_a_phone_in_hebrew_the_bell_leads_to_a_lead_that_is_none(visit: Visitor, empty: Tenant) -> None:
    dana = visit(empty, Look(language="he", scheme="dark", width=390, height=844))
    page = dana.page
    me = page.evaluate(SEND, [ME, {}])["data"]["me"]["member"]["id"]
    made = page.evaluate(SEND, [SOURCE, {"input": {"name": "אתר", "kind": "WEB_FORM", "ownerId": me}}])
    key = made["data"]["createSource"]["source"]["key"]
    page.goto(f"{dana.origin}/forms/{key}/page?lang=he")
    assert violations(page) == []
    page.get_by_label("שם מלא").fill("יעל כהן")
    page.get_by_label("דוא״ל").fill("yael@cohen.test")
    page.get_by_role("button", name="שליחה").click()
    expect(page.locator(".thanks")).to_be_visible()
    page = dana.go("/leads")
    page.locator(".bell").click()
    page.get_by_role("dialog").get_by_role("link", name=re.compile("יעל כהן")).click()
    page.wait_for_url("**/leads/*")
    expect(fact(page, "דוא״ל")).to_contain_text("yael@cohen.test")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert violations(page) == []
    page.keyboard.press("u")
    page.get_by_label("אין תקציב").check()
    page.get_by_role("dialog").get_by_role("button", name="סימון כלא מתאים").click()
    expect(page.locator(".lead-banner")).to_contain_text("אין תקציב")
    page.locator(".undo").get_by_role("button", name="ביטול").click()
    expect(page.locator(".lead-banner")).to_have_count(0)


def test_what_a_lead_became_leads_back_to_it_and_keeps_what_was_agreed_to(
    visit: Visitor, empty: Tenant, work_lanes: Lanes
) -> None:
    dana = visit(empty, Look(width=1280))
    page = dana.page
    source = page.evaluate(SEND, [SOURCE, {"input": {"name": "Our site", "kind": "WEB_FORM"}}])
    visited = {"landingPage": "https://bar.test/?utm_medium=cpc&utm_campaign=spring"}
    known = made(page, "Contact", name="N. Bar", email="noa@bar.test")
    lead = made(
        page, "Lead", name="Noa Bar", company="Bar Ltd", email="noa@bar.test", visit=visited,
        sourceId=source["data"]["createSource"]["source"]["id"],
    )  # fmt: skip
    with Opener(work_lanes, empty, system("tests"), Clock())() as work:
        (kept,) = work.all(select(Lead))
        grant(work, kept, Agreement("You may call me.", work.clock.now()))
    convert = {"input": {"id": lead, "contactId": known}}
    became = page.evaluate(SEND, [CONVERT, convert])["data"]["convertLead"]["lead"]["conversion"]
    for path in ("deals", "accounts", "contacts"):
        page = dana.go(f"/{path}/{became[path[:-1]]['id']}")
        origin = page.locator(".part", has=page.get_by_role("heading", name="From a lead"))
        expect(origin.locator("li")).to_contain_text("Our site · Advert · spring")
        assert violations(page) == []
    expect(page.locator(".consents")).to_contain_text("You may call me.")
    expect(page.locator(".consents")).to_contain_text("Our site")
    origin.get_by_role("link", name="Noa Bar").click()
    page.wait_for_url(f"**/leads/{lead}")
    expect(page.locator(".lead-banner a")).to_have_text(["Bar Ltd", "N. Bar", "Bar Ltd"])
    page.locator(".lead-banner").get_by_role("button", name="Take it back").click()
    expect(page.locator(".lead-banner")).to_have_count(0)
    page = dana.go(f"/contacts/{known}")
    expect(page.locator(".consents li")).to_have_text([re.compile("Agreed"), re.compile("Taken back")])
    expect(page.get_by_role("heading", name="From a lead")).to_have_count(0)


def test_who_is_here_already_is_said_and_nobody_is_kept_from_going_on(visit: Visitor, empty: Tenant) -> None:
    dana = visit(empty, Look(width=1280))
    page = dana.page
    made(page, "Contact", name="Noa Bar", email="noa@bar.test", phone="+972 54-123-4567")
    made(page, "Lead", name="N. Bar", email="noa@bar.test")
    page = dana.go("/leads")
    page.keyboard.press("c")
    dialog = page.get_by_role("dialog", name="New lead")
    dialog.get_by_label("Name").fill("Noa again")
    mail, phone = dialog.get_by_label("E-mail"), dialog.get_by_label("Phone")
    mail.fill("Noa@Bar.test")
    expect(dialog.locator(".noted p")).to_have_count(0)  # not while it is being typed
    phone.fill("+972541234567")
    noted = dialog.locator(".noted p")
    expect(noted).to_have_text(["Already here, as a contact: Noa Bar", "Already here, as a lead: N. Bar"])
    dialog.get_by_label("Company").focus()
    expect(noted).to_have_count(3)
    assert violations(page) == []
    with page.context.expect_page() as opened:
        noted.filter(has_text="as a lead").get_by_role("link").click()
    opened.value.wait_for_url("**/leads/*")
    opened.value.close()
    phone.fill("+972541234568")
    phone.press("Tab")
    expect(noted).to_have_count(2)  # a number of nobody
    dialog.get_by_role("button", name="Create", exact=True).click()
    expect(dialog).to_have_count(0)
    expect(page.locator("[data-row]", has_text="Noa again")).to_be_visible()
    page = dana.go("/contacts")
    page.keyboard.press("c")
    page.get_by_role("dialog").get_by_label("E-mail").fill("noa@bar.test")
    page.keyboard.press("Tab")
    expect(page.locator(".noted p", has_text="as a contact: Noa Bar")).to_be_visible()


def made(page: Page, kind: str, **given: object) -> str:
    name = kind.lower()
    payload = f"create{kind}(input: $input) {{ {name} {{ id }} problems {{ message }} }}"
    make = f"mutation Make($input: Create{kind}Input!) {{ {payload} }}"
    answer = page.evaluate(SEND, [make, {"input": given}])["data"][f"create{kind}"]
    assert answer["problems"] == []
    found: str = answer[name]["id"]
    return found
