"""What is done with saved views."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast
from uuid import UUID

import orjson
from sqlalchemy import func, select

from saas.core.errors import Invalid, LimitReached, NotFound
from saas.core.fields import assign, written
from saas.core.model import Json
from saas.core.rights import Verb, objects
from saas.core.work import Work
from saas.graph.assembly import graph
from saas.graph.ids import encode
from saas.graph.listing import Asked, Listing
from saas.members.model import Team
from saas.sharing.circles import teams
from saas.views.model import Audience, DefaultView, SavedView
from saas.views.policy import may_change

MOST = 100
MOST_COLUMNS = 60
LONGEST = 20_000  # bytes of a filter
ME = "me"
_COLUMN = re.compile(r"[A-Za-z][A-Za-z0-9]*(\.[A-Za-z][A-Za-z0-9]*){0,2}")


@dataclass(frozen=True, slots=True)
class Shown:
    """What of a list is kept; `columns` None are those that the client shows by itself."""

    asked: Asked
    columns: Sequence[str] | None


@dataclass(frozen=True, slots=True)
class Offer:
    """To whom a view is offered; `team_id` goes with TEAM alone."""

    audience: Audience = Audience.PRIVATE
    team_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class ViewDraft:
    object: str
    name: str
    shown: Shown
    offer: Offer


def create_view(work: Work, draft: ViewDraft) -> SavedView:
    """Refuses what the list does not take or hides from its maker, as the list itself would."""
    if draft.object not in objects():
        raise Invalid("NO_LIST", "There is no list of %(name)s.", "object", name=draft.object[:80])
    mine = SavedView.owner_id == work.who.member_id, SavedView.object == draft.object
    if work.all(select(func.count()).select_from(SavedView).where(*mine, work.visible(SavedView)))[0] >= MOST:
        raise LimitReached("MANY_VIEWS", "One member keeps at most %(most)s views of a list.", "name", most=MOST)
    _check_offer(work, draft.offer)
    return work.add(
        SavedView(
            object=draft.object, name=written(draft.name, "name"), audience=draft.offer.audience,
            team_id=draft.offer.team_id, owner_id=work.who.member_id, asked=_kept(work, draft.object, draft.shown),
        )
    )  # fmt: skip


def edit_view(work: Work, view_id: UUID, changes: Mapping[str, object], *, version: int | None) -> SavedView:
    """`changes` are `name`, `offer` and `shown`, those of them that are given; `shown` replaces all that is kept."""
    view = _held(work, view_id, version)
    given: dict[str, object] = {}
    if "name" in changes:
        given["name"] = written(changes["name"], "name")
    if offer := cast("Offer | None", changes.get("offer")):
        if (offer.audience, offer.team_id) != (view.audience, view.team_id):
            _check_offer(work, offer)
        given |= {"audience": offer.audience, "team_id": offer.team_id}
    if shown := cast("Shown | None", changes.get("shown")):
        given["asked"] = _kept(work, view.object, shown)
    assign(view, given)
    return view


def delete_view(work: Work, view_id: UUID, *, version: int | None) -> SavedView:
    """For whom it was the first page the list opens as it is."""
    view = _held(work, view_id, version)
    work.remove(view)
    return view


def restore_view(work: Work, view_id: UUID) -> SavedView:
    view = work.lock(SavedView, view_id, field="id", deleted=True)
    work.require(may_change(work.rights, work.who.member_id, view), field="id")
    view.deleted_at = None
    return view


def choose_default(work: Work, name: str, view_id: UUID | None) -> DefaultView:
    """None opens the list as it is. Of a member only: the product itself has no first page."""
    work.require(work.who.member_id is not None)
    if name not in objects():
        raise Invalid("NO_LIST", "There is no list of %(name)s.", "object", name=name[:80])
    if view_id is not None and work.get(SavedView, view_id, field="viewId").object != name:
        raise NotFound(field="viewId")
    mine = DefaultView.object == name, work.visible(DefaultView)
    found = work.first(select(DefaultView).where(*mine).with_for_update(of=DefaultView))
    if found is None:
        return work.add(DefaultView(member_id=work.who.member_id, object=name, view_id=view_id))
    assign(found, {"view_id": view_id})
    return found


def _held(work: Work, view_id: UUID, version: int | None) -> SavedView:
    view = work.lock(SavedView, view_id, field="id", version=version)
    work.require(may_change(work.rights, work.who.member_id, view), field="id")
    return view


def _check_offer(work: Work, offer: Offer) -> None:
    """Everybody shares with a team of his; with other teams and the company those who keep the company's views."""
    if offer.team_id is not None:
        work.get(Team, offer.team_id, field="teamId")
    if (offer.audience is Audience.TEAM) is (offer.team_id is None):
        raise Invalid("TEAM_REQUIRED", "Choose the team to share with.", "teamId")
    manages = work.rights.holds("views:manage")
    if offer.team_id is not None:
        work.require(manages or offer.team_id in work.all(teams(work.scope)), field="teamId")
    elif offer.audience is Audience.COMPANY:
        work.require(manages, field="audience")


def _kept(work: Work, name: str, shown: Shown) -> Json:
    asked = shown.asked
    if len(orjson.dumps([asked.filter, asked.search])) > LONGEST:
        raise Invalid("TOO_LONG", "This is longer than %(most)s characters.", "filter", most=LONGEST)
    columns = None if shown.columns is None else list(shown.columns)
    if columns is not None and not (0 < len(columns) <= MOST_COLUMNS and all(map(_COLUMN.fullmatch, columns))):
        raise Invalid("BAD_COLUMNS", "Choose from 1 to %(most)s columns.", "columns", most=MOST_COLUMNS)
    me = encode("Member", work.who.member_id or work.tenant.id)
    meant = Asked(cast("Json | None", _meant(asked.filter, me)), asked.search, asked.order_by)
    Listing(graph(), name, verb=Verb.READ, paths=()).check(work, meant, ())
    return {"filter": asked.filter, "search": asked.search, "orderBy": asked.order_by, "columns": columns}


def _meant(tree: object, me: str) -> object:
    """The filter as whoever looks means it."""
    if isinstance(tree, dict):
        inside = {name: _meant(inner, me) for name, inner in tree.items()}
        return inside | ({"eq": me} if tree.get("eq") == ME and set(tree) == {"eq"} else {})
    return [_meant(inner, me) for inner in tree] if isinstance(tree, list) else tree
