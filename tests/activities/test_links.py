"""What activities hang on, and what follows from that."""

from saas.activities.graph import MOST_LINKS
from tests.activities.make import customer, inside, links, plan, rows
from tests.deals.make import make_deal
from tests.members.make import Company, Json


def test_what_hangs_on_a_deal_is_linked_to_its_customer(company: Company) -> None:
    acme = customer(company)
    assert links(company, plan(company, dealIds=[acme["deal"]])) == [
        "*account Acme", "*contact Dana of Acme", "deal Acme rollout"
    ]  # fmt: skip


def test_what_hangs_on_a_person_is_linked_to_the_persons_account(company: Company) -> None:
    acme = customer(company)
    task = plan(company, contactIds=[acme["contact"]])
    assert links(company, task) == ["*account Acme", "contact Dana of Acme"]
    changed = company.do("rina", "updateActivity", id=task["id"], contactIds=[], accountIds=[acme["account"]])
    assert links(company, changed) == ["account Acme"]
    company.do("rina", "updateActivity", id=task["id"], accountIds=None, dealIds=[acme["deal"], acme["deal"]])
    assert links(company, task) == ["*account Acme", "*contact Dana of Acme", "deal Acme rollout"]
    company.do("rina", "updateActivity", id=task["id"], subject="Nothing else")
    assert links(company, task) == ["*account Acme", "*contact Dana of Acme", "deal Acme rollout"]


def test_what_somebody_said_stays_when_what_it_followed_from_goes(company: Company) -> None:
    acme = customer(company)
    task = plan(company, dealIds=[acme["deal"]], accountIds=[acme["account"]])
    assert links(company, task) == ["*contact Dana of Acme", "account Acme", "deal Acme rollout"]
    company.do("rina", "updateActivity", id=task["id"], dealIds=[])
    assert links(company, task) == ["account Acme"]


def test_a_contact_who_attends_sees_it_in_the_timeline(company: Company) -> None:
    acme = customer(company)
    people = [{"contactId": acme["contact"]}, {"memberId": company.id("mona")}]
    meeting = plan(company, "Demo", kind="MEETING", startsAt="2026-03-05T09:00:00Z", attendees=people)
    assert links(company, meeting) == ["*account Acme", "*contact Dana of Acme"]
    company.do("rina", "updateActivity", id=meeting["id"], attendees=[{"memberId": company.id("mona")}])
    assert links(company, meeting) == []


def test_activities_go_along_when_a_deal_gets_another_customer(company: Company) -> None:
    acme, zeta = customer(company), customer(company, "Zeta")
    task = plan(company, dealIds=[acme["deal"]])
    company.do("rina", "updateDeal", id=acme["deal"], accountId=zeta["account"], contactId=None)
    assert links(company, task) == ["*account Zeta", "deal Acme rollout"]
    company.do("rina", "updateDeal", id=acme["deal"], accountId=acme["account"], contactId=acme["contact"])
    assert links(company, task) == ["*account Acme", "*contact Dana of Acme", "deal Acme rollout"]


def test_records_that_the_editor_does_not_see_stay(company: Company) -> None:
    """Sami may edit what is his; the deal that he does not see is not his to take away."""
    acme = customer(company)
    task = plan(company, dealIds=[acme["deal"]], ownerId=company.id("sami"))
    mine = make_deal(company, "Sami's own", who="sami")
    company.do("sami", "updateActivity", id=task["id"], dealIds=[mine["id"]])
    assert links(company, task) == ["*account Acme", "*contact Dana of Acme", "deal Acme rollout", "deal Sami's own"]


def test_what_is_not_there_is_refused(company: Company, other_company: Company) -> None:
    acme, theirs = customer(company), customer(other_company)
    for kind in ("deal", "account", "contact"):
        given: Json = {"kind": "TASK", "subject": "x", f"{kind}Ids": [theirs[kind]]}
        assert company.refuse("rina", "createActivity", **given) == ("NOT_FOUND", f"{kind}Ids")
    hidden = {"kind": "TASK", "subject": "x", "dealIds": [acme["deal"]]}
    assert company.refuse("sami", "createActivity", **hidden) == ("NOT_FOUND", "dealIds")
    many = {"kind": "TASK", "subject": "x", "mentionedIds": [company.id("mona")], "accountIds": [acme["account"]] * 60}
    assert company.do("rina", "createActivity", **many)["subject"] == "x"
    people = {"kind": "TASK", "subject": "x", "attendees": [{"memberId": company.id("mona")}]}
    assert company.refuse("rina", "createActivity", **people) == ("NOT_OF_THIS_KIND", "attendees")
    both = {"memberId": company.id("mona"), "contactId": acme["contact"]}
    assert company.refuse("rina", "createActivity", **{**people, "attendees": [both]}) == ("ONE_PERSON", "attendees")


def test_what_awaits_is_known_at_the_record(company: Company) -> None:
    acme = customer(company)
    asked = """query N($id: ID!) { deal(id: $id) { nextActivity { subject }
        account { nextActivity { subject } } contact { nextActivity { subject } } } }"""

    def upcoming(who: str = "rina") -> list[str | None]:
        deal = inside(company.ask(who, asked, id=acme["deal"]), "deal")
        places = [deal, inside(deal, "account"), inside(deal, "contact")]
        return [str(inside(one, "nextActivity")["subject"]) if one["nextActivity"] else None for one in places]

    assert upcoming() == [None] * 3
    plan(company, "Some day", dealIds=[acme["deal"]])
    plan(company, "Later", dealIds=[acme["deal"]], dueOn="2026-03-09")
    sooner = plan(company, "Sooner", dealIds=[acme["deal"]], dueAt="2026-03-04T10:00:00Z")
    plan(company, "Logged", kind="CALL", done=True, dealIds=[acme["deal"]])
    assert upcoming() == ["Sooner"] * 3
    company.do("rina", "moveActivity", id=sooner["id"], dueOn="2026-03-20")
    assert upcoming() == ["Later"] * 3
    company.do("rina", "moveActivity", id=sooner["id"], dueOn="2026-03-04")
    company.do("rina", "completeActivity", id=sooner["id"])
    assert upcoming() == ["Later"] * 3
    company.do("rina", "reopenActivity", id=sooner["id"])
    assert upcoming("mona") == ["Sooner"] * 3
    company.do("rina", "deleteActivity", id=sooner["id"])
    assert upcoming() == ["Later"] * 3
    company.do("rina", "restoreActivity", id=sooner["id"])
    company.do("rina", "updateActivity", id=sooner["id"], private=True)
    assert (upcoming(), upcoming("mona"), upcoming("olga")) == (["Sooner"] * 3, ["Later"] * 3, ["Sooner"] * 3)


def test_a_record_tells_the_first_fifty_of_its_links(company: Company) -> None:
    """What is awaited soonest, then what has no day, then what is over; all of it is in the list of activities."""
    deal = make_deal(company, "Acme rollout", who="rina")["id"]
    company.do("rina", "completeActivity", id=plan(company, "Over", dealIds=[deal])["id"])
    for n in range(MOST_LINKS):
        plan(company, f"Call {n}", dealIds=[deal], dueOn=f"2027-01-{n % 28 + 1:02}")
    plan(company, "First", dealIds=[deal], dueOn="2026-12-31")
    said = company.ask("rina", "query D($id: ID!) { deal(id: $id) { activityLinks { awaitedAt } } }", id=deal)
    awaited = [str(link["awaitedAt"]) for link in rows(said, "deal", "activityLinks")]
    assert (len(awaited), awaited) == (MOST_LINKS, sorted(awaited))
    assert awaited[0].startswith("2026-12-31")
    every = "query A($id: ID!) { activities(filter: {links: {some: {deal: {id: {eq: $id}}}}}) { totalCount } }"
    assert inside(company.ask("rina", every, id=deal), "activities")["totalCount"] == MOST_LINKS + 2
