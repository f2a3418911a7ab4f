"""Rows of leads: who they are, where they came from and stand, and what of them holds of one that is there already."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from uuid import UUID

from saas.core.errors import Plural
from saas.core.texts import later
from saas.imports.ledger import likeness
from saas.imports.lexicon import LEAD_STATUSES, words
from saas.imports.matching import Book
from saas.imports.records import Record, Source
from saas.imports.staff import refer_member
from saas.imports.world import World, refer
from saas.leads.words import OPEN, LeadStatus

_FIELDS = ("company", "title", "email", "phone", "message", "country", "language")
_TAGS = ("utm_source", "utm_medium", "utm_campaign")


def plan_leads(world: World, source: Source, records: Sequence[Record]) -> None:
    for record in records:
        reason = _senseless(world, record)
        if reason is not None:
            world.plan.refuse(record.origin, *reason)
            continue
        name = _name(record)
        alike = {"likeness": likeness(name, record.text("phone") or record.text("company"))}
        given = {field: record.values[field] for field in _FIELDS if field in record.values} | {"name": name}
        id = _known(world, {**alike, **given})
        if id is not None and world.leads.values(id).get("status") == LeadStatus.CONVERTED:
            _tell_converted(world, name)
            world.leads.place(world.plan, record.origin, id, ({}, {}))
            continue
        if (owner := record.text("owner")) is not None:
            given["owner_id"] = refer_member(world, source.header_of("owner") or "", owner)
        product_id, answers = _product(world, source, record)
        given |= {} if product_id is None else {"product_id": product_id}
        besides = {} if id is not None else _beginning(world, source, record) | {"answers": answers}
        world.leads.place(world.plan, record.origin, id, (given, {**alike, **besides}))


def _name(record: Record) -> str:
    """As it is told, else what stands before the @, or the number."""
    whole = record.text("name") or " ".join(filter(None, (record.text("first_name"), record.text("last_name"))))
    return whole or (record.text("email") or "").partition("@")[0] or record.text("phone") or ""


def _senseless(world: World, record: Record) -> tuple[str, str] | None:
    """Why a row that parses is no lead: a code and its message."""
    if not _name(record):
        return "NAME_MISSING", later("This row has neither a name nor an e-mail address nor a phone number.")
    came = record.values.get("received_on")
    if isinstance(came, datetime) and came > world.now:
        return "IN_FUTURE", later("A lead cannot have come in the future.")
    if _status(record) is LeadStatus.CONVERTED:
        return "CONVERTED_ALREADY", later("This lead has become a customer: import it as a contact or an account.")
    return None


def _known(world: World, given: Mapping[str, object]) -> UUID | None:
    """A lead is known by its address, else by its name with its number or company."""
    field = "email" if "email" in given else "likeness"
    return world.leads.by_key(field, str(given[field]))


def _beginning(world: World, source: Source, record: Record) -> dict[str, object]:
    """What only a new lead gets."""
    status, said = _status(record), record.text("status")
    if said is not None and status is None:
        message = Plural(
            "%(count)s lead stands as new: what %(column)s says is no status here: %(samples)s.",
            "%(count)s leads stand as new: what %(column)s says is no status here: %(samples)s.",
        )
        world.plan.note("STATUS_UNKNOWN", message, sample=said, column=source.header_of("status"))
    status = status or LeadStatus.NEW
    named = record.text("source") or world.title(later("Imported leads"), {})
    consent = None
    if record.values.get("consent") is True:
        consent = source.header_of("consent") or "", f"{source.table.name}: {record.origin.line}"
    return {
        "source_id": refer(world, world.sources, (source.header_of("source") or "", named), lambda: {"name": named}),
        "status": status, "remark": said if status is LeadStatus.UNFIT else None,
        "received_at": record.values.get("received_on"), "consent": consent,
        "tags": {tag: text for tag in _TAGS if (text := record.text(tag)) is not None},
        "past": not world.leads_are_new, "by_rules": world.assign_leads and status in OPEN,
    }  # fmt: skip


def _product(world: World, source: Source, record: Record) -> tuple[UUID | None, Sequence[tuple[str, str]]]:
    """One that the company sells; what else is asked for is an answer."""
    said = record.text("product")
    if said is None:
        return None, record.answers
    found = world.products.by_name(said) or world.products.by_key("code", said)
    return found, record.answers if found else ((source.header_of("product") or "", said), *record.answers)


def _status(record: Record) -> LeadStatus | None:
    said = record.text("status")
    return None if said is None else _statuses().equal(said)


@cache
def _statuses() -> Book[LeadStatus]:
    return Book({word: status for status, listed in LEAD_STATUSES.items() for word in words(listed)})


def _tell_converted(world: World, name: str) -> None:
    message = Plural(
        "%(count)s lead has become a customer here and is left as it is: %(samples)s.",
        "%(count)s leads have become customers here and are left as they are: %(samples)s.",
    )
    world.plan.note("CONVERTED_HERE", message, sample=name)
