"""Builders: roles of the company's own, given to its members."""

import json

from sqlalchemy import select

from saas.members.model import Member
from saas.roles.model import CustomRole
from tests.members.make import Company, Json, key_of


def grant(object_: str, verb: str, scope: str) -> Json:
    return {"object": object_, "verb": verb, "scope": scope}


def ruled(object_: str, field: str, rule: str = "HIDDEN") -> Json:
    return {"object": object_, "field": field, "rule": rule}


def power(name: str, *, granted: bool = True) -> Json:
    return {"power": name, "granted": granted}


def make_role(company: Company, name: str = "Junior", base: str = "REP", *, who: str = "olga", **given: object) -> Json:
    made = company.do(who, "createCustomRole", name=name, base=base, **given)
    company.keys[name] = key_of(made)
    return made


def give_role(company: Company, member: str, role: str) -> None:
    """By its name; the member acts with it from now on."""
    company.do("olga", "updateMember", id=company.id(member), customRoleId=company.id(role, "CustomRole"))
    recall(company)


def recall(company: Company) -> None:
    """Members act with the roles that they have now."""
    with company.open() as work:
        own = {role.id: role for role in work.all(select(CustomRole))}
        names = {key: name for name, key in company.keys.items()}
        for member in work.all(select(Member)):
            rules = own[member.custom_role_id].rules if member.custom_role_id else {}
            company.roles[names[member.id]] = (member.role, json.dumps(rules, sort_keys=True))
