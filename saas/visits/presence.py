"""Who is on the site now, as SQL: a page of it was in front of him a moment ago, and he has not left."""

from uuid import UUID

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import aliased

from saas.core.principal import Who
from saas.graph.declare import NOW
from saas.leads.model import Lead
from saas.visits.model import HERE, Visit


def is_here(visit: type[Visit]) -> ColumnElement[bool]:
    return and_(visit.left_at.is_(None), visit.last_seen_at > NOW - HERE)


def newest_here(_who: Who, lead: type[Lead]) -> ColumnElement[UUID]:
    """The key of the visit that a lead is on."""
    visit = aliased(Visit)
    here = select(visit.id).where(visit.lead_id == lead.id, is_here(visit))
    return here.order_by(visit.started_at.desc(), visit.id.desc()).limit(1).correlate(lead).scalar_subquery()
