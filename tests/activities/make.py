"""Builders: activities of each kind, and what they hang on as short words."""

from typing import cast

from tests.deals.make import make_deal
from tests.members.make import Company, Json, key_of

ABOUT = """query About($id: ID!) { activity(id: $id) {
    subject status version dueOn dueAt startsAt endsAt doneAt fallsAt at doneBy { name } owner { name }
    series { rule timeZone endedAt } slotAt
    links { derived deal { name } account { name } contact { name } }
    mentions { member { name } } attendees { member { name } contact { name } }
} }"""


def inside(said: object, *path: str) -> Json:
    """What lies at the end of a path of keys."""
    for name in path:
        said = cast(Json, said)[name]
    return cast(Json, said)


def rows(said: object, *path: str) -> list[Json]:
    return cast("list[Json]", inside(said, *path))


def refusals(said: Json) -> list[object]:
    """The codes of an answer that has only errors."""
    return [inside(error, "extensions")["code"] for error in rows(said, "errors")]


def plan(company: Company, subject: str = "Send the offer", *, who: str = "rina", **given: object) -> Json:
    """A task of Rina's where nothing else is said."""
    made = company.do(who, "createActivity", **{"kind": "TASK", "subject": subject, **given})
    company.keys[subject] = key_of(made)
    return made


def about(company: Company, activity: Json, who: str = "olga") -> Json:
    said = company.ask(who, ABOUT, id=activity["id"])["activity"]
    assert isinstance(said, dict)
    return said


def links(company: Company, activity: Json, who: str = "olga") -> list[str]:
    """As `deal Acme rollout`, with a star before what only follows."""
    found = []
    for link in rows(about(company, activity, who), "links"):
        ((kind, record),) = [(k, r) for k, r in link.items() if isinstance(r, dict)]
        found.append(("*" if link["derived"] else "") + f"{kind} {record['name']}")
    return sorted(found)


def customer(company: Company, name: str = "Acme", *, who: str = "rina") -> Json:
    """An account, its person Dana of the same name, and a deal with both."""
    account = company.do(who, "createAccount", name=name)
    person = company.do(who, "createContact", name=f"Dana of {name}", accountId=account["id"])
    deal = make_deal(company, f"{name} rollout", who=who, accountId=account["id"], contactId=person["id"])
    return {"account": account["id"], "contact": person["id"], "deal": deal["id"]}
