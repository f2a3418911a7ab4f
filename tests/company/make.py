"""Builders: the company as the next request finds it."""

from tenants.registry import Directory, Tenant
from tests.members.make import Company, Json

PROFILE = """{ company { name currency locale timeZone weekStart fiscalStart logo version hoursSaid
  hours { weekday opens closes } holidays { id name fallsOn yearly halfUntil version } } }"""


def look_again(company: Company, directory: Directory) -> Tenant:
    """As the directory knows it by now: a request's own tenant never changes."""
    found = directory.find(company.tenant.id)
    assert found is not None
    company.tenant = found
    return found


def profile(company: Company, who: str = "rina") -> Json:
    said = company.ask(who, PROFILE)["company"]
    assert isinstance(said, dict)
    return said


def holidays(company: Company) -> list[tuple[object, ...]]:
    found = profile(company)["holidays"]
    assert isinstance(found, list)
    return [(one["fallsOn"], one["name"], one["yearly"], one["halfUntil"]) for one in found]
