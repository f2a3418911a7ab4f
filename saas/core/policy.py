"""Which rows a member may see: every table has a policy, and a policy is SQL.

A capability's `policy.py` holds `VISIBLE: dict[type[Model], Policy]`; a policy takes the acting `Who` and the class
or an alias of it and returns the predicate. `everyone` is the policy of what all members of the company may see,
`holders(power)` of what those with a power may. `who.verb` is what the rows are wanted for; usually to be read.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import TypeVar, cast

from sqlalchemy import ColumnElement, ScalarSelect, case, false, inspect, literal, null, select, true
from sqlalchemy import cast as type_cast
from sqlalchemy.orm import InstrumentedAttribute, aliased
from sqlalchemy.orm.util import AliasedClass

from saas.core import walk
from saas.core.audit import AuditEntry, Effect, MutationReceipt
from saas.core.fields import camel
from saas.core.model import Model
from saas.core.principal import Who
from saas.core.rights import Verb, objects

Seen = type[Model] | AliasedClass[Model]
Policy = Callable[[Who, Seen], ColumnElement[bool]]
T = TypeVar("T")


class NoPolicy(Exception):
    """A table without a policy: nobody could say who may see it."""


def everyone(_who: Who, _seen: Seen) -> ColumnElement[bool]:
    return true()


def holders(power: str) -> Policy:
    """Members with this power see all, others nothing."""

    def policy(who: Who, _seen: Seen) -> ColumnElement[bool]:
        return true() if who.rights.holds(power) else false()

    return policy


def through(key: str, parent: type[Model]) -> Policy:
    """What hangs on another record is seen, changed and deleted by those who may do it with that: a deal's lines."""

    def policy(who: Who, seen: Seen) -> ColumnElement[bool]:
        above = aliased(parent)
        allowed = visible(who, above)
        if allowed.compare(true()):
            return true()
        held = inspect(above).mapper.primary_key[0].name
        mine = getattr(seen, key)
        return select(getattr(above, held)).where(getattr(above, held) == mine, allowed).correlate(seen).exists()

    return policy


def about(who: Who, seen: Seen, models: Iterable[type[Model]]) -> ColumnElement[bool]:
    """What names a living record by `about_type` and `about_id`, a file or a notification: seen by those who see that.

    One look by key for each row; with an EXISTS for each kind all that the member sees would be gathered first.
    """
    looks = {model.__name__: _look(who, seen, model) for model in models}
    return case(looks, value=seen.about_type, else_=false()).is_(true())  # type: ignore[union-attr]


def _look(who: Who, seen: Seen, model: type[Model]) -> ScalarSelect[bool]:
    above = aliased(model)
    key = getattr(above, inspect(model).primary_key[0].name)
    found = select(literal(True)).where(key == seen.about_id, visible(who, above), live(above))  # type: ignore[union-attr]  # noqa: FBT003  SQL's own
    return found.correlate(seen).scalar_subquery()


def visible(who: Who, seen: Seen) -> ColumnElement[bool]:
    """The predicate of the table's own policy; it says nothing about deleted rows, see `live`.

    What the role does with none of an object is false, whatever the policy says of those who read it.
    """
    model = inspect(seen).mapper.class_
    if model.__name__ in objects() and not who.rights.may(model.__name__, who.verb):
        return false()
    return policies()[model](who, seen)


def within(who: Who, verb: Verb, seen: Seen) -> ColumnElement[bool]:
    """The predicate for something else than reading; what cannot be read cannot be changed either."""
    return visible(replace(who, verb=verb), seen)


def shown(who: Who, column: InstrumentedAttribute[T]) -> ColumnElement[T]:
    """The column, of a table or an alias; null where its field is hidden from them. A key is the field without `Id`."""
    thing, field = inspect(column.parent).mapper.class_.__name__, camel(column.key.split("_"))
    hidden = who.rights.hides(thing, field) or who.rights.hides(thing, field.removesuffix("Id"))
    return cast("ColumnElement[T]", type_cast(null(), column.type).label(column.key) if hidden else column)


def live(seen: Seen) -> ColumnElement[bool]:
    """True for rows that are not deleted."""
    deleted: InstrumentedAttribute[object] | None = getattr(seen, "deleted_at", None)
    return true() if deleted is None else deleted.is_(None)


@cache
def policies() -> Mapping[type[Model], Policy]:
    """Gathered once per process; refuses a mapped table that has none."""
    trail = holders("audit:read")
    found: dict[type[Model], Policy] = {AuditEntry: trail, MutationReceipt: trail, Effect: trail}
    for module in walk.modules("policy"):
        found.update(getattr(module, "VISIBLE", {}))
    walk.modules("model")
    for mapper in Model.registry.mappers:
        if mapper.class_ not in found:
            place = mapper.class_.__module__.rpartition(".")[0]
            raise NoPolicy(f"{mapper.class_.__name__} has no policy: add it to VISIBLE in {place}.policy")
    return found
