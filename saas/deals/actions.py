"""What is done with deals. Each change that the history tells is told here, in the transaction of the change."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypeVar, cast
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import and_, insert, or_, select

from saas.accounts.model import Account
from saas.contacts.model import Contact
from saas.core.errors import Invalid, NotFound
from saas.core.fields import assign, written
from saas.core.model import Model
from saas.core.money import Money, Priced, read_money
from saas.core.rights import Verb
from saas.core.work import Work
from saas.deals.clearing import clear_stage, refill_stage
from saas.deals.events import DealGiven, DealPlaced
from saas.deals.giving import tell_given
from saas.deals.lines import Line, priced, sum_of
from saas.deals.losing import UNSAID, Loss, hold_reason, loss_of, read_loss
from saas.deals.model import Deal, DealEvent, DealEventKind, DealProduct, DealStatus
from saas.deals.opening import DealDraft, Opened, Stay, line_rows, open_deal
from saas.deals.spans import whole_seconds
from saas.losses.events import ReasonLeaves
from saas.losses.model import LossReason
from saas.members.actions import get_owner
from saas.members.events import RecordsGiven
from saas.members.model import Member
from saas.pipelines.actions import list_pipelines, list_stages
from saas.pipelines.events import StageLeaves, StageReturns
from saas.pipelines.model import Stage, StageKind
from saas.products.model import Product

M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Closing:
    """When and for how much a deal closes: today and its amount, where nothing is said; and why, where it is lost."""

    on: date | None = None
    amount: Money | None = None
    loss: Loss = UNSAID


def create_deal(work: Work, draft: DealDraft) -> Deal:
    """Now; the day on which it closes, in a closing stage, is by default the acting member's."""
    get_owner(work, _owner_id(work, draft))
    work.hold(Stage, draft.stays[-1].stage_id, field="stageId")
    (opened,) = _open(work, [replace(draft, closed_on=draft.closed_on or _day(work, draft.stays[-1].at))])
    deal = work.add(Deal(**opened.deal))
    for line in opened.lines:
        work.add(DealProduct(**line))
    for event in opened.events:
        work.add(DealEvent(**event))
    _announce(work, deal)
    return deal


def create_deals(work: Work, drafts: Sequence[DealDraft]) -> list[UUID]:
    """Opens many deals by few statements; everything that they name must be there. Their ids, in order."""
    opened = _open(work, drafts)
    work.bulk(insert(Deal), [each.deal for each in opened])
    work.bulk(insert(DealProduct), [line for each in opened for line in each.lines])
    work.bulk(insert(DealEvent), [event for each in opened for event in each.events])
    return [cast(UUID, each.deal["id"]) for each in opened]


def starting(work: Work, stage_id: UUID | None) -> tuple[Stay, ...]:
    """A stay from now on: in this stage, or in the first open one of the default pipeline."""
    if stage_id is None:
        default = next((pipeline for pipeline in list_pipelines(work) if pipeline.is_default), None)
        stages = list_stages(work, default.id) if default else []
        stage_id = next((stage.id for stage in stages if stage.kind == StageKind.OPEN), None)
    if stage_id is None:
        raise NotFound("NO_PIPELINE", "The company has no default pipeline: make one first.", "stageId")
    return (Stay(stage_id, work.clock.now()),)


def edit_deal(work: Work, deal_id: UUID, fields: Mapping[str, object], *, version: int | None = None) -> Deal:
    """Changes columns by name, `amount` as money; the history tells amount, close, owner and loss."""
    deal = work.lock(Deal, deal_id, field="id", version=version)
    given = dict(fields)
    if "name" in given:
        given["name"] = written(given["name"], "name")
    named = {"account_id": (Account, "accountId"), "contact_id": (Contact, "contactId")}
    for name, (model, field) in (named | {"loss_reason_id": (LossReason, "lossReasonId")}).items():
        if given.get(name) is not None:
            work.get(model, UUID(str(given[name])), field=field)
    owner_id = deal.owner_id
    if "owner_id" in given:
        _give(work, deal, given.pop("owner_id"))
    if "amount" in given:
        said = cast("Priced | None", given.pop("amount"))
        _value(work, deal, read_money(said, field="amount", default=work.tenant.currency))
    if "expected_close_on" in given:
        _expect(work, deal, cast("date | None", given.pop("expected_close_on")))
    _explain(work, deal, {name: given.pop(name) for name in ("loss_reason_id", "loss_remark") if name in given})
    _place(work, deal, given)
    if deal.owner_id != owner_id:
        _announce(work, deal)
    return deal


def move_deal(
    work: Work, deal_id: UUID, stage_id: UUID, *, version: int | None = None, closing: Closing | None = None
) -> Deal:
    """Stands an open deal in a stage of its pipeline; a closing stage closes it."""
    deal = work.lock(Deal, deal_id, field="dealId", version=version)
    stage, closing = work.hold(Stage, stage_id, field="stageId"), closing or Closing()
    if closing.loss.reason_id is not None:
        work.get(LossReason, closing.loss.reason_id, field="lossReasonId")
    if deal.stage_id == stage.id:
        return deal
    if stage.kind != StageKind.OPEN and closing.amount is not None:
        _value(work, deal, closing.amount)
    _stand(work, deal, stage, _closing_day(work, deal, closing.on), loss=closing.loss)
    return deal


def reopen_deal(work: Work, deal_id: UUID, stage_id: UUID, *, version: int | None = None) -> Deal:
    """Takes a closed deal back into an open stage."""
    deal = work.lock(Deal, deal_id, field="dealId", version=version)
    stage = work.hold(Stage, stage_id, field="stageId")
    _stand(work, deal, stage)
    return deal


def set_lines(work: Work, deal_id: UUID, lines: tuple[Line, ...], *, version: int | None = None) -> Deal:
    """Replaces the lines; the version rises. What left the price list may stay; an estimated or no amount follows."""
    deal = work.lock(Deal, deal_id, field="dealId", version=version)
    standing = work.all(select(DealProduct).where(DealProduct.deal_id == deal.id, work.visible(DealProduct)))
    staying = {old.product_id for old in standing}
    products = _known(work, Product, [line.product_id for line in lines], "productId", staying=staying)
    for old in standing:
        work.remove(old)
    deal.version += 1
    at_prices = priced(lines, products, work.tenant.currency)
    for row in line_rows(deal.id, at_prices):
        work.add(DealProduct(**row))
    if deal.amount is None or deal.amount_estimated:
        _value(work, deal, sum_of(at_prices), estimated=True)
    return deal


def delete_deal(work: Work, deal_id: UUID, *, version: int | None = None) -> Deal:
    deal = work.lock(Deal, deal_id, field="id", version=version, to=Verb.DELETE)
    work.remove(deal)
    return deal


def restore_deal(work: Work, deal_id: UUID, *, version: int | None = None) -> Deal:
    deal = work.lock(Deal, deal_id, field="id", version=version, deleted=True, to=Verb.DELETE)
    deal.deleted_at = None
    return deal


def put_back(work: Work, deal: Deal, values: Mapping[str, object]) -> None:
    """Gives a loaded deal earlier values of its columns, as an undo does; the history tells it like any change."""
    told = {
        DealEventKind.AMOUNT: ("amount", "from_amount", "to_amount"),
        DealEventKind.CLOSE_DATE: ("expected_close_on", "from_on", "to_on"),
        DealEventKind.OWNER: ("owner_id", "from_owner_id", "to_owner_id"),
        DealEventKind.STAGE: ("stage_id", "from_stage_id", "to_stage_id"),
    }
    for kind, (name, before, after) in told.items():
        if name in values and values[name] != getattr(deal, name):
            facts: dict[str, object] = {before: getattr(deal, name), after: values[name]}
            if kind is DealEventKind.AMOUNT:
                facts["currency"] = values.get("currency", deal.currency)
            if kind is DealEventKind.STAGE:
                facts["seconds"] = max(0, whole_seconds(deal.stage_entered_at, work.clock.now()))
            _tell(work, deal, kind, work.clock.now(), **facts)
    _place(work, deal, values)


LISTENS = {
    StageLeaves: [clear_stage],
    StageReturns: [refill_stage],
    RecordsGiven: [tell_given],
    ReasonLeaves: [hold_reason],
}


def _open(work: Work, drafts: Sequence[DealDraft]) -> list[Opened]:
    """Everything that the drafts name is looked up at once."""
    stages = _known(work, Stage, [stay.stage_id for draft in drafts for stay in draft.stays], "stageId")
    products = _known(work, Product, [line.product_id for draft in drafts for line in draft.lines], "productId")
    _known(work, Member, [_owner_id(work, draft) for draft in drafts], "ownerId")
    _known(work, Account, [draft.account_id for draft in drafts], "accountId")
    _known(work, Contact, [draft.contact_id for draft in drafts], "contactId")
    _known(work, LossReason, [draft.loss.reason_id for draft in drafts], "lossReasonId")
    opened: list[Opened] = []
    for draft in drafts:
        owner_id = _owner_id(work, draft)
        at_prices = priced(draft.lines, products, work.tenant.currency)
        opened.append(open_deal(draft, stages, at_prices, (owner_id, work.who.member_id)))
    return opened


def _stand(work: Work, deal: Deal, stage: Stage, closed_on: date | None = None, *, loss: Loss = UNSAID) -> None:
    now, left = work.clock.now(), deal.stage_id
    seconds = deal.reopen(stage, now) if closed_on is None else deal.enter(stage, now, closed_on)
    said, at = read_loss(work, deal, loss.columns), deal.stage_entered_at
    assign(deal, said.columns)
    facts = {"from_stage_id": left, "to_stage_id": stage.id, "seconds": seconds, **said.columns}
    _tell(work, deal, DealEventKind.STAGE, at, **facts)


def _explain(work: Work, deal: Deal, given: Mapping[str, object]) -> None:
    """Why a lost deal is lost, said later or otherwise than before."""
    said = read_loss(work, deal, given)
    if said != loss_of(deal):
        assign(deal, said.columns)
        _tell(work, deal, DealEventKind.LOSS_REASON, **said.columns)


def _give(work: Work, deal: Deal, owner_id: object) -> None:
    if deal.owner_id == owner_id:
        return
    owner = get_owner(work, owner_id)
    given_to = owner.id if owner else None
    work.permit(deal, Verb.SHARE, field="ownerId")
    _tell(work, deal, DealEventKind.OWNER, from_owner_id=deal.owner_id, to_owner_id=given_to)
    deal.owner_id = given_to


def _announce(work: Work, deal: Deal) -> None:
    """To another one than who acts; not of an import, which tells of the past."""
    if deal.owner_id not in {None, work.who.member_id} and work.origin is None:
        work.emit(DealGiven(deal.id, deal.owner_id))


def _value(work: Work, deal: Deal, money: Money | None, *, estimated: bool = False) -> None:
    amount, currency = (money.amount, money.currency) if money else (None, deal.currency)
    if (deal.amount, deal.currency, deal.amount_estimated) == (amount, currency, estimated):
        return
    before, known = deal.amount, deal.currency
    if before is not None and known != currency:  # an event speaks of one currency: the old amount goes, the new comes
        _tell(work, deal, DealEventKind.AMOUNT, from_amount=before, to_amount=None, currency=known)
        before = None
    if before != amount:
        _tell(work, deal, DealEventKind.AMOUNT, from_amount=before, to_amount=amount, currency=currency)
    assign(deal, {"amount": amount, "currency": currency, "amount_estimated": estimated and amount is not None})
    if deal.status == DealStatus.WON:
        deal.realized_amount = amount


def _expect(work: Work, deal: Deal, day: date | None) -> None:
    if deal.expected_close_on != day:
        _tell(work, deal, DealEventKind.CLOSE_DATE, from_on=deal.expected_close_on, to_on=day)
        deal.expected_close_on = day


def _place(work: Work, deal: Deal, values: Mapping[str, object]) -> None:
    """Sets columns; who the customer is may be one of them."""
    before = deal.account_id, deal.contact_id
    assign(deal, values)
    if (deal.account_id, deal.contact_id) != before:
        work.emit(DealPlaced(deal.id))


def _tell(work: Work, deal: Deal, kind: DealEventKind, at: datetime | None = None, /, **facts: object) -> None:
    work.add(DealEvent(deal_id=deal.id, kind=kind, at=at or work.clock.now(), by_id=work.who.member_id, **facts))


def _closing_day(work: Work, deal: Deal, said: date | None) -> date:
    today = _day(work, work.clock.now())
    if said is not None and not _day(work, deal.opened_at) <= said <= today:
        raise Invalid("BAD_CLOSING_DAY", "A deal closes after it was opened and not in the future.", "closedOn")
    return said or today


def _day(work: Work, at: datetime) -> date:
    return at.astimezone(ZoneInfo(work.who.time_zone)).date()


def _owner_id(work: Work, draft: DealDraft) -> UUID | None:
    return draft.owner_id or work.who.member_id


def _known(
    work: Work, model: type[M], ids: Iterable[UUID | None], field: str, *, staying: Collection[UUID] = ()
) -> dict[UUID, M]:
    """The records of these ids by id; refuses one that is hidden or absent, or deleted where it is not `staying`."""
    wanted = {one for one in ids if one is not None}
    if not wanted:
        return {}
    key = model.__table__.c.id
    seen = work.visible(model)
    if staying:
        seen = or_(seen, and_(key.in_(staying), work.visible(model, deleted=True)))
    found = {record.id: record for record in work.all(select(model).where(key.in_(wanted), seen))}  # type: ignore[attr-defined]
    if len(found) < len(wanted):
        raise NotFound(field=field)
    return found
