"""Builders: a company's list of reasons."""

from saas.losses.actions import furnish_reasons, list_reasons
from tests.members.make import Company

LIST = "{ lossReasons { name position active } }"


def furnish(company: Company) -> None:
    """Each reason is known to the company by its name."""
    with company.open() as work:
        furnish_reasons(work)
        work.flush()
        company.keys |= {reason.name: reason.id for reason in list_reasons(work)}


def listed(company: Company, who: str = "lone") -> list[str]:
    """The names in their order; a retired one in brackets. Positions count from 0."""
    reasons = company.ask(who, LIST)["lossReasons"]
    assert isinstance(reasons, list)
    assert [one["position"] for one in reasons] == list(range(len(reasons)))
    return [one["name"] if one["active"] else f"({one['name']})" for one in reasons]
