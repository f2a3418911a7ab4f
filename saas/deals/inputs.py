"""What the mutations of deals take."""

from datetime import date
from decimal import Decimal

import strawberry
from strawberry import UNSET

from saas.core.money import read_money
from saas.core.work import Work
from saas.deals.lines import Line
from saas.graph.declare import MoneyInput, key
from saas.products.graph import ProductNode


@strawberry.input
class DealLineInput:
    """`unitPrice` is the list price where it is left out."""

    product_id: strawberry.ID
    quantity: Decimal = Decimal(1)
    unit_price: MoneyInput | None = None


@strawberry.input
class CreateDealInput:
    """The stage is the first of the default pipeline, the owner the acting member, where none is named."""

    name: str
    stage_id: strawberry.ID | None = None
    account_id: strawberry.ID | None = None
    contact_id: strawberry.ID | None = None
    owner_id: strawberry.ID | None = None
    amount: MoneyInput | None = None
    expected_close_on: date | None = None
    products: list[DealLineInput] | None = None


@strawberry.input
class UpdateDealInput:
    id: strawberry.ID
    version: int | None = None
    name: str | None = UNSET
    amount: MoneyInput | None = UNSET
    expected_close_on: date | None = UNSET
    owner_id: strawberry.ID | None = UNSET
    account_id: strawberry.ID | None = UNSET
    contact_id: strawberry.ID | None = UNSET
    loss_reason_id: strawberry.ID | None = UNSET
    loss_remark: str | None = UNSET


@strawberry.input
class MoveDealInput:
    """Where the stage closes the deal, `closedOn` and `amount` say when and for how much: else today, its amount.

    `lossReasonId` and `lossRemark` say why one is lost; neither has to be given.
    """

    deal_id: strawberry.ID
    stage_id: strawberry.ID
    version: int | None = None
    closed_on: date | None = None
    amount: MoneyInput | None = None
    loss_reason_id: strawberry.ID | None = None
    loss_remark: str | None = None


@strawberry.input
class ReopenDealInput:
    deal_id: strawberry.ID
    stage_id: strawberry.ID
    version: int | None = None


@strawberry.input
class SetDealProductsInput:
    """The lines that the deal has from now on, in their order."""

    deal_id: strawberry.ID
    products: list[DealLineInput]
    version: int | None = None


@strawberry.input
class DealInput:
    id: strawberry.ID
    version: int | None = None


def lines_of(work: Work, given: list[DealLineInput]) -> tuple[Line, ...]:
    return tuple(
        Line(
            key(ProductNode, line.product_id),
            line.quantity,
            read_money(line.unit_price, field="unitPrice", default=work.tenant.currency),
        )
        for line in given
    )
