"""What the company holds of each kind of record, as the ledgers of a plan take it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import cast
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import ARRAY, ColumnElement, Select, Text, any_, func, literal, select
from sqlalchemy.orm import InstrumentedAttribute

from saas.contacts.model import Contact
from saas.core.model import Model
from saas.core.texts import say
from saas.core.work import Work
from saas.deals.model import Deal
from saas.imports.ledger import Known, likeness
from saas.imports.records import Source
from saas.imports.targets import Entity
from saas.imports.world import KnownPipeline, KnownStage
from saas.leads.model import Lead
from saas.pipelines.model import Pipeline, Stage, StageKind

PRODUCT = ("name", "code", "family", "price", "currency", "active")
MEMBER = ("name", "email", "role", "status", "team_id")
TEAM = ("name", "office", "manager_id")
ACCOUNT = (
    "name", "external_id", "industry", "founded_year", "revenue", "currency", "size", "country", "website", "phone",
    "parent_id", "owner_id",
)  # fmt: skip
CONTACT = ("name", "external_id", "email", "phone", "title", "account_id", "owner_id")
LEAD = (
    "name", "company", "title", "email", "phone", "message", "country", "language", "status", "owner_id", "source_id",
    "product_id",
)  # fmt: skip
DEAL = (
    "name", "external_id", "owner_id", "account_id", "contact_id", "stage_id", "opened_at", "expected_close_on",
    "closed_on", "amount", "realized_amount", "currency", "amount_estimated",
)  # fmt: skip


def any_of(column: ColumnElement[object], values: Sequence[object]) -> ColumnElement[bool]:
    """One bound array, however many values."""
    return column == any_(literal(list(values), ARRAY(column.type)))


def known(work: Work, model: type[Model], fields: Sequence[str]) -> list[Known]:
    return _read(work, model, fields, select().where(work.visible(model)))


def _read(work: Work, model: type[Model], fields: Sequence[str], among: Select[()]) -> list[Known]:
    columns: list[InstrumentedAttribute[object]] = [getattr(model, field) for field in ("id", *fields)]
    rows = work.rows(among.add_columns(*columns).order_by(columns[0]))
    return [Known(cast(UUID, row[0]), dict(zip(fields, row[1:], strict=True))) for row in rows]


def contacts_of(work: Work) -> list[Known]:
    rows = known(work, Contact, CONTACT)
    return [_alike(each, lambda values: likeness(values["name"], values["account_id"])) for each in rows]


def leads_of(work: Work) -> list[Known]:
    rows = known(work, Lead, LEAD)
    return [
        _alike(each, lambda values: likeness(values["name"], values["phone"] or values["company"])) for each in rows
    ]


def deals_of(work: Work, sources: Sequence[Source]) -> list[Known]:
    """Those whose numbers the files name; all when a file of deals has no numbers."""
    files = [source for source in sources if source.entity is Entity.DEAL]
    if not files:
        return []
    among = select().where(work.visible(Deal))
    numbers = [_numbers(source) for source in files]
    if all(each is not None for each in numbers):
        named = sorted({number for each in numbers for number in each or ()})
        among = among.where(any_of(func.lower(Deal.external_id, type_=Text()), named))
    zone = ZoneInfo(work.tenant.time_zone)

    def alike(values: Mapping[str, object]) -> str:
        opened = values["opened_at"]
        day = opened.astimezone(zone).date() if hasattr(opened, "astimezone") else None
        return likeness(values["name"], values["account_id"], day)

    return [_alike(each, alike) for each in _read(work, Deal, DEAL, among)]


def _numbers(source: Source) -> Collection[str] | None:
    """None when a row has no number."""
    path = f"{Entity.DEAL}.external_id"
    if path not in source.targets:
        return None
    position = source.targets.index(path)
    cells = [row.cells[position].lower() for row in source.table.rows if not row.broken]
    return cells if all(cells) else None


def _alike(known: Known, alike: Callable[[Mapping[str, object]], str]) -> Known:
    return Known(known.id, {**known.values, "likeness": alike(known.values)})


def pipelines_of(work: Work) -> list[KnownPipeline]:
    stages: dict[UUID, list[KnownStage]] = {}
    for each in work.all(select(Stage).where(work.visible(Stage)).order_by(Stage.position, Stage.id)):
        stages.setdefault(each.pipeline_id, []).append(KnownStage(each.id, each.name, StageKind(each.kind)))
    used = set(work.all(select(Deal.pipeline_id).where(work.visible(Deal)).distinct()))
    pipelines = work.all(select(Pipeline).where(work.visible(Pipeline)).order_by(Pipeline.position, Pipeline.id))
    return [
        KnownPipeline(each.id, each.name, each.is_default, each.id in used, tuple(stages.get(each.id, ())))
        for each in pipelines
    ]


def titles_of(locale: str) -> Callable[[str, dict[str, str]], str]:
    """Names that the product gives, in the company's language."""
    return lambda message, named: say(message, locale) % named
