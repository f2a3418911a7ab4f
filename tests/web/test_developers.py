"""What a member who writes programs has: a reference of the graph, and a desk that asks as his token."""

import re
from uuid import uuid4

from playwright.sync_api import Locator, Page, Request, expect

from tenants.registry import Tenant
from tests.web.conftest import Look, Visitor
from tests.web.test_access import violations

CREATE = """name => fetch('/graphql', {
  method: 'POST',
  headers: {'content-type': 'application/json', 'graphql-require-preflight': '1'},
  body: JSON.stringify({
    query: 'mutation Create($name: String!) { createContact(input: {name: $name}) { problems { message } } }',
    variables: {name},
  }),
}).then(answer => answer.json())"""


REVOKED = """() => fetch('/identity/tokens').then(answer => answer.json())
  .then(({tokens}) => tokens.every(({name}) => name !== 'API explorer'))"""


def make_token(page: Page) -> str:
    page.get_by_role("button", name="New token").click()
    page.get_by_label("What it is for").fill("The explorer")
    page.get_by_role("button", name="Make it").click()
    token = page.locator(".secret code").inner_text()
    page.get_by_role("button", name="I have kept it").click()
    return token


def written(page: Page, text: str) -> None:
    """What stands in the operation's editor; it has a line a block."""
    page.get_by_label("Operation", exact=True).fill(text)


def shown(page: Page) -> Locator:
    return page.locator(".answered .cm-content")


def tokens(page: Page) -> list[str]:
    told = page.evaluate("fetch('/identity/tokens').then(answer => answer.json())")
    return [token["name"] for token in told["tokens"]]


def test_a_token_is_tried_out_and_the_graph_looked_up(visit: Visitor, demo: Tenant) -> None:
    visitor = visit(demo)
    page = visitor.go("/settings/security")
    token = make_token(page)
    page.keyboard.press("ControlOrMeta+k")
    page.get_by_role("combobox").fill("API explorer")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="API explorer")).to_be_visible()
    page.get_by_label("Ask as").select_option(label="a program, by its token")
    page.get_by_role("button", name="Run").click()
    expect(page.get_by_role("alert")).to_have_text("Paste a token first.")
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request) if "authorization" in request.headers else None)
    page.get_by_label("Token").fill(token)
    page.get_by_label("Begin with").select_option(label="A page of open deals")
    page.get_by_label("Operation", exact=True).press("ControlOrMeta+Enter")
    expect(shown(page)).to_contain_text('"totalCount"')
    expect(page.locator("[data-cost]")).to_contain_text("of 1,000,000 left until")
    assert [("cookie" in request.all_headers(), request.method) for request in asked] == [(False, "POST")]
    assert violations(page) == []
    page.get_by_label("Variables").fill("{first}")
    page.get_by_role("button", name="Run").click()
    expect(page.get_by_role("alert")).to_contain_text("JSON")
    page.get_by_label("Variables").fill('{"first": 10}')
    written(page, "{ nonsense }")
    page.get_by_role("button", name="Run").click()
    expect(shown(page)).to_contain_text("GRAPHQL_INVALID")
    assert token not in page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    page.locator(".lead").get_by_role("link", name="API reference").click()
    find = page.get_by_label("Search types and fields")
    find.fill("deal amount")
    page.get_by_role("link", name="Deal.amount", exact=True).click()
    expect(page).to_have_url(re.compile(r"/settings/reference\?type=Deal#Deal\.amount$"))
    expect(page.locator(".told code", has_text="realizedAmount").first).to_be_visible()
    expect(page.locator("[data-here]")).to_contain_text("Money")
    expect(page.get_by_role("heading", name="Deal type", exact=True)).to_be_visible()
    assert violations(page) == []
    page.locator("[data-here]").get_by_role("link", name="Money").click()
    expect(page.get_by_text("An amount and its currency (ISO 4217).")).to_be_visible()
    page.get_by_role("link", name="Money", exact=True).and_(page.locator("nav a")).focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(re.compile("type=Money"))
    find.fill("xyzzy")
    expect(page.get_by_text("Nothing in the graph is called so.")).to_be_visible()
    page = visitor.go("/settings/explorer")
    expect(page.get_by_label("Operation", exact=True)).to_have_text("{ nonsense }")
    page.get_by_label("Ask as").select_option(label="a program, by its token")
    expect(page.get_by_label("Token")).to_have_value("")
    expect(page.locator("optgroup[label='Sent from this tab'] option")).to_contain_text(["nonsense", "OpenDeals"])


def test_the_editor_completes_and_checks_and_the_member_listens_as_himself(visit: Visitor, demo: Tenant) -> None:
    visitor = visit(demo)
    page = visitor.go("/settings/explorer")
    operation = page.get_by_label("Operation", exact=True)
    written(page, "query Q($n: Int!) { deals(first: $n) { totalCou } }")
    expect(page.locator(".cm-lintRange-error").first).to_have_text("totalCou")
    written(page, "query Q($n: Int!) { deals(first: $n) { totalCou")
    operation.press("ControlOrMeta+Space")
    page.get_by_role("listbox", name="Completions").get_by_role("option", name="totalCount").click()
    operation.press_sequentially(" } }")
    expect(operation).to_have_text("query Q($n: Int!) { deals(first: $n) { totalCount } }")
    operation.press("Tab")
    variables = page.get_by_label("Variables")
    expect(variables).to_be_focused()
    variables.fill('{"n": "many"}')
    expect(page.locator(".cm-lintRange-error")).to_have_text(['"n"'])
    variables.fill('{"n": 1}')
    variables.press("ControlOrMeta+Enter")
    expect(shown(page)).to_contain_text('"totalCount":')
    assert "API explorer" in tokens(page)
    page.get_by_label("Begin with").select_option(label="What is changed from now on")
    page.get_by_role("button", name="Run").click()
    expect(page.get_by_text("Listening")).to_be_visible()
    name = f"Noa {uuid4().hex[:6]}"
    assert page.evaluate(CREATE, name)["data"]["createContact"]["problems"] == []
    expect(page.locator(".told-list")).to_contain_text(name)
    assert violations(page) == []
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_text("Ended")).to_be_visible()
    page.locator(".lead").get_by_role("link", name="API reference").click()
    expect(page.get_by_role("heading", name="API reference")).to_be_visible()
    page.wait_for_function(REVOKED)


def test_in_hebrew_the_page_is_mirrored_and_code_is_not(visit: Visitor, demo: Tenant) -> None:
    visitor = visit(demo, Look(language="he", scheme="dark"))
    page = visitor.go("/settings/reference?type=Deal#Deal.amount")
    expect(page.locator("[data-here]")).to_be_in_viewport()
    listed, shown = (page.locator(part).bounding_box() for part in (".reference-list", ".reference-type"))
    assert listed is not None
    assert shown is not None
    assert listed["x"] > shown["x"]
    name = page.locator("[data-here] .signature > a")
    assert name.first.evaluate("one => getComputedStyle(one.parentElement).direction") == "ltr"
    assert violations(page) == []
    page = visitor.go("/settings/explorer")
    field = page.get_by_role("textbox", name="פעולה")
    assert field.evaluate("one => getComputedStyle(one).direction") == "ltr"
    assert violations(page) == []
