"""Why a deal is lost: what is said when it is, or later, and that a reason which was said stays."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, cast
from uuid import UUID

from sqlalchemy import select

from saas.core.errors import Conflict, Invalid
from saas.core.fields import text_or_none
from saas.core.work import Work
from saas.deals.model import Deal, DealEvent, DealStatus
from saas.losses.events import ReasonLeaves
from saas.losses.model import LossReason


@dataclass(frozen=True, slots=True)
class Loss:
    """A reason of the company's list and a remark of one's own; nobody has to give either."""

    reason_id: UUID | None = None
    remark: str | None = None

    @property
    def columns(self) -> dict[str, object]:
        return {"loss_reason_id": self.reason_id, "loss_remark": self.remark}


UNSAID: Final = Loss()


def loss_of(deal: Deal) -> Loss:
    return Loss(deal.loss_reason_id, deal.loss_remark)


def read_loss(work: Work, deal: Deal, said: Mapping[str, object]) -> Loss:
    """What stands there with what is said changed in it; refused of a deal that is not lost."""
    remark = text_or_none(said.get("loss_remark", deal.loss_remark), "lossRemark")
    loss = Loss(cast("UUID | None", said.get("loss_reason_id", deal.loss_reason_id)), remark)
    if loss == loss_of(deal):
        return loss
    if deal.status != DealStatus.LOST:
        raise not_lost(loss)
    if loss.reason_id is not None and loss.reason_id != deal.loss_reason_id:
        _check_reason(work, deal, loss.reason_id)
    return loss


def not_lost(loss: Loss) -> Invalid:
    field = "lossReasonId" if loss.reason_id else "lossRemark"
    return Invalid("NOT_LOST", "Only a lost deal has a reason why.", field)


def hold_reason(work: Work, event: ReasonLeaves) -> None:
    """What was said of a deal, a deleted one too, stays said."""
    reason = event.reason
    told = select(DealEvent.id).where(DealEvent.loss_reason_id == reason.id).limit(1)
    standing = select(Deal.id).where(Deal.loss_reason_id == reason.id).limit(1)
    if work.first(standing) is not None or work.first(told) is not None:
        raise Conflict("REASON_IN_USE", "Deals were lost for %(reason)s: retire it instead.", "id", reason=reason.name)


def _check_reason(work: Work, deal: Deal, reason_id: UUID) -> None:
    """One of the list; a retired one only where it was said of this deal before, so that an undo can say it again."""
    reason = work.get(LossReason, reason_id, field="lossReasonId")
    if reason.active:
        return
    said = select(DealEvent.id).where(DealEvent.deal_id == deal.id, DealEvent.loss_reason_id == reason_id)
    if work.first(said.limit(1)) is None:
        message = "%(reason)s is retired: choose another reason."
        raise Invalid("REASON_RETIRED", message, "lossReasonId", reason=reason.name)
