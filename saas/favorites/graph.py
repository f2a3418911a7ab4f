"""Favorites in the graph: the acting member's own."""

import strawberry

from saas.core.work import Work
from saas.favorites import actions
from saas.favorites.model import Favorite
from saas.graph.declare import Node, Ref, mutation, node, query
from saas.graph.ids import decode


@node(Favorite)
class FavoriteNode(Node):
    """A record that a member wants at hand."""

    position: int


@query
def favorite_records(work: Work) -> list[Node | None]:
    """The acting member's favorites, in his order."""
    return [Ref(one.about_type, one.about_id) for one in actions.list_favorites(work)]  # type: ignore[misc]


@strawberry.input
class AddFavoriteInput:
    """`position` counts from 0; last where it is left out."""

    record_id: strawberry.ID
    position: int | None = None


@mutation(FavoriteNode)
def add_favorite(work: Work, input: AddFavoriteInput) -> Favorite:
    """Puts a record at hand."""
    about_type, about_id = decode(input.record_id)
    return actions.add_favorite(work, about_type, about_id, position=input.position)


@strawberry.input
class RemoveFavoriteInput:
    record_id: strawberry.ID


@mutation(FavoriteNode)
def remove_favorite(work: Work, input: RemoveFavoriteInput) -> Favorite:
    """Takes a record out of the favorites; `favorite` is null afterwards."""
    return actions.remove_favorite(work, decode(input.record_id)[1])


@strawberry.input
class MoveFavoriteInput:
    """`position` counts from 0."""

    record_id: strawberry.ID
    position: int


@mutation(FavoriteNode)
def move_favorite(work: Work, input: MoveFavoriteInput) -> Favorite:
    """Puts a favorite at another place."""
    return actions.move_favorite(work, decode(input.record_id)[1], input.position)
