"""Cards of the board carried by a finger, at the width of a phone, where the page begins at the right."""

from playwright.sync_api import CDPSession, expect

from tenants.registry import Tenant
from tests.web.board import Board, moved
from tests.web.conftest import Look, Visitor


def touch(session: CDPSession, kind: str, *points: tuple[float, float]) -> None:
    session.send(
        "Input.dispatchTouchEvent",
        {"type": kind, "touchPoints": [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]},
    )


def test_a_long_press_carries_a_card_to_a_column_out_of_sight(visit: Visitor, demo: Tenant) -> None:
    page = visit(demo, Look(language="he", width=390, height=800)).go("/deals/board")
    board, session = Board(page), page.context.new_cdp_session(page)
    counts, card = board.counts(), board.cards(0).first
    expect(card).to_have_attribute("draggable", "true")
    box = card.bounding_box()
    assert box is not None
    finger, edge = (box["x"] + 120, box["y"] + 50), (12.0, box["y"] + 90)
    deal, likeness = board.first_deal(0), page.locator(".carried")

    touch(session, "touchStart", finger)
    expect(likeness).to_be_visible()
    touch(session, "touchStart", finger, (300.0, 500.0))
    expect(likeness).to_have_count(0)
    touch(session, "touchEnd")
    board.expect_counts(counts)

    touch(session, "touchStart", finger)
    expect(likeness).to_be_visible()
    touch(session, "touchMove", edge)
    page.wait_for_function("() => document.querySelectorAll('.col')[1].getBoundingClientRect().left > 0")
    touch(session, "touchMove", (195.0, box["y"] + 90))
    page.wait_for_timeout(200)  # a frame or two, until it is seen what is below
    over = page.evaluate("[...document.querySelectorAll('.col')].findIndex(one => 'under' in one.dataset)")
    assert over > 0
    touch(session, "touchEnd")
    expect(likeness).to_have_count(0)
    board.expect_counts(moved(counts, 0, over))
    page.get_by_role("button", name="ביטול").click()
    board.expect_counts(counts)
    assert board.first_deal(0) == deal
