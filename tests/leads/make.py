"""Builders: leads, and their histories as short lines."""

from tests.members.make import Company, Json, key_of

HISTORY = """query History($id: ID!) { lead(id: $id) { history(first: 100) { nodes {
    kind by { name } fromStatus toStatus seconds fromOwner { name } toOwner { name } unfitReason unfitRemark
} } } }"""


def make_lead(there: Company, name: str = "Dana Levi", *, who: str = "olga", **given: object) -> Json:
    made = there.do(who, "createLead", name=name, **given)
    there.keys[name] = key_of(made)
    return made


def history(company: Company, lead: Json, who: str = "olga") -> list[Json]:
    """Each event without what is null in it."""
    said = company.ask(who, HISTORY, id=lead["id"])["lead"]
    assert isinstance(said, dict)
    return [{name: value for name, value in event.items() if value is not None} for event in said["history"]["nodes"]]
