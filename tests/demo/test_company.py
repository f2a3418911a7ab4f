"""The demo company: the same from the same seed, whole, believable, and over before the moment it was drawn at."""

import re
from collections import Counter
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from saas.demo.catalogue import LOST, OPEN_STAGES, QUOTE, WON
from saas.demo.company import draw_company
from saas.demo.oversight import led_by
from saas.demo.records import ActivityRecord, Company, EventKind
from saas.losses.actions import DEFAULT_REASONS

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
SCRIPTS = {"he": r"[\u0590-\u05ff]", "ar": r"[\u0600-\u06ff]", "en": r"[A-Za-z]"}


@pytest.fixture(scope="module")
def company() -> Company:
    return draw_company(NOW)


def test_same_seed_same_company(company: Company) -> None:
    assert draw_company(NOW) == company
    assert draw_company(NOW, seed=2) != company


def test_sizes(company: Company) -> None:
    assert Counter(member.role for member in company.members) == {"OWNER": 1, "ADMIN": 1, "MANAGER": 3, "REP": 11}
    assert (len(company.teams), len(company.products)) == (3, 12)
    assert [stage.kind for stage in company.stages] == ["OPEN"] * 5 + ["WON", "LOST"]
    assert 55 <= len(company.accounts) <= 70
    assert 180 <= len(company.contacts) <= 260
    assert 900 <= len(company.deals) <= 1250


def test_every_key_is_known_and_nothing_is_twice(company: Company) -> None:
    members, accounts = ({thing.key for thing in things} for things in (company.members, company.accounts))
    contacts = {contact.key: contact.account for contact in company.contacts}
    known: set[str | None] = {None}
    for account in company.accounts:
        assert account.parent in known
        assert account.owner in members
        known.add(account.key)
    assert set(contacts.values()) == accounts
    for deal in company.deals:
        assert deal.account in accounts
        assert deal.contact is None or contacts[deal.contact] == deal.account
        assert deal.lines
    for things in (company.members, company.accounts, company.contacts, company.deals):
        assert len({thing.key for thing in things}) == len(things)


def test_addresses_belong_to_nobody(company: Company) -> None:
    addresses = [member.email for member in company.members] + [contact.email for contact in company.contacts]
    assert len(set(addresses)) == len(addresses)
    assert "owner@demo.test" in addresses
    assert all(re.fullmatch(r"[a-z.]+@([a-z-]+\.example|demo\.test)", address) for address in addresses)
    phones = [account.phone for account in company.accounts] + [contact.phone for contact in company.contacts]
    assert all(re.fullmatch(r"\+\d{10,14}", phone) for phone in phones)


def test_people_are_named_in_the_language_of_their_company(company: Company) -> None:
    languages = {account.key: account.language for account in company.accounts}
    assert set(languages.values()) == {"en", "he", "ar"}
    for contact in company.contacts:
        script = SCRIPTS[languages[contact.account]]
        assert re.search(script, contact.name)
        assert re.search(script, contact.title)


def test_history_is_a_chain_in_the_past(company: Company) -> None:
    for deal in company.deals:
        created, *others = deal.events
        assert (created.kind, created.before) == (EventKind.CREATED, None)
        for before, event in zip(deal.events, others, strict=False):
            assert event.before == before.after != event.after
            assert before.at < event.at < NOW
            assert before.after.stage < OPEN_STAGES
        assert created.at > NOW - timedelta(days=2 * 366 + 31)
        total = sum(line.quantity * line.unit_price for line in deal.lines)
        assert abs(total - deal.now.amount) < Decimal("0.5")
        if deal.now.stage > QUOTE and deal.now.stage != LOST:
            assert not deal.now.estimated


def test_the_funnel_is_believable(company: Company) -> None:
    now = Counter(deal.now.stage for deal in company.deals)
    assert sum(now[stage] for stage in range(OPEN_STAGES)) >= 50
    assert all(now[stage] >= 3 for stage in range(OPEN_STAGES))
    quoted = [deal for deal in company.deals if any(event.after.stage == QUOTE for event in deal.events)]
    closed = [deal for deal in quoted if deal.now.stage >= OPEN_STAGES]
    assert 0.25 < sum(deal.now.stage == WON for deal in closed) / len(closed) < 0.42
    running = [deal for deal in company.deals if deal.now.stage < OPEN_STAGES]
    overdue = [deal for deal in running if deal.now.expected_on < NOW.date()]
    assert 3 <= len(overdue) < len(running) / 2
    assert {deal.now.owner for deal in running} == {member.key for member in company.members if member.role == "REP"}


def test_most_lost_deals_are_told_why(company: Company) -> None:
    lost = {deal.key for deal in company.deals if deal.now.stage == LOST}
    assert {loss.deal for loss in company.losses} == lost
    said = Counter(loss.reason for loss in company.losses)
    assert set(said) == {*range(len(DEFAULT_REASONS)), None}
    assert 0.01 < said[None] / len(lost) < 0.15


@pytest.mark.parametrize("seed", range(5))
def test_any_seed_and_moment_gives_a_company(seed: int) -> None:
    moment = datetime(2024, 2, 29, 23, 59, tzinfo=UTC) + timedelta(days=131 * seed)
    deals = draw_company(moment, seed).deals
    assert len(deals) > 800
    assert all(deal.events[-1].at < moment for deal in deals)


def test_the_diary_is_kept_in_working_hours(company: Company) -> None:
    deals = {deal.key: deal for deal in company.deals}
    kinds = Counter((one.kind, one.done_at is None) for one in company.activities)
    assert all(kinds[kind, False] > 20 for kind in ("TASK", "CALL", "MEETING", "NOTE"))
    assert all(kinds[kind, True] > 10 for kind in ("TASK", "CALL", "MEETING"))
    overdue = [one for one in company.activities if one.done_at is None and one.due_on and one.due_on < NOW.date()]
    assert overdue
    led = {member.key: led_by(member) for member in company.members}
    for one in company.activities:
        deal = deals[one.deal]
        assert deal.events[0].at <= one.written_at <= NOW
        assert one.owner == deal.now.owner or deal.now.owner in led[one.owner]
        if one.done_at is None:
            assert deal.now.stage < OPEN_STAGES
            assert one.starts_at is None or one.starts_at > NOW
        else:
            assert one.done_at < NOW
        day = one.due_on or (one.starts_at or one.written_at).date()
        assert day.weekday() not in {4, 5}, "Friday and Saturday"


@pytest.mark.parametrize("seed", range(4))
def test_who_leads_has_a_day_too(seed: int) -> None:
    """The owner is whom one signs in as first: tasks that are late, for today and for later, and meetings to come."""
    moment = NOW + timedelta(days=seed)
    mine: dict[str, list[ActivityRecord]] = {}
    for one in draw_company(moment, seed).activities:
        mine.setdefault(one.owner, []).append(one)
    for leader in ("owner", "yael", "daniel", "rania"):
        plan = mine[leader]
        assert Counter(one.kind for one in plan) == {"TASK": 3, "CALL": 1, "MEETING": 2}
        assert len({one.deal for one in plan}) == len(plan)
        assert all(one.done_at is None and (one.due_on or one.starts_at) for one in plan)
        assert all(one.starts_at > moment for one in plan if one.starts_at)
