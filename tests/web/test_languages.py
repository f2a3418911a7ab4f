import pytest
from playwright.sync_api import Page, expect

from tenants.registry import Tenant
from tests.web.board import Board, moved
from tests.web.conftest import Look, Visitor

PAGES = ("/deals/board", "/deals", "/imports")


def middle(page: Page, selector: str, number: int = 0) -> float:
    box = page.locator(selector).nth(number).bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2


def test_hebrew_is_the_mirror_of_english(visit: Visitor, demo: Tenant) -> None:
    english = visit(demo).go("/deals/board")
    width = 1400
    places = {what: middle(english, what) for what in (".nav", ".top h1", ".find", ".switch")}
    columns = [middle(english, ".col", number) for number in range(2)]
    hebrew = visit(demo, Look(language="he")).go("/deals/board")
    assert hebrew.locator("html").get_attribute("dir") == "rtl"
    assert middle(hebrew, ".nav") == pytest.approx(width - places[".nav"], abs=2)
    for what in (".top h1", ".find", ".switch"):
        assert (middle(hebrew, what) > width / 2) == (places[what] < width / 2), what
    assert [middle(hebrew, ".col", number) for number in range(2)] == pytest.approx(
        [width - place for place in columns], abs=16
    )


def test_a_device_that_is_new_takes_the_language_of_the_member(visit: Visitor, empty: Tenant) -> None:
    page = visit(empty, Look(language="he")).page
    page.evaluate("localStorage.clear()")  # the browser itself is an English one
    page.goto(page.url.replace("/icon.svg", "/contacts"))
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.get_by_role("heading", level=1)).to_have_text("אנשי קשר")


def test_hebrew_by_mouse_and_by_keyboard(visit: Visitor, demo: Tenant) -> None:
    board = Board(visit(demo, Look(language="he")).go("/deals/board"))
    before = board.counts()
    board.drag(board.cards(1).first, board.column(2))
    board.expect_counts(moved(before, 1, 2))
    board.press("Control+z")
    board.expect_counts(before)
    deal = board.focus_first(1)
    board.press("Space", "ArrowLeft", "Space")
    board.expect_counts(moved(before, 1, 2))
    board.expect_in(2, deal)
    board.press("Control+z")
    board.expect_counts(before)


@pytest.mark.parametrize(
    ("language", "words"), [("he", ("לוח", "עסקאות", "ייבוא")), ("ar", ("اللوحة", "الصفقات", "الاستيراد"))]
)
def test_pages_speak(visit: Visitor, demo: Tenant, language: str, words: tuple[str, ...]) -> None:
    visitor = visit(demo, Look(language=language))
    for path, word in zip(PAGES, words, strict=True):
        page = visitor.go(path)
        expect(page.locator(".nav a[aria-current]")).to_have_text(word)
        assert page.locator("html").get_attribute("lang") == language


def test_language_is_changed_and_kept(visit: Visitor, empty: Tenant) -> None:
    page = visit(empty).go("/deals")
    page.locator(".me").click()
    page.get_by_label("עברית").check(force=True)
    expect(page.locator("html[lang=he][dir=rtl]")).to_be_attached()
    page.evaluate("localStorage.clear()")
    page.reload()
    expect(page.locator("html[lang=he][dir=rtl]")).to_be_attached()


def test_colours_are_changed_and_kept(visit: Visitor, empty: Tenant) -> None:
    page = visit(empty).go("/deals")
    page.locator(".me").click()
    page.get_by_label("Dark").check(force=True)
    dark = page.locator("html[data-mantine-color-scheme=dark]")
    expect(dark).to_be_attached()
    page.reload()
    expect(dark).to_be_attached()
