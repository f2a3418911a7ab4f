"""What the company has, as a plan asks for it; and what an import has written, as its undo asks for it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import cast
from uuid import UUID
from zlib import decompress
from zoneinfo import ZoneInfo

from babel.core import get_global
from sqlalchemy import ARRAY, ColumnElement, Select, Text, any_, func, literal, select
from sqlalchemy.orm import InstrumentedAttribute, joinedload, undefer

from saas.accounts.model import Account
from saas.contacts.model import Contact
from saas.core.audit import AuditAction, AuditEntry
from saas.core.model import Model
from saas.core.texts import say
from saas.core.work import Work
from saas.deals.model import Deal
from saas.imports.columns import Habits
from saas.imports.dates import Order
from saas.imports.ledger import Known, Ledger, likeness
from saas.imports.matching import key_of
from saas.imports.model import Import, ImportColumn, ImportFile, ImportRefusal
from saas.imports.plan import Plan, Thing
from saas.imports.reading import read_table
from saas.imports.records import Source
from saas.imports.targets import Entity
from saas.imports.world import KnownPipeline, KnownStage, World
from saas.losses.model import LossReason
from saas.members.model import Member, Team
from saas.pipelines.model import Pipeline, Stage, StageKind
from saas.products.model import Product

_REGIONS = {"USD": "US", "ILS": "IL", "GBP": "GB", "JOD": "JO", "EGP": "EG", "AED": "AE", "SAR": "SA"}
_REGION = 2
_PRODUCT = ("name", "code", "family", "price", "currency", "active")
_MEMBER = ("name", "email", "role", "status", "team_id")
_TEAM = ("name", "office", "manager_id")
_ACCOUNT = (
    "name", "external_id", "industry", "founded_year", "revenue", "currency", "size", "country", "website", "phone",
    "parent_id", "owner_id",
)  # fmt: skip
_CONTACT = ("name", "external_id", "email", "phone", "title", "account_id", "owner_id")
_DEAL = (
    "name", "external_id", "owner_id", "account_id", "contact_id", "stage_id", "opened_at", "expected_close_on",
    "closed_on", "amount", "realized_amount", "currency", "amount_estimated",
)  # fmt: skip


def list_sources(work: Work, run: Import) -> list[Source]:
    """The files of an import with their mappings, read anew from what was uploaded."""
    files = (
        select(ImportFile)
        .where(ImportFile.import_id == run.id, work.visible(ImportFile))
        .options(undefer(ImportFile.content))
        .order_by(ImportFile.position)
    )
    return [
        Source(
            each.position,
            read_table(each.name, decompress(each.content)),
            Entity(each.entity),
            list_targets(work, each.id),
        )
        for each in work.all(files)
    ]


def list_targets(work: Work, file_id: UUID) -> list[str | None]:
    mapped = select(ImportColumn.target).where(ImportColumn.file_id == file_id, work.visible(ImportColumn))
    return work.all(mapped.order_by(ImportColumn.position))


def get_world(work: Work, run: Import, sources: Sequence[Source]) -> World:
    """What the acting member can see of the company; no more than the files can be about."""
    entities = {source.entity for source in sources}
    fields = {path for source in sources for path in source.targets}
    people = entities - {Entity.PRODUCT}
    with_contacts = Entity.CONTACT in entities or "deal.contact" in fields
    reasons = work.all(select(LossReason).where(work.visible(LossReason)))
    return World(
        plan=Plan(get_habits(work)),
        now=work.clock.now(),
        products=Ledger(Thing.PRODUCT, _known(work, Product, _PRODUCT), ("code",)),
        members=Ledger(Thing.MEMBER, _known(work, Member, _MEMBER) if people else (), ("email",)),
        teams=Ledger(Thing.TEAM, _known(work, Team, _TEAM) if people else (), ()),
        accounts=Ledger(Thing.ACCOUNT, _known(work, Account, _ACCOUNT)),
        contacts=Ledger(Thing.CONTACT, _contacts(work) if with_contacts else (), ("external_id", "email", "likeness")),
        deals=Ledger(Thing.DEAL, _deals(work, sources), ("external_id", "likeness")),
        pipelines=_pipelines(work),
        title=_titles(work.tenant.locale), wanted=run.pipeline_id,
        reasons={key_of(one.name): one.id for one in reasons},
    )  # fmt: skip


def get_habits(work: Work) -> Habits:
    """Telephone numbers and dates as where the company's clock is; the United States put the month first."""
    territory = get_global("zone_territories").get(work.tenant.time_zone)
    known = isinstance(territory, str) and len(territory) == _REGION and territory.isalpha()
    region = str(territory) if known else _REGIONS.get(work.tenant.currency)
    order = Order.MONTH_FIRST if region == "US" else Order.DAY_FIRST
    return Habits(work.tenant.currency, region, order, ZoneInfo(work.tenant.time_zone))


def written_by(work: Work, origin: UUID) -> dict[UUID, AuditAction]:
    """The records that a run has already made or changed, by id: what a worker that takes it up leaves as it is."""
    told = select(AuditEntry.entity_id, AuditEntry.action).where(
        AuditEntry.origin_id == origin,
        AuditEntry.entity.in_([thing.value for thing in Thing]),
        work.visible(AuditEntry),
    )
    written: dict[UUID, AuditAction] = {}
    for id, action in cast("Sequence[tuple[UUID, str]]", work.rows(told.order_by(AuditEntry.id))):
        written.setdefault(id, AuditAction(action))
    return written


def refusals_of(work: Work, run: Import) -> list[tuple[int, int, str]]:
    """File's position, line and reason in the acting member's language."""
    told = (
        select(ImportRefusal)
        .where(ImportRefusal.import_id == run.id, work.visible(ImportRefusal))
        .options(joinedload(ImportRefusal.file))
        .order_by(ImportRefusal.line, ImportRefusal.id)
    )
    locale = work.who.locale
    return [(each.file.position, each.line, str(each.texts.get(locale, each.texts["en"]))) for each in work.all(told)]


def any_of(column: ColumnElement[object], values: Sequence[object]) -> ColumnElement[bool]:
    """One bound array, however many values."""
    return column == any_(literal(list(values), ARRAY(column.type)))


def _known(work: Work, model: type[Model], fields: Sequence[str]) -> list[Known]:
    return _read(work, model, fields, select().where(work.visible(model)))


def _read(work: Work, model: type[Model], fields: Sequence[str], among: Select[()]) -> list[Known]:
    columns: list[InstrumentedAttribute[object]] = [getattr(model, field) for field in ("id", *fields)]
    rows = work.rows(among.add_columns(*columns).order_by(columns[0]))
    return [Known(cast(UUID, row[0]), dict(zip(fields, row[1:], strict=True))) for row in rows]


def _contacts(work: Work) -> list[Known]:
    known = _known(work, Contact, _CONTACT)
    return [_alike(each, lambda values: likeness(values["name"], values["account_id"])) for each in known]


def _deals(work: Work, sources: Sequence[Source]) -> list[Known]:
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

    return [_alike(each, alike) for each in _read(work, Deal, _DEAL, among)]


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


def _pipelines(work: Work) -> list[KnownPipeline]:
    stages: dict[UUID, list[KnownStage]] = {}
    for each in work.all(select(Stage).where(work.visible(Stage)).order_by(Stage.position, Stage.id)):
        stages.setdefault(each.pipeline_id, []).append(KnownStage(each.id, each.name, StageKind(each.kind)))
    used = set(work.all(select(Deal.pipeline_id).where(work.visible(Deal)).distinct()))
    pipelines = work.all(select(Pipeline).where(work.visible(Pipeline)).order_by(Pipeline.position, Pipeline.id))
    return [
        KnownPipeline(each.id, each.name, each.is_default, each.id in used, tuple(stages.get(each.id, ())))
        for each in pipelines
    ]


def _titles(locale: str) -> Callable[[str, dict[str, str]], str]:
    """Names that the product gives, in the company's language."""
    return lambda message, named: say(message, locale) % named
