"""How deals are opened, also with a past: drafts become the rows of the deal, its lines and its history."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import cast
from uuid import UUID

from saas.core.errors import Invalid
from saas.core.fields import written
from saas.core.ids import new_id
from saas.core.money import Money
from saas.deals.lines import Line, sum_of
from saas.deals.losing import UNSAID, Loss, not_lost
from saas.deals.model import DealEventKind, DealStatus
from saas.deals.spans import whole_seconds
from saas.pipelines.model import Stage, StageKind

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Stay:
    """Since when a deal stands, or stood, in a stage."""

    stage_id: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a deal with a past was thought to be when it was opened, where that differs from what it is."""

    amount: Money | None
    expected_close_on: date | None


@dataclass(frozen=True, slots=True)
class DealDraft:
    """A deal to be. `stays` are the stages that it stood in, oldest first, the last one where it stands.

    Without an `amount` it is estimated from the lines. `realized` is what a closed one brought: by default its amount
    when won, 0 when lost. `closed_on` is by default the UTC day of the last stay. With a `beginning`, the history
    tells that first, and the amount as it is at the last stay.
    """

    name: str
    stays: tuple[Stay, ...]
    account_id: UUID | None = None
    contact_id: UUID | None = None
    owner_id: UUID | None = None
    amount: Money | None = None
    amount_estimated: bool = False
    realized: Decimal | None = None
    expected_close_on: date | None = None
    closed_on: date | None = None
    external_id: str | None = None
    lines: tuple[Line, ...] = ()
    beginning: Beginning | None = None
    loss: Loss = UNSAID


@dataclass(frozen=True, slots=True)
class Opened:
    """The rows of one deal by column name."""

    deal: Row
    lines: list[Row]
    events: list[Row]


def open_deal(
    draft: DealDraft, stages: Mapping[UUID, Stage], lines: Sequence[Line], by: tuple[UUID | None, UUID | None]
) -> Opened:
    """`lines` have their prices; `by` is the owner and who tells it."""
    owner_id, teller_id = by
    deal = _deal(draft, stages[draft.stays[-1].stage_id], lines, owner_id)
    events = [{**_BLANK, "deal_id": deal["id"], "by_id": teller_id, **told} for told in _history(draft, deal, stages)]
    events[-1].update(draft.loss.columns)
    return Opened(deal, list(line_rows(cast(UUID, deal["id"]), lines)), events)


def line_rows(deal_id: UUID, lines: Sequence[Line]) -> Iterator[Row]:
    for position, line in enumerate(lines):
        price = cast(Money, line.unit_price)
        yield {
            "deal_id": deal_id, "product_id": line.product_id, "quantity": line.quantity, "unit_price": price.amount,
            "currency": price.currency, "position": position,
        }  # fmt: skip


def _deal(draft: DealDraft, stage: Stage, lines: Sequence[Line], owner_id: UUID | None) -> Row:
    if draft.loss != UNSAID and stage.kind != StageKind.LOST:
        raise not_lost(draft.loss)
    entered = draft.stays[-1].at
    worth = draft.amount or sum_of(lines)
    amount = worth.amount if worth else None
    closed = stage.kind != StageKind.OPEN
    by_default = amount if stage.kind == StageKind.WON else Decimal(0)
    brought = by_default if draft.realized is None else draft.realized
    return {
        "id": new_id(), "name": written(draft.name, "name"), "pipeline_id": stage.pipeline_id, "stage_id": stage.id,
        "status": DealStatus(stage.kind), "stage_entered_at": entered, "opened_at": draft.stays[0].at,
        "owner_id": owner_id, "account_id": draft.account_id, "contact_id": draft.contact_id,
        "amount": amount, "currency": worth.currency if worth else None,
        "amount_estimated": draft.amount_estimated or (draft.amount is None and amount is not None),
        "expected_close_on": draft.expected_close_on, "external_id": draft.external_id,
        "realized_amount": brought if closed else None,
        "closed_on": (draft.closed_on or entered.date()) if closed else None,
        **draft.loss.columns,
    }  # fmt: skip


_BLANK: Row = dict.fromkeys(
    ("from_stage_id", "to_stage_id", "seconds", "from_amount", "to_amount", "currency", "from_on", "to_on",
     "from_owner_id", "to_owner_id", "loss_reason_id", "loss_remark")
)  # fmt: skip


def _history(draft: DealDraft, deal: Row, stages: Mapping[UUID, Stage]) -> Iterator[Row]:
    first, last = draft.stays[0], draft.stays[-1]
    yield {"kind": DealEventKind.CREATED, "at": first.at, "to_stage_id": first.stage_id, **_begun(draft, deal)}
    begun = draft.beginning.amount if draft.beginning else None
    if begun is not None and begun.amount != deal["amount"]:
        changed = {"from_amount": begun.amount, "to_amount": deal["amount"], "currency": deal["currency"]}
        yield {"kind": DealEventKind.AMOUNT, "at": last.at, **changed}
    for before, stay in zip(draft.stays, draft.stays[1:], strict=False):
        if stages[before.stage_id].pipeline_id != stages[stay.stage_id].pipeline_id:
            raise Invalid("FOREIGN_STAGE", "The stage belongs to another pipeline.", "stageId")
        if stay.at < before.at:
            raise Invalid("BEFORE_ENTRY", "A deal cannot leave a stage before it entered it.", "closedOn")
        yield {
            "kind": DealEventKind.STAGE, "at": stay.at, "from_stage_id": before.stage_id, "to_stage_id": stay.stage_id,
            "seconds": whole_seconds(before.at, stay.at),
        }  # fmt: skip


def _begun(draft: DealDraft, deal: Row) -> Row:
    """What the creation tells besides the stage, so that the deal can be rebuilt as of any day."""
    amount, currency, close_on = deal["amount"], deal["currency"], deal["expected_close_on"]
    if draft.beginning is not None:
        close_on = draft.beginning.expected_close_on
        if draft.beginning.amount is not None:
            amount, currency = draft.beginning.amount.amount, draft.beginning.amount.currency
    return {"to_amount": amount, "currency": currency, "to_on": close_on, "to_owner_id": deal["owner_id"]}
