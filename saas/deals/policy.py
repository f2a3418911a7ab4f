"""Who may see and change deals: a rep his own, a manager also his teams', owners and admins all."""

from typing import cast

from sqlalchemy import ColumnElement, func, select, true, union_all
from sqlalchemy.orm import aliased

from saas.core.policy import Seen
from saas.core.principal import Principal, Role, Who
from saas.deals.model import Deal, DealEvent, DealProduct
from saas.members.model import Member, Team


def _own_deals(who: Who, seen: Seen) -> ColumnElement[bool]:
    deal = cast("type[Deal]", seen)
    if who.role in {Role.OWNER, Role.ADMIN}:
        return true()
    if who.role is Role.REP:
        return deal.owner_id == who.member
    team, mate = aliased(Team), aliased(Member)
    mates = select(mate.id).join(team, mate.team_id == team.id).where(team.manager_id == who.member)
    return deal.owner_id == func.any(func.array(union_all(mates, select(who.member)).scalar_subquery()))


def _of_own_deals(who: Who, seen: Seen) -> ColumnElement[bool]:
    if who.role in {Role.OWNER, Role.ADMIN}:
        return true()
    line, deal = cast("type[DealProduct]", seen), aliased(Deal)
    return select(deal.id).where(deal.id == line.deal_id, _own_deals(who, deal)).correlate(line).exists()


VISIBLE = {Deal: _own_deals, DealProduct: _of_own_deals, DealEvent: _of_own_deals}


def may_own(who: Principal, owner: Member | None) -> bool:
    """A rep gives deals to nobody but himself; a manager may hand one to anybody, also out of his sight."""
    return who.role is not Role.REP or (owner is not None and owner.id == who.member_id)


def may_delete(who: Principal, deal: Deal) -> bool:
    return who.role is not Role.REP or deal.owner_id == who.member_id
