"""Builders: products."""

from tests.members.make import Company, Json


def make_product(company: Company, name: str = "GTX Pro", price: str | None = "4821", **given: object) -> Json:
    """In the company's currency where `given` says no other."""
    currency = given.pop("currency", None)
    money = {"amount": price, "currency": currency} if price is not None else None
    return company.do("olga", "createProduct", name=name, price=money, **given)
