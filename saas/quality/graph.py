"""The quality of leads in the graph."""

from datetime import date

import strawberry

from saas.core.work import Work
from saas.graph.declare import Money, query, record_or_none
from saas.leads.words import UnfitReason
from saas.quality import queries
from saas.quality.findings import Quality
from saas.responses.times import Asked, ResponseGrouping, ResponseMeasure
from saas.sources.graph import SourceNode


@strawberry.type(description="So many leads were unfit for a reason.")
class UnfitCount:
    reason: UnfitReason
    leads: int


@strawberry.type(
    description="The leads of a source, or of the channel or campaign `word`; both null of those that have none. "
    "`qualified` are those that are qualified now, or converted. `won` is by currency, of the won deals that they led "
    "to. Half waited at most `firstContactSeconds`, those that wait still counted; null where that is not known yet."
)
class LeadQuality:
    source: SourceNode | None
    word: str | None
    leads: int
    qualified: int
    converted: int
    unfit: int
    reasons: list[UnfitCount]
    won_deals: int
    won: list[Money]
    first_contact_seconds: int | None
    first_contact_business_seconds: int | None


@query
def lead_quality(work: Work, since: date, until: date, by: ResponseGrouping | None = None) -> list[LeadQuality]:
    """Of leads that came in from one day to another, by SOURCE, CHANNEL or CAMPAIGN; most leads first."""
    asked = Asked(since, until, by or ResponseGrouping.SOURCE, ResponseMeasure.CONTACT)
    return [_shown(one) for one in queries.list_qualities(work, asked)]


def _shown(one: Quality) -> LeadQuality:
    wall, business = one.first_contact
    return LeadQuality(
        source=record_or_none(SourceNode, one.key), word=one.word, leads=one.leads, qualified=one.qualified,
        converted=one.converted, unfit=one.unfit,
        reasons=[UnfitCount(reason=reason, leads=leads) for reason, leads in one.reasons],
        won_deals=one.won_deals, won=[Money(amount=won.amount, currency=won.currency) for won in one.won],
        first_contact_seconds=wall, first_contact_business_seconds=business,
    )  # fmt: skip
