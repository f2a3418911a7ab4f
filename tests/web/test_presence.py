"""Who is on the company's site, as the page of his lead shows it: live while he is there, then what he looked at."""

import re

from playwright.sync_api import Page, expect

from tenants.registry import Tenant
from tests.capture.make import solve
from tests.web.conftest import Look, Visitor
from tests.web.homepage import Homepage
from tests.web.test_access import violations
from tests.web.test_first_answer import site, stranger
from tests.web.test_leads import ME, SOURCE
from tests.web.test_live import live, untouched
from tests.web.test_records import SEND

__all__ = ["site", "stranger"]
ASK = "to => fetch(to).then(answer => answer.json())"
TELL = """([to, given]) => fetch(to, {
  method: 'POST',
  headers: {'content-type': 'application/json'},
  body: JSON.stringify({...given, visit: window.kesher.visit()}),
}).then(answer => answer.status)"""


def fill_in(page: Page, door: str) -> None:
    """By a form of the site's own."""
    challenge = page.evaluate(ASK, door)["challenge"]
    fields = {"Full name": "Noa Bar", "E-mail": "noa@bar.test"}
    assert page.evaluate(TELL, [door, {"fields": fields, "challenge": challenge, "nonce": solve(challenge)}]) == 202


def test_who_is_on_the_site_is_seen_until_he_leaves(
    visit: Visitor, empty: Tenant, site: Homepage, stranger: Page
) -> None:
    dana = visit(empty, Look(width=1280))
    me = dana.page.evaluate(SEND, [ME, {}])["data"]["me"]["member"]["id"]
    made = dana.page.evaluate(SEND, [SOURCE, {"input": {"name": "Our site", "kind": "WEB_FORM", "ownerId": me}}])
    key = made["data"]["createSource"]["source"]["key"]
    site.head = f'<script async src="{dana.origin}/visits/{key}/visit.js" data-consent="given"></script>'
    page = live(dana, "/leads")
    stranger.goto(f"{site.origin}/pricing")
    stranger.wait_for_function("() => window.kesher?.visit()")
    fill_in(stranger, f"{dana.origin}/forms/{key}")
    with untouched(page):
        row = page.locator("[data-row]", has_text="Noa Bar")
        expect(row.locator(".lead-here")).to_have_attribute("title", "On the site now: /pricing")
        row.get_by_role("link", name="Noa Bar").press("Enter")
        page.wait_for_url("**/leads/*")
        now = page.locator(".visit-now")
        expect(now).to_contain_text(re.compile("Is on /pricing now.*1st visit.*1 page"))
        page.set_viewport_size({"width": 390, "height": 844})
        expect(now).to_be_in_viewport()
        page.set_viewport_size({"width": 1280, "height": 800})
        stranger.goto(f"{site.origin}/contact")
        expect(now).to_contain_text(re.compile("Is on /contact now.*1st visit.*2 pages"))
        expect(page.locator(".visits .tag")).to_have_text(["Prices", "Contact page"])
        page.locator(".visits button").press("Enter")
        expect(page.locator(".visit-pages bdi")).to_have_text(["Pricing", "Contact"])
        assert violations(page) == []
        stranger.goto("about:blank")
        expect(now).to_have_count(0)
        expect(page.locator(".visits > li")).to_have_count(1)
