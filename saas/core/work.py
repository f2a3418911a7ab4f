"""The unit of work: the one thing handed down, and the only way to a tenant's tables.

Requests, jobs and commands open one; a use case takes it as its first argument. One unit of work is one
transaction: it commits when its `with` block ends cleanly and rolls back otherwise, and nobody below calls commit.

Writes are `add`, changes of loaded records, `remove` and `bulk`; each leaves audit rows with before and after in
the same transaction. Changes that come any other way are refused by the connection itself.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import TracebackType
from typing import Self, TypeVar, cast
from uuid import UUID

import orjson
import psycopg2
from sqlalchemy import ColumnElement, Delete, Insert, Row, Select, TextClause, Update, and_, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import InstrumentedAttribute, Session

from saas.core import policy
from saas.core.audit import AuditAction, MutationReceipt
from saas.core.bulk import Bulk
from saas.core.clock import Clock
from saas.core.conflicts import cause, refusals
from saas.core.errors import Conflict, Forbidden, Moving, NotFound
from saas.core.events import Hearing, listeners
from saas.core.looks import Look
from saas.core.model import Json, Model
from saas.core.news import News, Turn
from saas.core.outside import Nowhere, Outside
from saas.core.permits import Permits
from saas.core.principal import WHO_MEMBER, Principal, Who, who
from saas.core.records import KEY, Hold, Records
from saas.core.rights import Rights, Verb
from saas.core.trail import Change, Stamp
from saas.core.writing import Draft
from tenants.engine import Lanes, commit_within, read_within
from tenants.gate import enqueueing, writing
from tenants.prepared import Statement
from tenants.registry import Tenant

M = TypeVar("M", bound=Model)
T = TypeVar("T")

_SHUT = "42501"  # what a company's role may do is taken from it where the company has moved away
_CHANGE_COMPANY = text("SELECT ext.change_company(CAST(:changes AS jsonb))")
_QUEUE_UP = text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))")
_ENQUEUE = text(
    "SELECT jobs.enqueue(:task, CAST(:args AS jsonb), queue => :queue, lock => :lock, "
    "queueing_lock => :queueing_lock, run_at => :run_at)"
)


@dataclass(frozen=True, slots=True)
class Opener:
    """Opens units of work for one tenant and one acting member: what routes, jobs and commands are given.

    `tries` is how often a job was begun before, and failed or lost its worker.
    """

    lanes: Lanes
    tenant: Tenant
    principal: Principal
    clock: Clock = field(default_factory=Clock)
    outside: Outside = field(default_factory=Nowhere)
    tries: int = 0

    def __call__(self, *, origin: UUID | None = None) -> "Work":
        return Work(self, origin=origin)


class Work:
    """`origin` is written on every audit row: what this change is part of, such as an import's run.

    Its session is private. It writes by itself only before the commit: call `flush` to have ids checked, versions
    raised and constraints tried earlier.
    """

    def __init__(self, opener: Opener, *, origin: UUID | None = None) -> None:
        self.tenant = opener.tenant
        self.who = opener.principal
        self.clock = opener.clock
        self.outside = opener.outside
        self.request_id = opener.principal.request_id
        self.origin = origin
        self.scope: Who = who(opener.principal.rights)
        self._lanes = opener.lanes
        self._session: Session = self._lanes.session(opener.tenant, actor=opener.principal.member_id)
        self._news = News()
        self._records = Records(self._session, opener.principal.rights)
        self._permits = Permits(self._session, self.scope, opener.principal.member_id)

    @property
    def rights(self) -> Rights:
        return self.scope.rights

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self.flush()
                with refusals():
                    commit_within(self._session, self._news.word(self.who.member_id))
        finally:
            self._session.close()

    # Reading

    def find(self, model: type[M], id: UUID, *, deleted: bool = False) -> M | None:
        """None for what is hidden from the acting member as for what is not there; `deleted` finds deleted ones too."""
        return self._by_key(model, id, deleted=deleted)

    def get(self, model: type[M], id: UUID, *, field: str | None = None, deleted: bool = False) -> M:
        """`field` is the input field that named the record: the refusal tells it."""
        found = self.find(model, id, deleted=deleted)
        if found is None:
            raise NotFound(field=field)
        return found

    def lock(
        self, model: type[M], id: UUID, *, field: str | None = None, version: int | None = None, deleted: bool = False,
        to: Verb | None = Verb.UPDATE,
    ) -> M:  # fmt: skip
        """Locked until the end and fresh; `version` is the one the sender has seen, a stale one is a Conflict.

        What the member sees but may not do this `to` is Forbidden; None is for a record that is only held still.
        """
        with self._changing():
            found = self._by_key(model, id, deleted=deleted, hold=Hold.ALONE)
        if found is None:
            raise NotFound(field=field)
        if version is not None and version != getattr(found, "version", version):
            raise Conflict(field="version", current=found)
        if to is not None:
            self._permits.ask(found, to, field=field)
        return found

    def hold(self, model: type[M], id: UUID, *, field: str | None = None) -> M:
        """A record that is named by what is written: it is fresh, and nobody takes it away until the end."""
        with self._changing():
            found = self._by_key(model, id, hold=Hold.STAYING)
        if found is None:
            raise NotFound(field=field)
        return found

    def all(self, statement: Select[T]) -> list[T]:
        """Of a statement that selects one entity or column; the caller adds `visible` to its WHERE."""
        with refusals():
            return list(self._session.scalars(statement, self._bound()))

    def first(self, statement: Select[T]) -> T | None:
        with refusals():
            return self._session.scalars(statement, self._bound()).first()

    def rows(
        self, statement: Select[*tuple[object, ...]] | TextClause | str, params: Mapping[str, object] | None = None
    ) -> Sequence[Row[*tuple[object, ...]]]:
        """Of a statement that selects several columns, or of text; a plain string is in the driver's own form."""
        bound = self._bound() | dict(params or {})
        with refusals():
            if isinstance(statement, str):
                return self._session.connection().exec_driver_sql(statement, bound).all()
            return self._session.execute(statement, bound).all()

    def look(self, look: Look, given: Mapping[str, object]) -> list[tuple[object, ...]]:
        """What a statement that was made once finds: see `saas.core.looks`."""
        with refusals():
            return look.read(self._session, given)

    def read(
        self, sql: str | Statement, params: Mapping[str, object], *, vetted: bool = False
    ) -> list[tuple[object, ...]]:
        """Like `Lanes.read`, text and JSON as bytes, but it sees what this unit of work has written."""
        self.flush()
        with refusals():
            return read_within(self._session, sql, self._bound() | dict(params), vetted=vetted)

    def visible(self, seen: policy.Seen, *, deleted: bool = False, to: Verb = Verb.READ) -> ColumnElement[bool]:
        """The predicate of what the acting member may see of a table, or export, or …, without deleted rows."""
        allowed = policy.within(self.scope, to, seen)
        return allowed if deleted else and_(allowed, policy.live(seen))

    def shown(self, column: InstrumentedAttribute[T]) -> ColumnElement[T]:
        """The column, of a table or an alias, in a statement of one's own; null where its field is hidden from the
        acting member. A key is the field without its `Id`.
        """
        return policy.shown(self.scope, column)

    # Writing

    def add(self, thing: M) -> M:
        self._records.add(thing)
        return thing

    def permit(self, thing: Model, verb: Verb, *, field: str | None = None) -> None:
        """Refuses where the member may not do this with a record that he sees; `field` names what asked for it."""
        self._permits.ask(thing, verb, field=field)

    def follow(self, thing: M) -> M:
        """A record whose change only follows from what the member may do: it is not asked whether he may change it."""
        self._permits.give(thing)
        return thing

    def show(self, model: type[Model], id: UUID) -> None:
        """To whoever looks on: a record was changed of which the audit tells nothing, as its table is `untold`."""
        self._news.note(model.__tablename__, id, Turn.UPDATED)

    def remove(self, thing: Model) -> None:
        """Marks the record as deleted; a row of a table that keeps none is taken out. Both are told by the audit."""
        if hasattr(thing, "deleted_at"):
            thing.deleted_at = self.clock.now()
        else:
            self._records.remove(thing)

    def flush(self) -> None:
        changes = self._records.changes()
        if not changes:
            return
        self._require_settled()
        with writing(self._session), self._changing():
            new = self._permits.ask_of_changes(changes)
            self._records.write(changes, self._stamp())
            self._permits.ask_of_new(new)

    def bulk(self, statement: Insert | Update | Delete, rows: Sequence[Mapping[str, object]] = ()) -> int:
        """Many rows of one table by one statement, with their audit rows; returns how many. Loaded records go stale.

        An update or a deletion touches only what the member may change or delete.
        """
        self.flush()
        self._require_settled()
        with writing(self._session), self._changing():
            many = Bulk(self._session, self._stamp())
            if isinstance(statement, Insert):
                return self._permits.ask_of_many(statement, rows, many.insert)
            if isinstance(statement, Update):
                return many.update(self._permits.narrow(statement, Verb.UPDATE))
            return many.delete(self._permits.narrow(statement, Verb.DELETE))

    def tell(self, change: Change) -> None:
        """An audit row of what stands outside the company's own tables, such as a token."""
        self.flush()
        self._require_settled()
        with writing(self._session), self._changing():
            self._told(change)

    def change_company(self, changes: Json) -> None:
        """What the company says of itself in the directory of companies, by the names of `Tenant`: audited, and heard
        by all web processes.
        """
        self.flush()
        self._require_settled()
        said = {"changes": orjson.dumps(changes).decode()}
        with writing(self._session), self._changing():
            before = cast(Json, self._session.execute(_CHANGE_COMPANY, said).scalar_one())
            told = {name: value for name, value in changes.items() if before[name] != value}
            was = {name: before[name] for name in told}
            if told:
                self._told(Change(AuditAction.UPDATE, "tenant", self.tenant.id, was, told))
        self.tenant = replace(self.tenant, **changes)  # type: ignore[arg-type]  # as the database has taken them

    def require(self, allowed: bool, *, code: str | None = None, field: str | None = None) -> None:  # noqa: FBT001  the answer of a `may_…`
        if not allowed:
            raise Forbidden(code, field=field)

    def require_fresh(self) -> None:
        """For dangerous acts; see `Principal.require_fresh`."""
        self.who.require_fresh(self.clock.now())

    def emit(self, event: object) -> None:
        """Tells those who listen, at once and in this transaction; see `saas.core.events`."""
        for listener in listeners().get(type(event), ()):
            listener(self, event)

    def emit_all(self, events: Sequence[object]) -> None:
        """Events of one kind, to one listener after another."""
        for listener in listeners().get(type(events[0]), ()) if events else ():
            if isinstance(listener, Hearing):
                listener.of_many(self, events)
            else:
                for event in events:
                    listener(self, event)

    def enqueue(
        self, task: str, args: Json, *, queue: str = "default", lock: str | None = None, run_at: datetime | None = None
    ) -> None:
        """A job of this tenant and member, there if and only if this transaction commits.

        Jobs of one `lock` run one after another. `args` is plain JSON.
        """
        self.flush()
        self._require_settled()
        given = {"given": args, "member": self.who.member_id, "request": self.request_id}
        params = {
            "task": task, "args": orjson.dumps(given).decode(), "queue": queue, "run_at": run_at,
            "lock": lock and f"{self.tenant.namespace}:{lock}", "queueing_lock": None,
        }  # fmt: skip
        with enqueueing(self._session), self._changing():
            self._session.execute(_ENQUEUE, params)

    def receipt(self, key: str, *, mutation: str, fingerprint: str) -> Json | None:
        """The answer kept for this `clientMutationId`, or None; a repeat at the same time waits for the first.

        `fingerprint` is a digest of the input: the same key with another input is a Conflict.
        """
        member = self.who.member_id
        self.rows(_QUEUE_UP, {"name": f"{self.tenant.namespace}:{member}:{mutation}:{key}"})
        kept = self.first(
            select(MutationReceipt).where(
                MutationReceipt.member_id.is_not_distinct_from(member),
                MutationReceipt.mutation == mutation,
                MutationReceipt.key == key,
            )
        )
        if kept is not None and kept.fingerprint != fingerprint:
            raise Conflict("RECEIPT_REUSED", "This clientMutationId was used for another input.", "clientMutationId")
        return None if kept is None else kept.answer

    def keep_receipt(self, key: str, answer: Json, *, mutation: str, fingerprint: str) -> None:
        self.add(
            MutationReceipt(
                at=self.clock.now(), member_id=self.who.member_id, mutation=mutation, key=key,
                fingerprint=fingerprint, answer=answer,
            )
        )  # fmt: skip

    def _by_key(self, model: type[M], id: UUID, *, deleted: bool = False, hold: Hold = Hold.NOT) -> M | None:
        with refusals():
            return self._records.find(model, self._bound() | {KEY: id}, deleted=deleted, hold=hold)

    def _require_settled(self) -> None:
        """A company that is moving can be read only. What passes here just before is stopped by its tables."""
        if self.tenant.moving_to is not None:
            raise Moving

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """Where the company has moved away meanwhile, its tables here take no change."""
        try:
            with refusals():
                yield
        except (DBAPIError, psycopg2.Error) as error:
            if getattr(cause(error), "pgcode", None) == _SHUT and self._has_left():
                raise Moving from error
            raise

    def _told(self, change: Change) -> None:
        draft = Draft(self._stamp())
        draft.tell(change)
        draft.write(self._session)

    def _has_left(self) -> bool:
        with refusals():
            return self._lanes.read(self.tenant, "SELECT ext.has_left()", {}, actor=None) == [(True,)]

    def _bound(self) -> dict[str, object]:
        return {WHO_MEMBER: self.who.member_id}

    def _stamp(self) -> Stamp:
        return Stamp(self.clock.now(), self.who.member_id, self.request_id, self.origin, self._news)
