"""Builders: rules, and what they decide."""

from tests.members.make import Company, Json, key_of


def make_rule(company: Company, name: str, *people: str, **given: object) -> Json:
    pool = [{"memberId": company.id(one)} for one in people]
    made = company.do("mona", "createAssignmentRule", name=name, **{"pool": pool, **given})
    company.keys[name] = key_of(made)
    return made


def given_to(company: Company, lead: Json) -> str | None:
    """Who gets it by the rules."""
    owner = company.do("mona", "distributeLead", id=lead["id"])["owner"]
    names = {company.id(name): name for name in ("olga", "adam", "mona", "mike", "rina", "raz", "sami", "lone")}
    return names[owner["id"]] if isinstance(owner, dict) else None
