from datetime import timedelta

from playwright.sync_api import expect

from saas.core.clock import Clock
from saas.core.principal import system
from saas.core.work import Opener
from saas.deals.actions import create_deals
from saas.deals.opening import DealDraft, Stay
from saas.pipelines.actions import edit_stage, list_pipelines, list_stages
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.web.board import Board, moved
from tests.web.conftest import Look, Visitor
from tests.web.test_records import SEND

STANDS = """query Stands($id: ID!) {
  deal(id: $id) { status closedOn amount { amount currency } realizedAmount { amount currency } }
}"""
STANDS_AGAIN = f"""([query, variables, before]) => ({SEND})([query, variables])
  .then(answer => JSON.stringify(answer.data.deal) === before)"""
"""Whether the server has it as it was."""


def test_mouse_moves_a_deal_and_undo_brings_it_back(visit: Visitor, demo: Tenant) -> None:
    board = Board(visit(demo, Look(width=1800)).go("/deals/board"))
    before, deal = board.counts(), board.first_deal(1)
    board.drag(board.cards(1).first, board.column(2))
    board.expect_counts(moved(before, 1, 2))
    board.expect_in(2, deal)
    assert not board.has(1, deal)
    board.press("Control+z")
    board.expect_counts(before)
    board.page.reload()
    board.expect_counts(before)
    board.expect_in(1, deal)


def test_keyboard_carries_a_deal_and_focus_goes_with_it(visit: Visitor, demo: Tenant) -> None:
    board = Board(visit(demo).go("/deals/board"))
    before, stages, deal = board.counts(), board.stages(), board.focus_first(0)
    board.press("ArrowDown", "ArrowUp")
    assert board.focused() == deal
    board.press("Space", "ArrowRight")
    assert board.said() == stages[1]
    board.press("Escape")
    board.expect_counts(before)
    board.press("Space", "ArrowRight", "Space")
    board.expect_counts(moved(before, 0, 1))
    board.page.wait_for_function("deal => document.activeElement.dataset.deal === deal", arg=deal)
    board.expect_in(1, deal)
    board.page.get_by_role("button", name="Undo").click()
    board.expect_counts(before)


def test_focus_goes_back_with_what_is_taken_back_unless_it_is_elsewhere(visit: Visitor, demo: Tenant) -> None:
    board = Board(visit(demo).go("/deals/board"))
    before, deal = board.counts(), board.focus_first(0)
    board.press("Space", "ArrowRight", "Space")
    board.expect_counts(moved(before, 0, 1))
    board.press("Control+z")
    board.expect_counts(before)
    board.page.wait_for_function("deal => document.activeElement.dataset.deal === deal", arg=deal)
    board.expect_in(0, deal)
    deal = board.focus_first(0)
    board.press("Space", "ArrowRight", "Space")
    board.expect_counts(moved(before, 0, 1))
    other = board.focus_first(2)
    board.press("Control+z")
    board.expect_counts(before)
    board.expect_in(0, deal)
    assert board.focused() == other


def test_a_won_deal_is_asked_about_and_undo_reopens_it(visit: Visitor, demo: Tenant) -> None:
    board = Board(visit(demo).go("/deals/board"))
    before, deal, won = board.counts(), board.focus_first(3), board.stages().index("Won")
    board.press(*["Space", *["ArrowRight"] * (won - 3), "Space"])
    board.page.get_by_role("button", name="Put it back").click()
    board.expect_counts(before)
    board.focus_first(3)
    board.press(*["Space", *["ArrowRight"] * (won - 3), "Space"])
    board.page.get_by_role("button", name="Mark as won").click()
    board.expect_counts(moved(before, 3, won))
    board.expect_in(won, deal)
    board.press("Control+z")
    board.expect_counts(before)
    board.expect_in(3, deal)


def test_a_won_deal_that_was_reopened_is_won_again_on_its_day(visit: Visitor, demo: Tenant) -> None:
    board = Board(visit(demo).go("/deals/board"))
    page, before, won = board.page, board.counts(), board.stages().index("Won")
    page.locator(".col").nth(won).locator("[data-deal]").first.wait_for()
    deal = board.focus_first(won)
    asked = [STANDS, {"id": deal}]
    stood = page.evaluate(f"([query, variables]) => ({SEND})([query, variables])"
                          ".then(answer => JSON.stringify(answer.data.deal))", asked)  # fmt: skip
    assert '"WON"' in stood
    closed = board.column(won).locator(".card").first.locator(".due").inner_text()
    board.press("Space", "ArrowLeft", "Space")
    page.get_by_role("button", name="Reopen").click()
    board.expect_counts(moved(before, won, won - 1))
    board.press("Control+z")
    board.expect_counts(before)
    board.expect_in(won, deal)
    page.wait_for_function(STANDS_AGAIN, arg=[*asked, stood])
    page.reload()
    board.expect_in(won, deal)
    expect(page.locator(".card", has=page.locator(f'[data-deal="{deal}"]')).locator(".due")).to_have_text(closed)


def test_who_stands_longer_than_is_usual_is_stalled(visit: Visitor, empty: Tenant, work_lanes: Lanes) -> None:
    usual_for(empty, work_lanes)
    page = visit(empty).go("/deals/board")
    slow, fresh = (page.locator(".card", has_text=name).locator(".flag") for name in ("Slow", "Fresh"))
    expect(slow).to_have_text("5d")
    expect(slow).to_have_attribute("title", "Longer in this stage than it allows, or than is usual")
    expect(fresh).to_have_count(0)
    page.goto(page.url.replace("/deals/board", "/deals"))
    page.get_by_role("link", name="Stalled", exact=True).click()
    expect(page.get_by_test_id("tally")).to_have_text("1 deal")
    expect(page.locator("[data-row]")).to_contain_text("Slow")

    page.goto(page.url.partition("/deals")[0] + "/settings/pipelines")
    page.get_by_role("button", name="Change the stage Qualified").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("A deal that stays longer is marked as stalled. Empty: twice what is usual.")
    dialog.get_by_label("Days allowed in it").fill("2")
    page.keyboard.press("Enter")
    expect(dialog).to_have_count(0)
    page.goto(page.url.partition("/settings")[0] + "/deals/board")
    expect(slow).to_have_text("5d")
    expect(fresh).to_have_text("3d")


def usual_for(tenant: Tenant, lanes: Lanes) -> None:
    """Five deals stood two days in the first stage before they were won; it does not say how long one may stay."""
    with Opener(lanes, tenant, system("tests"), Clock())() as work:
        (pipeline,) = list_pipelines(work)
        stages = {stage.name: stage.id for stage in list_stages(work, pipeline.id)}
        first, won, now = stages["Qualified"], stages["Won"], work.clock.now()
        edit_stage(work, first, {"allowed_days": None})
        past = Stay(first, now - timedelta(days=42)), Stay(won, now - timedelta(days=40))
        open_since = {"Slow": 5, "Fresh": 3}
        drafts = [DealDraft(f"Won {number}", past) for number in range(5)]
        drafts += [DealDraft(name, (Stay(first, now - timedelta(days=days)),)) for name, days in open_since.items()]
        create_deals(work, drafts)


def test_a_refusal_is_said_at_the_card_that_went_back(visit: Visitor, demo: Tenant) -> None:
    board = Board(visit(demo).deaf().go("/deals/board"))
    before, deal = board.counts(), board.focus_first(2)
    other = visit(demo).go(f"/deals?deal={deal}")
    other.get_by_role("button", name="Name:").click()
    other.keyboard.type("Changed by a colleague")
    other.keyboard.press("Enter")
    expect(other.get_by_role("button", name="Undo")).to_be_visible()
    board.press("Space", "ArrowRight", "Space")
    expect(board.column(2).get_by_role("alert")).to_be_visible()
    board.expect_counts(before)
    board.expect_in(2, deal)


def test_menu_moves_without_dragging(visit: Visitor, demo: Tenant) -> None:
    board = Board(visit(demo).go("/deals/board"))
    before, stages = board.counts(), board.stages()
    board.focus_first(1)
    board.press("m")
    board.page.get_by_role("menuitem", name=stages[0]).click()
    board.expect_counts(moved(before, 1, 0))
    board.press("Control+z")
    board.expect_counts(before)


def test_a_long_column_comes_as_one_scrolls(visit: Visitor, demo: Tenant) -> None:
    board = Board(visit(demo).go("/deals/board"))
    won = board.stages().index("Won")
    total = board.counts()[won]
    assert total > 100
    cards = board.column(won).locator(".cards")
    for _ in range(total // 50 + 3):
        cards.evaluate("list => list.scrollTo(0, list.scrollHeight)")
        board.page.wait_for_timeout(250)
    last = board.column(won).locator("li").last
    assert last.get_attribute("aria-posinset") == str(total)
    assert board.cards(won).count() < 60


def test_filters_live_in_the_address(visit: Visitor, demo: Tenant) -> None:
    page = visit(demo).go("/deals/board")
    everything = page.get_by_test_id("tally").inner_text()
    page.get_by_role("button", name="Owner", exact=True).click()
    page.get_by_role("option").first.click()
    page.wait_for_url("**owner=**")
    expect(page.get_by_test_id("tally")).not_to_have_text(everything)
    page.go_back()
    expect(page.get_by_test_id("tally")).to_have_text(everything)
    page.get_by_label("Search these deals").fill("no deal is called this")
    expect(page.get_by_role("heading", name="No deal fits these filters")).to_be_visible()
    page.get_by_role("button", name="Clear the filters").click()
    expect(page.get_by_test_id("tally")).to_have_text(everything)


def test_an_empty_company_is_told_where_to_begin(visit: Visitor, empty: Tenant) -> None:
    page = visit(empty).go("/deals/board")
    expect(page.get_by_role("heading", name="Your deals will stand here")).to_be_visible()
    page.keyboard.press("c")
    page.get_by_label("Name").fill("First of all")
    page.get_by_role("button", name="Create", exact=True).click()
    expect(page.get_by_role("complementary", name="Deal First of all")).to_be_visible()
    expect(page.get_by_test_id("count").first).to_have_text("1")
