"""Rows of products."""

from collections.abc import Sequence
from decimal import Decimal

from saas.core.texts import later
from saas.imports.records import Record
from saas.imports.world import World


def plan_products(world: World, records: Sequence[Record]) -> None:
    for record in records:
        price = record.values.get("price")
        if isinstance(price, Decimal) and price < 0:
            world.plan.refuse(record.origin, "NEGATIVE", later("A price cannot be negative."))
            continue
        if record.text("name") is None:
            world.plan.refuse(record.origin, "NAME_MISSING", later("This row has no name."))
            continue
        id = world.products.by_key("code", record.text("code")) or world.products.by_name(record.text("name"))
        world.products.place(world.plan, record.origin, id, (record.values, draft_product(world, None)))


def draft_product(world: World, name: str | None) -> dict[str, object]:
    return {
        "name": name, "code": None, "family": None, "price": None,
        "currency": world.plan.habits.currency, "active": True,
    }  # fmt: skip
