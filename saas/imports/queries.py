"""What the company has, as a plan asks for it; and what an import has written, as its undo asks for it."""

from collections.abc import Sequence
from typing import cast
from uuid import UUID
from zlib import decompress
from zoneinfo import ZoneInfo

from babel.core import get_global
from sqlalchemy import select
from sqlalchemy.orm import joinedload, undefer

from saas.accounts.model import Account
from saas.core.audit import AuditAction, AuditEntry
from saas.core.work import Work
from saas.imports.columns import Habits
from saas.imports.dates import Order
from saas.imports.holdings import (
    ACCOUNT,
    MEMBER,
    PRODUCT,
    TEAM,
    contacts_of,
    deals_of,
    known,
    leads_of,
    pipelines_of,
    titles_of,
)
from saas.imports.ledger import Ledger
from saas.imports.matching import key_of
from saas.imports.model import Import, ImportColumn, ImportFile, ImportRefusal
from saas.imports.plan import Plan, Thing
from saas.imports.reading import read_table
from saas.imports.records import Source
from saas.imports.targets import Entity
from saas.imports.world import World
from saas.losses.model import LossReason
from saas.members.model import Member, Team
from saas.products.model import Product
from saas.sources.model import Source as LeadSource

_REGIONS = {"USD": "US", "ILS": "IL", "GBP": "GB", "JOD": "JO", "EGP": "EG", "AED": "AE", "SAR": "SA"}
_REGION = 2


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
    with_leads = Entity.LEAD in entities
    with_contacts = Entity.CONTACT in entities or "deal.contact" in fields
    reasons = work.all(select(LossReason).where(work.visible(LossReason)))
    return World(
        plan=Plan(get_habits(work)),
        now=work.clock.now(),
        products=Ledger(Thing.PRODUCT, known(work, Product, PRODUCT), ("code",)),
        members=Ledger(Thing.MEMBER, known(work, Member, MEMBER) if people else (), ("email",)),
        teams=Ledger(Thing.TEAM, known(work, Team, TEAM) if people else (), ()),
        accounts=Ledger(Thing.ACCOUNT, known(work, Account, ACCOUNT)),
        contacts=Ledger(
            Thing.CONTACT, contacts_of(work) if with_contacts else (), ("external_id", "email", "likeness")
        ),
        deals=Ledger(Thing.DEAL, deals_of(work, sources), ("external_id", "likeness")),
        sources=Ledger(Thing.SOURCE, known(work, LeadSource, ("name",)) if with_leads else (), ()),
        leads=Ledger(Thing.LEAD, leads_of(work) if with_leads else (), ("email", "likeness")),
        pipelines=pipelines_of(work),
        title=titles_of(work.tenant.locale), wanted=run.pipeline_id,
        reasons={key_of(one.name): one.id for one in reasons},
        assign_leads=run.assign_leads, leads_are_new=run.leads_are_new,
    )  # fmt: skip


def get_habits(work: Work) -> Habits:
    """Telephone numbers and dates as where the company's clock is; the United States put the month first."""
    territory = get_global("zone_territories").get(work.tenant.time_zone)
    is_region = isinstance(territory, str) and len(territory) == _REGION and territory.isalpha()
    region = str(territory) if is_region else _REGIONS.get(work.tenant.currency)
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
