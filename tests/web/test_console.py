"""The admin console in a browser: a company found, looked at, suspended with a reason, and resumed."""

from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sqlalchemy import Engine

from saas.console.admins import grant_admin
from saas.core.clock import Clock
from saas.identity.people import find_holder
from saas.identity.visitors import Entrance, open_visit
from saas.operations.actions import Reason
from tenants.registry import Tenant
from tests.conftest import make_tenant
from tests.web.conftest import Look
from tests.web.test_access import violations

Admit = Callable[..., Page]


@pytest.fixture
def admit(browser: Browser, port: int, migrate_engine: Engine, web_engine: Engine) -> Iterator[Admit]:
    """The console's first page for a new platform admin. At the end no page may have written to the console."""
    opened: list[BrowserContext] = []
    noise: list[str] = []

    def admit_(look: Look | None = None) -> Page:
        look = look or Look()
        email = f"noa-{uuid4().hex[:8]}@kesher.test"
        grant_admin(migrate_engine, email, Reason("Runs the platform", "root"), clock=Clock())
        with web_engine.connect() as connection:
            person_id = find_holder(connection, email)
        assert person_id is not None
        secret = open_visit(web_engine, Entrance(person_id, "passkey"), clock=Clock())
        context = browser.new_context(
            viewport={"width": look.width, "height": look.height},
            locale={"en": "en-GB", "he": "he-IL", "ar": "ar"}[look.language],
            color_scheme="dark" if look.scheme == "dark" else "light",
        )
        login = f"http://login.localhost:{port}"
        context.add_cookies([{"name": "kesher_visit", "value": secret, "url": login, "httpOnly": True}])
        page = context.new_page()
        page.add_init_script("delete Navigator.prototype.serviceWorker")
        page.set_default_timeout(15_000)
        page.on("console", lambda said: noise.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: noise.append(str(error)))
        opened.append(context)
        page.goto(f"http://admin.localhost:{port}/")
        return page

    yield admit_
    for context in opened:
        context.close()
    assert noise == []


@pytest.fixture
def company(migrate_engine: Engine) -> Tenant:
    return make_tenant(migrate_engine, f"co-{uuid4().hex[:10]}")


def test_a_company_is_suspended_with_a_reason_and_resumed(admit: Admit, company: Tenant) -> None:
    page = admit()
    expect(page.get_by_role("heading", name="Companies")).to_be_visible()
    page.get_by_role("textbox", name="Search companies").fill(company.slug)
    expect(page.locator("tbody tr")).to_have_count(1)
    assert violations(page) == []
    page.get_by_role("link", name=company.name).click()
    expect(page.get_by_role("heading", name=company.name)).to_be_visible()
    page.get_by_role("button", name="Suspend").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Suspend").click()
    expect(dialog.get_by_role("alert")).to_have_text("This must not be empty.")
    assert violations(page) == []
    dialog.get_by_label("Reason").fill("The bill is unpaid")
    dialog.get_by_role("button", name="Suspend").click()
    expect(dialog).to_be_hidden()
    expect(page.locator(".paper .top .tag").first).to_have_text("Suspended")
    expect(page.locator(".console-book li")).to_contain_text("The bill is unpaid")
    page.get_by_role("button", name="Resume").click()
    dialog.get_by_label("Reason").fill("Paid")
    dialog.get_by_role("button", name="Resume").click()
    expect(page.locator(".paper .top .tag").first).to_have_text("Active")
    expect(page.locator(".console-errands li").first).to_contain_text("Done")
    assert violations(page) == []
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("http://login.localhost:*/sign-in")


def test_several_are_narrowed_down_picked_and_suspended_with_one_reason(admit: Admit, migrate_engine: Engine) -> None:
    word = f"w{uuid4().hex[:8]}"
    both = [make_tenant(migrate_engine, f"{word}-{letter}") for letter in "ab"]
    page = admit()
    page.get_by_role("textbox", name="Search companies").fill(word)
    expect(page.locator("tbody tr")).to_have_count(2)
    page.get_by_role("combobox", name="Version").select_option("Behind")
    page.get_by_role("button", name="Show all").click()
    page.get_by_role("textbox", name="Search companies").fill(word)
    expect(page.locator("tbody tr")).to_have_count(2)
    page.get_by_role("checkbox", name="Select all companies that are shown").check()
    page.get_by_role("region", name="Picked companies").get_by_role("button", name="Suspend").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Suspend").click()
    expect(dialog.get_by_role("alert")).to_have_text("This must not be empty.")
    dialog.get_by_label("Reason").fill("The bill is unpaid")
    assert violations(page) == []
    dialog.get_by_role("button", name="Suspend").click()
    page.wait_for_url("**/errands")
    for company in both:
        mine = page.locator(".console-errands li", has_text=company.slug)
        expect(mine).to_contain_text("The bill is unpaid")
        expect(mine).to_contain_text("Done")


def test_what_is_deleted_has_to_be_named(admit: Admit, company: Tenant) -> None:
    page = admit(Look("he", "dark", 390, 800))
    page.goto(f"{page.url.rsplit('/', 1)[0]}/companies/{company.slug}")
    assert page.locator("html").get_attribute("dir") == "rtl"
    page.get_by_role("button", name="מחיקה").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("סיבה").fill("החוזה הסתיים")
    dialog.get_by_role("button", name="מחיקה").click()
    expect(dialog.get_by_role("alert")).to_contain_text(company.slug)
    dialog.get_by_label("הכתובת שלה, ליתר ביטחון").fill(company.slug)
    dialog.get_by_role("button", name="מחיקה").click()
    expect(page.locator(".paper .top .tag").first).to_have_text("נמחקה, ניתנת לשחזור")
    for path in (f"/companies/{company.slug}", "/companies", "/errands"):
        page.goto(f"{page.url.split('/companies')[0]}{path}")
        expect(page.locator("h1")).to_be_visible()
        page.wait_for_load_state("networkidle")
        assert violations(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
