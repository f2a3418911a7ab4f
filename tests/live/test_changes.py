"""Who is told of a change, and what: through a web process in earnest, from commits of another process."""

import pytest
from sqlalchemy import Engine, update

from saas.accounts.model import Account
from saas.deals.model import Deal
from tests.deals.make import euros, make_deal
from tests.identity.serving import Server
from tests.live.listening import listening
from tests.members.make import Company
from tests.roles.make import give_role, make_role, ruled


@pytest.fixture
def live(server: Server, web_engine: Engine) -> tuple[Server, Engine]:
    return server, web_engine


Live = tuple[Server, Engine]


def test_a_change_is_told_with_the_record_as_it_is_read_anew(live: Live, company: Company) -> None:
    with listening(*live, company, "olga", types=["Deal"]) as line:
        deal = make_deal(company, who="rina", amount=euros(100))
        told = line.changes()
        assert told["stale"] == []
        node = {"id": deal["id"], "name": "Acme rollout", "amount": {"amount": "100.00"}}
        first = {"type": "Deal", "id": deal["id"], "kind": "CREATED", "by": {"name": "Rina"}, "node": node}
        assert [dict(one) for one in told["records"]] == [first]
        company.do("rina", "updateDeal", id=deal["id"], name="Acme renewal")
        (record,) = line.changes()["records"]
        assert (record["kind"], record["node"]["name"]) == ("UPDATED", "Acme renewal")
        company.do("rina", "deleteDeal", id=deal["id"])
        (record,) = line.changes()["records"]
        assert dict(record) == {
            "type": "Deal",
            "id": deal["id"],
            "kind": "DELETED",
            "by": {"name": "Rina"},
            "node": None,
        }


def test_who_may_not_see_a_record_hears_nothing_of_it(live: Live, company: Company, other_company: Company) -> None:
    with (
        listening(*live, company, "sami", types=["Deal"]) as sami,
        listening(*live, other_company, "olga", types=["Deal"]) as stranger,
    ):
        theirs = make_deal(company, who="rina", amount=euros(100))
        company.do("rina", "updateDeal", id=theirs["id"], name="Secret")
        mine, far = make_deal(company, "Mine", who="sami"), make_deal(other_company, "Far")
        assert [told["id"] for told in sami.until(mine["id"])] == [mine["id"]]
        assert [told["id"] for told in stranger.until(far["id"])] == [far["id"]]


def test_what_leaves_ones_sight_is_told_without_its_id(live: Live, company: Company) -> None:
    deal = make_deal(company, who="rina")
    with (
        listening(*live, company, "rina", types=["Deal"]) as rina,
        listening(*live, company, "mona", types=["Deal"]) as mona,
    ):
        company.do("mona", "updateDeal", id=deal["id"], ownerId=company.id("raz"))
        assert dict(rina.changes()) == {"stale": ["Deal"], "records": []}
        assert [told["id"] for told in mona.until(deal["id"])] == [deal["id"]]


def test_a_named_record_alone(live: Live, company: Company) -> None:
    first, second = make_deal(company, "First"), make_deal(company, "Second")
    with listening(*live, company, "olga", ids=[str(first["id"])]) as line:
        company.do("olga", "updateDeal", id=second["id"], name="Second again")
        company.do("olga", "updateDeal", id=first["id"], name="First again")
        assert [told["node"]["name"] for told in line.until(first["id"])] == ["First again"]


def test_a_hidden_field_is_hidden(live: Live, company: Company) -> None:
    make_role(company, fields=[ruled("Deal", "amount")])
    give_role(company, "rina", "Junior")
    with listening(*live, company, "rina", types=["Deal"]) as line:
        deal = make_deal(company, who="rina")
        company.do("olga", "updateDeal", id=deal["id"], amount=euros(100))
        assert {told["node"]["amount"] for told in line.until(deal["id"])} == {None}


def test_a_change_of_many_is_told_as_one(live: Live, company: Company) -> None:
    deals = [make_deal(company, f"Deal {number}") for number in range(3)]
    with listening(*live, company, "olga", types=["Deal"]) as line:
        with company.open() as work:
            work.bulk(update(Deal).values(external_id=Deal.name))
        assert {told["id"] for told in line.changes()["records"]} == {deal["id"] for deal in deals}


def test_a_change_of_very_many_names_none_of_them(live: Live, company: Company) -> None:
    with listening(*live, company, "olga", types=["Account"]) as line:
        with company.open() as work:
            for number in range(201):
                work.add(Account(name=f"Account {number}"))
        assert dict(line.changes()) == {"stale": ["Account"], "records": []}


def test_a_burst_is_told_in_a_few_messages(live: Live, company: Company) -> None:
    deal = make_deal(company)
    with listening(*live, company, "olga", types=["Deal"]) as line:
        for number in range(30):
            company.do("olga", "updateDeal", id=deal["id"], name=f"Name {number}")
        names: list[str] = []
        while not names or names[-1] != "Name 29":
            (told,) = line.changes()["records"]
            names.append(told["node"]["name"])
        assert len(names) < 30
