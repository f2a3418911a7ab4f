"""Favorites: a member's own, in his order, as long as he sees the records."""

from saas.favorites.actions import MOST, add_favorite
from saas.graph.ids import encode
from tests.accounts.make import make_accounts
from tests.activities.make import customer
from tests.deals.make import make_deal
from tests.members.make import ABSENT, Company

LIST = "{ favoriteRecords { __typename id ... on Deal { name } ... on Account { name } ... on Contact { name } } }"


def names(company: Company, who: str = "rina") -> list[str]:
    found = company.ask(who, LIST)["favoriteRecords"]
    assert isinstance(found, list)
    return [one["name"] for one in found]


def star(company: Company, record: object, who: str = "rina", **given: object) -> None:
    company.do(who, "addFavorite", recordId=record, **given)


def test_favorites_are_ones_own_in_ones_order(company: Company) -> None:
    acme = customer(company)
    for record in acme.values():
        star(company, record)
    assert names(company) == ["Acme", "Dana of Acme", "Acme rollout"]
    assert names(company, "olga") == []
    company.do("rina", "moveFavorite", recordId=acme["deal"], position=0)
    assert names(company) == ["Acme rollout", "Acme", "Dana of Acme"]
    company.do("rina", "moveFavorite", recordId=acme["deal"], position=99)
    assert names(company) == ["Acme", "Dana of Acme", "Acme rollout"]
    star(company, acme["account"], position=2)  # it is there already
    assert names(company) == ["Acme", "Dana of Acme", "Acme rollout"]


def test_what_is_taken_out_comes_back_where_it_was(company: Company) -> None:
    acme = customer(company)
    for record in acme.values():
        star(company, record)
    answer = company.act("rina", "removeFavorite", recordId=acme["contact"])
    assert (answer.record, answer.problem) == (None, None)
    assert names(company) == ["Acme", "Acme rollout"]
    star(company, acme["contact"], position=1)
    assert names(company) == ["Acme", "Dana of Acme", "Acme rollout"]


def test_a_record_that_is_no_longer_seen_is_no_favorite(company: Company) -> None:
    deal = make_deal(company, "Hers", who="rina")
    star(company, deal["id"])
    company.do("olga", "updateDeal", id=deal["id"], ownerId=company.id("sami"))
    assert names(company) == []
    assert company.refuse("rina", "removeFavorite", recordId=deal["id"]) == ("NOT_FOUND", "recordId")
    assert company.refuse("rina", "moveFavorite", recordId=deal["id"], position=0) == ("NOT_FOUND", "recordId")
    company.do("olga", "updateDeal", id=deal["id"], ownerId=company.id("rina"))
    assert names(company) == ["Hers"]
    company.do("olga", "deleteDeal", id=deal["id"])
    assert names(company) == []


def test_what_is_not_there_is_no_favorite(settled: Company) -> None:
    hidden = make_deal(settled, "Olga's", who="olga")
    for record in (hidden["id"], encode("Deal", ABSENT), encode("Share", ABSENT), "nonsense"):
        assert settled.refuse("rina", "addFavorite", recordId=record) == ("NOT_FOUND", "recordId")
    assert settled.refuse("olga", "removeFavorite", recordId=hidden["id"]) == ("NOT_FOUND", "recordId")


def test_there_is_room_for_fifty(company: Company) -> None:
    *made, last = make_accounts(company, MOST + 1)
    with company.open("rina") as work:
        for key in made:
            add_favorite(work, "Account", key)
            work.flush()
    assert company.refuse("rina", "addFavorite", recordId=encode("Account", last)) == ("TOO_MANY_FAVORITES", "recordId")
    assert len(names(company)) == MOST
