"""What members are told of visits: of a lead that he is on the site now, whatever else they are told of him."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import select

from saas.core.errors import Plural
from saas.core.notices import Aside
from saas.core.work import Work
from saas.leads.model import Lead
from saas.visits.model import HERE, Visit

ON_NOW = Plural(
    "On %(path)s of your site now: visit %(ordinal)s, %(count)s page.",
    "On %(path)s of your site now: visit %(ordinal)s, %(count)s pages.",
)


def _here(work: Work, lead_ids: Sequence[UUID]) -> Mapping[UUID, Aside]:
    last_seen = Visit.left_at.is_(None), Visit.last_seen_at > work.clock.now() - HERE
    here = select(Visit).where(Visit.lead_id.in_(lead_ids), *last_seen).order_by(Visit.started_at, Visit.id)
    return {
        visit.lead_id: Aside(
            ON_NOW, {"path": visit.path, "ordinal": visit.ordinal, "count": visit.page_count}, "visits"
        )
        for visit in work.all(here)
        if visit.lead_id is not None
    }


ASIDES = {Lead: _here}
