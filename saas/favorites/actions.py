"""What a member does with his favorites."""

from uuid import UUID

from sqlalchemy import select

from saas.core.errors import LimitReached, NotFound
from saas.core.rights import models
from saas.core.work import Work
from saas.favorites.model import Favorite

MOST = 50


def add_favorite(work: Work, about_type: str, about_id: UUID, *, position: int | None = None) -> Favorite:
    """Last, or at a place; one that is there already stays where it is."""
    model = models().get(about_type)
    if model is None or work.who.member_id is None:
        raise NotFound(field="recordId")
    work.get(model, about_id, field="recordId")
    mine = _all(work)
    found = next((one for one in mine if one.about_id == about_id), None)
    if found is not None:
        return found
    if len(mine) >= MOST:
        raise LimitReached("TOO_MANY_FAVORITES", "There is room for %(most)s favorites.", "recordId", most=MOST)
    last = max((one.position for one in mine), default=-1) + 1
    made = work.add(Favorite(member_id=work.who.member_id, about_type=about_type, about_id=about_id, position=last))
    if position is not None:
        _order(mine, made, position)
    return made


def remove_favorite(work: Work, about_id: UUID) -> Favorite:
    found = _get(work, about_id)
    work.remove(found)
    return found


def move_favorite(work: Work, about_id: UUID, position: int) -> Favorite:
    """To a place among those that the member sees, from 0; the others make room."""
    found = _get(work, about_id)
    _order([one for one in _all(work) if one is not found], found, position)
    return found


def list_favorites(work: Work) -> list[Favorite]:
    return _all(work)


def _order(others: list[Favorite], one: Favorite, position: int) -> None:
    """Those whose place is the same already are left alone."""
    place = min(max(position, 0), len(others))
    for number, each in enumerate([*others[:place], one, *others[place:]]):
        if each.position != number:
            each.position = number


def _get(work: Work, about_id: UUID) -> Favorite:
    found = work.first(select(Favorite).where(Favorite.about_id == about_id, work.visible(Favorite)))
    if found is None:
        raise NotFound(field="recordId")
    return found


def _all(work: Work) -> list[Favorite]:
    return work.all(select(Favorite).where(work.visible(Favorite)).order_by(Favorite.position, Favorite.id))
