"""What is done with products."""

from collections.abc import Mapping
from uuid import UUID

from saas.core.errors import Invalid
from saas.core.fields import assign, money_into, text_or_none, written
from saas.core.rights import Verb
from saas.core.work import Work
from saas.products.model import Product


def create_product(work: Work, fields: Mapping[str, object]) -> Product:
    """Adds a product; `fields` are the columns by name and `price` as money."""
    work.require(work.rights.may(Product.__name__, Verb.CREATE))
    product = work.add(Product(active=True))
    _change(work, product, {"name": None, **fields})
    return product


def edit_product(work: Work, product_id: UUID, fields: Mapping[str, object], *, version: int | None = None) -> Product:
    product = work.lock(Product, product_id, field="id", version=version)
    _change(work, product, fields)
    return product


def delete_product(work: Work, product_id: UUID, *, version: int | None = None) -> Product:
    product = work.lock(Product, product_id, field="id", version=version, to=Verb.DELETE)
    work.remove(product)
    return product


def restore_product(work: Work, product_id: UUID, *, version: int | None = None) -> Product:
    product = work.lock(Product, product_id, field="id", version=version, deleted=True, to=Verb.DELETE)
    product.deleted_at = None
    return product


def _change(work: Work, product: Product, fields: Mapping[str, object]) -> None:
    given = dict(fields)
    if "name" in given:
        given["name"] = written(given["name"], "name")
    for name in ("code", "family"):
        if name in given:
            given[name] = text_or_none(given[name], name)
    if given.get("active", True) is None:
        raise Invalid("REQUIRED", "This must not be empty.", "active")
    money_into(given, "price", default=work.tenant.currency)
    assign(product, given)
