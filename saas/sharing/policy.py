"""Whose records a member reaches: his own, his teams', those of the teams below, everybody's, and what is shared.

A member's teams are the one that he is in and those that he manages. A record is in the team of its owner.
"""

from typing import cast
from uuid import UUID

from sqlalchemy import ColumnElement, Select, any_, false, func, inspect, or_, select, true, union
from sqlalchemy.orm import InstrumentedAttribute, aliased

from saas.core.policy import Seen, live, visible
from saas.core.principal import Who
from saas.core.rights import Scope, Verb, models, objects
from saas.members.model import Member, Team
from saas.sharing.model import Share, ShareLevel

OPENED = frozenset({Verb.READ, Verb.UPDATE})
"""What a share can open: it gives nobody the right to delete, to export or to share on."""


def owned(who: Who, seen: Seen) -> ColumnElement[bool]:
    """The policy of a governed object with an owner."""
    model = inspect(seen).mapper.class_
    scope = who.rights.scope(model.__name__, who.verb)
    if scope is Scope.ALL:
        return true()
    owner = cast("InstrumentedAttribute[UUID | None]", getattr(seen, objects()[model.__name__].owner or ""))
    if scope is Scope.NONE:
        reached: ColumnElement[bool] = false()
    elif scope is Scope.OWN:
        reached = owner == who.member
    else:
        reached = or_(owner == who.member, _one_of(owner, mates(who, below=scope is Scope.BELOW)))
    if who.verb not in OPENED or scope is Scope.NONE:
        return reached
    return or_(reached, _one_of(_key(seen), shared(who, model.__name__)))


def _one_of(
    column: InstrumentedAttribute[UUID] | InstrumentedAttribute[UUID | None], keys: Select[UUID]
) -> ColumnElement[bool]:
    """As an array, which is read once and then looked up in the column's index; `IN` would look at every row."""
    return column == any_(func.array(keys.scalar_subquery()))


def mates(who: Who, *, below: bool) -> Select[UUID]:
    """The members of the acting member's teams, and of those below them."""
    team, mate = aliased(Team), aliased(Member)
    there = team.lineage.overlap(func.array(teams(who).scalar_subquery())) if below else team.id.in_(teams(who))
    return select(mate.id).join(team, mate.team_id == team.id).where(team.deleted_at.is_(None), there)


def teams(who: Who) -> Select[UUID]:
    """The acting member's own."""
    me, led = aliased(Member), aliased(Team)
    mine = select(me.team_id.label("id")).where(me.id == who.member, me.team_id.is_not(None))
    ours = union(mine, select(led.id).where(led.manager_id == who.member, led.deleted_at.is_(None))).subquery()
    return select(ours.c.id)


def shared(who: Who, name: str) -> Select[UUID]:
    """The keys of the object's records that are shared with the acting member or a team of his."""
    share = aliased(Share)
    to_me = or_(share.member_id == who.member, share.team_id.in_(teams(who)))
    enough = true() if who.verb is Verb.READ else share.level == ShareLevel.EDIT
    return select(share.record_id).where(share.object == name, enough, to_me)


def _of_records_seen(who: Who, seen: Seen) -> ColumnElement[bool]:
    """Who sees a record knows with whom it is shared, as long as it is not deleted."""
    share, each = cast("type[Share]", seen), list[ColumnElement[bool]]()
    for name, model in models().items():
        record = aliased(model)
        seen_and_live = select(_key(record)).where(visible(who, record), live(record))
        each.append((share.object == name) & share.record_id.in_(seen_and_live))
    return or_(false(), *each)


def _key(seen: Seen) -> InstrumentedAttribute[UUID]:
    return cast("InstrumentedAttribute[UUID]", getattr(seen, inspect(seen).mapper.primary_key[0].name))


VISIBLE = {Share: _of_records_seen}
