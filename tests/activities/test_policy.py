"""Who sees activities and who may change them, told by what each member gets."""

import pytest

from tests.activities.make import customer, inside, plan, rows
from tests.members.make import EVERYBODY, Company, Json

ACTS = ("updateActivity", "completeActivity", "cancelActivity", "deleteActivity")


def seers(company: Company, activity: Json) -> set[str]:
    asked = "query A($id: ID!) { activity(id: $id) { id } }"
    return {name for name in EVERYBODY if company.ask(name, asked, id=activity["id"])["activity"]}


def changers(company: Company, activity: Json) -> set[str]:
    """Those who are not refused a change that changes nothing."""
    given = {"id": activity["id"], "priority": "NORMAL" if activity["priority"] == "LOW" else "LOW"}
    able = set()
    for name in EVERYBODY:
        answer = company.act(name, "updateActivity", **given)
        if answer.problem is None:
            able.add(name)
        else:
            assert answer.problem[0] in {"FORBIDDEN", "NOT_FOUND"}
            assert (answer.problem[0] == "FORBIDDEN") is (name in seers(company, activity))
        given["priority"] = "NORMAL" if given["priority"] == "LOW" else "LOW"
    return able


def test_a_plain_one_is_its_owners_and_the_managers(company: Company) -> None:
    task = plan(company)
    assert seers(company, task) == changers(company, task) == {"rina", "mona", "olga", "adam"}


def test_one_on_a_deal_follows_the_deal_wherever_it_shows(company: Company) -> None:
    """Everybody sees the account; the deal's call in its timeline is for those who see the deal."""
    acme = customer(company)
    task = plan(company, dealIds=[acme["deal"]], who="olga", ownerId=company.id("adam"))
    assert seers(company, task) == changers(company, task) == {"rina", "mona", "olga", "adam"}
    said = plan(company, dealIds=[acme["deal"]], accountIds=[acme["account"]], contactIds=[acme["contact"]])
    assert seers(company, said) == {"rina", "mona", "olga", "adam"}
    timeline = "query T($id: ID!) { account(id: $id) { timeline { nodes { kind } } } }"
    shown = {name: company.ask(name, timeline, id=acme["account"])["account"] for name in ("rina", "sami")}
    kinds = {name: sorted(str(one["kind"]) for one in rows(page, "timeline", "nodes")) for name, page in shown.items()}
    assert kinds["sami"] == ["ACCOUNT_CREATED", "CONTACT_CREATED"]
    assert kinds["rina"] == ["ACCOUNT_CREATED", "CONTACT_CREATED", "DEAL_CREATED", "TASK", "TASK"]


def test_one_on_an_account_is_seen_by_all_and_changed_by_its_own(company: Company) -> None:
    acme = customer(company)
    task = plan(company, accountIds=[acme["account"]])
    assert seers(company, task) == set(EVERYBODY)
    assert changers(company, task) == {"rina", "mona", "olga", "adam"}


def test_being_named_or_invited_lets_read_and_no_more(company: Company) -> None:
    mentioned = plan(company, "Ask Sami", mentionedIds=[company.id("sami")])
    invited = plan(company, "Demo", kind="MEETING", startsAt="2026-03-05T09:00:00Z",
                   attendees=[{"memberId": company.id("sami")}])  # fmt: skip
    for activity in (mentioned, invited):
        assert seers(company, activity) == {"rina", "mona", "olga", "adam", "sami"}
        assert changers(company, activity) == {"rina", "mona", "olga", "adam"}
    company.do("rina", "updateActivity", id=mentioned["id"], mentionedIds=[])
    assert seers(company, mentioned) == {"rina", "mona", "olga", "adam"}


def test_who_gave_it_away_goes_on_seeing_it(company: Company) -> None:
    task = plan(company, ownerId=company.id("sami"))
    assert seers(company, task) == changers(company, task) == {"rina", "sami", "mike", "olga", "adam"}


def test_a_private_one_is_for_its_people(company: Company) -> None:
    acme = customer(company)
    task = plan(
        company, ownerId=company.id("raz"), mentionedIds=[company.id("lone")], private=True,
        dealIds=[acme["deal"]], accountIds=[acme["account"]],
    )  # fmt: skip
    assert seers(company, task) == {"rina", "raz", "lone", "olga", "adam"}
    assert changers(company, task) == {"rina", "raz", "olga", "adam"}
    links = "query L($id: ID!) { deal(id: $id) { timeline { nodes { activity { subject } } } } }"
    seen = rows(company.ask("mona", links, id=acme["deal"]), "deal", "timeline", "nodes")
    assert seen == [{"activity": None}]


@pytest.mark.parametrize("act", ACTS)
def test_who_may_not_is_refused(company: Company, act: str) -> None:
    acme = customer(company)
    task = plan(company, accountIds=[acme["account"]])
    assert company.refuse("sami", act, id=task["id"]) == ("FORBIDDEN", "id")


def test_giving_it_away_asks_for_the_right_to(company: Company) -> None:
    """Who may change a deal's activity may not thereby hand it to somebody."""
    acme = customer(company)
    task = plan(company, who="olga", ownerId=company.id("adam"), dealIds=[acme["deal"]])
    assert company.do("rina", "updateActivity", id=task["id"], subject="Better")["subject"] == "Better"
    assert company.refuse("rina", "updateActivity", id=task["id"], ownerId=company.id("rina")) == (
        "FORBIDDEN", "ownerId"
    )  # fmt: skip
    mine = plan(company)
    given = company.do("rina", "updateActivity", id=mine["id"], ownerId=company.id("sami"))
    assert given["owner"] == {"id": company.id("sami")}


def test_the_series_and_people_of_a_hidden_one_are_hidden(company: Company) -> None:
    task = plan(company, dueOn="2026-03-03", repeat="FREQ=DAILY", mentionedIds=[company.id("raz")])
    asked = "query A($id: ID!) { activity(id: $id) { series { id } mentions { id } } }"
    shown = company.ask("raz", asked, id=task["id"])
    series, mention = inside(shown, "activity", "series")["id"], rows(shown, "activity", "mentions")[0]["id"]
    node = "query N($id: ID!) { node(id: $id) { id } }"
    for record in (series, mention):
        assert company.ask("raz", node, id=record) == {"node": {"id": record}}
        assert company.ask("sami", node, id=record) == {"node": None}
