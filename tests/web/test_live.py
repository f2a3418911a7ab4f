"""What one does, another sees: two browsers on the same records, neither touched to look again."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, Request, Route, expect

from saas.core.clock import Clock
from saas.core.principal import system
from saas.core.rights import Role
from saas.core.work import Opener
from saas.members.actions import MemberDraft, add_member
from saas.members.model import MemberStatus
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.web.board import Board, moved
from tests.web.conftest import Visit, Visitor
from tests.web.test_records import SEND

NOA = "noa@fresh.test"
ME = "{ me { member { id } } }"
DEAL = """mutation Deal($input: CreateDealInput!) {
  createDeal(input: $input) { deal { id version } problems { message } }
}"""
NOTE = """mutation Note($input: CreateActivityInput!) {
  createActivity(input: $input) { activity { id } problems { message } }
}"""
GIVE = """mutation Give($input: UpdateDealInput!) {
  updateDeal(input: $input) { deal { id version } problems { message } }
}"""
ROLE = """mutation Role($input: UpdateMemberInput!) {
  updateMember(input: $input) { member { id } problems { message } }
}"""
BONES = """() => {
  window.bones = 0
  const watch = new MutationObserver(() => { window.bones += document.querySelectorAll('.record .bone').length })
  watch.observe(document.body, {childList: true, subtree: true})
}"""
"""Counts what is drawn in the place of something that is on its way."""
LEAVE = "() => fetch('/sign-out', {method: 'POST'}).then(answer => answer.status)"


def colleague(lanes: Lanes, tenant: Tenant, role: Role) -> None:
    with Opener(lanes, tenant, system("tests"), Clock())() as work:
        add_member(work, MemberDraft("Noa Bar", NOA, role, locale="en", time_zone="UTC", status=MemberStatus.ACTIVE))


def live(made: Visit, path: str) -> Page:
    page = made.go(path)
    expect(page.locator("html")).to_have_attribute("data-live", "on")
    return page


def done(made: Visit, document: str, **given: object) -> dict[str, object]:
    ((_, answer),) = made.page.evaluate(SEND, [document, {"input": given}])["data"].items()
    assert answer["problems"] == []
    return next(value for name, value in answer.items() if name != "problems")


def whoever(made: Visit) -> str:
    found: str = made.page.evaluate(SEND, [ME, {}])["data"]["me"]["member"]["id"]
    return found


@contextmanager
def untouched(page: Page) -> Iterator[None]:
    """The page is neither loaded anew nor left."""
    page.evaluate("() => { window.here = true }")
    yield
    assert page.evaluate("() => window.here === true")


def test_a_board_and_a_record_show_what_a_colleague_does(visit: Visitor, empty: Tenant, work_lanes: Lanes) -> None:
    colleague(work_lanes, empty, Role.ADMIN)
    dana, noa = visit(empty), visit(empty, member=NOA)
    first = done(dana, DEAL, name="Olive press", amount={"amount": "100", "currency": "ILS"})
    ours, theirs = Board(live(dana, "/deals/board")), Board(live(noa, "/deals/board"))
    expect(theirs.cards(0)).to_have_count(1)
    counts = theirs.counts()
    with untouched(theirs.page):
        deal = ours.focus_first(0)
        ours.press("Space", "ArrowRight", "Space")
        theirs.expect_counts(moved(counts, 0, 1))
        assert theirs.has(1, deal)
        done(dana, DEAL, name="Second press")
        expect(theirs.page.get_by_text("Second press")).to_be_visible()
    ours.expect_counts(theirs.counts())
    mine, other = live(dana, f"/deals/{first['id']}"), live(noa, f"/deals/{first['id']}")
    with untouched(other):
        field = mine.locator(".record h1").get_by_role("button")
        field.click()
        mine.keyboard.type("Olive press, large")

        other.locator(".record h1").get_by_role("button").click()
        other.keyboard.type("Olive")
        mine.keyboard.press("Enter")
        expect(other.get_by_role("status").filter(has_text="Changed by Dana Levi: Olive press, large")).to_be_visible()
        expect(other.get_by_label("Name", exact=True).first).to_have_value("Olive")
        other.keyboard.press("Enter")
        said = other.get_by_role("alert").filter(has_text="Dana Levi has changed this in the meantime.")
        expect(said).to_be_visible()
        said.get_by_role("button", name="Take theirs").click()
        expect(other.locator(".record h1 bdi")).to_have_text("Olive press, large")
    expect(mine.locator(".record h1 bdi")).to_have_text("Olive press, large")


def test_a_record_stays_while_it_cannot_be_read_again(visit: Visitor, empty: Tenant) -> None:
    dana = visit(empty)
    deal = done(dana, DEAL, name="Olive press")
    page, held = live(dana, f"/deals/{deal['id']}"), list[Route]()
    expect(page.locator(".bone")).to_have_count(0)
    page.evaluate(BONES)
    barred = ["by the test"]
    page.route(
        "**/graphql", lambda route: held.append(route) if barred and is_asked(route.request) else route.continue_()
    )
    with untouched(page):
        with page.expect_request(is_asked):
            done(dana, GIVE, id=deal["id"], name="Large press")
        while not held:
            page.wait_for_timeout(20)
        expect(page.locator(".record h1 bdi")).to_have_text("Olive press")
        while held:
            held.pop().fulfill(status=503)
        old = page.get_by_role("status").filter(has_text="Not up to date")
        old.get_by_role("button", name="Try now").click()  # while what the page asks by itself waits
        barred.clear()
        while held:
            held.pop().continue_()
        expect(page.locator(".record h1 bdi")).to_have_text("Large press")
        expect(old).to_have_count(0)
        expect(page.locator(".timeline > li").first).to_be_visible()
        assert page.evaluate("() => window.bones") == 0
    assert dana.noise
    assert all("503" in line for line in dana.noise)  # the browser's own
    dana.noise.clear()


def is_asked(request: Request) -> bool:
    """By the page itself, not by the test in it."""
    return "persistedQuery" in (request.post_data or "")


def test_the_bell_rings_and_who_may_no_longer_see_does_not(visit: Visitor, empty: Tenant, work_lanes: Lanes) -> None:
    colleague(work_lanes, empty, Role.REP)
    dana, noa = visit(empty), visit(empty, member=NOA)
    who, owner = whoever(noa), whoever(dana)
    mine = done(dana, DEAL, name="Lemon grove", ownerId=who)
    done(dana, DEAL, name="Fig orchard", ownerId=who)
    page = live(noa, "/deals")
    expect(page.get_by_text("Lemon grove")).to_be_visible()
    expect(page.locator(".bell .unread")).to_contain_text("2")  # of what was given
    with untouched(page):
        done(dana, NOTE, kind="NOTE", subject="Look", body="Look", dealIds=[mine["id"]], mentionedIds=[who])
        expect(page.locator(".bell .unread")).to_contain_text("3")
        expect(page).to_have_title(re.compile(r"^\(3\) "))
        done(dana, GIVE, id=mine["id"], ownerId=owner)
        expect(page.get_by_text("Lemon grove")).to_have_count(0)
        expect(page.get_by_text("Fig orchard")).to_be_visible()
        done(dana, ROLE, id=who, role="ADMIN")  # the connection ends, and comes back with these rights
        expect(page.get_by_text("Lemon grove")).to_be_visible()
        done(dana, ROLE, id=who, role="REP")
        expect(page.get_by_text("Lemon grove")).to_have_count(0)
        expect(page.locator("html")).to_have_attribute("data-live", "on")
        page.context.set_offline(True)
        expect(page.locator("html")).to_have_attribute("data-live", "waiting")
        done(dana, DEAL, name="Date palms", ownerId=who)
        page.context.set_offline(False)
        expect(page.get_by_text("Date palms")).to_be_visible()
    assert page.evaluate(LEAVE) in {200, 204}
    page.wait_for_url("**/sign-in?next=**")
    told = re.compile("401|ERR_INTERNET_DISCONNECTED")  # the browser's own: what was being kept when the line went
    noa.noise[:] = [line for line in noa.noise if not told.search(line)]
