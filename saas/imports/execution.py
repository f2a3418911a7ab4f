"""Takes the steps of a plan: each is a call to the action that a person's own change would be."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import cast
from uuid import UUID

from saas.accounts.actions import create_account, edit_account
from saas.accounts.model import Account
from saas.contacts.actions import create_contact, edit_contact
from saas.contacts.model import Contact
from saas.core.money import Money
from saas.core.rights import Role
from saas.core.work import Work
from saas.deals.actions import Closing, create_deals, edit_deal, move_deal
from saas.deals.lines import Line
from saas.deals.losing import Loss
from saas.deals.model import Deal
from saas.deals.opening import Beginning, DealDraft, Stay
from saas.imports.ids import Ids
from saas.imports.intake import create_leads, edit_known_lead, make_source
from saas.imports.plan import Step, Thing, Verb
from saas.imports.world import KnownStage
from saas.members.actions import MemberDraft, add_member, create_team, edit_member, edit_team
from saas.members.model import Member, MemberStatus, Team
from saas.pipelines.actions import StageDraft, create_pipeline, edit_pipeline, list_stages
from saas.pipelines.model import Pipeline
from saas.products.actions import create_product, edit_product
from saas.products.model import Product
from saas.sources.model import Source

Values = Mapping[str, object]
Record = Product | Member | Team | Account | Contact | Pipeline | Source


@dataclass(frozen=True, slots=True)
class Said:
    """An amount of a row; without a currency the company's is meant."""

    amount: Decimal
    currency: str | None


def take(work: Work, steps: Sequence[Step], ids: Ids) -> None:
    """All of them in this one transaction. Deals to be made are made together, and so are leads."""
    created = [step for step in steps if step.verb is Verb.CREATE]
    deals, leads = ([step for step in created if step.thing is thing] for thing in (Thing.DEAL, Thing.LEAD))
    for step in steps:
        if step.verb is Verb.CREATE and step.thing in _CREATE:
            made = _CREATE[step.thing](work, ids.resolve(step.values), ids)
            work.flush()
            ids.put(step.id, made.id)
        elif step.verb is Verb.UPDATE:
            _EDIT[step.thing](work, ids.real(step.id), ids.resolve(step.values))
            work.flush()
    if deals:
        opened = create_deals(work, [_draft(ids.resolve(step.values)) for step in deals])
        for step, id in zip(deals, opened, strict=True):
            ids.put(step.id, id)
    if leads:
        came = create_leads(work, [ids.resolve(step.values) for step in leads])
        for step, id in zip(leads, came, strict=True):
            ids.put(step.id, id)


def _draft(values: Values) -> DealDraft:
    first = Stay(cast(UUID, values["first_stage_id"]), cast(datetime, values["opened_at"]))
    closed = cast("datetime | None", values["closed_at"])
    stays = (first,) if closed is None else (first, Stay(cast(UUID, values["stage_id"]), closed))
    currency = cast(str, values["currency"])
    amount, price = cast("Decimal | None", values["amount"]), cast(Decimal, values["unit_price"])
    product, begun = cast("UUID | None", values["product_id"]), cast("Decimal | None", values["begun_amount"])
    begun_close = cast("date | None", values["begun_close_on"])
    return DealDraft(
        name=cast(str, values["name"]),
        stays=stays,
        account_id=cast("UUID | None", values["account_id"]),
        contact_id=cast("UUID | None", values["contact_id"]),
        owner_id=cast("UUID | None", values["owner_id"]),
        amount=None if amount is None else Money(amount, currency),
        amount_estimated=bool(values["amount_estimated"]),
        realized=cast("Decimal | None", values["realized_amount"]),
        expected_close_on=cast("date | None", values["expected_close_on"]),
        closed_on=cast("date | None", values["closed_on"]),
        external_id=cast("str | None", values["external_id"]),
        lines=() if product is None else (Line(product, cast(Decimal, values["quantity"]), Money(price, currency)),),
        loss=Loss(cast("UUID | None", values["loss_reason_id"]), cast("str | None", values["loss_remark"])),
        beginning=Beginning(None if begun is None else Money(begun, currency), begun_close) if closed else None,
    )


def _edit_deal(work: Work, id: UUID, values: Values) -> None:
    """What the history tells is told by the actions; a move comes last, since it may close."""
    given = dict(values)
    stage, closed_on = given.pop("stage_id", None), given.pop("closed_on", None)
    loss = Loss(
        cast("UUID | None", given.pop("loss_reason_id", None)), cast("str | None", given.pop("loss_remark", None))
    )
    for derived in ("closed_at", "realized_amount", "amount_estimated"):
        given.pop(derived, None)
    if given:
        edit_deal(work, id, _priced(given, "amount", work.get(Deal, id).currency))
        work.flush()
    if stage is not None:
        move_deal(work, id, cast(UUID, stage), closing=Closing(cast("date | None", closed_on), loss=loss))


def _create_pipeline(work: Work, values: Values, ids: Ids) -> Pipeline:
    stages = cast("tuple[KnownStage, ...]", values["stages"])
    pipeline = create_pipeline(
        work, cast(str, values["name"]), [StageDraft(stage.name, stage.kind) for stage in stages]
    )
    work.flush()
    for planned, made in zip(stages, list_stages(work, pipeline.id), strict=True):
        ids.put(planned.id, made.id)
    if values["is_default"] and not pipeline.is_default:
        edit_pipeline(work, pipeline.id, {"is_default": True})
    return pipeline


def _create_member(work: Work, values: Values, _ids: Ids) -> Member:
    draft = MemberDraft(
        name=cast(str, values["name"]),
        email=cast(str, values["email"]),
        role=cast(Role, values["role"]),
        team_id=cast("UUID | None", values["team_id"]),
        status=cast(MemberStatus, values["status"]),
    )
    return add_member(work, draft)


def _create_team(work: Work, values: Values, _ids: Ids) -> Team:
    office, manager = cast("str | None", values["office"]), cast("UUID | None", values["manager_id"])
    return create_team(work, cast(str, values["name"]), office=office, manager_id=manager)


def _create_account(work: Work, values: Values, _ids: Ids) -> Account:
    return create_account(work, {"owner_id": None, **_priced(values, "revenue", work.tenant.currency)})


def _create_contact(work: Work, values: Values, _ids: Ids) -> Contact:
    return create_contact(work, {"owner_id": None, **_priced(values, "", None)})


def _create_product(work: Work, values: Values, _ids: Ids) -> Product:
    return create_product(work, _priced(values, "price", work.tenant.currency))


def _edit_account(work: Work, id: UUID, values: Values) -> None:
    edit_account(work, id, _priced(values, "revenue", work.get(Account, id).currency))


def _edit_product(work: Work, id: UUID, values: Values) -> None:
    edit_product(work, id, _priced(values, "price", work.get(Product, id).currency))


def _edit_member(work: Work, id: UUID, values: Values) -> None:
    edit_member(work, id, values)


def _edit_team(work: Work, id: UUID, values: Values) -> None:
    edit_team(work, id, values)


def _edit_contact(work: Work, id: UUID, values: Values) -> None:
    edit_contact(work, id, values)


def _priced(values: Values, field: str, currency: str | None) -> dict[str, object]:
    """The amount under `field`, if any, as money: in the row's currency, else the record's, else the company's."""
    given = {name: value for name, value in values.items() if name != "likeness"}
    amount = given.get(field)
    if isinstance(amount, Decimal):
        given[field] = Said(amount, cast("str | None", given.pop("currency", None)) or currency)
    return given


_CREATE: dict[Thing, Callable[[Work, Values, Ids], Record]] = {
    Thing.PRODUCT: _create_product,
    Thing.MEMBER: _create_member,
    Thing.TEAM: _create_team,
    Thing.ACCOUNT: _create_account,
    Thing.CONTACT: _create_contact,
    Thing.PIPELINE: _create_pipeline,
    Thing.SOURCE: make_source,
}
_EDIT: dict[Thing, Callable[[Work, UUID, Values], None]] = {
    Thing.PRODUCT: _edit_product,
    Thing.MEMBER: _edit_member,
    Thing.TEAM: _edit_team,
    Thing.ACCOUNT: _edit_account,
    Thing.CONTACT: _edit_contact,
    Thing.DEAL: _edit_deal,
    Thing.LEAD: edit_known_lead,
}
