"""The history of deals that a member has left to another one."""

from sqlalchemy import insert

from saas.core.work import Work
from saas.deals.model import Deal, DealEvent, DealEventKind
from saas.members.events import RecordsGiven


def tell_given(work: Work, event: RecordsGiven) -> None:
    if event.model is not Deal:
        return
    facts = {
        "kind": DealEventKind.OWNER, "at": work.clock.now(), "by_id": work.who.member_id,
        "from_owner_id": event.from_id, "to_owner_id": event.to_id,
    }  # fmt: skip
    work.bulk(insert(DealEvent), [{"deal_id": id_, **facts} for id_ in event.ids])
