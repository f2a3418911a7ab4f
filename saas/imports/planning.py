"""Files and what the company has -> the plan of an import; files are taken in the order of their needs."""

from collections.abc import Sequence

from saas.core.texts import later
from saas.imports.catalogue import plan_products
from saas.imports.companies import plan_accounts, plan_contacts
from saas.imports.course import find_course
from saas.imports.opportunities import Reader
from saas.imports.plan import Plan
from saas.imports.prospects import plan_leads
from saas.imports.records import Record, Source, read_records
from saas.imports.staff import plan_members
from saas.imports.targets import Entity
from saas.imports.world import World
from saas.imports.worth import plan_deals


def make_plan(world: World, sources: Sequence[Source]) -> Plan:
    """Fills the world's plan. Touches nothing but what it is given."""
    order = list(Entity)
    for source in sorted(sources, key=lambda each: (order.index(each.entity), each.position)):
        _tell_encoding(world.plan, source)
        _plan_file(world, source, read_records(source, world.plan))
    return world.plan


def _plan_file(world: World, source: Source, records: Sequence[Record]) -> None:
    match source.entity:
        case Entity.PRODUCT:
            plan_products(world, records)
        case Entity.MEMBER:
            plan_members(world, records)
        case Entity.ACCOUNT:
            plan_accounts(world, source, records)
        case Entity.CONTACT:
            plan_contacts(world, source, records)
        case Entity.DEAL:
            course = find_course(world, source, records)
            plan_deals(world, course, Reader(world, source, course).read(records))
        case Entity.LEAD:
            plan_leads(world, source, records)


def _tell_encoding(plan: Plan, source: Source) -> None:
    encoding = source.table.encoding
    if encoding not in {"utf-8", "utf-8-sig"}:
        message = later("%(file)s was read as %(encoding)s.")
        plan.note("ENCODING", message, file=source.table.name, encoding=encoding)
