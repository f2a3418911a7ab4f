"""Sharing one record: who may, whom it opens it to, and what it opens."""

import pytest

from tests.deals.make import make_deal
from tests.members.make import Company
from tests.roles.make import give_role, grant, make_role

SHARES = "query S($id: ID!) { sharesOf(id: $id) { object level member { name } team { name } by { name } } }"
SEEN = "{ deals { totalCount nodes { name } } }"


@pytest.fixture
def shop(company: Company) -> Company:
    """A deal of each of three reps, and an account."""
    for owner in ("rina", "raz", "sami"):
        make_deal(company, f"Deal of {owner}", who=owner)
    return company


def seen(company: Company, who: str) -> list[str]:
    said = company.ask(who, SEEN)["deals"]
    assert isinstance(said, dict)
    assert said["totalCount"] == len(said["nodes"])
    return sorted(one["name"] for one in said["nodes"])


def deal(company: Company, owner: str) -> str:
    return company.id(f"Deal of {owner}", "Deal")


def test_a_shared_record_is_seen_and_not_changed(shop: Company) -> None:
    hers = deal(shop, "rina")
    made = shop.do("rina", "shareRecord", recordId=hers, memberId=shop.id("sami"), level="READ")
    assert (made["object"], made["level"]) == ("Deal", "READ")
    assert seen(shop, "sami") == ["Deal of rina", "Deal of sami"]
    assert seen(shop, "raz") == ["Deal of raz"]
    forbidden = ("FORBIDDEN", "id")
    assert shop.refuse("sami", "updateDeal", id=hers, name="His") == forbidden
    assert shop.refuse("sami", "deleteDeal", id=hers) == forbidden
    assert shop.refuse("sami", "shareRecord", recordId=hers, memberId=shop.id("raz"), level="READ") == (
        "FORBIDDEN", "recordId",
    )  # fmt: skip
    for who in ("rina", "sami", "olga"):
        assert shop.ask(who, SHARES, id=hers) == {"sharesOf": [
            {"object": "Deal", "level": "READ", "member": {"name": "Sami"}, "team": None, "by": {"name": "Rina"}}
        ]}  # fmt: skip
    assert shop.ask("raz", SHARES, id=hers) == {"sharesOf": []}


def test_edit_lets_change_and_nothing_else(shop: Company) -> None:
    hers = deal(shop, "rina")
    shop.do("rina", "shareRecord", recordId=hers, memberId=shop.id("sami"), level="READ")
    assert shop.do("rina", "shareRecord", recordId=hers, memberId=shop.id("sami"), level="EDIT")["level"] == "EDIT"
    assert shop.do("sami", "updateDeal", id=hers, name="Ours")["name"] == "Ours"
    assert shop.refuse("sami", "updateDeal", id=hers, ownerId=shop.id("sami")) == ("FORBIDDEN", "ownerId")
    assert shop.refuse("sami", "updateDeal", id=hers, name="Mine", ownerId=shop.id("sami")) == ("FORBIDDEN", "ownerId")
    assert shop.refuse("sami", "deleteDeal", id=hers) == ("FORBIDDEN", "id")
    again = shop.act("rina", "unshareRecord", recordId=hers, memberId=shop.id("sami"))
    assert (again.problem, again.record) == (None, None)
    assert seen(shop, "sami") == ["Deal of sami"]
    assert shop.refuse("sami", "updateDeal", id=hers, name="Mine") == ("NOT_FOUND", "id")
    assert shop.refuse("rina", "unshareRecord", recordId=hers, memberId=shop.id("sami")) == ("NOT_FOUND", "memberId")


def test_a_team_is_its_members_and_its_manager(shop: Company) -> None:
    shop.do("rina", "shareRecord", recordId=deal(shop, "rina"), teamId=shop.id("South", "Team"), level="READ")
    assert {who for who in ("mike", "sami", "raz", "lone") if "Deal of rina" in seen(shop, who)} == {"mike", "sami"}
    shop.do("olga", "updateMember", id=shop.id("sami"), teamId=None)
    assert seen(shop, "sami") == ["Deal of sami"]


def test_a_share_goes_out_of_sight_with_its_record(shop: Company) -> None:
    hers = deal(shop, "rina")
    shop.do("rina", "shareRecord", recordId=hers, memberId=shop.id("sami"), level="EDIT")
    shop.do("rina", "deleteDeal", id=hers)
    assert shop.ask("olga", SHARES, id=hers) == {"sharesOf": []}
    assert seen(shop, "sami") == ["Deal of sami"]
    shop.do("rina", "restoreDeal", id=hers)
    assert seen(shop, "sami") == ["Deal of rina", "Deal of sami"]


def test_a_share_opens_nothing_to_a_role_that_sees_none(shop: Company) -> None:
    make_role(shop, "Deskless", grants=[grant("Deal", "READ", "NONE")])
    give_role(shop, "sami", "Deskless")
    shop.do("rina", "shareRecord", recordId=deal(shop, "rina"), memberId=shop.id("sami"), level="EDIT")
    assert seen(shop, "sami") == []
    assert shop.refuse("sami", "updateDeal", id=deal(shop, "rina"), name="X") == ("NOT_FOUND", "id")


def test_who_may_share_but_not_edit_shares_to_be_read(shop: Company) -> None:
    make_role(shop, "Shower", grants=[grant("Deal", "UPDATE", "NONE")])
    give_role(shop, "rina", "Shower")
    given = {"recordId": deal(shop, "rina"), "memberId": shop.id("sami")}
    assert shop.refuse("rina", "shareRecord", **given, level="EDIT") == ("FORBIDDEN", "level")
    assert shop.do("rina", "shareRecord", **given, level="READ")["level"] == "READ"


def test_what_cannot_be_shared_is_refused(shop: Company) -> None:
    hers, sami, south = deal(shop, "rina"), shop.id("sami"), shop.id("South", "Team")
    both = ("ONE_OF_TWO", "memberId")
    assert shop.refuse("rina", "shareRecord", recordId=hers, level="READ") == both
    assert shop.refuse("rina", "shareRecord", recordId=hers, level="READ", memberId=sami, teamId=south) == both
    assert shop.refuse("rina", "shareRecord", recordId=sami, level="READ", memberId=sami) == ("NOT_FOUND", "recordId")
    assert shop.refuse("raz", "shareRecord", recordId=hers, level="READ", memberId=sami) == ("NOT_FOUND", "recordId")
    assert shop.refuse("rina", "shareRecord", recordId=hers, level="READ", memberId=hers) == ("NOT_FOUND", "memberId")
    shop.do("olga", "disableMember", id=sami)
    assert shop.refuse("rina", "shareRecord", recordId=hers, level="READ", memberId=sami) == (
        "MEMBER_DISABLED", "memberId",
    )  # fmt: skip
