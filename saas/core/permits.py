"""What the acting member may do with the records of one unit of work, asked where they are changed.

Nobody has to think of it: a governed record that is new, changed or removed is checked before it is written, by the
same SQL that says who may see it. Without the right the whole unit of work is refused.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from sqlalchemy import Delete, Insert, Update, Uuid, func, inspect, literal, select
from sqlalchemy.orm import Session

from saas.core import policy
from saas.core.errors import Forbidden
from saas.core.fields import camel
from saas.core.ids import new_id
from saas.core.model import Model
from saas.core.principal import WHO_MEMBER, Who
from saas.core.records import Changes
from saas.core.rights import Scope, Verb, models, objects
from saas.core.trail import KEPT, Row

Insertion = Callable[[Insert, Sequence[Row]], int]
S = TypeVar("S", Update, Delete)


class Permits:
    """Of one session; what was permitted once is not asked about again."""

    def __init__(self, session: Session, who: Who, member_id: object) -> None:
        self._session = session
        self._who = who
        self._member_id = member_id
        self._given: dict[tuple[int, Verb], Model] = {}

    def give(self, thing: Model, *verbs: Verb) -> None:
        """Without asking: a change that only follows from what the member may do; all verbs where none is named."""
        for verb in verbs or tuple(Verb):
            self._given[id(thing), verb] = thing

    def ask(self, thing: Model, verb: Verb, *, field: str | None = None) -> None:
        """Of a record that the member sees, as it stands in the database; a new one is asked about once written."""
        if verb is not Verb.CREATE and thing not in self._session:
            return
        if not self._holds(thing, verb):
            raise Forbidden(field=field)
        self.give(thing, verb, *([Verb.UPDATE] if verb is Verb.CREATE else []))

    def ask_of_changes(self, changes: Changes) -> list[Model]:
        """Before they are written. Returns the new records whose owner can only be judged once they are there."""
        for thing in changes.gone:
            self._ask_once(thing, Verb.DELETE)
        for thing, was in changes.changed:
            if type(thing).__name__ in objects():
                for verb, field in _asked_by(thing, was):
                    self._ask_once(thing, verb, field=field)
        return [thing for thing in changes.new if not self._may_create(thing)]

    def ask_of_new(self, new: list[Model]) -> None:
        """Once they are written."""
        for thing in new:
            self.ask(thing, Verb.CREATE, field="ownerId")

    def ask_of_many(self, statement: Insert, rows: Sequence[Row], insert: Insertion) -> int:
        """Inserts them, and refuses where one of them is not the member's to make."""
        model = _model_of(statement)
        scope = Scope.ALL if model is None else self._who.rights.scope(model.__name__, Verb.CREATE)
        if model is None or scope is Scope.ALL:
            return insert(statement, rows)
        named = [{"id": new_id(), **row} for row in rows]
        count, key = insert(statement, named), inspect(model).primary_key[0]
        mine = select(func.count()).where(
            key.in_([row["id"] for row in named]), policy.within(self._literally(), Verb.CREATE, model)
        )
        if self._session.scalars(mine).one() < count:
            raise Forbidden(field="ownerId")
        return count

    def narrow(self, statement: S, verb: Verb) -> S:
        """The same statement over what the member may change alone."""
        model = _model_of(statement)
        if model is None or self._who.rights.scope(model.__name__, verb) is Scope.ALL:
            return statement
        return statement.where(policy.within(self._literally(), verb, model))

    def _literally(self) -> Who:
        return replace(self._who, member=literal(self._member_id, Uuid()))

    def _ask_once(self, thing: Model, verb: Verb, *, field: str | None = None) -> None:
        if (id(thing), verb) not in self._given:
            self.ask(thing, verb, field=field)

    def _may_create(self, thing: Model) -> bool:
        """Whether it is clear already; refuses one who creates none."""
        name = type(thing).__name__
        if name not in objects() or (id(thing), Verb.CREATE) in self._given:
            return True
        scope = self._who.rights.scope(name, Verb.CREATE)
        if scope is Scope.NONE:
            raise Forbidden
        if scope is not Scope.ALL and not self._owns(thing):
            return False
        self.give(thing, Verb.CREATE, Verb.UPDATE)
        return True

    def _holds(self, thing: Model, verb: Verb) -> bool:
        name = type(thing).__name__
        if name not in objects():
            return True
        scope = self._who.rights.scope(name, verb)
        if scope in {Scope.NONE, Scope.ALL}:
            return scope is Scope.ALL
        return (verb is not Verb.CREATE and self._owned(thing)) or self._reaches(thing, verb)

    def _owns(self, thing: Model) -> bool:
        owner = objects()[type(thing).__name__].owner
        return owner is not None and getattr(thing, owner) == self._member_id is not None

    def _owned(self, thing: Model) -> bool:
        """Before the changes of this unit of work: nobody takes a record by writing his name on it."""
        owner = objects()[type(thing).__name__].owner
        return owner is not None and owner not in inspect(thing).committed_state and self._owns(thing)

    def _reaches(self, thing: Model, verb: Verb) -> bool:
        model = type(thing)
        key = inspect(model).primary_key[0]
        found = select(literal(1)).where(key == getattr(thing, key.name), policy.within(self._who, verb, model))
        return self._session.execute(found, {WHO_MEMBER: self._member_id}).first() is not None


def _model_of(statement: Insert | Update | Delete) -> type[Model] | None:
    """The governed object whose table this is."""
    table = statement.table
    return next((model for model in models().values() if model.__table__ is table), None)


def _asked_by(thing: Model, was: Row) -> Iterator[tuple[Verb, str | None]]:
    """What the changes of a record ask for: deleting it and back, giving it away, and every other change."""
    changed, owner = set(was) - KEPT, objects()[type(thing).__name__].owner
    if "deleted_at" in changed:
        yield Verb.DELETE, None
    if owner in changed:
        yield Verb.SHARE, camel(owner.split("_"))
    if changed - {"deleted_at"}:
        yield Verb.UPDATE, None
