"""Reads of the quality of leads: three statements, after two that read when the company works."""

from typing import cast
from uuid import UUID

from sqlalchemy import CTE, ColumnElement, case, func, select

from saas.conversions.model import LeadConversion
from saas.core.errors import Invalid
from saas.core.work import Work
from saas.deals.model import Deal, DealStatus
from saas.graph.filters import hidden
from saas.leads.model import Lead
from saas.leads.words import LeadStatus, UnfitReason
from saas.quality.findings import Quality, Won
from saas.responses.curve import curve, spans
from saas.responses.queries import MOST_GROUPS
from saas.responses.rows import find_rows
from saas.responses.times import Asked, ResponseGrouping

ORIGINS = (ResponseGrouping.SOURCE, ResponseGrouping.CHANNEL, ResponseGrouping.CAMPAIGN)
_Groups = dict[tuple[UUID | None, str | None], Quality]


def list_qualities(work: Work, asked: Asked) -> list[Quality]:
    """Most leads first, of those that the acting member sees. What was won is of the deals that he sees."""
    if asked.by not in ORIGINS:
        raise Invalid("BAD_GROUPING", "Quality is told by source, channel or campaign.", "by")
    if work.rights.hides(Lead.__name__, "status"):
        raise hidden("status")
    found = select(find_rows(work, asked, grouped=True)).cte("leads_found")
    groups = _groups(work, found)
    _add_reasons(work, found, groups)
    _add_won(work, found, groups)
    return list(groups.values())


def _groups(work: Work, found: CTE) -> _Groups:
    rows = curve(found)
    keys = rows.c.key, rows.c.folded

    def stand(*statuses: LeadStatus) -> ColumnElement[int]:
        return func.count().filter(rows.c.status.in_([status.value for status in statuses]))

    columns = (
        func.min(rows.c.word).label("word"), func.count().label("leads"),
        stand(LeadStatus.QUALIFIED, LeadStatus.CONVERTED).label("qualified"),
        stand(LeadStatus.CONVERTED).label("converted"), stand(LeadStatus.UNFIT).label("unfit"), *spans(rows),
    )  # fmt: skip
    statement = select(*keys, *columns).group_by(*keys).order_by(func.count().desc(), *keys).limit(MOST_GROUPS)
    return {
        (cast("UUID | None", row.key), row.folded): Quality(
            row.key, row.word, row.leads, row.qualified, row.converted, row.unfit,
            (row.wall_50_of_all, row.business_50_of_all),
        )
        for row in work.rows(statement)
    }  # fmt: skip


def _add_reasons(work: Work, found: CTE, groups: _Groups) -> None:
    many = func.count()
    keys = found.c.key, found.c.folded, found.c.unfit_reason
    statement = select(*keys, many.label("many")).where(found.c.unfit_reason.is_not(None)).group_by(*keys)
    for row in work.rows(statement.order_by(many.desc(), found.c.unfit_reason)):
        if one := groups.get((cast("UUID | None", row.key), row.folded)):
            one.reasons.append((UnfitReason(row.unfit_reason), row.many))


def _add_won(work: Work, found: CTE, groups: _Groups) -> None:
    """A deal that two leads of one group led to counts once."""
    brought = case((Deal.realized_amount.is_not(None), work.shown(Deal.realized_amount)), else_=work.shown(Deal.amount))
    deals = (
        select(found.c.key, found.c.folded, Deal.id, Deal.currency, brought.label("brought"))
        .join(LeadConversion, LeadConversion.lead_id == found.c.lead_id)
        .join(Deal, Deal.id == LeadConversion.deal_id)
        .where(LeadConversion.undone_at.is_(None), work.visible(LeadConversion))
        .where(work.shown(Deal.status) == DealStatus.WON, work.visible(Deal))
        .distinct()
        .subquery("won")
    )
    keys = deals.c.key, deals.c.folded, deals.c.currency
    columns = func.count().label("deals"), func.count(deals.c.brought).label("priced"), func.sum(deals.c.brought)
    for row in work.rows(select(*keys, *columns[:2], columns[2].label("amount")).group_by(*keys).order_by(*keys)):
        if one := groups.get((cast("UUID | None", row.key), row.folded)):
            one.won_deals += row.deals
            if row.priced:
                one.won.append(Won(row.currency, row.deals, row.amount))
