"""On a phone nothing of a page's head is cut off: its name, what one does there, and where one is."""

from typing import Final

import pytest
from playwright.sync_api import Page, expect

from tenants.registry import Tenant
from tests.web.conftest import Look, Visitor

CUT: Final = """selector => [...document.querySelectorAll(selector)]
  .filter(one => one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1).map(one => one.textContent)"""
"""What is longer than its place; words that are only for those who listen have a place of one pixel."""


def cut(page: Page, selector: str) -> list[str]:
    told: list[str] = page.evaluate(CUT, selector)
    return told


@pytest.mark.parametrize("language", ["en", "he", "ar"])
def test_the_head_of_a_list_is_whole(visit: Visitor, demo: Tenant, language: str) -> None:
    visitor = visit(demo, Look(language, width=390))
    for path in ("/leads", "/deals", "/accounts", "/contacts"):
        page = visitor.go(path)
        page.locator("tbody tr[data-row]").first.wait_for()
        assert cut(page, ".top h1, .top .mantine-Button-label, .sheet td.num") == [], path
        for label in page.locator(".top a, .top button").all():
            box = label.bounding_box()
            assert box, path
            assert 0 <= box["x"] <= box["x"] + box["width"] <= 390, path


def test_the_pages_of_leads_have_names_where_only_signs_are_seen(visit: Visitor, demo: Tenant) -> None:
    page = visit(demo, Look(width=390)).go("/leads")
    page.get_by_role("link", name="Response times").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Response times")
    page.go_back()
    page.get_by_role("button", name="New lead").click()
    expect(page.get_by_role("dialog")).to_be_visible()


@pytest.mark.parametrize("language", ["en", "he"])
def test_the_settings_page_that_is_open_is_seen_in_their_strip(visit: Visitor, demo: Tenant, language: str) -> None:
    page = visit(demo, Look(language, width=390)).go("/settings/qualification")
    here = page.locator(".settings-nav [aria-current=page]")
    expect(here).to_be_in_viewport(ratio=1)
    page.locator(".settings-nav a").first.click()
    expect(here).to_be_in_viewport(ratio=1)
