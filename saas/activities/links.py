"""What an activity hangs on: the records that somebody said, and those that follow from them.

What hangs on a deal is linked to its account and contact too, what hangs on a person to the person's account, and
a meeting to the contacts who attend it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import cast
from uuid import UUID

from sqlalchemy import select

from saas.accounts.model import Account
from saas.activities.kinds import ActivityStatus
from saas.activities.model import RECORDS, Activity, ActivityAttendee, ActivityLink
from saas.contacts.model import Contact
from saas.core.errors import LimitReached, NotFound
from saas.core.fields import assign
from saas.core.work import Work
from saas.deals.events import DealPlaced
from saas.deals.model import Deal
from saas.leads.model import Lead

#: Sorts behind every day that an activity could have.
FAR = datetime(9999, 1, 1, tzinfo=UTC)
MOST = 50
MODELS: Mapping[str, type[Deal | Account | Contact | Lead]] = {
    "deal": Deal, "account": Account, "contact": Contact, "lead": Lead,
}  # fmt: skip
#: Who sees one of these sees what hangs on it, and nobody else does because of its account or contact.
CLOSE = frozenset({"deal", "lead"})

Record = tuple[str, UUID]
"""`deal`, `account`, `contact` or `lead`, and its id."""


@dataclass(frozen=True, slots=True)
class Around:
    """What an activity hangs on and who takes part in it; None leaves a list as it is."""

    records: Mapping[str, Sequence[UUID]] = field(default_factory=dict)
    mentioned: Sequence[UUID] | None = None
    attendees: Sequence[tuple[UUID | None, UUID | None]] | None = None


def hang(work: Work, activity: Activity, records: Mapping[str, Sequence[UUID]]) -> None:
    """On these records; a kind that is not named stays, as does what the member cannot see."""
    links = _links(work, [activity.id])
    for kind in RECORDS:
        if kind not in records:
            continue
        wanted = dict.fromkeys(records[kind])
        if len(wanted) > MOST:
            raise LimitReached("TOO_MANY", "At most %(most)s at once.", f"{kind}Ids", most=MOST)
        _must_be_seen(work, kind, wanted)
        said = {record[1]: link for link in links if (record := record_of(link))[0] == kind}
        hidden = set(said) - _seen(work, kind, said)
        for key in wanted:
            if key in said:
                assign(said[key], {"derived": False})
            else:
                links.append(work.add(_link(activity.id, (kind, key), derived=False)))
        for key, link in said.items():
            if key not in wanted and key not in hidden:
                assign(link, {"derived": True})  # it goes below, if nothing else says that it follows
    derive_links(work, {activity.id: links})


def leads_of(work: Work, activity: Activity) -> list[UUID]:
    """Whoever sees them."""
    return [link.lead_id for link in _links(work, [activity.id]) if link.lead_id is not None]


def await_links(work: Work, activity: Activity) -> None:
    """Tells the links when the activity falls, as long as it is open."""
    is_open = activity.status == ActivityStatus.OPEN and activity.deleted_at is None
    for link in _links(work, [activity.id]):
        assign(link, {"awaited_at": (activity.falls_at or FAR) if is_open else None})


def said_records(work: Work, activity: Activity) -> dict[str, list[UUID]]:
    """What somebody hung it on, of what the acting member sees."""
    found: dict[str, list[UUID]] = {kind: [] for kind in RECORDS}
    for link in _links(work, [activity.id]):
        if not link.derived:
            kind, key = record_of(link)
            found[kind].append(key)
    return {kind: [key for key in keys if key in _seen(work, kind, keys)] for kind, keys in found.items()}


def follow_deal(work: Work, event: DealPlaced) -> None:
    """A deal's activities go along to its new account and contact."""
    hanging = select(ActivityLink.activity_id).where(ActivityLink.deal_id == event.deal_id)
    by_activity: dict[UUID, list[ActivityLink]] = {}
    for link in _links(work, work.all(hanging)):
        by_activity.setdefault(link.activity_id, []).append(link)
    work.flush()
    derive_links(work, by_activity)


def record_of(link: ActivityLink) -> Record:
    return next((kind, key) for kind in RECORDS if (key := getattr(link, f"{kind}_id")) is not None)


def derive_links(work: Work, by_activity: Mapping[UUID, list[ActivityLink]]) -> None:
    """Adds what follows, takes away what no longer does, and says which links open the activity."""
    follows = _followers(work, by_activity)
    for activity_id, links in by_activity.items():
        there = {record_of(link): link for link in links}
        close = any(kind in CLOSE and not link.derived for (kind, _), link in there.items())
        awaited_at = next((link.awaited_at for link in links if link.awaited_at), None)
        for record, link in there.items():
            if link.derived and record not in follows[activity_id]:
                work.remove(link)
            else:
                assign(link, {"opens": not link.derived and (record[0] in CLOSE or not close)})
        for record in follows[activity_id]:
            if record not in there:
                link = work.add(_link(activity_id, record, derived=True))
                assign(link, {"opens": False, "awaited_at": awaited_at})


def _followers(work: Work, by_activity: Mapping[UUID, list[ActivityLink]]) -> dict[UUID, set[Record]]:
    """What follows from the links that somebody said. It is the product's own bookkeeping: nobody's sight bounds it."""
    said = {one: {record_of(link) for link in links if not link.derived} for one, links in by_activity.items()}
    deals = {key for records in said.values() for kind, key in records if kind == "deal"}
    where = select(Deal.id, Deal.account_id, Deal.contact_id).where(Deal.id.in_(deals))
    places = {
        id: [("account", account_id), ("contact", contact_id)]
        for id, account_id, contact_id in (work.rows(where) if deals else ())
    }
    follows = {
        one: {cast(Record, place) for kind, key in records if kind == "deal" for place in places[key] if place[1]}
        for one, records in said.items()
    }
    for activity_id, contact_id in work.rows(
        select(ActivityAttendee.activity_id, ActivityAttendee.contact_id).where(
            ActivityAttendee.activity_id.in_(by_activity), ActivityAttendee.contact_id.is_not(None)
        )
    ):
        follows[cast(UUID, activity_id)].add(("contact", cast(UUID, contact_id)))
    people = {key for one in said for kind, key in said[one] | follows[one] if kind == "contact"}
    living = select(Contact.id, Contact.account_id).where(Contact.id.in_(people))
    homes = dict(cast("Iterable[tuple[UUID, UUID | None]]", map(tuple, work.rows(living) if people else ())))
    for one, records in follows.items():
        on_deal = any(kind == "deal" for kind, _ in said[one])
        homely = {homes[key] for kind, key in said[one] | records if kind == "contact"} if not on_deal else set()
        records |= {("account", home) for home in homely if home}
    return follows


def _links(work: Work, activity_ids: Sequence[UUID]) -> list[ActivityLink]:
    return work.all(select(ActivityLink).where(ActivityLink.activity_id.in_(activity_ids)).order_by(ActivityLink.id))


def _link(activity_id: UUID, record: Record, *, derived: bool) -> ActivityLink:
    return ActivityLink(activity_id=activity_id, derived=derived, **{f"{record[0]}_id": record[1]})


def _must_be_seen(work: Work, kind: str, keys: Iterable[UUID]) -> None:
    if set(keys) - _seen(work, kind, keys):
        raise NotFound(field=f"{kind}Ids")


def _seen(work: Work, kind: str, keys: Iterable[UUID]) -> set[UUID]:
    wanted, model = list(keys), MODELS[kind]
    return set(work.all(select(model.id).where(model.id.in_(wanted), work.visible(model)))) if wanted else set()
