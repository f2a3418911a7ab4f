"""Saved views: whose they are, who is offered them, and what of them a role does not show."""

from typing import cast

import pytest

from saas.core.rights import Role
from tests.deals.make import make_deal
from tests.members.make import Company

Json = dict[str, object]

SEEN = """query V($object: String!) { viewsOf(object: $object) {
  view { id name audience team { name } owner { name } } filter search orderBy columns isDefault mayChange lost } }"""
BIG: Json = {
    "filter": {"amount": {"gte": "100"}, "owner": {"id": {"eq": "me"}}},
    "search": "acme",
    "orderBy": [{"amount": "DESC"}],
    "columns": ["name", "amount", "owner.name"],
}


def keep(company: Company, who: str, name: str = "Big ones", **given: object) -> Json:
    return company.do(who, "createSavedView", **{"object": "Deal", "name": name, "shown": BIG, **given})


def offered(company: Company, who: str, of: str = "Deal") -> list[Json]:
    return cast("list[Json]", company.ask(who, SEEN, object=of)["viewsOf"])


def names(company: Company, who: str) -> list[object]:
    return [cast(Json, one["view"])["name"] for one in offered(company, who)]


def test_a_list_is_kept_as_it_was_seen(company: Company) -> None:
    made = keep(company, "rina")
    (seen,) = offered(company, "rina")
    assert seen == {
        "view": {"id": made["id"], "name": "Big ones", "audience": "PRIVATE", "team": None, "owner": {"name": "Rina"}},
        **BIG, "isDefault": False, "mayChange": True, "lost": [],
    }  # fmt: skip
    assert offered(company, "rina", "Account") == []


def test_a_private_view_is_its_owners_alone(company: Company) -> None:
    made = keep(company, "rina")
    for who in ("mona", "olga"):
        assert offered(company, who) == []
        assert company.refuse(who, "updateSavedView", id=made["id"], name="Mine") == ("NOT_FOUND", "id")


def test_a_team_is_offered_what_is_shared_with_it(company: Company) -> None:
    made = keep(company, "rina", audience="TEAM", teamId=company.id("North", "Team"))
    assert names(company, "raz") == names(company, "mona") == ["Big ones"]
    assert names(company, "sami") == names(company, "olga") == []
    assert [one["mayChange"] for one in offered(company, "raz")] == [False]
    assert company.refuse("raz", "updateSavedView", id=made["id"], name="x") == ("FORBIDDEN", "id")
    assert company.refuse("raz", "deleteSavedView", id=made["id"]) == ("FORBIDDEN", "id")
    company.do("mona", "updateSavedView", id=made["id"], name="North's")
    assert names(company, "rina") == ["North's"]


def test_the_company_is_offered_what_those_who_keep_its_views_share(company: Company) -> None:
    assert company.refuse("rina", "createSavedView", object="Deal", name="x", audience="COMPANY") == (
        "FORBIDDEN", "audience",
    )  # fmt: skip
    made = keep(company, "mona", audience="COMPANY")
    assert names(company, "sami") == ["Big ones"]
    assert company.act("adam", "updateSavedView", id=made["id"], audience="PRIVATE").problem is None
    assert names(company, "sami") == []
    assert names(company, "mona") == ["Big ones"]


@pytest.mark.parametrize(
    ("given", "refused"),
    [
        ({"object": "Team"}, ("NO_LIST", "object")),
        ({"name": "  "}, ("REQUIRED", "name")),
        ({"shown": {"filter": {"nothing": {"eq": 1}}}}, ("BAD_LIST", "filter")),
        ({"shown": {"filter": {"amount": {"gte": "much"}}}}, ("BAD_LIST", "filter")),
        ({"shown": {"filter": {"name": {"eq": "x" * 20_000}}}}, ("TOO_LONG", "filter")),
        ({"shown": {"orderBy": [{"nothing": "ASC"}]}}, ("BAD_LIST", "filter")),
        ({"shown": {"columns": []}}, ("BAD_COLUMNS", "columns")),
        ({"shown": {"columns": ["name", "<b>"]}}, ("BAD_COLUMNS", "columns")),
        ({"audience": "TEAM"}, ("TEAM_REQUIRED", "teamId")),
    ],
)
def test_what_no_list_takes_is_refused(settled: Company, given: Json, refused: tuple[str, str]) -> None:
    asked = {"object": "Deal", "name": "View", **given}
    assert settled.refuse("rina", "createSavedView", **asked) == refused


def test_nobody_shares_with_a_team_that_he_is_not_in(company: Company) -> None:
    south = company.id("South", "Team")
    assert company.refuse("rina", "createSavedView", object="Deal", name="x", audience="TEAM", teamId=south) == (
        "FORBIDDEN", "teamId",
    )  # fmt: skip
    keep(company, "mike", audience="TEAM", teamId=south)  # he leads it


def test_a_view_that_names_what_a_role_hides_tells_it(company: Company) -> None:
    keep(company, "mona", audience="COMPANY")
    company.roles["rina"] = (Role.REP, '{"fields": {"Deal": {"amount": "HIDDEN"}}}')
    (seen,) = offered(company, "rina")
    assert seen["lost"] == ["amount"]
    assert company.refuse("rina", "createSavedView", object="Deal", name="x", shown=BIG) == (
        "FIELD_HIDDEN", "orderBy",
    )  # fmt: skip
    company.roles["rina"] = (Role.REP, '{"fields": {"Deal": {"owner": "HIDDEN"}}}')
    assert offered(company, "rina")[0]["lost"] == ["owner"]


def test_a_filter_through_a_list_loses_its_hidden_field(company: Company) -> None:
    won = {"filter": {"or": [{"deals": {"some": {"amount": {"gte": "5"}}}}, {"country": {"eq": "Malta"}}]}}
    keep(company, "mona", object="Account", shown=won, audience="COMPANY")
    assert offered(company, "rina", "Account")[0]["lost"] == []
    company.roles["rina"] = (Role.REP, '{"fields": {"Deal": {"amount": "HIDDEN"}}}')
    assert offered(company, "rina", "Account")[0]["lost"] == ["deals"]


def test_a_member_chooses_with_which_view_a_list_opens(company: Company) -> None:
    made = keep(company, "mona", audience="COMPANY")
    company.do("rina", "chooseDefaultView", object="Deal", viewId=made["id"])
    assert [one["isDefault"] for one in offered(company, "rina")] == [True]
    assert [one["isDefault"] for one in offered(company, "mona")] == [False]
    assert company.refuse("rina", "chooseDefaultView", object="Account", viewId=made["id"]) == ("NOT_FOUND", "viewId")
    company.do("rina", "chooseDefaultView", object="Deal", viewId=None)
    assert [one["isDefault"] for one in offered(company, "rina")] == [False]


def test_a_deleted_view_is_nobodys_default_and_comes_back(company: Company) -> None:
    made = keep(company, "rina")
    company.do("rina", "chooseDefaultView", object="Deal", viewId=made["id"])
    company.do("rina", "deleteSavedView", id=made["id"])
    assert offered(company, "rina") == []
    company.do("rina", "restoreSavedView", id=made["id"])
    assert [one["isDefault"] for one in offered(company, "rina")] == [True]


def test_two_who_change_a_view_do_not_write_over_each_other(company: Company) -> None:
    made = keep(company, "mona", audience="COMPANY")
    company.do("adam", "updateSavedView", id=made["id"], version=made["version"], shown={"search": "new"})
    assert company.act("mona", "updateSavedView", id=made["id"], version=made["version"], name="x").problem == (
        "CONFLICT", "version",
    )  # fmt: skip
    (seen,) = offered(company, "mona")
    assert (seen["search"], seen["filter"], seen["columns"]) == ("new", None, None)


def test_a_view_opens_no_records(company: Company) -> None:
    make_deal(company, "Acme", ownerId=company.id("raz"))
    keep(company, "mona", audience="COMPANY", shown={"search": "acme"})
    (seen,) = offered(company, "sami")
    found = company.ask("sami", "query S($s: String) { deals(search: $s) { nodes { name } } }", s=seen["search"])
    assert found == {"deals": {"nodes": []}}
