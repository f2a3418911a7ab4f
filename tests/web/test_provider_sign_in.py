"""A person signs in with a certified provider in a real browser: from the company's address to the board."""

import re
from collections.abc import Iterator
from uuid import UUID

import pytest
from playwright.sync_api import Browser, expect
from sqlalchemy import Engine, select

from saas.core.clock import Clock
from saas.core.principal import system
from saas.core.work import Opener
from saas.identity.actions import Newcomer, join_company
from saas.local import web
from saas.members.model import Member
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.conftest import Database
from tests.identity.providers import SECRET, certified
from tests.identity.serving import Server, serving
from tests.ports import free_port

WORDS = {
    "en": ("Sign in with Acme ID", "Is this you?", "Yes, this is me", "Your companies"),
    "he": ("כניסה באמצעות Acme ID", "זה החשבון שלך?", "כן, זה אני", "החברות שלך"),
    "ar": ("تسجيل الدخول عبر Acme ID", "هل هذا أنت؟", "نعم، هذا أنا", "شركاتك"),
}


@pytest.fixture(scope="module")
def server(database: Database, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """With one provider; the provider's process ends with it."""
    web.build(lambda _told: None)
    port = free_port()
    with certified([f"http://login.localhost:{port}/callback/oidc"]) as issuer:
        settings = {
            "KESHER_OIDC_ISSUER": issuer, "KESHER_OIDC_CLIENT_ID": "kesher", "KESHER_OIDC_CLIENT_SECRET": SECRET,
            "KESHER_OIDC_NAME": "Acme ID",
        }  # fmt: skip
        with serving(database, tmp_path_factory.mktemp("site"), port=port, **settings) as server:
            yield server


@pytest.fixture
def email(web_engine: Engine, work_lanes: Lanes, empty: Tenant) -> str:
    """Of the company's owner, whom the sign-in host knows by it."""
    email = f"owner-{empty.slug}@example.test"
    with Opener(work_lanes, empty, system("tests"), Clock())() as work:
        owner: UUID = work.all(select(Member.id).limit(1))[0]
    join_company(web_engine, empty, Newcomer(owner, email, "Dana Levi"))
    return email


def at(server: Server, label: str, path: str) -> str:
    return f"http://{server.host(label)}{path}"


def plain(text: str) -> re.Pattern[str]:
    """The words, whatever marks of direction stand between them."""
    return re.compile(re.escape(text).replace(r"\ ", r"[\s\u2066-\u2069]+"))


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("script", [True, False])
def test_from_the_companys_address_to_the_board(
    browser: Browser, server: Server, empty: Tenant, email: str, language: str, *, script: bool
) -> None:
    start, question, yes, companies = WORDS[language]
    context = browser.new_context(locale="en-GB", java_script_enabled=script)
    context.route(re.compile("googleapis"), lambda route: route.abort())
    page = context.new_page()
    page.set_default_timeout(20_000)
    page.goto(at(server, empty.slug, "/deals/board"))
    page.get_by_role("link", name="Sign in another way").click()
    page.wait_for_url(at(server, "login", "/sign-in**"))
    page.locator(f"a[hreflang={language}]").click()
    assert page.locator("html").get_attribute("dir") == ("ltr" if language == "en" else "rtl")
    page.get_by_role("link", name=plain(start)).click()
    page.locator("[name=login]").fill(email)
    page.locator("[name=password]").fill("any")
    page.locator("[type=submit]").click()
    page.locator("[type=submit]").click()
    expect(page.get_by_role("heading")).to_have_text(question)
    page.get_by_role("button", name=yes).click()
    page.wait_for_url(at(server, empty.slug, "/deals/board"))
    if script:
        expect(page.get_by_text("Prospecting").or_(page.locator("main")).first).to_be_visible()
    names = {cookie["name"]: cookie for cookie in context.cookies()}
    assert names["kesher"]["httpOnly"]
    assert names["kesher"]["domain"] == f"{empty.slug}.localhost"
    assert names["kesher_visit"]["domain"] == "login.localhost"
    page.goto(at(server, "login", "/"))
    expect(page.get_by_role("heading")).to_have_text(companies)
    page.get_by_role("link", name=empty.name).click()
    page.wait_for_url(at(server, empty.slug, "/**"))
    context.close()
