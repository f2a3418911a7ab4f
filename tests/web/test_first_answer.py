"""The first answer, from end to end: somebody fills in the form on a page of another site, and its owner has it before
him, live, while that person is still on the site, answers, plans what follows and makes a deal of it.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from tenants.registry import Tenant
from tests.web.conftest import Look, Visitor
from tests.web.homepage import Homepage, homepage
from tests.web.test_access import violations
from tests.web.test_leads import ME, SOURCE
from tests.web.test_live import live, untouched
from tests.web.test_records import SEND

SEES = """name => {
  const look = () => [...document.querySelectorAll('[data-row]')].some(row => row.textContent.includes(name))
  const watch = new MutationObserver(() => { if (look()) { watch.disconnect(); window.seenAt = Date.now() } })
  watch.observe(document.body, {childList: true, subtree: true, characterData: true})
}"""
"""Asks the browser itself when it showed a row with this name."""
LOG = logging.getLogger(__name__)
STRICT = "mutation { updateCompany(input: {escalateAfter: 60}) { problems { message } } }"
WORKS = "() => fetch('/healthz').then(answer => answer.json()).then(told => told.parts.worker.state === 'up')"


@dataclass(frozen=True, slots=True)
class Tongue:
    """What stands on the pages in one language, and how they are looked at in it."""

    look: Look
    person: str
    labels: tuple[str, str]
    reached: str
    convert: str


ENGLISH = Tongue(Look(width=1280), "Noa Bar", ("Full name", "E-mail"), "Reached", "Convert")
HEBREW = Tongue(
    Look(language="he", scheme="dark", width=390, height=844), "נועה בר", ("שם מלא", "דוא״ל"), "הושג", "המרה"
)


@pytest.fixture
def site() -> Iterator[Homepage]:
    with homepage() as made:
        yield made


@pytest.fixture
def stranger(browser: Browser) -> Iterator[Page]:
    """Somebody who has never signed in anywhere; at the end his pages may not have written to the console."""
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    page.set_default_timeout(15_000)
    noise: list[str] = []
    page.on("console", lambda message: noise.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: noise.append(str(error)))
    yield page
    context.close()
    assert noise == []


@pytest.mark.parametrize("tongue", [ENGLISH, HEBREW], ids=["en", "he"])
def test_a_form_on_another_site_is_answered_planned_and_won_over(
    visit: Visitor, empty: Tenant, site: Homepage, stranger: Page, tongue: Tongue
) -> None:
    dana = visit(empty, tongue.look)
    me = dana.page.evaluate(SEND, [ME, {}])["data"]["me"]["member"]["id"]
    assert dana.page.evaluate(SEND, [STRICT, {}])["data"]["updateCompany"]["problems"] == []
    dana.page.wait_for_function(WORKS)
    made = dana.page.evaluate(SEND, [SOURCE, {"input": {"name": "Our site", "kind": "WEB_FORM", "ownerId": me}}])
    key = made["data"]["createSource"]["source"]["key"]
    script = f"{dana.origin}/forms/{key}/embed.js?lang={tongue.look.language}"
    site.body["/contact"] = f'<script async src="{script}" data-title="Get in touch"></script>'
    site.head = f'<script async src="{dana.origin}/visits/{key}/visit.js" data-consent="given"></script>'
    page = live(dana, "/leads")
    page.evaluate(SEES, tongue.person)
    with untouched(page):
        kept = fill_in(stranger, f"{site.origin}/contact?utm_source=may", tongue)
        row = page.locator("[data-row]", has_text=tongue.person)
        expect(row).to_be_visible()
        expect(row.locator(".lead-here")).to_be_attached()
        expect(page.locator(".bell .unread")).to_contain_text("1")
        LOG.info("kept, then shown to its owner after %.0f ms", page.evaluate("() => window.seenAt") - kept)
        row.get_by_role("link", name=tongue.person).press("Enter")
        page.wait_for_url("**/leads/*")
        expect(page.locator(".visit-now")).to_contain_text("/contact")
        answer(page, tongue)
        stranger.goto("about:blank")
        expect(page.locator(".visit-now")).to_have_count(0)
        convert(page, tongue)
    page.locator(".lead-banner a").last.click()
    page.wait_for_url("**/deals/*")
    expect(page.locator(".path")).to_be_visible()  # until then the lead stands there, and has the same name
    expect(page.locator(".record h1 bdi")).to_have_text(tongue.person)
    page.wait_for_load_state("networkidle")
    expect(page.locator(".bone")).to_have_count(0)
    assert violations(page) == []


def fill_in(page: Page, address: str, tongue: Tongue) -> float:
    """Gives the moment at which the browser was told that it is kept, in milliseconds."""
    page.goto(address)
    page.wait_for_function("() => window.kesher?.visit()")
    frame = page.frame_locator("iframe[title='Get in touch']")
    before = page.locator("iframe").bounding_box()
    assert before is not None
    name, email = tongue.labels
    frame.get_by_label(name).fill(tongue.person)
    frame.get_by_label(email).fill("noa@bar.test")
    with page.expect_response(lambda one: one.request.method == "POST" and "/forms/" in one.url) as told:
        frame.locator("form button").click()
    assert told.value.status == 202
    expect(frame.locator(".thanks")).to_be_visible()
    after = page.locator("iframe").bounding_box()
    assert after is not None
    assert after["height"] < before["height"]  # it is as high as what it says
    timing = told.value.request.timing
    return timing["startTime"] + timing["responseStart"]


def answer(page: Page, tongue: Tongue) -> None:
    """A call stops the clock, and what follows it is planned."""
    expect(page.locator(".facts")).to_contain_text(["noa@bar.test"])
    expect(page.locator(".part a[href*='/contact?utm_source=may']")).to_be_visible()
    expect(page.locator(".lead-wait .gauge")).to_be_attached()
    expect(page.locator(".lead-wait[data-near]")).to_have_count(0)
    page.locator(".lead-answering button").first.click()
    expect(page.locator(".composer textarea")).to_be_focused()
    page.keyboard.type("Wants an offer")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".lead-waiting").first).to_contain_text(tongue.reached)
    expect(page.locator(".lead-course [data-kind=CONTACTED]")).to_have_count(1)
    expect(page.locator(".lead-wait")).to_contain_text(tongue.reached)
    expect(page.locator(".lead-wait .gauge")).to_have_count(0)
    page.locator(".proposal [type=submit]").click()
    expect(page.locator(".proposal")).to_have_count(0)
    expect(page.locator(".timeline")).to_contain_text("Wants an offer")
    assert violations(page) == []


def convert(page: Page, tongue: Tongue) -> None:
    page.get_by_role("button", name=tongue.convert, exact=True).click()
    dialog = page.get_by_role("dialog")
    expect(dialog.locator("form")).to_be_visible()
    dialog.get_by_role("button", name=tongue.convert, exact=True).click()
    expect(page.locator(".lead-banner[data-status=CONVERTED] a")).to_have_count(3)  # company, person and deal
