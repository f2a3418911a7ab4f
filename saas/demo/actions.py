"""Stores the demo company."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from random import Random
from typing import cast

from sqlalchemy import Table, func, insert, select, update

from saas.accounts.model import Account
from saas.activities.model import Activity, ActivityAttendee, ActivityLink
from saas.contacts.model import Contact
from saas.core.clock import Clock
from saas.core.model import Model
from saas.core.work import Opener, Work
from saas.deals.model import Deal, DealEvent, DealProduct
from saas.demo import pages
from saas.demo.becoming import convert_some
from saas.demo.company import SEED, draw_company
from saas.demo.incoming import store_leads
from saas.demo.interest import draw_leads
from saas.demo.records import Company
from saas.demo.rows import Ids, Row, Rows
from saas.demo.visiting import store_visits
from saas.losses.actions import furnish_reasons, list_reasons
from saas.members.model import Member, Team
from saas.pipelines.model import Pipeline, Stage
from saas.products.model import Product

#: Customers and prices were written down a while before the first deal.
BEFORE = timedelta(days=20)

Progress = Callable[[str], None]


def fill(open_work: Opener, clock: Clock, *, seed: int = SEED, progress: Progress = lambda _step: None) -> bool:
    """Stores the company that `seed` draws, up to this moment, in one transaction; returns whether it did.

    A company with any account or deal stays as it is. Members with the same address are kept and brought up to the
    drawing; a pipeline that was there is put away. `progress` is told in a few words what is being stored.
    """
    with open_work() as work:
        if not _is_empty(work):
            return False
        rows = store(work, draw_company(clock.now(), seed), progress)
        leads = list(draw_leads(Random(seed + 3), clock.now()))  # noqa: S311 - believable, no secret
        progress(f"{len(leads)} leads")
        store_leads(work, rows, leads)
        store_visits(work, Random(seed + 4), rows, leads)  # noqa: S311
        convert_some(work, rows, leads)
    return True


def store(work: Work, company: Company, progress: Progress = lambda _step: None) -> Rows:
    """Adds what was drawn to a company that has no deals yet; returns its rows with their ids."""
    rows = Rows(company, _find_members(work, company), company.deals[0].events[0].at - BEFORE)
    _store_staff(work, rows)
    _put_pipelines_away(work)
    _find_reasons(work, rows.ids)
    for model, made in _list_tables(rows):
        told = list(made)
        progress(f"{len(told):,} {NOUNS[model]}")
        work.bulk(insert(_table(model)), told)
    return rows


NOUNS = {
    Product: "products",
    Pipeline: "pipeline",
    Stage: "stages",
    Account: "accounts",
    Contact: "contacts",
    Deal: "deals",
    DealProduct: "lines of deals",
    DealEvent: "lines of history",
    Activity: "activities",
    ActivityAttendee: "attendees",
    ActivityLink: "links of activities",
}


def _is_empty(work: Work) -> bool:
    deal, account = select(Deal.id).limit(1), select(Account.id).limit(1)
    return work.first(deal) is None and work.first(account) is None


def _find_members(work: Work, company: Company) -> Ids:
    """The ids of those members of the drawing who are there already, by address."""
    keys = {member.email: member.key for member in company.members}
    found = work.rows(select(Member.id, func.lower(Member.email).label("email")).where(Member.deleted_at.is_(None)))
    return Ids({("member", keys[row.email]): row.id for row in found if row.email in keys})


def _find_reasons(work: Work, ids: Ids) -> None:
    """Those that the company has, or begins with now."""
    furnish_reasons(work)
    work.flush()
    ids.update({("reason", str(place)): reason.id for place, reason in enumerate(list_reasons(work))})


def _store_staff(work: Work, rows: Rows) -> None:
    """Teams and members point to each other: teams come first, their managers last."""
    known = set(rows.ids.values())
    work.bulk(insert(_table(Team)), list(rows.teams()))
    members = list(rows.members())
    work.bulk(insert(_table(Member)), [row for row in members if row["id"] not in known])
    for row in members:
        if row["id"] in known:
            work.bulk(update(_table(Member)).where(Member.id == row["id"]).values(row))
    for team in rows.company.teams:
        leads = {"manager_id": rows.ids["member", team.manager]}
        work.bulk(update(_table(Team)).where(Team.id == rows.ids["team", team.key]).values(leads))


def _put_pipelines_away(work: Work) -> None:
    """An empty company has a pipeline of its own from the start; no deal stands in it."""
    for model in (Stage, Pipeline):
        away = update(_table(model)).where(model.deleted_at.is_(None))
        work.bulk(away.values(deleted_at=work.clock.now()))


def _list_tables(rows: Rows) -> Iterator[tuple[type[Model], Iterator[Row]]]:
    """In an order in which every row finds what it points to."""
    yield Product, rows.products()
    yield Pipeline, rows.pipelines()
    yield Stage, rows.stages()
    yield Account, rows.accounts()
    yield Contact, rows.contacts()
    yield Deal, rows.deals()
    yield DealProduct, rows.lines()
    yield DealEvent, rows.events()
    yield Activity, pages.activities(rows)
    yield ActivityAttendee, pages.attendees(rows)
    yield ActivityLink, pages.links(rows)


def _table(model: type[Model]) -> Table:
    return cast(Table, model.__table__)
