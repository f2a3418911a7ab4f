"""The company in the settings: renamed, given a logo, hours and holidays, which its calendar shows; in Hebrew too."""

import io
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from PIL import Image
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

YEAR = datetime.now(UTC).year
PEOPLE = (("Dana Levi", "dana@meydan.test", Role.OWNER), ("Rami Azar", "rami@meydan.test", Role.REP))


@pytest.fixture(scope="module")
def company(migrate_engine: Engine, work_lanes: Lanes) -> Tenant:
    tenant = provision.create(
        migrate_engine, slug=f"meydan-{uuid4().hex[:8]}", name="Meydan", currency="ILS", locale="en",
        time_zone="Asia/Jerusalem", week_start=7,
    )  # fmt: skip
    with Opener(work_lanes, tenant, system("tests"), Clock())() as work:
        for name, email, role in PEOPLE:
            add_member(work, MemberDraft(name, email, role, locale="en", time_zone="Asia/Jerusalem",
                                         status=MemberStatus.ACTIVE))  # fmt: skip
    return tenant


def logo() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (96, 96), (29, 78, 216)).save(made, "PNG")
    return made.getvalue()


def test_it_is_renamed_and_gets_a_logo_hours_and_a_holiday(visit: Visitor, company: Tenant) -> None:
    visitor = visit(company, Look(), member="dana@meydan.test")
    page = visitor.go("/settings/company")
    page.get_by_label("Name", exact=True).fill("Meydan Trade")
    page.get_by_role("region", name="Name and logo").get_by_role("button", name="Save").click()
    expect(page.locator(".nav .tenant")).to_contain_text("Meydan Trade")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_label("Name", exact=True)).to_have_value("Meydan")
    page.locator("input[type=file]").set_input_files({"name": "a.png", "mimeType": "image/png", "buffer": logo()})
    expect(page.locator(".nav img.logo")).to_be_visible()
    expect(page.locator("img.logo.large")).to_be_visible()
    sunday = page.get_by_role("group", name="Sun")
    sunday.get_by_label("Sun: from").fill("10:00")
    page.get_by_role("region", name="Working time").get_by_role("button", name="Save").click()
    expect(page.get_by_role("button", name="The usual hours of the country")).to_be_visible()
    add_holiday(page)
    assert violations(page) == []
    page = visitor.go(f"/calendar?view=month&on={YEAR}-06-10")
    cell = page.locator(f".cell[data-day='{YEAR}-06-15']")
    expect(cell.get_by_text("Founders' day")).to_be_visible()
    expect(cell).to_have_attribute("data-rest", "true")


def add_holiday(page: Page) -> None:
    page.get_by_label("New holiday").fill("Founders' day")
    page.get_by_label("Day", exact=True).fill(f"{YEAR}-06-15")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_role("listitem").filter(has_text="Founders' day")).to_be_visible()


def test_holidays_are_picked_and_a_rep_reads_them_in_hebrew_on_a_phone(visit: Visitor, company: Tenant) -> None:
    page = visit(company, Look(), member="dana@meydan.test").go("/settings/company")
    page.get_by_role("button", name="Holidays of a country…").click()
    page.get_by_role("checkbox", name="Yom Kippur").check()
    page.get_by_role("button", name="Add 1 holiday").click()
    expect(page.get_by_role("listitem").filter(has_text="Yom Kippur")).to_be_visible()
    page.get_by_role("button", name="Change the currency…").click()
    expect(page.get_by_role("dialog")).to_contain_text("Amounts stay in the currency")
    page = visit(company, Look("he", "dark", 390, 844), member="rami@meydan.test").go("/settings/company")
    expect(page.get_by_text("מי שמנהל את החברה משנה את זה.")).to_be_visible()
    expect(page.get_by_role("heading", name="חגים")).to_be_visible()
    expect(page.get_by_role("button", name="שמירה")).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []
