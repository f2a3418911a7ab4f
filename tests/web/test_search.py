"""Finding, opening, keeping at hand, and making from anywhere, by keyboard."""

import pytest
from playwright.sync_api import Page, expect

from saas.contacts.actions import create_contact
from saas.core.clock import Clock
from saas.core.principal import system
from saas.core.work import Opener
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.web.conftest import Look, Visitor

PERSON = "רוֹנִית כָּהֵן"


@pytest.fixture
def company(empty: Tenant, work_lanes: Lanes) -> Tenant:
    with Opener(work_lanes, empty, system("tests"), Clock())() as work:
        create_contact(work, {"name": PERSON, "phone": "+972 52-123-4567"})
        create_contact(work, {"name": "Dana Cohen", "email": "dana@acme.test"})
    return empty


def find(page: Page, text: str) -> None:
    page.keyboard.press("Control+k")
    page.get_by_role("combobox").fill(text)


def test_a_person_is_found_kept_at_hand_and_given_a_task(visit: Visitor, company: Tenant) -> None:
    page = visit(company).go("/accounts")
    find(page, "052-123 4567")
    option = page.get_by_role("option", name=PERSON)
    expect(option.locator("mark")).to_have_text("521234567")
    page.keyboard.press("Enter")
    page.wait_for_url("**/contacts/*")
    page.get_by_role("heading", level=1, name=PERSON).wait_for()
    page.keyboard.press("f")
    expect(page.get_by_role("region", name="Favorites").get_by_role("link", name=PERSON)).to_be_visible()
    page.keyboard.press("q")
    page.get_by_role("dialog", name="Create").wait_for()
    page.keyboard.press("t")
    page.get_by_label("What is to be done?").fill("Call back")
    page.get_by_role("button", name="Create", exact=True).click()
    expect(page.locator(".undo .said")).to_have_text("Call back is there")
    page.goto(page.url.partition("/contacts")[0] + "/day")
    expect(page.locator("[data-part=TODAY] .subject")).to_have_text("Call back")
    page.keyboard.press("Control+k")
    for group in ("Recent", "Favorites"):
        expect(page.get_by_role("group", name=group).get_by_role("option", name=PERSON)).to_be_visible()


@pytest.mark.parametrize("said", ["רונית כוהן", "רומית כהן", "rubh,"])
def test_a_name_is_found_on_a_phone_without_its_points_with_a_typo_or_another_keyboard(
    visit: Visitor, company: Tenant, said: str
) -> None:
    page = visit(company, Look(language="he", width=390, height=780)).go("/search")
    page.get_by_role("textbox", name="חיפוש בכול").fill(said)
    link = page.get_by_role("link", name=PERSON)
    expect(link.locator("mark").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    link.click()
    page.wait_for_url("**/contacts/*")
