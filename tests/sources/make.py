"""Builders: sources."""

from tests.members.make import Company, Json, key_of


def make_source(company: Company, name: str = "Site form", *, who: str = "olga", **given: object) -> Json:
    made = company.do(who, "createSource", **{"name": name, "kind": "WEB_FORM", **given})
    company.keys[name] = key_of(made)
    return made
