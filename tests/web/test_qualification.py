"""A company's own rules of ripeness in the settings: tried as they are written, kept, taken back; read in Hebrew."""

from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import Engine

from saas.core.clock import Clock
from saas.core.principal import system
from saas.core.rights import Role
from saas.core.work import Opener
from saas.members.actions import MemberDraft, add_member
from saas.members.model import MemberStatus
from tenants import provision
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.web.conftest import Look, Visitor
from tests.web.test_access import violations
from tests.web.test_records import SEND

HERE = "/settings/qualification"
PEOPLE = (("Dana Levi", "dana@tamar.test", Role.OWNER), ("Rami Azar", "rami@tamar.test", Role.REP))
LEADS = ({"name": "Noa Bar", "phone": "+972501234567"}, {"name": "Omer Gal", "email": "omer@gmail.com"})
LEAD = """mutation Lead($input: CreateLeadInput!) { createLead(input: $input) { lead { id } problems { message } } }"""
CHANGE = """mutation Change($input: ChangeQualificationInput!) {
  changeQualification(input: $input) { qualification { version } problems { message } } }"""


@pytest.fixture
def company(migrate_engine: Engine, work_lanes: Lanes) -> Tenant:
    tenant = provision.create(
        migrate_engine, slug=f"tamar-{uuid4().hex[:8]}", name="Tamar", currency="ILS", locale="en",
        time_zone="Asia/Jerusalem",
    )  # fmt: skip
    with Opener(work_lanes, tenant, system("tests"), Clock())() as work:
        for name, email, role in PEOPLE:
            add_member(work, MemberDraft(name, email, role, locale="en", time_zone="Asia/Jerusalem",
                                         status=MemberStatus.ACTIVE))  # fmt: skip
    return tenant


def bring_leads(page: Page) -> None:
    for lead in LEADS:
        assert page.evaluate(SEND, [LEAD, {"input": lead}])["data"]["createLead"]["problems"] == []


def test_rules_are_tried_saved_and_taken_back(visit: Visitor, company: Tenant) -> None:
    owner, reader = visit(company, Look(width=1280)), visit(company, member="dana@tamar.test")
    bring_leads(owner.page)
    page, would = owner.go(HERE), owner.page.locator(".ripeness-number")
    expect(would).to_have_text("Ripe: 0 of 2 open leads · now 0")
    page.get_by_label("Points: Has a phone number").fill("100")
    page.get_by_label("Ripe from a score of").fill("50")
    expect(page.get_by_text("Points to have: 180")).to_be_visible()
    expect(would).to_have_text("Ripe: 1 of 2 open leads · now 0")
    page.get_by_text("Which ones").click()
    expect(page.get_by_role("link", name="Noa Bar")).to_be_visible()
    assert violations(page) == []
    page.get_by_label("Ripe from a score of").press("Control+Enter")
    expect(would).to_have_text("Ripe: 1 of 2 open leads · now 1")
    expect(page.get_by_role("button", name="Save")).to_be_disabled()
    ripe = reader.go("/leads").locator("[data-row]").filter(has=reader.page.get_by_text("Ripe", exact=True))
    expect(ripe).to_have_count(1)
    expect(ripe).to_contain_text("Noa Bar")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_label("Points: Has a phone number")).to_have_value("20")
    expect(page.get_by_label("Ripe from a score of")).to_have_value("")
    expect(would).to_have_text("Ripe: 0 of 2 open leads · now 0")
    reader.go("/leads")
    expect(reader.page.locator("[data-row]")).to_have_count(2)
    expect(ripe).to_have_count(0)


def test_a_rule_is_written_what_is_wrong_stands_by_it_and_nothing_is_lost(visit: Visitor, company: Tenant) -> None:
    page = visit(company, Look(width=1280)).go(HERE)
    page.get_by_role("button", name="New rule").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Condition").select_option("FIELD")
    dialog.get_by_label("Value").fill("Israel")
    dialog.get_by_label("Points").fill("-5")
    assert violations(page) == []
    page.keyboard.press("Enter")
    row = page.locator(".section-row", has_text="Country is “Israel”")
    expect(row.get_by_role("spinbutton")).to_have_value("-5")
    row.get_by_role("spinbutton").fill("0")
    expect(row.get_by_role("alert")).to_contain_text("from 1 to 1000 points")
    expect(page.get_by_text("The numbers come once the rules above are complete.")).to_be_visible()
    row.get_by_role("spinbutton").fill("-7")
    expect(row.get_by_role("alert")).to_have_count(0)
    page.get_by_role("link", name="Products", exact=True).click()
    page.get_by_role("dialog").get_by_role("button", name="Stay").click()
    expect(row.get_by_role("spinbutton")).to_have_value("-7")
    theirs = {"rules": [{"key": "a", "merit": "PHONE", "points": 44}], "ripeScore": 60}
    assert page.evaluate(SEND, [CHANGE, {"input": theirs}])["data"]["changeQualification"]["problems"] == []
    page.keyboard.press("Control+Enter")
    page.get_by_role("button", name="Discard mine and load theirs").click()
    expect(page.locator(".ripeness .section-row")).to_have_count(1)
    expect(page.get_by_label("Points: Has a phone number")).to_have_value("44")
    page.get_by_role("button", name="Remove: Has a phone number").click()
    expect(page.get_by_text("There is no rule")).to_be_visible()
    page.get_by_role("button", name="Discard", exact=True).click()
    expect(page.get_by_label("Ripe from a score of")).to_have_value("60")


def test_in_hebrew_on_a_phone_and_a_rep_only_reads(visit: Visitor, company: Tenant) -> None:
    phone = Look("he", "dark", 390, 844)
    page = visit(company, phone).go(HERE)
    page.get_by_label("בשל מניקוד של").fill("101")
    expect(page.get_by_role("alert")).to_have_text("ליד בשל מניקוד שבין 1 ל-100.")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name="השלכה").click()
    page = visit(company, phone, member="rami@tamar.test").go(HERE)
    expect(page.locator(".section-row")).to_have_count(8)
    expect(page.get_by_label("בשל מניקוד של")).not_to_be_editable()
    expect(page.locator("main").get_by_role("button", name="שמירה")).to_have_count(0)
    expect(page.locator(".section-row").get_by_role("spinbutton")).to_have_count(0)
    expect(page.get_by_role("checkbox", disabled=False)).to_have_count(0)
    assert violations(page) == []
