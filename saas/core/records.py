"""The records of one unit of work: those that it knows, what was changed in them, new ones, those to be taken out.

SQLAlchemy's session loads them and knows each one once; it never writes. Records that are named by their key, as nearly
all are in a write, go past its loader: the statement is made once for all members of equal rights, and planned once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from typing import Any, TypeVar, cast

from sqlalchemy import Numeric, Table, Uuid, bindparam, inspect, select
from sqlalchemy.orm import LoaderCallableStatus, Mapper, Session
from sqlalchemy.orm.attributes import instance_state
from sqlalchemy.types import TypeEngine

from saas.core import policy
from saas.core.model import Model
from saas.core.principal import WHO_MEMBER, who
from saas.core.rights import Rights
from saas.core.trail import Row, Stamp
from saas.core.writing import DIALECT, Draft, written_columns
from tenants.engine import run_within
from tenants.prepared import Statement

M = TypeVar("M", bound=Model)

KEY = "record_key"


class Hold(Enum):
    """How a record is held until the end: not at all, so that it stays, so that nobody else changes it."""

    NOT = 0
    STAYING = 1
    ALONE = 2


@dataclass(frozen=True, slots=True)
class Changes:
    """What is not yet written; of a changed record what stood in the changed columns."""

    new: list[Model]
    changed: list[tuple[Model, Row]]
    gone: list[Model]

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.gone)


class Records:
    def __init__(self, session: Session, rights: Rights) -> None:
        self._session = session
        self._rights = rights
        self._new: dict[int, Model] = {}
        self._gone: dict[int, Model] = {}

    def find(self, model: type[M], given: Row, *, deleted: bool, hold: Hold) -> M | None:
        """By its `KEY`, where the acting member sees it; one that is held is read afresh."""
        look = _by_key(model, self._rights, deleted, hold)
        rows = run_within(self._session, look.statement, {**look.constants, **given})
        return self._take(model, rows[0], fresh=hold is not Hold.NOT) if rows else None

    def add(self, record: Model) -> None:
        if record not in self._session:
            _check(record)
            self._new[id(record)] = record

    def remove(self, record: Model) -> None:
        if self._new.pop(id(record), None) is None:
            self._gone[id(record)] = record

    def changes(self) -> Changes:
        touched = [record for record in self._session.dirty if id(record) not in self._gone]
        changed = [(record, was) for record in touched if (was := _was(record))]
        return Changes(list(self._new.values()), changed, list(self._gone.values()))

    def write(self, changes: Changes, stamp: Stamp) -> None:
        """All of them by one statement, with the audit rows that tell them."""
        draft = Draft(stamp)
        new = [(record, draft.insert(_table(record), record.__dict__)) for record in changes.new]
        changed = [(record, draft.update(_table(record), record.__dict__, was)) for record, was in changes.changed]
        for record in changes.gone:
            draft.delete(_table(record), record.__dict__)
        draft.write(self._session)
        for record, row in new:
            self._know(record, row)
        for record, row in changed:
            self._refresh(record, row)
        for record in changes.gone:
            self._session.expunge(record)
        self._new.clear()
        self._gone.clear()

    def _take(self, model: type[M], row: tuple[object, ...], *, fresh: bool) -> M:
        shape = _shape(model)
        values = shape.values(row)
        known = self._session.identity_map.get(shape.identity(values))
        if known is None:
            return self._know(cast(M, shape.mapper.class_manager.new_instance()), values)
        if fresh:
            self._refresh(known, values)
        return cast(M, known)

    def _know(self, record: M, values: Row) -> M:
        """As SQLAlchemy's loader leaves a record, without asking each of its relationships whom it leads to."""
        shape, state = _shape(type(record)), instance_state(record)
        state.key = shape.identity(values)
        state.session_id = self._session.hash_key
        self._session.identity_map.add(state)
        self._refresh(record, values)
        return record

    def _refresh(self, record: Model, values: Row) -> None:
        record.__dict__.update(values)
        instance_state(record)._commit_all(record.__dict__, self._session.identity_map)  # noqa: SLF001  SQLAlchemy's name for it


class _Shape:
    """How a row becomes a record: all columns but those that are only loaded where they are asked for."""

    def __init__(self, model: type[Model]) -> None:
        self.mapper: Mapper[Any] = inspect(model)
        self.key = self.mapper.primary_key[0].name
        self._keys = [column.name for column in self.mapper.primary_key]
        loaded = [(each.key, each.columns[0].type) for each in self.mapper.column_attrs if not each.deferred]
        self.names = [name for name, _type in loaded]
        made = ((name, _maker(type_)) for name, type_ in loaded)
        self.makers = [(name, maker) for name, maker in made if maker is not None]

    def identity(self, values: Row) -> tuple[type[Any], tuple[object, ...], None]:
        """Under which the session knows the record."""
        return self.mapper.class_, tuple([values[name] for name in self._keys]), None

    def values(self, row: tuple[object, ...]) -> dict[str, object]:
        values = dict(zip(self.names, row, strict=True))
        for name, maker in self.makers:
            values[name] = maker(values[name])
        return values


def _maker(type_: TypeEngine[object]) -> Callable[[object], object] | None:
    """What SQLAlchemy makes of the driver's value; a number's is one already."""
    return None if isinstance(type_, Numeric) else type_.dialect_impl(DIALECT).result_processor(DIALECT, None)


@cache
def _shape(model: type[Model]) -> _Shape:
    return _Shape(model)


@dataclass(frozen=True, slots=True)
class _Look:
    """One record by its key, with what a policy says of constants."""

    statement: Statement
    constants: Row


@lru_cache(maxsize=4096)
def _by_key(model: type[Model], rights: Rights, deleted: bool, hold: Hold) -> _Look:  # noqa: FBT001  a key of the cache
    shape, acting = _shape(model), who(rights)
    found = select(*(getattr(model, name) for name in shape.names)).where(
        getattr(model, shape.key) == bindparam(KEY, type_=Uuid()), policy.within(acting, acting.verb, model)
    )
    if not deleted:
        found = found.where(policy.live(model))
    if hold is not Hold.NOT:
        found = found.with_for_update(of=model, read=hold is Hold.STAYING, key_share=hold is Hold.STAYING)
    compiled = found.compile(dialect=DIALECT)
    constants = {name: value for name, value in compiled.params.items() if name not in {KEY, WHO_MEMBER}}
    return _Look(Statement(str(compiled), frozenset(constants)), constants)


def _was(record: Model) -> Row:
    """What stood in the columns that are changed."""
    state = instance_state(record)
    _check(record)
    before = {
        name: None if isinstance(old, LoaderCallableStatus) else old for name, old in state.committed_state.items()
    }
    return {name: old for name, old in before.items() if old != state.dict.get(name)}


def _check(record: Model) -> None:
    """A relationship is read only; the key that it stands on is written."""
    strange = instance_state(record).committed_state.keys() - _written(type(record))
    if strange:
        raise TypeError(f"{sorted(strange)} of {type(record).__name__} cannot be written")


@cache
def _written(model: type[Model]) -> frozenset[str]:
    return frozenset(column.name for column in written_columns(cast(Table, model.__table__)))


def _table(record: Model) -> Table:
    return cast(Table, record.__table__)
