import time
from collections import Counter
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from sqlalchemy import select

from saas.accounts.model import Account
from saas.core.rights import Role
from saas.core.work import Opener
from saas.deals.model import Deal, DealEvent, DealEventKind, DealProduct, DealStatus
from saas.imports import actions
from saas.imports.model import ImportFile, ImportNote, ImportStatus
from saas.members.model import Member, MemberStatus, Team
from saas.pipelines.model import Pipeline, Stage
from saas.products.model import Product
from tests.imports.make import REAL, bring, contents, real_files, undo

pytestmark = pytest.mark.skipif(not REAL.is_dir(), reason="the real sales data is not beside the checkout")
LIMIT = 20
TRADE = Counter({"Won": 4238, "Lost": 2473, "Engaging": 1589, "Prospecting": 500})


def test_the_real_files_asking_nothing_twice_and_back(company: Opener) -> None:
    before = contents(company)
    began = time.process_time()
    first = bring(company, *real_files())
    assert time.process_time() - began < LIMIT
    assert (first.status, first.failure, first.done, first.total) == (ImportStatus.DONE, None, 8927, 8927)
    after = contents(company)
    second = bring(company, *real_files())
    with company() as work:
        files = work.all(select(ImportFile).where(ImportFile.import_id.in_([first.id, second.id])))
    told = {(each.import_id, each.name): (each.created, each.updated, each.unchanged, each.refused) for each in files}
    rows = {"accounts.csv": 85, "products.csv": 7, "sales_pipeline.csv": 8800, "sales_teams.csv": 35}
    assert told == {
        **{(first.id, name): (count, 0, 0, 0) for name, count in rows.items()},
        **{(second.id, name): (0, 0, count, 0) for name, count in rows.items()},
    }
    assert contents(company) == after
    undo(company, first.id)
    assert contents(company) == before


def test_what_the_real_files_become(company: Opener) -> None:
    run = bring(company, *real_files())
    check_records(company)
    check_deals(company)
    check_history(company)
    with company() as work:
        told = work.all(select(ImportNote).where(ImportNote.import_id == run.id))
    assert {note.code: note.count for note in told} == {
        "MANAGERS": 6, "PLACEHOLDER_EMAIL": 41, "TEAMS": 6, "NEAR_MISS": 1, "REVENUE_SCALE": 1, "MISSPELLING": 12,
        "PIPELINE_MADE": 1, "PIPELINE_DEFAULT": 1, "SAME_NAME": 1480, "CLOSE_EXPECTED": 1589, "NO_DAY": 500,
        "NAMED": 8800, "WON_WORTH": 4238, "LOST_WORTH": 2473, "HISTORY": 6711, "NO_ACCOUNT": 1425,
        "AMOUNT_ESTIMATED": 2089, "NO_EXPECTED_CLOSE": 500,
    }  # fmt: skip


def check_records(company: Opener) -> None:
    with company() as work:
        accounts = {each.name: each for each in work.all(select(Account))}
        members = work.all(select(Member))
        teams = work.all(select(Team))
        products = work.all(select(Product))
        default = work.all(select(Pipeline.name).where(Pipeline.is_default))
    assert (len(accounts), len(products), len(teams), default) == (85, 7, 6, ["Sales pipeline"])
    assert Counter(each.role for each in members) == {Role.OWNER: 1, Role.MANAGER: 6, Role.REP: 35}
    placeholders = [each for each in members if each.status is MemberStatus.PLACEHOLDER]
    assert len(placeholders) == 41
    assert {each.email.partition("@")[2] for each in placeholders} == {"placeholder.invalid"}
    assert Counter(each.office for each in teams) == {"Central": 2, "East": 2, "West": 2}
    assert Counter(each.team_id is None for each in members if each.role is Role.REP) == {False: 35}
    bluth = accounts["Bluth Company"]
    assert (bluth.parent_id, bluth.industry) == (accounts["Acme Corporation"].id, "technolgy")
    assert (bluth.revenue, bluth.currency) == (Decimal("1242320000.00"), company.tenant.currency)
    assert {accounts[name].country for name in ("Bioholding", "Hottechi")} == {"Philippines", "South Korea"}


def check_deals(company: Opener) -> None:
    with company() as work:
        stages: dict[UUID | None, str] = {stage.id: stage.name for stage in work.all(select(Stage))}
        prices = {each.id: each.price for each in work.all(select(Product))}
        sold = {each.deal_id: each for each in work.all(select(DealProduct))}
        deals = work.all(select(Deal))
    assert Counter(stages[deal.stage_id] for deal in deals) == TRADE
    assert sum(deal.account_id is None for deal in deals) == 1425
    assert all(sold[deal.id].unit_price == prices[sold[deal.id].product_id] for deal in deals)
    for deal in deals:
        listed = prices[sold[deal.id].product_id]
        shape = (deal.amount == listed, deal.amount_estimated, deal.realized_amount, deal.closed_on is None)
        if deal.status is DealStatus.WON:
            assert (deal.realized_amount, deal.amount_estimated) == (deal.amount, False)
        else:
            lost = deal.status is DealStatus.LOST
            assert shape == (True, not lost, Decimal(0) if lost else None, not lost)
    prospecting = [deal for deal in deals if stages[deal.stage_id] == "Prospecting"]
    assert {(deal.opened_at.date(), deal.expected_close_on) for deal in prospecting} == {(date(2017, 12, 31), None)}
    engaging = [deal for deal in deals if stages[deal.stage_id] == "Engaging"]
    waits = {(deal.expected_close_on - deal.opened_at.date()).days for deal in engaging if deal.expected_close_on}
    assert (waits, all(deal.expected_close_on for deal in engaging)) == ({57}, True)
    assert {deal.name for deal in deals if deal.external_id == "Z063OYW0"} == {"GTX Pro for Isdom"}


def check_history(company: Opener) -> None:
    with company() as work:
        stages: dict[UUID | None, str] = {stage.id: stage.name for stage in work.all(select(Stage))}
        kinds = Counter(work.all(select(DealEvent.kind)))
        moves = work.all(select(DealEvent).where(DealEvent.kind == DealEventKind.STAGE))
        known = work.first(select(Deal).where(Deal.external_id == "1C1I7A6R"))
    assert (kinds[DealEventKind.CREATED], kinds[DealEventKind.STAGE]) == (8800, 6711)
    assert Counter((stages.get(move.from_stage_id), stages.get(move.to_stage_id)) for move in moves) == {
        ("Engaging", "Won"): 4238,
        ("Engaging", "Lost"): 2473,
    }
    assert known is not None
    assert [move.seconds for move in moves if move.deal_id == known.id] == [132 * 86_400]


def test_a_check_of_the_real_files_writes_nothing(company: Opener) -> None:
    before = contents(company)
    with company() as work:
        run = actions.upload_files(work, [actions.Upload(name, content) for name, content in real_files()])
        import_id = run.id
    with company() as work:
        actions.start_check(work, import_id)
    actions.check_import(company, import_id)
    assert contents(company) == before
