"""Builders: rates against the company's currency, which is EUR."""

from tests.members.make import Company, Json


def make_rate(company: Company, currency: str = "USD", day: str = "2026-03-01", rate: str = "0.9") -> Json:
    return company.do("olga", "createExchangeRate", currency=currency, startsOn=day, rate=rate)
