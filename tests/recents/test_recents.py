"""Recents: what a member opened last, as long as he sees it."""

from datetime import timedelta

from saas.graph.ids import encode
from saas.recents.actions import KEPT, open_record
from tests.accounts.make import make_accounts
from tests.activities.make import customer, refusals
from tests.deals.make import make_deal
from tests.members.make import ABSENT, Company

LIST = """query R($first: Int) { recentRecords(first: $first) {
    __typename id ... on Deal { name } ... on Account { name } ... on Contact { name } } }"""


def names(company: Company, who: str = "rina", **given: object) -> list[str]:
    found = company.ask(who, LIST, **given)["recentRecords"]
    assert isinstance(found, list)
    return [one["name"] for one in found]


def look(company: Company, record: object, who: str = "rina") -> None:
    company.clock.pass_by(timedelta(seconds=1))
    company.do(who, "openRecord", recordId=record)


def test_what_was_opened_last_stands_first_and_once(company: Company) -> None:
    acme = customer(company)
    for name in ("account", "contact", "deal", "account"):
        look(company, acme[name])
    assert names(company) == ["Acme", "Acme rollout", "Dana of Acme"]
    assert names(company, first=1) == ["Acme"]
    assert names(company, "olga") == []


def test_the_trail_does_not_tell_what_was_looked_at(company: Company) -> None:
    acme = customer(company)
    before = len(company.entries())
    look(company, acme["deal"])
    look(company, acme["deal"])
    assert len(company.entries()) == before


def test_what_is_no_longer_seen_is_not_told(company: Company) -> None:
    deal = make_deal(company, "Hers", who="rina")
    look(company, deal["id"])
    company.do("olga", "updateDeal", id=deal["id"], ownerId=company.id("sami"))
    assert names(company) == []
    assert company.refuse("rina", "openRecord", recordId=deal["id"]) == ("NOT_FOUND", "recordId")


def test_the_last_fifty_are_kept(company: Company) -> None:
    made = make_accounts(company, KEPT + 2)
    with company.open("rina") as work:
        for key in made:
            company.clock.pass_by(timedelta(seconds=1))
            open_record(work, "Account", key)
            work.flush()
    assert names(company, first=KEPT) == [f"Account {n}" for n in range(KEPT + 1, 1, -1)]
    with company.open() as work:
        assert work.rows("SELECT count(*) FROM opening")[0][0] == KEPT


def test_what_is_not_there_was_not_opened(settled: Company) -> None:
    for record in (encode("Deal", ABSENT), encode("Member", ABSENT), "nonsense"):
        assert settled.refuse("rina", "openRecord", recordId=record) == ("NOT_FOUND", "recordId")
    for first in (0, -1, KEPT + 1):
        assert refusals(settled.answer("rina", LIST, {"first": first})) == ["PAGE_SIZE"]
