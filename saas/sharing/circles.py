"""The circles round a member: his teams, those in them, and what has been shared with him.

A member's teams are the one that he is in and those that he manages. A record is in the team of its owner.
"""

from uuid import UUID

from sqlalchemy import Select, func, or_, select, true, union
from sqlalchemy.orm import aliased

from saas.core.principal import Who
from saas.core.rights import Verb
from saas.members.model import Member, Team
from saas.sharing.model import Share, ShareLevel

OPENED = frozenset({Verb.READ, Verb.UPDATE})
"""What a share can open: it gives nobody the right to delete, to export or to share on."""


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
