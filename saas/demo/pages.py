"""The pages of the diary, as rows of the tables of activities."""

from collections.abc import Iterator
from datetime import datetime, time

from saas.activities.links import FAR
from saas.demo.flow import ZONE
from saas.demo.records import ActivityRecord, DealRecord
from saas.demo.rows import Row, Rows

BLANK: Row = dict.fromkeys(
    ("due_at", "location", "remind_minutes", "series_id", "slot_at", "follow_up_of_id"),
)


def activities(rows: Rows) -> Iterator[Row]:
    for one in rows.company.activities:
        owner_id, falls_at = rows.ids["member", one.owner], _falls_at(one)
        yield {
            **BLANK, "id": rows.ids["activity", one.key], "kind": one.kind, "subject": one.subject, "body": one.body,
            "status": "DONE" if one.done_at else "OPEN", "priority": "NORMAL", "private": False, "owner_id": owner_id,
            "author_id": owner_id, "due_on": one.due_on, "starts_at": one.starts_at, "ends_at": one.ends_at,
            "direction": "OUTBOUND" if one.kind == "CALL" else None, "outcome": one.outcome, "done_at": one.done_at,
            "done_by_id": owner_id if one.done_at else None, "falls_at": falls_at,
            "at": one.starts_at or one.done_at or falls_at or one.written_at, "created_at": one.written_at,
            "updated_at": one.done_at or one.written_at,
        }  # fmt: skip


def attendees(rows: Rows) -> Iterator[Row]:
    """The customer's person is at the meetings."""
    deals = _deals(rows)
    for one in rows.company.activities:
        contact = deals[one.deal].contact
        if one.kind == "MEETING" and contact:
            person = rows.ids["contact", contact]
            yield {"activity_id": rows.ids["activity", one.key], "member_id": None, "contact_id": person}


def links(rows: Rows) -> Iterator[Row]:
    """To the deal, and to what follows from it."""
    deals = _deals(rows)
    for one in rows.company.activities:
        deal = deals[one.deal]
        row: Row = {
            "activity_id": rows.ids["activity", one.key], "deal_id": None, "account_id": None, "contact_id": None,
            "awaited_at": None if one.done_at else _falls_at(one) or FAR,
        }  # fmt: skip
        yield {**row, "deal_id": rows.ids["deal", deal.key], "derived": False, "opens": True}
        yield {**row, "account_id": rows.ids["account", deal.account], "derived": True, "opens": False}
        if deal.contact:
            yield {**row, "contact_id": rows.ids["contact", deal.contact], "derived": True, "opens": False}


def _deals(rows: Rows) -> dict[str, DealRecord]:
    return {deal.key: deal for deal in rows.company.deals}


def _falls_at(one: ActivityRecord) -> datetime | None:
    return one.starts_at or (datetime.combine(one.due_on, time(), ZONE) if one.due_on else None)
