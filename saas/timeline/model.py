"""The timeline: a record's activities, its deals' history, files and its own beginning, as the rows of one SELECT.

There is no such table. What the entries tell is kept once, where it happened; so none is missing and none is stale
when a deal gets another customer, a deletion is undone or an import is taken back. An activity stands in the timeline
of every record that it is linked to, a deal's events and files in those of its account and contact too.
"""

from datetime import datetime
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from sqlalchemy import (
    Select,
    SQLColumnExpression,
    Subquery,
    Text,
    Uuid,
    and_,
    case,
    cast,
    func,
    literal_column,
    null,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.orm import Mapped, Relationship, add_mapped_attribute, relationship

from saas.accounts.model import Account
from saas.activities.model import Activity, ActivityLink
from saas.contacts.model import Contact
from saas.core.model import Model
from saas.deals.model import Deal, DealEvent
from saas.files.model import Attachment
from saas.leads.model import Lead, LeadEvent
from saas.leads.words import LeadEventKind
from saas.members.model import Member


class TimelineKind(StrEnum):
    """What an entry tells: an activity, a change of a deal or lead, a file, or that a record was made."""

    TASK = "TASK"
    CALL = "CALL"
    MEETING = "MEETING"
    NOTE = "NOTE"
    FILE = "FILE"
    DEAL_CREATED = "DEAL_CREATED"
    STAGE = "STAGE"
    AMOUNT = "AMOUNT"
    CLOSE_DATE = "CLOSE_DATE"
    OWNER = "OWNER"
    LOSS_REASON = "LOSS_REASON"
    ACCOUNT_CREATED = "ACCOUNT_CREATED"
    CONTACT_CREATED = "CONTACT_CREATED"
    LEAD_CREATED = "LEAD_CREATED"
    LEAD_STATUS = "LEAD_STATUS"
    LEAD_OWNER = "LEAD_OWNER"


M = TypeVar("M", bound=Model)

_NOBODY = cast(null(), Uuid())
_ALWAYS = frozenset({"id", "kind", "at"})
#: Of leads a timeline has a line for these. That one became ripe, or is so no more, is told by its score.
_OF_LEADS = [
    literal_column(f"'{kind}'", Text()) for kind in (LeadEventKind.CREATED, LeadEventKind.STATUS, LeadEventKind.OWNER)
]


def _row(
    id: SQLColumnExpression[UUID], kind: SQLColumnExpression[str], at: SQLColumnExpression[datetime],
    **ids: SQLColumnExpression[UUID | None],
) -> Select[*tuple[object, ...]]:  # fmt: skip
    """One arm of the union: what it does not name is null."""
    names = ("by_id", "account_id", "contact_id", "deal_id", "lead_id", "activity_id", "deal_event_id", "lead_event_id",
             "attachment_id")  # fmt: skip
    columns = [type_coerce(ids.get(name, _NOBODY), Uuid()).label(name) for name in names]
    return select(id.label("id"), kind.label("kind"), at.label("at"), *columns)


def _files() -> list[Select[*tuple[object, ...]]]:
    """An arm for each kind of record, so that its index is of use; a deal's files are its customer's too."""
    arms = []
    for model, ids in (
        (Account, {"account_id": Account.id}),
        (Contact, {"contact_id": Contact.id, "account_id": Contact.account_id}),
        (Lead, {"lead_id": Lead.id}),
        (Deal, {"deal_id": Deal.id, "account_id": Deal.account_id, "contact_id": Deal.contact_id}),
    ):
        arm = _row(
            Attachment.id, literal_column("'FILE'", Text()), Attachment.created_at, by_id=Attachment.added_by_id,
            attachment_id=Attachment.id, **ids,
        )  # fmt: skip
        there = model.id == Attachment.about_id, Attachment.about_type == literal_column(f"'{model.__name__}'")
        arms.append(arm.join(model, and_(*there)).where(Attachment.deleted_at.is_(None), model.deleted_at.is_(None)))
    return arms


def _entries() -> Subquery:
    activity, link, event, deal = Activity, ActivityLink, DealEvent, Deal
    done = _row(
        link.id, type_coerce(activity.kind, Text()), activity.at,
        by_id=func.coalesce(activity.done_by_id, activity.owner_id, activity.author_id),
        account_id=link.account_id, contact_id=link.contact_id, deal_id=link.deal_id, lead_id=link.lead_id,
        activity_id=link.activity_id,
    )  # fmt: skip
    told = type_coerce(event.kind, Text())
    kind = case((told == literal_column("'CREATED'"), literal_column("'DEAL_CREATED'", Text())), else_=told)
    changed = _row(
        event.id, kind, event.at, by_id=event.by_id, account_id=deal.account_id, contact_id=deal.contact_id,
        deal_id=event.deal_id, deal_event_id=event.id,
    )  # fmt: skip
    account = _row(Account.id, literal_column("'ACCOUNT_CREATED'", Text()), Account.created_at, account_id=Account.id)
    contact = _row(
        Contact.id, literal_column("'CONTACT_CREATED'", Text()), Contact.created_at, account_id=Contact.account_id,
        contact_id=Contact.id,
    )  # fmt: skip
    of_lead = _row(
        LeadEvent.id, literal_column("'LEAD_'", Text()) + type_coerce(LeadEvent.kind, Text()), LeadEvent.at,
        by_id=LeadEvent.by_id, lead_id=LeadEvent.lead_id, lead_event_id=LeadEvent.id,
    )  # fmt: skip
    made = union_all(
        done.join(activity, activity.id == link.activity_id).where(activity.deleted_at.is_(None)),
        changed.join(deal, deal.id == event.deal_id).where(deal.deleted_at.is_(None)),
        account.where(Account.deleted_at.is_(None)),
        contact.where(Contact.deleted_at.is_(None)),
        of_lead.join(Lead, Lead.id == LeadEvent.lead_id).where(
            Lead.deleted_at.is_(None), type_coerce(LeadEvent.kind, Text()).in_(_OF_LEADS)
        ),
        *_files(),
    ).subquery("timeline_entry")
    for column in made.c:
        column.nullable = column.name not in _ALWAYS  # type: ignore[attr-defined]  # the arms say it differently
    return made


_ENTRIES = _entries()


def _to(model: type[M], name: str) -> Relationship[M | None]:
    column = _ENTRIES.c[name]
    return relationship(
        model, primaryjoin=lambda: column == model.__table__.c.id, foreign_keys=[column], viewonly=True, lazy="raise"
    )  # fmt: skip


class TimelineEntry(Model):
    """`by` is who did it, or whose it is; null where the trail alone knows. The other ids are of what it is about."""

    __table__ = _ENTRIES
    __mapper_args__ = {"primary_key": [_ENTRIES.c.id]}  # noqa: RUF012  as SQLAlchemy declares it

    id: Mapped[UUID]
    kind: Mapped[str]
    at: Mapped[datetime]
    account_id: Mapped[UUID | None]
    contact_id: Mapped[UUID | None]
    deal_id: Mapped[UUID | None]
    lead_id: Mapped[UUID | None]
    activity_id: Mapped[UUID | None]
    deal_event_id: Mapped[UUID | None]
    lead_event_id: Mapped[UUID | None]
    attachment_id: Mapped[UUID | None]

    by: Mapped[Member | None] = _to(Member, "by_id")
    account: Mapped[Account | None] = _to(Account, "account_id")
    contact: Mapped[Contact | None] = _to(Contact, "contact_id")
    deal: Mapped[Deal | None] = _to(Deal, "deal_id")
    lead: Mapped[Lead | None] = _to(Lead, "lead_id")
    activity: Mapped[Activity | None] = _to(Activity, "activity_id")
    deal_event: Mapped[DealEvent | None] = _to(DealEvent, "deal_event_id")
    lead_event: Mapped[LeadEvent | None] = _to(LeadEvent, "lead_event_id")
    attachment: Mapped[Attachment | None] = _to(Attachment, "attachment_id")


def _timeline(model: type[Model], name: str) -> None:
    """The reverse end, on the record whose timeline it is."""
    column = _ENTRIES.c[name]
    entries = relationship(
        TimelineEntry, primaryjoin=lambda: column == model.__table__.c.id, foreign_keys=[column], viewonly=True,
        lazy="raise", uselist=True,
    )  # fmt: skip
    add_mapped_attribute(model, "timeline", entries)


_timeline(Account, "account_id")
_timeline(Contact, "contact_id")
_timeline(Deal, "deal_id")
_timeline(Lead, "lead_id")
