"""Which rows a member may see: every table has a policy, and a policy is SQL.

A capability's `policy.py` holds `VISIBLE: dict[type[Model], Policy]`; a policy takes the acting `Who` and the class
or an alias of it and returns the predicate. `everyone` is the policy of what all members of the company may see.
"""

from collections.abc import Callable, Mapping
from functools import cache

from sqlalchemy import ColumnElement, false, inspect, true
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.orm.util import AliasedClass

from saas.core import walk
from saas.core.audit import AuditEntry, Effect, MutationReceipt
from saas.core.model import Model
from saas.core.principal import Role, Who

Seen = type[Model] | AliasedClass[Model]
Policy = Callable[[Who, Seen], ColumnElement[bool]]


class NoPolicy(Exception):
    """A table without a policy: nobody could say who may see it."""


def everyone(_who: Who, _seen: Seen) -> ColumnElement[bool]:
    return true()


def admins(who: Who, _seen: Seen) -> ColumnElement[bool]:
    return true() if who.role in {Role.OWNER, Role.ADMIN} else false()


def visible(who: Who, seen: Seen) -> ColumnElement[bool]:
    """The predicate of the table's own policy; it says nothing about deleted rows, see `live`."""
    return policies()[inspect(seen).mapper.class_](who, seen)


def live(seen: Seen) -> ColumnElement[bool]:
    """True for rows that are not deleted."""
    deleted: InstrumentedAttribute[object] | None = getattr(seen, "deleted_at", None)
    return true() if deleted is None else deleted.is_(None)


@cache
def policies() -> Mapping[type[Model], Policy]:
    """Gathered once per process; refuses a mapped table that has none."""
    found: dict[type[Model], Policy] = {AuditEntry: admins, MutationReceipt: admins, Effect: admins}
    for module in walk.modules("policy"):
        found.update(getattr(module, "VISIBLE", {}))
    walk.modules("model")
    for mapper in Model.registry.mappers:
        if mapper.class_ not in found:
            place = mapper.class_.__module__.removesuffix(".model")
            raise NoPolicy(f"{mapper.class_.__name__} has no policy: add it to VISIBLE in {place}.policy")
    return found
