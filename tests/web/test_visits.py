"""The script on pages of another origin: what it tells, once somebody has agreed, and that it tells nothing before."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect
from sqlalchemy import select

from saas.core.clock import Clock
from saas.core.principal import system
from saas.core.work import Opener
from saas.leads.model import Lead
from saas.sources.actions import create_source
from saas.sources.model import SourceKind
from saas.visits.model import PageView, Visit
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.loopback import http_server
from tests.ports import free_port

PAGE = """<!doctype html><html lang=en><title>{title}</title><meta name=viewport content="width=device-width">
<h1>{title}</h1><nav><a href="/">Home</a> <a href="/pricing">Prices</a></nav>
<script src="{origin}/visits/{key}/visit.js"></script>{form}"""
FORM = """<script async src="{origin}/forms/{key}/embed.js" data-title="Ask us"></script>"""
KEPT = "Object.keys(localStorage).length + Object.keys(sessionStorage).length + document.cookie.length"
PATIENCE = 20.0


@dataclass
class Customer:
    """Somebody before a site that is not ours; `sent` are the bodies of what its pages told us."""

    context: BrowserContext
    page: Page
    opener: Opener
    origin: str
    sent: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def go(self, path: str) -> Page:
        self.page.goto(self.origin + path)
        return self.page

    def seen(self) -> tuple[Visit | None, list[str]]:
        """The last visit, and the paths of all pages."""
        with self.opener() as work:
            visit = work.first(select(Visit).order_by(Visit.started_at.desc()).limit(1))
            return visit, work.all(select(PageView.path).order_by(PageView.viewed_at, PageView.id))

    def comes_to(self, fits: Callable[[Visit], bool]) -> Visit:
        deadline = time.monotonic() + PATIENCE
        while not ((visit := self.seen()[0]) is not None and fits(visit)):
            assert time.monotonic() < deadline, (visit and vars(visit), self.sent)
            self.page.wait_for_timeout(100)
        return visit


@pytest.fixture
def customer(browser: Browser, port: int, empty: Tenant, work_lanes: Lanes) -> Iterator[Customer]:
    opener = Opener(work_lanes, empty, system("tests"), Clock())
    with opener() as work:
        key = create_source(work, "Site", SourceKind.WEB_FORM, {}).key
    there = {"origin": f"http://{empty.slug}.localhost:{port}", "key": key}
    form = FORM.format(**there)

    context = browser.new_context(locale="en-GB")
    made = Customer(context, context.new_page(), opener, f"http://www.customer.localhost:{free_port()}")

    class Pages(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            title = path.strip("/").title() or "Home"
            html = PAGE.format(title=title, form=form if path == "/pricing" else "", **there)
            self.send_response(200)
            self.send_header("content-type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(html.encode())

    def note(request: Request) -> None:
        if request.method == "POST" and "/visits/" in request.url:
            made.sent.append(request.post_data or "")

    context.on("request", note)
    context.on("weberror", lambda error: made.wrong.append(str(error.error)))
    with http_server(Pages, urlsplit(made.origin).port or 0):
        yield made
        context.close()
    assert made.wrong == []


def test_nothing_is_kept_and_nothing_told_before_somebody_agrees(customer: Customer) -> None:
    page = customer.go("/?utm_source=may&token=secret")
    page.get_by_role("link", name="Prices").click()
    expect(page.locator("iframe")).to_be_visible()
    page.evaluate("history.pushState(null, '', '/product')")
    page.wait_for_timeout(500)
    page.goto("about:blank")
    page = customer.go("/")
    assert page.evaluate("window.kesher.visit()") is None
    assert (page.evaluate(KEPT), customer.sent, customer.seen()) == (0, [], (None, []))


def test_a_site_that_asks_not_to_be_followed_is_heeded_whatever_the_page_says(customer: Customer) -> None:
    for signal in ("globalPrivacyControl: true", "doNotTrack: '1'"):
        customer.page.add_init_script(
            f"Object.defineProperties(navigator, Object.getOwnPropertyDescriptors({{{signal}}}))"
        )
        page = customer.go("/")
        page.evaluate("window.kesher.consent(true)")
        page.wait_for_timeout(300)
        assert (page.evaluate(KEPT), customer.sent) == (0, [])


def test_a_visit_is_told_page_by_page_and_its_form_becomes_a_lead_with_the_first_touch(customer: Customer) -> None:
    page = customer.go("/?utm_source=may&utm_medium=email&token=secret#part")
    page.evaluate("window.kesher.consent(true)")
    visit = customer.comes_to(lambda one: one.path == "/")
    assert (visit.title, visit.landing_page) == ("Home", f"{customer.origin}/?utm_source=may&utm_medium=email")
    page.get_by_role("link", name="Prices").click()
    page.evaluate("window.kesher.consent(true)")
    visit = customer.comes_to(lambda one: one.path == "/pricing")
    assert (visit.left_at, visit.page_count, visit.intents, visit.ordinal) == (None, 2, ["PRICING"], 1)
    page.evaluate("history.pushState(null, '', '/product?name=Dana'); document.title = 'Product'")
    visit = customer.comes_to(lambda one: one.path == "/product")
    assert visit.title == "Product"
    form = page.frame_locator("iframe")
    form.get_by_label("Full name").fill("Noa Bar")
    form.get_by_label("E-mail").fill("noa@bar.test")
    form.get_by_role("button", name="Send").click()
    expect(form.get_by_role("heading", name="Thank you")).to_be_visible()
    visit = customer.comes_to(lambda one: one.lead_id is not None)
    with customer.opener() as work:
        (lead,) = work.all(select(Lead))
    assert (visit.lead_id, lead.utm_source, lead.landing_page) == (lead.id, "may", visit.landing_page)
    assert not any("secret" in body or "name=Dana" in body for body in customer.sent)
    page.goto("about:blank")
    customer.comes_to(lambda one: one.left_at is not None)
    assert customer.seen()[1] == ["/", "/pricing", "/product"]


def test_who_does_not_agree_any_more_in_one_tab_is_followed_in_no_other(customer: Customer) -> None:
    customer.context.clock.install()
    first = customer.go("/")
    first.evaluate("window.kesher.consent(true)")
    customer.comes_to(lambda one: one.path == "/")
    second = customer.context.new_page()
    second.goto(customer.origin + "/pricing")
    second.evaluate("window.heard = 0; addEventListener('kesher-visit', () => window.heard++); kesher.consent(true)")
    customer.comes_to(lambda one: one.path == "/pricing")
    assert second.evaluate("[window.heard, Boolean(window.kesher.visit())]") == [1, True]
    first.evaluate("window.kesher.consent(false)")
    second.wait_for_function("window.heard === 2")
    told = len(customer.sent)
    for page in (second, first):
        page.bring_to_front()
        page.clock.run_for(60_000)
        page.evaluate("history.pushState(null, '', '/product')")
        page.wait_for_timeout(300)
        assert (page.evaluate("window.kesher.visit()"), page.evaluate(KEPT)) == (None, 0)
    second.goto(customer.origin + "/")
    assert (len(customer.sent), second.evaluate(KEPT)) == (told, 0)
    deadline = time.monotonic() + PATIENCE
    while customer.seen() != (None, []):
        assert time.monotonic() < deadline
        first.wait_for_timeout(100)


@pytest.mark.parametrize(
    "goes_on",
    [
        "dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))",
        "history.pushState(null, '', '/product')", "dispatchEvent(new PageTransitionEvent('pagehide'))",
    ],
)  # fmt: skip
def test_a_page_that_did_not_hear_of_it_finds_that_somebody_does_not_agree_any_more(
    customer: Customer, goes_on: str
) -> None:
    """As one that another took the place of, and that comes back by *Back*: nothing is told to it meanwhile."""
    page = customer.go("/")
    page.evaluate("window.kesher.consent(true)")
    customer.comes_to(lambda one: one.path == "/")
    told = len(customer.sent)
    page.evaluate("window.heard = 0; addEventListener('kesher-visit', () => window.heard++); localStorage.clear()")
    page.evaluate(goes_on)
    page.wait_for_timeout(600)
    assert (len(customer.sent), page.evaluate(KEPT)) == (told, 0)
    assert page.evaluate("[window.heard, window.kesher.visit() ?? null]") == [1, None]


def test_a_page_that_stays_open_says_so_and_stops_when_somebody_does_not_agree_any_more(customer: Customer) -> None:
    customer.page.clock.install()
    page = customer.go("/")
    page.evaluate("window.kesher.consent(true)")
    customer.comes_to(lambda one: one.path == "/")
    for number in range(1, 4):
        page.clock.run_for(15_000)
        page.wait_for_timeout(50)
        assert len(customer.sent) == 1 + number
    customer.comes_to(lambda one: one.seconds >= 15)
    page = customer.go("/pricing")
    told = len(customer.sent)
    page.evaluate("window.kesher.consent(false)")
    assert len(customer.sent) == told + 1
    assert page.evaluate(KEPT) == 0
    told = len(customer.sent)
    page.clock.run_for(60_000)
    page.wait_for_timeout(300)
    assert len(customer.sent) == told
    deadline = time.monotonic() + PATIENCE
    while customer.seen() != (None, []):
        assert time.monotonic() < deadline
        page.wait_for_timeout(100)
