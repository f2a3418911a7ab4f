"""Who is offered a view, and who may change it: its owner, and of a shared one those who keep the company's views."""

from typing import cast
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_

from saas.core.policy import Seen
from saas.core.principal import Who
from saas.core.rights import Rights, Role
from saas.sharing.circles import teams
from saas.views.model import Audience, DefaultView, SavedView

POWERS = {"views:manage": {Role.ADMIN, Role.MANAGER}}


def _offered(who: Who, seen: Seen) -> ColumnElement[bool]:
    view = cast("type[SavedView]", seen)
    to_my_team = and_(view.audience == Audience.TEAM, view.team_id.in_(teams(who)))
    return or_(view.owner_id == who.member, view.audience == Audience.COMPANY, to_my_team)


def _mine(who: Who, seen: Seen) -> ColumnElement[bool]:
    return cast("type[DefaultView]", seen).member_id == who.member


def may_change(rights: Rights, member_id: UUID | None, view: SavedView) -> bool:
    return view.owner_id == member_id or rights.holds("views:manage")


VISIBLE = {SavedView: _offered, DefaultView: _mine}
