import re
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from tenants.registry import Tenant
from tests.web.conftest import Look, Visit, Visitor
from tests.web.test_access import violations

PLAN: Final = """async tasks => {
  const query = 'mutation Plan($input: CreateActivityInput!) { createActivity(input: $input) { problems { message } } }'
  for (const input of tasks) {
    const answer = await fetch('/graphql', {
      method: 'POST',
      headers: {'content-type': 'application/json', 'graphql-require-preflight': '1'},
      body: JSON.stringify({query, variables: {input}}),
    }).then(each => each.json())
    if (answer.errors || answer.data.createActivity.problems.length) throw new Error(JSON.stringify(answer))
  }
}"""
DAYS: Final = "n => new Date(Date.now() + n * 86400000).toISOString().slice(0, 10)"


def plan(visitor: Visit) -> None:
    """One task for each part of the day; the company's clock is UTC."""
    page = visitor.page
    page.goto(f"{visitor.origin}/icon.svg")
    days = {name: page.evaluate(DAYS, far) for name, far in (("Late", -3), ("Now", 0), ("Soon", 4))}
    tasks = [{"kind": "TASK", "subject": f"{name} task", "dueOn": day} for name, day in days.items()]
    page.evaluate(PLAN, [*tasks, {"kind": "TASK", "subject": "Whenever task"}])


def part(page: Page, name: str) -> list[str]:
    return page.locator(f"[data-part={name}] .subject").all_inner_texts()


def test_the_day_has_its_parts(visit: Visitor, empty: Tenant) -> None:
    visitor = visit(empty)
    plan(visitor)
    page = visitor.go("/day")
    found = {name: part(page, name) for name in ("OVERDUE", "TODAY", "NEXT", "UNDATED")}
    assert found == {
        "OVERDUE": ["Late task"], "TODAY": ["Now task"], "NEXT": ["Soon task"], "UNDATED": ["Whenever task"],
    }  # fmt: skip
    expect(page.locator(".nav ul a[aria-current=page]")).to_have_text("My day")
    expect(page.locator(".day .tally")).to_contain_text("2 to do")


def test_a_morning_by_keyboard_alone(visit: Visitor, empty: Tenant) -> None:
    visitor = visit(empty)
    plan(visitor)
    page = visitor.go("/day")
    page.keyboard.press("j")
    page.keyboard.press("d")
    expect(page.locator("[data-part=OVERDUE]")).to_have_count(0)
    page.keyboard.press("Control+z")
    expect(page.locator("[data-part=OVERDUE] .subject")).to_have_text("Late task")
    page.locator("[data-part=TODAY] .tick").focus()
    page.keyboard.press("s")
    expect(page.locator("[data-part=NEXT] .subject")).to_have_count(2)
    page.keyboard.press("c")
    page.get_by_label("What is to be done?").fill("Buy stamps")
    page.keyboard.press("Enter")
    expect(page.locator("[data-part=TODAY] .subject")).to_have_text("Buy stamps")
    page.keyboard.press("g")
    page.keyboard.press("b")
    page.wait_for_url("**/deals/board")
    page.keyboard.press("g")
    page.keyboard.press("m")
    page.wait_for_url("**/day")


def test_an_empty_day_says_so(visit: Visitor, empty: Tenant) -> None:
    page = visit(empty).go("/day")
    expect(page.get_by_role("heading", name="Nothing waits for you")).to_be_visible()


@pytest.mark.parametrize(("language", "scheme"), [("en", "dark"), ("he", "light")])
def test_the_day_is_accessible_and_fits_a_phone(visit: Visitor, empty: Tenant, language: str, scheme: str) -> None:
    visitor = visit(empty, Look(language=language, scheme=scheme, width=390, height=844))
    plan(visitor)
    page = visitor.go("/day")
    page.locator(".planned").first.wait_for()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert re.fullmatch(r"he|en", page.locator("html").get_attribute("lang") or "")
