"""Accessibility by axe-core, and that nothing hangs over the edge, on each page in each dress."""

from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page

from tenants.registry import Tenant
from tests.web.conftest import Look, Visit, Visitor

AXE: Final = Path(__file__).resolve().parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
RULES: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES: Final = (
    "/", "/?whose=mine", "/deals/board", "/deals", "/accounts", "/contacts", "/day", "/calendar", "/imports",
    "/forecast",
)  # fmt: skip
FURTHER: Final = ("/team", "/search?q=a", "/notifications", "/exports", "/settings/company", "/settings/roles")
RUN: Final = """rules => axe.run(document, {runOnly: rules}).then(found => found
  .violations.map(one => one.id + ': ' + one.nodes.slice(0, 3).map(node => node.html.slice(0, 150)).join(' | ')))"""

RESTS: Final = """() => document.getAnimations().every(one =>
  one.playState !== 'running' || one.effect.getComputedTiming().endTime === Infinity)"""


def violations(page: Page) -> list[str]:
    """Of the page once it has come to rest: what fades in has no contrast yet."""
    page.wait_for_function(RESTS)
    page.evaluate(AXE.read_text())
    found: list[str] = page.evaluate(RUN, RULES)
    return found


@pytest.mark.parametrize(("language", "scheme"), [("en", "light"), ("he", "dark")])
def test_axe_finds_nothing(visit: Visitor, demo: Tenant, language: str, scheme: str) -> None:
    visitor = visit(demo, Look(language=language, scheme=scheme))
    found = {}
    for path in PAGES:
        found[path] = violations(visitor.go(path))
    found |= opened(visitor)
    assert {where: what for where, what in found.items() if what} == {}


def opened(visitor: Visit) -> dict[str, list[str]]:
    """What opens over the pages."""
    page, found = visitor.go("/deals"), {}
    page.locator("[data-row]").first.click()
    page.locator(".path").wait_for()
    found["panel"] = violations(page)
    page.keyboard.press("Control+k")
    page.locator(".palette").wait_for()
    found["palette"] = violations(page)
    page.keyboard.press("Escape")
    page.keyboard.press("c")
    page.locator("dialog form").wait_for()
    found["new deal"] = violations(page)
    page.keyboard.press("Escape")
    page.locator(".me").click()
    page.locator(".account-menu").wait_for()
    found["account"] = violations(page)
    return found


@pytest.mark.parametrize("width", [390, 768, 1600])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_hangs_over_the_edge(visit: Visitor, demo: Tenant, language: str, width: int) -> None:
    visitor = visit(demo, Look(language=language, width=width))
    for path in (*PAGES, *FURTHER) if width == 390 else PAGES:
        page = visitor.go(path)
        assert page.evaluate("document.documentElement.scrollWidth") == width, path
        outside = page.evaluate(
            """() => [...document.querySelectorAll('.top > *, .nav > *')].filter(one => {
              const box = one.getBoundingClientRect()
              return box.width > 0 && (box.left < -1 || box.right > innerWidth + 1)
            }).map(one => one.className)"""
        )
        assert outside == [], path
