"""Products in the graph."""

from datetime import datetime

import strawberry
from strawberry import UNSET

from saas.core.work import Work
from saas.graph.declare import Money, MoneyInput, Node, changes, key, money, mutation, node
from saas.products import actions
from saas.products.model import Product


@node(Product, one="product", many="products", order="name")
class ProductNode(Node):
    """A thing for sale, at its list price."""

    name: str
    code: str | None
    family: str | None
    price: Money | None = money("price")
    active: bool
    version: int
    created_at: datetime
    updated_at: datetime


@strawberry.input
class CreateProductInput:
    name: str
    code: str | None = None
    family: str | None = None
    price: MoneyInput | None = None
    active: bool = True


@mutation(ProductNode)
def create_product(work: Work, input: CreateProductInput) -> Product:
    """Adds a product to the price list."""
    return actions.create_product(work, changes(input))


@strawberry.input
class UpdateProductInput:
    id: strawberry.ID
    version: int | None = None
    name: str | None = UNSET
    code: str | None = UNSET
    family: str | None = UNSET
    price: MoneyInput | None = UNSET
    active: bool | None = UNSET


@mutation(ProductNode)
def update_product(work: Work, input: UpdateProductInput) -> Product:
    """Changes the fields that are given; deals keep the prices that they were made at."""
    return actions.edit_product(
        work, key(ProductNode, input.id), changes(input, "id", "version"), version=input.version
    )


@strawberry.input
class ProductInput:
    id: strawberry.ID
    version: int | None = None


@mutation(ProductNode)
def delete_product(work: Work, input: ProductInput) -> Product:
    """Takes a product off the price list."""
    return actions.delete_product(work, key(ProductNode, input.id), version=input.version)


@mutation(ProductNode)
def restore_product(work: Work, input: ProductInput) -> Product:
    """Takes a deletion back."""
    return actions.restore_product(work, key(ProductNode, input.id), version=input.version)
