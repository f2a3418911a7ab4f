"""The app on a device: installable by the company's name, opened and read without a line, and told of what is newer."""

import re
import time
from collections.abc import Callable

from playwright.sync_api import Page, Route, expect

from saas.local.web import DIST
from tenants.registry import Tenant
from tests.web.conftest import Look, Visitor

READY = "() => navigator.serviceWorker.ready.then(kept => Boolean(kept.active))"
KEPT = "() => caches.open('kesher.reads').then(store => store.keys()).then(names => names.length)"


def kept(page: Page) -> None:
    """Waits until the worker has the client, and the last answers are put away."""
    assert page.evaluate(READY)
    page.wait_for_function("() => navigator.serviceWorker.controller")
    until(page, lambda many: many > 1)


def until(page: Page, enough: Callable[[int], bool]) -> None:
    """Of answers that are kept."""
    deadline = time.monotonic() + 15
    while not enough(page.evaluate(KEPT)):
        assert time.monotonic() < deadline
        page.wait_for_timeout(100)


def test_without_a_line_it_opens_and_shows_what_was_read(visit: Visitor, empty: Tenant) -> None:
    made = visit(empty, keeps=True)
    page = made.go("/contacts")
    said = page.evaluate("() => fetch('/manifest.webmanifest').then(answer => answer.json())")
    assert (said["name"], said["lang"], said["dir"], said["display"]) == (empty.name, "en", "ltr", "standalone")
    for icon in said["icons"]:
        assert page.evaluate("path => fetch(path).then(answer => answer.headers.get('content-type'))", icon["src"]) in {
            f"{icon['type']}; charset=utf-8",
            icon["type"],
        }
    kept(page)
    page.reload()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(2500)  # the answers are put away when the page has been shown
    page.context.set_offline(True)
    page.reload()
    expect(page.get_by_role("heading", name="Contacts").first).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="Offline")).to_have_text(
        re.compile(r"Offline: shown as of \d\d?:\d\d.* Changes are not taken until the line is back\.")
    )
    page.keyboard.press("c")
    form = page.get_by_role("dialog")
    form.get_by_label("Name").first.fill("Noa Bar")
    form.get_by_role("button", name=re.compile("^(Create|Add|Save)")).first.click()
    expect(form.get_by_role("alert")).to_be_visible()
    expect(form.get_by_label("Name").first).to_have_value("Noa Bar")
    page.context.set_offline(False)
    form.get_by_role("button", name=re.compile("^(Create|Add|Save)")).first.click()
    expect(form).to_have_count(0)
    expect(page.get_by_text("Noa Bar").first).to_be_visible()
    made.noise[:] = [line for line in made.noise if "ERR_INTERNET_DISCONNECTED" not in line]


def test_a_newer_version_is_offered_and_who_leaves_leaves_nothing(visit: Visitor, empty: Tenant) -> None:
    made = visit(empty, Look(language="he"), keeps=True)
    page = made.go("/contacts")
    kept(page)
    worker, before = DIST / "sw.js", (DIST / "sw.js").read_bytes()
    try:
        worker.write_bytes(before + b"\n// %d\n" % time.time_ns())
        (DIST / "index.html").touch()
        page.evaluate("() => navigator.serviceWorker.getRegistration().then(kept => kept.update())")
        expect(page.get_by_text("יש גרסה חדשה.")).to_be_visible()
        with page.expect_navigation():
            page.get_by_role("button", name="לטעון אותה").click()
    finally:
        worker.write_bytes(before)
        (DIST / "index.html").touch()
    page.wait_for_load_state("networkidle")
    page.goto(f"{made.origin}/sign-in")
    until(page, lambda many: many == 0)


def test_a_part_that_cannot_be_fetched_takes_nothing_else_along(visit: Visitor, empty: Tenant) -> None:
    made = visit(empty)
    taken = parts(made.page)
    page = made.go("/contacts")
    page.wait_for_load_state("networkidle")  # the list itself is there
    page.context.set_offline(True)
    page.keyboard.press("c")
    page.wait_for_timeout(300)
    expect(page.get_by_role("heading", name="Contacts").first).to_be_visible()
    expect(page.get_by_text("could not be loaded")).to_have_count(0)
    page.context.set_offline(False)
    expect(page.get_by_role("dialog").get_by_label("Name").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    taken.add("help")
    page.keyboard.press("Shift+Slash")
    said = page.get_by_role("alert")
    expect(said).to_contain_text("A part of this page could not be loaded.")
    expect(page.get_by_role("heading", name="Contacts").first).to_be_visible()
    taken.clear()
    said.get_by_role("button", name="Load again").click()
    opened(page, "Shift+Slash")
    expect(said).to_have_count(0)
    page.keyboard.press("Escape")
    taken.add("calendar")
    page.keyboard.press("g")
    page.keyboard.press("k")
    expect(page.get_by_role("heading", name="This page did not open")).to_be_visible()
    expect(page.get_by_role("navigation").first).to_be_visible()
    taken.clear()
    page.get_by_role("button", name="Load again").click()
    expect(page).to_have_url(re.compile("/calendar"))
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(r"\d"))
    made.noise[:] = [line for line in made.noise if not re.search(r"Failed to (load|fetch)|Internal.*WebSocket", line)]


def opened(page: Page, key: str) -> None:
    """Some browsers fetch once more what they could not; others do not for as long as the page lives, so that all of it
    is loaded anew, and whoever wanted something asks again.
    """
    deadline = time.monotonic() + 15
    while not page.get_by_role("dialog").is_visible():
        assert time.monotonic() < deadline
        page.wait_for_timeout(500)
        if not page.get_by_role("dialog").is_visible():
            page.keyboard.press(key)


def parts(page: Page) -> set[str]:
    """Those that are not found, as after a release that has them under another name. The page's requests are met from
    the start: a browser that is told so later lets some pass.
    """
    taken: set[str] = set()

    def meet(route: Route) -> None:
        name = re.sub(r"-[\w-]{8}\.\w+$", "", route.request.url.rsplit("/", 1)[1])  # eight of its content, a dash too
        if name in taken:
            route.fulfill(status=404)
        else:
            route.continue_()

    page.route("**/assets/*.js", meet)
    return taken


def test_what_was_not_answered_is_asked_again(visit: Visitor, empty: Tenant) -> None:
    made = visit(empty)
    page = made.go("/contacts")
    page.route("**/graphql", lambda route: route.abort())
    page.get_by_role("link", name="Accounts").first.click()
    said = page.get_by_role("alert").filter(has_text="The server does not answer.")
    expect(said.first).to_be_visible()
    page.unroute("**/graphql")
    expect(said).to_have_count(0)  # nobody has to press "Try again"
    assert [line for line in made.noise if "ERR_FAILED" not in line] == []
    made.noise.clear()
