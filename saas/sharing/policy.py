"""Whose records a member reaches: his own, his teams', those of the teams below, everybody's, and what is shared."""

from typing import cast
from uuid import UUID

from sqlalchemy import ColumnElement, Select, any_, false, func, inspect, or_, select, true
from sqlalchemy.orm import InstrumentedAttribute, aliased

from saas.core.policy import Seen, live, visible
from saas.core.principal import Who
from saas.core.rights import Scope, models, objects
from saas.sharing.circles import OPENED, mates, shared
from saas.sharing.model import Share


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
