"""What a role may not do is offered nowhere: no button, no key, no line of the palette; what it may do is."""

import re
from collections.abc import Mapping
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from saas.core.rights import Role
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.web.conftest import Look, Visit, Visitor
from tests.web.test_live import DEAL, NOA, NOTE, colleague, done, whoever
from tests.web.test_records import SEND

ACCOUNT: Final = """mutation Account($input: CreateAccountInput!) {
  createAccount(input: $input) { account { id } problems { message } }
}"""
CONTACT: Final = """mutation Contact($input: CreateContactInput!) {
  createContact(input: $input) { contact { id } problems { message } }
}"""
LEAD: Final = """mutation Lead($input: CreateLeadInput!) {
  createLead(input: $input) { lead { id } problems { message } }
}"""
LISTS: Final = ("/deals/board", "/deals", "/leads", "/accounts", "/contacts", "/day", "/calendar")
OFFERS: Final = re.compile(
    r"^(New |Create\b|Delete|Share|Convert|Mark |Add (a )?file|Edit|Rename|Log |Write a|Plan |By the rules|Put off)"
)
FLASHES: Final = """new MutationObserver(() => {
  const offered = document.querySelector('.add, .composer, .create, .inline button, .bare-choice, a[href="/imports"]')
  if (offered) window.flashed = offered.className || offered.tagName
}).observe(document, {childList: true, subtree: true})"""
"""Notes what is offered for a moment only, too."""


def filled(owner: Visit, whose: str) -> Mapping[str, str]:
    """A record of each kind with a next step, by the address of its page."""
    owner.go("/")
    account = done(owner, ACCOUNT, name="Grove", phone="+972 3 555 0100", ownerId=whose)["id"]
    contact = done(owner, CONTACT, name="Tal Shaked", accountId=account, ownerId=whose)["id"]
    deal = done(owner, DEAL, name="Lemons", accountId=account, contactId=contact, ownerId=whose)["id"]
    lead = done(owner, LEAD, name="Shir Azulay", ownerId=whose)["id"]
    about = {"dealIds": [deal], "accountIds": [account], "contactIds": [contact], "leadIds": [lead]}
    for name, ids in about.items():
        done(owner, NOTE, kind="TASK", subject="Send the offer", ownerId=whose, **{name: ids})
    return {
        "Lemons": f"/deals/{deal}", "Grove": f"/accounts/{account}", "Tal Shaked": f"/contacts/{contact}",
        "Shir Azulay": f"/leads/{lead}",
    }  # fmt: skip


def offers(page: Page) -> list[str]:
    """The names of all buttons that would change something."""
    names = (
        page.get_by_role("main")
        .get_by_role("button")
        .evaluate_all("all => all.filter(one => !one.disabled).map(one => one.ariaLabel || one.innerText.trim())")
    )
    return [name for name in names if OFFERS.search(name)]


def unflashed(page: Page) -> None:
    assert page.evaluate("window.flashed") is None


def test_a_reader_is_offered_nothing_that_he_may_not_do(visit: Visitor, empty: Tenant, work_lanes: Lanes) -> None:
    colleague(work_lanes, empty, Role.READER)
    dana, noa = visit(empty), visit(empty, member=NOA)
    pages = filled(dana, whoever(dana))
    noa.page.add_init_script(FLASHES)
    for path in LISTS:
        page = noa.go(path)
        page.get_by_role("heading", level=1).wait_for()
        for key in ("c", "q"):
            page.keyboard.press(key)
        expect(page.get_by_role("dialog")).to_have_count(0)
        assert offers(page) == [], path
        unflashed(page)
    for name, path in pages.items():
        page = noa.go(path)
        expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()
        expect(page.get_by_role("checkbox", name="Done: Send the offer").first).to_be_disabled()
        for key in ("e", "n", "u", "v", "a", "d"):
            page.keyboard.press(key)
        expect(page.locator("dialog, .inline input, .inline button, .bare-choice")).to_have_count(0)
        assert offers(page) == [], path
        unflashed(page)
        page.keyboard.press("s")
        dialog = page.get_by_role("dialog", name=f"Who can see {name}")
        expect(dialog.get_by_text("Dana Levi")).to_be_visible()
        expect(dialog.get_by_role("combobox")).to_have_count(0)
        page.keyboard.press("Escape")
    page.keyboard.press("Control+k")
    expect(page.get_by_role("option", name="Go to the board")).to_be_visible()
    expect(page.get_by_role("option", name=re.compile("^(New|Create|Delete|Go to imports)"))).to_have_count(0)


def test_a_reader_walks_over_the_board_and_moves_nothing(visit: Visitor, empty: Tenant, work_lanes: Lanes) -> None:
    colleague(work_lanes, empty, Role.READER)
    dana, noa = visit(empty), visit(empty, member=NOA)
    filled(dana, whoever(dana))
    page = noa.go("/deals/board")
    card = page.get_by_role("link", name=re.compile("^Lemons"))
    card.focus()
    for key in ("Space", "ArrowRight", "Space"):
        page.keyboard.press(key)
    expect(page.locator(".col").first.locator("[data-deal]")).to_have_count(1)
    expect(page.locator("[draggable=true], [data-held]")).to_have_count(0)
    card.press("m")
    expect(page.get_by_role("menuitem")).to_have_text(["Open the deal"])
    page.keyboard.press("Escape")
    card.press("p")
    panel = page.get_by_role("complementary", name="Deal Lemons")
    expect(panel.locator(".path button").first).to_be_disabled()
    expect(panel.locator(".inline button, .bare-choice")).to_have_count(0)


def test_a_rep_is_offered_all_that_he_may_do(visit: Visitor, empty: Tenant, work_lanes: Lanes) -> None:
    colleague(work_lanes, empty, Role.REP)
    dana, noa = visit(empty), visit(empty, member=NOA)
    noa.go("/")
    pages = filled(dana, whoever(noa))
    for path, new in {"/deals": "New deal", "/leads": "New lead", "/accounts": "New account"}.items():
        page = noa.go(path)
        expect(page.get_by_role("button", name=new)).to_be_visible()
        page.keyboard.press("c")
        expect(page.get_by_role("dialog", name=new)).to_be_visible()
    for name, path in pages.items():
        page = noa.go(path)
        for deed in (f"Delete {name}", f"Share {name}, and who can see it", "Add files"):
            expect(page.get_by_role("button", name=deed)).to_be_visible()
        expect(page.locator("h1 .inline button")).to_have_count(1)
        expect(page.locator(".composer, .bare-choice").first).to_be_visible()
        expect(page.get_by_role("checkbox", name="Done: Send the offer").first).to_be_enabled()
    expect(page.get_by_role("button", name="Convert", exact=True)).to_be_visible()
    page = noa.go("/deals/board")
    expect(page.locator(".card[draggable=true]")).to_have_count(1)
    expect(page.get_by_role("link", name="Imports")).to_have_count(0)
    page.keyboard.press("q")
    expect(page.locator(".quick-create button")).to_have_count(8)
    expect(dana.go("/deals/board").get_by_role("link", name="Imports")).to_be_visible()


@pytest.mark.parametrize("language", ["en", "he"])
@pytest.mark.parametrize("width", [390, 1280])
def test_what_stands_still_has_its_place(
    visit: Visitor, empty: Tenant, work_lanes: Lanes, language: str, width: int
) -> None:
    colleague(work_lanes, empty, Role.READER)
    dana, noa = visit(empty), visit(empty, Look(language=language, width=width), member=NOA)
    (path, *_) = filled(dana, whoever(dana)).values()
    page = noa.go(path)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    title, value = page.locator("h1 .alone"), page.locator(".facts dd").first
    assert title.evaluate("one => one.scrollWidth <= one.clientWidth")
    expect(value).to_be_attached()
    answer = page.evaluate(SEND, ["{ me { rights { may } } }", {}])
    assert "Deal:UPDATE" not in answer["data"]["me"]["rights"]["may"]
