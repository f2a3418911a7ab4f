"""Saved views in the graph."""

from datetime import datetime
from typing import cast

import strawberry
from strawberry import UNSET
from strawberry.scalars import JSON

from saas.core.model import Json
from saas.core.work import Work
from saas.graph.declare import Node, key, key_or_none, mutation, node, query, record
from saas.graph.listing import Asked
from saas.members.graph import MemberNode, TeamNode
from saas.views import actions, queries
from saas.views.actions import Offer, Shown, ViewDraft
from saas.views.model import Audience, DefaultView, SavedView

strawberry.enum(Audience, description="Who is offered a view: its owner, a team, the whole company.")


@node(SavedView, order="name")
class SavedViewNode(Node):
    """A list as somebody wants to see it again; `object` is a type's name, such as `Deal`."""

    object: str
    name: str
    audience: Audience
    team: TeamNode | None
    owner: MemberNode | None
    version: int
    created_at: datetime
    updated_at: datetime


@node(DefaultView, order="id")
class DefaultViewNode(Node):
    """The view with which the acting member's list of `object` opens; null is the list as it is."""

    object: str
    view: SavedViewNode | None


@strawberry.type(
    description="A view as the acting member may use it. In its filter the id `me` stands for whoever looks. "
    "`lost` are fields that it names and that are hidden from the member, or gone: leave them out."
)
class OfferedView:
    view: SavedViewNode
    filter: JSON | None
    search: str | None
    order_by: list[JSON] | None
    columns: list[str] | None
    is_default: bool
    may_change: bool
    lost: list[str]


@query
def views_of(work: Work, object: str) -> list[OfferedView]:  # noqa: A002  the graph's own word
    """The views of an object's list that the acting member is offered, by name."""
    return [
        OfferedView(
            view=record(SavedViewNode, one.view_id), filter=cast("JSON | None", one.asked["filter"]),
            search=cast("str | None", one.asked["search"]),
            order_by=cast("list[JSON] | None", one.asked["orderBy"]),
            columns=cast("list[str] | None", one.asked["columns"]),
            is_default=one.is_default, may_change=one.may_change, lost=one.lost,
        )
        for one in queries.list_views(work, object)
    ]  # fmt: skip


@strawberry.input(description="What of a list is kept: what it takes, and the names of the columns that are shown.")
class ShownInput:
    filter: JSON | None = None
    search: str | None = None
    order_by: list[JSON] | None = None
    columns: list[str] | None = None


@strawberry.input
class CreateSavedViewInput:
    """`teamId` goes with the audience TEAM alone."""

    object: str
    name: str
    shown: ShownInput | None = None
    audience: Audience = Audience.PRIVATE
    team_id: strawberry.ID | None = None


@mutation(SavedViewNode)
def create_saved_view(work: Work, input: CreateSavedViewInput) -> SavedView:
    """Keeps a list as it is seen."""
    shown, offer = _shown(input.shown or ShownInput()), _offer(input.audience, input.team_id)
    return actions.create_view(work, ViewDraft(input.object, input.name, shown, offer))


@strawberry.input
class UpdateSavedViewInput:
    """`shown` replaces all that the view keeps of the list; a `teamId` means the audience TEAM."""

    id: strawberry.ID
    version: int | None = None
    name: str | None = UNSET
    shown: ShownInput | None = None
    audience: Audience | None = None
    team_id: strawberry.ID | None = None


@mutation(SavedViewNode)
def update_saved_view(work: Work, input: UpdateSavedViewInput) -> SavedView:
    """Its owner changes a view; a shared one also those who hold `views:manage`."""
    changes: Json = {} if input.name is UNSET else {"name": input.name}
    changes["shown"] = input.shown and _shown(input.shown)
    if input.audience or input.team_id:
        changes["offer"] = _offer(input.audience or Audience.TEAM, input.team_id)
    return actions.edit_view(work, key(SavedViewNode, input.id), changes, version=input.version)


@strawberry.input
class SavedViewInput:
    id: strawberry.ID
    version: int | None = None


@mutation(SavedViewNode)
def delete_saved_view(work: Work, input: SavedViewInput) -> SavedView:
    """Takes a view away from all to whom it was offered."""
    return actions.delete_view(work, key(SavedViewNode, input.id), version=input.version)


@mutation(SavedViewNode)
def restore_saved_view(work: Work, input: SavedViewInput) -> SavedView:
    """Takes a deletion back."""
    return actions.restore_view(work, key(SavedViewNode, input.id))


@strawberry.input
class ChooseDefaultViewInput:
    """Without `viewId` the list opens as it is."""

    object: str
    view_id: strawberry.ID | None = None


@mutation(DefaultViewNode)
def choose_default_view(work: Work, input: ChooseDefaultViewInput) -> DefaultView:
    """The view with which the acting member's list opens."""
    return actions.choose_default(work, input.object, key_or_none(SavedViewNode, input.view_id))


def _shown(given: ShownInput) -> Shown:
    asked = Asked(cast("Json | None", given.filter), given.search, cast("list[Json] | None", given.order_by))
    return Shown(asked, given.columns)


def _offer(audience: Audience, team_id: str | None) -> Offer:
    return Offer(audience, key_or_none(TeamNode, team_id))
