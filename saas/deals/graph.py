"""Deals, their lines and their history in the graph."""

from datetime import date, datetime
from decimal import Decimal

import strawberry
from sqlalchemy import ColumnElement, Integer, cast, func

from saas.accounts.graph import AccountNode
from saas.contacts.graph import ContactNode
from saas.core.money import read_money
from saas.core.work import Work
from saas.deals import actions, worth
from saas.deals.inputs import (
    CreateDealInput,
    DealInput,
    MoveDealInput,
    ReopenDealInput,
    SetDealProductsInput,
    UpdateDealInput,
    lines_of,
)
from saas.deals.losing import Loss
from saas.deals.model import Deal, DealEvent, DealEventKind, DealProduct, DealStatus
from saas.deals.opening import DealDraft
from saas.graph.declare import (
    NOW,
    Connection,
    Money,
    Node,
    changes,
    chosen,
    computed,
    connection,
    edge,
    key,
    key_or_none,
    money,
    mutation,
    node,
)  # fmt: skip
from saas.losses.graph import LossReasonNode
from saas.members.graph import MemberNode
from saas.pipelines.graph import PipelineNode, StageNode
from saas.products.graph import ProductNode
from saas.rates.graph import ExchangeRateNode

strawberry.enum(DealStatus)
strawberry.enum(DealEventKind)


def _seconds_in_stage(deal: type[Deal]) -> ColumnElement[int]:
    return cast(func.extract("epoch", NOW - deal.stage_entered_at), Integer)


@node(DealProduct, order="position")
class DealProductNode(Node):
    """A line of a deal: so many of a product at a price for one."""

    product: ProductNode
    quantity: Decimal
    unit_price: Money | None = money("unit_price")
    position: int


@node(DealEvent, order="at")
class DealEventNode(Node):
    """A line of a deal's history. `seconds` is the time spent in `fromStage`; `by` is null for the product itself."""

    kind: DealEventKind
    at: datetime
    by: MemberNode | None
    from_stage: StageNode | None
    to_stage: StageNode | None
    seconds: int | None
    from_amount: Money | None = money("from_amount")
    to_amount: Money | None = money("to_amount")
    from_on: date | None
    to_on: date | None
    from_owner: MemberNode | None
    to_owner: MemberNode | None
    loss_reason: LossReasonNode | None
    loss_remark: str | None


@node(Deal, one="deal", many="deals", order="-created_at", sums=("amount",), search_through=("account",),
      conversion=worth.CONVERSION)  # fmt: skip
class DealNode(Node):
    """An opportunity. `realizedAmount` is what it brought: 0 when lost, null while it is open.

    `convertedAmount` is in the company's currency, null where there is no rate; `rate` is the one that it is taken at.
    """

    name: str
    status: DealStatus
    amount: Money | None = money("amount")
    amount_estimated: bool
    realized_amount: Money | None = money("realized_amount")
    converted_amount: Decimal | None = computed(worth.converted_amount)
    opened_at: datetime
    expected_close_on: date | None
    closed_on: date | None
    stage_entered_at: datetime
    seconds_in_stage: int = computed(_seconds_in_stage)
    loss_reason: LossReasonNode | None
    loss_remark: str | None
    external_id: str | None
    pipeline: PipelineNode
    stage: StageNode
    owner: MemberNode | None
    account: AccountNode | None
    contact: ContactNode | None
    products: Connection[DealProductNode] = connection(order="position")
    history: Connection[DealEventNode] = connection(order="at")
    version: int
    created_at: datetime
    updated_at: datetime


edge(DealNode, "rate", chosen(ExchangeRateNode, lambda _who, deal: worth.rate_key(deal)))
deals: Connection[DealNode] = connection(order="-created_at")
edge(AccountNode, "deals", deals)
edge(StageNode, "deals", deals)
edge(LossReasonNode, "deals", deals)


@mutation(DealNode)
def create_deal(work: Work, input: CreateDealInput) -> Deal:
    """Opens a deal; without an amount it is estimated from its products' prices."""
    draft = DealDraft(
        name=input.name,
        stays=actions.starting(work, key_or_none(StageNode, input.stage_id)),
        account_id=key_or_none(AccountNode, input.account_id),
        contact_id=key_or_none(ContactNode, input.contact_id),
        owner_id=key_or_none(MemberNode, input.owner_id),
        amount=read_money(input.amount, field="amount", default=work.tenant.currency),
        expected_close_on=input.expected_close_on,
        lines=lines_of(work, input.products or []),
    )
    return actions.create_deal(work, draft)


@mutation(DealNode)
def update_deal(work: Work, input: UpdateDealInput) -> Deal:
    """Changes the fields that are given; amount, close date, owner and why it is lost leave an event in the history."""
    given = changes(input, "id", "version")
    named = {
        "owner_id": MemberNode,
        "account_id": AccountNode,
        "contact_id": ContactNode,
        "loss_reason_id": LossReasonNode,
    }
    for name, cls in named.items():
        if name in given:
            given[name] = key_or_none(cls, getattr(input, name))
    return actions.edit_deal(work, key(DealNode, input.id), given, version=input.version)


@mutation(DealNode)
def move_deal(work: Work, input: MoveDealInput) -> Deal:
    """Stands an open deal in another stage of its pipeline; a stage of the kind WON or LOST closes it."""
    amount = read_money(input.amount, field="amount", default=work.tenant.currency)
    loss = Loss(key_or_none(LossReasonNode, input.loss_reason_id), input.loss_remark)
    closing, stage_id = actions.Closing(input.closed_on, amount, loss), key(StageNode, input.stage_id)
    return actions.move_deal(work, key(DealNode, input.deal_id), stage_id, version=input.version, closing=closing)


@mutation(DealNode)
def reopen_deal(work: Work, input: ReopenDealInput) -> Deal:
    """Takes a closed deal back into an open stage."""
    return actions.reopen_deal(
        work, key(DealNode, input.deal_id), key(StageNode, input.stage_id), version=input.version
    )


@mutation(DealNode)
def set_deal_products(work: Work, input: SetDealProductsInput) -> Deal:
    """Replaces the deal's lines; an estimated amount follows them."""
    return actions.set_lines(work, key(DealNode, input.deal_id), lines_of(work, input.products), version=input.version)


@mutation(DealNode)
def delete_deal(work: Work, input: DealInput) -> Deal:
    """Takes a deal out of the lists and sums."""
    return actions.delete_deal(work, key(DealNode, input.id), version=input.version)


@mutation(DealNode)
def restore_deal(work: Work, input: DealInput) -> Deal:
    """Takes a deletion back."""
    return actions.restore_deal(work, key(DealNode, input.id), version=input.version)
