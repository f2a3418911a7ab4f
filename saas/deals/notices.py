"""What members are told of deals."""

from collections.abc import Iterable
from typing import cast

from saas.core.notices import Notice, Told
from saas.core.texts import later
from saas.core.work import Work
from saas.deals.events import DealGiven
from saas.deals.model import Deal


def _given(work: Work, event: object) -> Iterable[Told]:
    given = cast(DealGiven, event)
    deal = work.find(Deal, given.deal_id)
    if deal is not None:
        says = later("%(actor)s gave you the deal %(deal)s.")
        yield Told(given.owner_id, deal.id, says, {"deal": deal.name})


NOTICES = [Notice("deals.given", later("A deal is given to me"), DealGiven, Deal, "/deals/%s", _given)]
