"""Builders: contacts."""

from tests.members.make import Company, Json


def make_contact(company: Company, name: str = "Dana Levi", *, who: str = "olga", **given: object) -> Json:
    return company.do(who, "createContact", name=name, **given)
