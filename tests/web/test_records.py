import re
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tenants.registry import Tenant
from tests.web.conftest import Look, Visit, Visitor
from tests.web.test_access import violations

FIRST: Final = """([field, filter]) => fetch('/graphql', {
  method: 'POST',
  headers: {'content-type': 'application/json', 'graphql-require-preflight': '1'},
  body: JSON.stringify({query: `{ ${field}(first: 1, filter: ${filter}) { nodes { id } } }`}),
}).then(answer => answer.json()).then(answer => answer.data[field].nodes[0].id)"""
SEND: Final = """([query, variables]) => fetch('/graphql', {
  method: 'POST',
  headers: {'content-type': 'application/json', 'graphql-require-preflight': '1'},
  body: JSON.stringify({query, variables}),
}).then(answer => answer.json())"""
EDIT: Final = """mutation Edit($input: UpdateAccountInput!) {
  updateAccount(input: $input) { problems { message } account { id version } }
}"""

LANDED: Final = f"""([id, industry]) => ({SEND})(['query One($id: ID!) {{ account(id: $id) {{ industry }} }}', {{id}}])
  .then(answer => answer.data.account.industry === industry)"""
"""Whether the server has it."""


def first(visitor: Visit, field: str, where: str = "{}") -> str:
    visitor.page.goto(f"{visitor.origin}/icon.svg")
    found: str = visitor.page.evaluate(FIRST, [field, where])
    return found


def open_first(visitor: Visit, field: str, where: str = "{}") -> Page:
    return visitor.go(f"/{field}/{first(visitor, field, where)}")


def fact(page: Page, label: str) -> Locator:
    """What stands behind a name in the summary."""
    return page.locator(".facts dt", has_text=re.compile(f"^{label}$")).locator("xpath=following-sibling::dd[1]")


def change(page: Page, label: str, text: str) -> None:
    """Opened again where a dialog that is closing took the focus along: nobody is as quick as that."""
    field = fact(page, label).locator("input")
    for _ in range(3):
        fact(page, label).get_by_role("button", name=re.compile(f"^{label}")).click()
        page.keyboard.press("Control+a")
        page.keyboard.type(text)
        if field.count() and field.input_value() == text:
            break
    field.press("Enter")


def open_made(visitor: Visit, name: str) -> Page:
    """The page of a new account, as the server has told it."""
    page = visitor.go("/accounts")
    page.get_by_role("heading", name="Accounts", exact=True).wait_for()
    page.keyboard.press("c")
    page.get_by_label("Name").fill(name)
    page.get_by_role("button", name="Create", exact=True).click()
    with page.expect_response(lambda told: '"Account"' in (told.request.post_data or "")):
        page.get_by_role("link", name="Open the page").click()
    page.wait_for_url("**/accounts/*")
    return page


def elsewhere(page: Page, account: str, **fields: object) -> None:
    """What a colleague does in the meantime."""
    answer = page.evaluate(SEND, [EDIT, {"input": {"id": account, **fields}}])
    assert answer["data"]["updateAccount"]["problems"] == []


def test_a_card_opens_its_page_with_enter_and_its_panel_with_a_click(visit: Visitor, demo: Tenant) -> None:
    page = visit(demo).go("/deals/board")
    card = page.locator(".col").nth(1).locator("[data-deal]").first
    name = card.inner_text()
    card.click()
    expect(page.locator(".panel h2 bdi")).to_have_text(name)
    page.keyboard.press("Escape")
    card.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/deals/(?!board)[^/?]+"))
    expect(page.locator(".record h1 bdi")).to_have_text(name)
    expect(page.locator(".path li button[aria-current]")).to_have_count(1)
    expect(page.get_by_role("region", name="Timeline").locator(".timeline > li").first).to_be_visible()


def test_a_field_is_changed_in_place_and_taken_back(visit: Visitor, demo: Tenant) -> None:
    page = open_first(visit(demo), "accounts", "{industry: {isNull: false}}")
    before = fact(page, "Industry").locator("bdi").inner_text()
    change(page, "Industry", "Lighthouses")
    expect(fact(page, "Industry").locator("bdi")).to_have_text("Lighthouses")
    page.keyboard.press("Control+z")
    expect(fact(page, "Industry").locator("bdi")).to_have_text(before)
    change(page, "Website", "not an address")
    expect(page.get_by_role("alert").first).to_contain_text("not a web address")


def test_a_colleagues_change_is_taken_or_written_over(visit: Visitor, empty: Tenant) -> None:
    page = open_made(visit(empty).deaf(), "Harbour Lights")
    account = page.url.rsplit("/", 1)[1]
    elsewhere(page, account, country="Norway")
    change(page, "Industry", "Fish")  # another field: nothing to decide
    expect(fact(page, "Industry").locator("bdi")).to_have_text("Fish")
    expect(fact(page, "Country")).to_contain_text("Norway")
    page.wait_for_function(LANDED, arg=[account, "Fish"])  # what is typed is shown before
    elsewhere(page, account, industry="Boats")
    change(page, "Industry", "Nets")
    clash = page.locator(".inline-clash")
    expect(clash).to_contain_text("A colleague has changed this")
    expect(fact(page, "Industry").locator("bdi")).to_have_text("Boats")
    clash.get_by_role("button", name="Take theirs").click()
    expect(clash).to_have_count(0)
    elsewhere(page, account, industry="Ropes")
    change(page, "Industry", "Sails")
    clash.get_by_role("button", name="Keep mine").click()
    expect(clash).to_have_count(0)
    expect(fact(page, "Industry").locator("bdi")).to_have_text("Sails")


def test_who_is_slower_twice_keeps_his_change_or_is_asked(visit: Visitor, empty: Tenant) -> None:
    page = open_made(visit(empty).deaf(), "Harbour Lights")
    account, faster = page.url.rsplit("/", 1)[1], list[dict[str, str]]()

    def meet(route: Route) -> None:
        if faster and '"UpdateAccount"' in (route.request.post_data or ""):
            elsewhere(page, account, **faster.pop(0))
        route.continue_()

    page.route("**/graphql", meet)
    faster[:] = [{"country": "Norway"}, {"phone": "+47 22 00 00 00"}]
    change(page, "Industry", "Fish")  # other fields: nothing to decide
    expect(fact(page, "Phone")).to_contain_text("+4722000000")
    page.wait_for_function(LANDED, arg=[account, "Fish"])
    faster[:] = [{"country": "Oman"}, {"industry": "Boats"}]
    change(page, "Industry", "Nets")
    clash = page.locator(".inline-clash")
    expect(clash).to_contain_text("A colleague has changed this")
    expect(fact(page, "Industry").locator("bdi")).to_have_text("Boats")
    clash.get_by_role("button", name="Keep mine").click()
    page.wait_for_function(LANDED, arg=[account, "Nets"])
    expect(clash).to_have_count(0)


def test_a_call_is_logged_followed_up_and_done(visit: Visitor, empty: Tenant) -> None:
    page = visit(empty).go("/deals")
    page.get_by_role("heading", name="Deals", exact=True).wait_for()
    page.keyboard.press("c")
    page.get_by_label("Name").fill("Lighthouse lamps")
    page.get_by_role("button", name="Create", exact=True).click()
    page.get_by_role("link", name="Open the page").click()
    page.locator(".timeline > li").first.wait_for()
    page.keyboard.press("l")
    page.keyboard.type("Asked for a discount")
    page.get_by_label("Outcome").select_option(label="Reached")
    page.locator(".composer textarea").press("Control+Enter")
    expect(page.locator(".timeline > li[data-kind=CALL]").first).to_contain_text("Asked for a discount")
    proposal = page.get_by_role("form", name="Follow-up")
    expect(proposal).to_be_visible()
    proposal.get_by_role("button", name="Plan it").press("Enter")
    planned = page.locator(".planned li")
    expect(planned).to_have_count(1)
    page.keyboard.press("d")
    expect(planned).to_have_count(0)
    page.keyboard.press("Control+z")
    expect(planned).to_have_count(1)
    page.get_by_role("button", name="Calls", exact=True).click()
    expect(page.locator(".timeline > li:not([data-kind=CALL])")).to_have_count(0)
    planned.first.locator(".tick").click()
    expect(planned).to_have_count(0)


def test_a_note_keeps_what_was_written(visit: Visitor, demo: Tenant) -> None:
    page = open_first(visit(demo), "contacts")
    page.locator(".timeline > li").first.wait_for()
    notes = page.locator(".timeline > li[data-kind=NOTE]")
    before = notes.count()
    page.keyboard.press("n")
    page.keyboard.type("<b>First</b> line")
    page.keyboard.press("Enter")
    page.keyboard.type("and \u202eanother")
    page.keyboard.press("Control+Enter")
    written = notes.filter(has_text="<b>First</b> line")
    expect(written).to_have_count(1)
    written.get_by_role("button", name=re.compile("^Delete")).click()
    expect(written).to_have_count(0)
    page.keyboard.press("Control+z")
    expect(written).to_have_count(1)
    expect(notes).to_have_count(before + 1)


def test_an_account_shows_its_tree_its_people_and_its_money(visit: Visitor, demo: Tenant) -> None:
    visitor = visit(demo)
    page = open_first(visitor, "accounts", "{children: {some: {}}}")
    name = page.locator(".record h1 bdi").inner_text()
    tree = page.locator(".company-tree")
    expect(tree.locator("strong")).to_have_text(name)
    below = tree.locator("a").first
    child = below.inner_text()
    below.click()
    expect(page.locator(".record h1 bdi")).to_have_text(child)
    expect(page.locator(".company-tree a").first).to_have_text(name)
    page.locator(".account-money a").first.click()
    page.wait_for_url("**/deals?**status=OPEN**")


def test_an_unknown_record_is_not_found(visit: Visitor, demo: Tenant) -> None:
    visitor = visit(demo)
    deal = first(visitor, "deals")
    page = visitor.go(f"/accounts/{deal}")
    expect(page.get_by_role("heading", name="There is nothing here")).to_be_visible()


@pytest.mark.parametrize("field", ["accounts", "contacts"])
def test_lists_filter_sort_walk_and_create(visit: Visitor, empty: Tenant, field: str) -> None:
    page = visit(empty).go(f"/{field}")
    expect(page.get_by_role("heading", name=re.compile("will stand here"))).to_be_visible()
    for name in ("Zebra", "Aleph"):
        page.keyboard.press("c")
        page.get_by_label("Name").fill(name)
        page.get_by_role("button", name="Create", exact=True).click()
        expect(page.locator(".panel h2 bdi")).to_have_text(name)
        page.keyboard.press("Escape")
    links = page.locator("[data-row] td:nth-child(2) a")
    expect(links).to_have_text(["Aleph", "Zebra"])
    page.get_by_role("columnheader", name="Name").get_by_role("button").click()
    page.wait_for_url("**sort=-name**")
    expect(links).to_have_text(["Zebra", "Aleph"])
    page.get_by_label(f"Search these {field}").fill("ale")
    expect(links).to_have_text(["Aleph"])
    expect(page.get_by_test_id("tally")).to_have_text(f"1 {field.removesuffix('s')}")
    links.first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(f"/{field}/[^/?]+"))
    expect(page.locator(".record h1 bdi")).to_have_text("Aleph")


@pytest.mark.parametrize(("language", "scheme"), [("en", "light"), ("he", "dark")])
def test_pages_are_accessible(visit: Visitor, demo: Tenant, language: str, scheme: str) -> None:
    visitor = visit(demo, Look(language=language, scheme=scheme))
    found = {}
    for field, where in (("deals", "{status: {eq: OPEN}}"), ("accounts", "{children: {some: {}}}"), ("contacts", "{}")):
        page = open_first(visitor, field, where)
        page.locator(".timeline > li").first.wait_for()
        found[field] = violations(page)
        page.locator(".composer textarea").focus()
        page.keyboard.press("Escape")
        page.keyboard.press("t")
        page.locator(".composer .details").wait_for()
        found[f"{field}, composing"] = violations(page)
    assert {where: what for where, what in found.items() if what} == {}


def test_what_is_on_its_way_has_a_heading(visit: Visitor, demo: Tenant) -> None:
    page, held = visit(demo).go("/accounts"), list[Route]()
    page.route("**/graphql", lambda route: held.append(route))  # noqa: PLW0108
    row = page.locator("[data-row]").first
    row.click()
    expect(page.locator(".panel h2 .bone")).to_be_attached()
    found = {"panel": violations(page)}
    row.get_by_role("link").first.press("Enter")
    expect(page.locator(".record h1 .bone")).to_be_attached()
    found["page"] = violations(page)
    page.unroute("**/graphql")
    expect(page.locator(".record h1 bdi")).to_be_visible()
    assert found == {"panel": [], "page": []}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_phone_shows_one_part_at_a_time(visit: Visitor, demo: Tenant, language: str) -> None:
    visitor = visit(demo, Look(language=language, width=390, height=844))
    page = open_first(visitor, "deals", "{status: {eq: OPEN}}")
    for part, shown in enumerate((".start", ".middle", ".end")):
        page.locator(".record-tabs button").nth(part).click()
        expect(page.locator(f".record-body > {shown}")).to_be_visible()
        expect(page.locator(".record-body > :visible")).to_have_count(1)
        assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.reload()
    expect(page.locator(".record-body > .end")).to_be_visible()


def test_a_record_is_printed_without_its_frame(visit: Visitor, demo: Tenant, tmp_path: Path) -> None:
    page = open_first(visit(demo), "accounts", "{children: {some: {}}}")
    page.emulate_media(media="print")
    for hidden in (".nav", ".composer", ".record .do"):
        expect(page.locator(hidden).first).to_be_hidden()
    for shown in (".record h1", ".facts", ".company-tree"):
        expect(page.locator(shown).first).to_be_visible()
    assert len(page.pdf(path=tmp_path / "account.pdf")) > 10_000
