"""Subscriptions: what changes, told to those who may see it, and read anew under their rights at each message.

Of what was changed a member is told the records that he sees. Of those that he does not see no id is told: at most,
when a record may have left his sight, that something of its type did.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast
from uuid import UUID

from graphql import OperationType
from strawberry import ID

from saas.core.errors import Invalid, LimitReached, Refusal
from saas.core.news import Turn, after
from saas.core.principal import Principal
from saas.core.rights import Verb, objects
from saas.core.work import Opener, Work
from saas.graph.changes import Change, ChangeKind, Changes
from saas.graph.declare import Node, Ref
from saas.graph.documents import Asking, Document, Operation, Rejected
from saas.graph.door import Asked, Door, data_of, formatted, refused
from saas.graph.ids import decode, encode
from saas.graph.prices import SHORT, check_price
from saas.graph.resolve import arguments_of, write_resolved
from saas.graph.terms import Terms
from tenants.registry import Tenant

MOST_IDS = 200
MOST_GATHERED = 200
_KINDS = {Turn.CREATED: ChangeKind.CREATED, Turn.DELETED: ChangeKind.DELETED}


@dataclass(frozen=True, slots=True)
class Watch:
    """One subscription: its document, and what it is about."""

    document: Document
    name: str | None
    variables: Mapping[str, object]
    types: frozenset[str]
    keys: frozenset[tuple[str, UUID]]
    price: int

    def costs(self, records: int) -> int:
        """The price is that of a message of `SHORT` records."""
        return max(1, self.price * records // SHORT)

    def wants(self, type_name: str, key: UUID) -> bool:
        return type_name in self.types or (type_name, key) in self.keys

    @property
    def about(self) -> frozenset[str]:
        return self.types | {type_name for type_name, _ in self.keys}


@dataclass(slots=True)
class Gathered:
    """What was changed since the last message, by type: what became of each record and who did it last."""

    records: dict[str, dict[UUID, tuple[Turn, UUID | None]]] = field(default_factory=dict)
    stale: set[str] = field(default_factory=set)

    def add(self, type_name: str, key: UUID, turn: Turn, by: UUID | None) -> None:
        """Beyond `MOST_GATHERED` of a type they are no longer told one by one."""
        if type_name in self.stale:
            return
        found = self.records.setdefault(type_name, {})
        before = found.get(key)
        found[key] = after(before[0] if before else None, turn), by
        if len(found) > MOST_GATHERED:
            self.add_all(type_name)

    def add_all(self, type_name: str) -> None:
        self.stale.add(type_name)
        self.records.pop(type_name, None)

    def __len__(self) -> int:
        return sum(map(len, self.records.values()))

    def __bool__(self) -> bool:
        return bool(self.records or self.stale)


@dataclass(frozen=True, slots=True)
class Watching:
    """The side of the graph's door that tells of changes."""

    door: Door

    def types(self) -> Mapping[str, str]:
        """The node of each table."""
        return {kind.table.name: name for name, kind in self.door.graph.types.items()}

    async def watch(self, principal: Principal, said: Mapping[str, object], terms: Terms) -> Watch:
        """Raises Rejected or Refusal for what cannot be subscribed to, or what the terms raise."""
        asked, operation = await self.door.asked(said, terms, principal.rights)
        if operation.kind is not OperationType.SUBSCRIPTION:
            raise Invalid("SUBSCRIPTIONS_ONLY", "Here only subscriptions are answered; send others by POST.", "query")
        if len(operation.roots) != 1:
            raise Invalid("NOTHING_WATCHED", "Name types or records whose changes are to be told.", "query")
        price = operation.price.of(asked.variables)
        check_price(price)
        types, keys = self._named(operation, asked)
        return Watch(asked.document, asked.name, asked.variables, types, keys, price)

    def _named(self, operation: Operation, asked: Asked) -> tuple[frozenset[str], frozenset[tuple[str, UUID]]]:
        (root,) = operation.roots
        given = arguments_of(self.door.graph, "Subscription", root, asked.variables)
        types = frozenset(cast("list[str] | None", given.get("types")) or ())
        ids = cast("list[str] | None", given.get("ids")) or []
        if len(ids) > MOST_IDS:
            raise LimitReached("TOO_MANY_IDS", "At most %(most)s records can be named.", "ids", most=MOST_IDS)
        if not types <= self.door.graph.types.keys():
            raise Invalid("NO_SUCH_TYPE", "There is no such type of records.", "types")
        if not types and not ids:
            raise Invalid("NOTHING_WATCHED", "Name types or records whose changes are to be told.", "types")
        return types, frozenset(map(decode, ids))

    async def tell(self, tenant: Tenant, principal: Principal, watch: Watch, gathered: Gathered) -> bytes | None:
        """A message's payload; None where the member sees nothing of it."""
        return await self.door.threads.run(self._read, tenant, principal, watch, gathered)

    def errors(self, error: Rejected | Refusal, locale: str) -> list[dict[str, object]]:
        if isinstance(error, Refusal):
            return [refused(error, locale)]
        return [formatted(one) for one in error.errors]

    def _read(self, tenant: Tenant, principal: Principal, watch: Watch, gathered: Gathered) -> bytes | None:
        door = self.door
        operation = door.library.operation(watch.document, watch.name, watch.variables, principal.rights)
        (root,) = operation.roots
        opener = Opener(door.lanes, tenant, principal, door.clock, door.outside)
        with opener() as work:
            stale = {name for name in gathered.stale if _may_read(work, name)}
            records: list[Change] = []
            for name, turns in gathered.records.items():
                seen = self._seen(work, operation, name, turns)
                records += [_change(name, key, *turns[key]) for key in turns if key in seen]
                if _may_have_left(turns, seen) and _may_read(work, name):
                    stale.add(name)
            if not records and not stale:
                return None
            told = Changes(stale=sorted(stale), records=records)
            asked = (door.graph, operation, watch.variables)
            return data_of([(root.key, write_resolved(asked, work, root, told, of="Subscription"))])

    def _seen(self, work: Work, operation: Operation, name: str, keys: Mapping[UUID, object]) -> set[UUID]:
        """Those that the member may see, or might if they had not been deleted."""
        plan, named = operation.of_records(self.door.graph, ("", name), (name, ()), keys.keys())
        params = plan.params(named, Asking.of(work))
        return {UUID(cast(bytes, key).decode()) for key, _ in work.read(plan.statement, params, vetted=True)}


def _change(name: str, key: UUID, turn: Turn, by: UUID | None) -> Change:
    return Change(
        id=ID(encode(name, key)),
        type=name,
        kind=_KINDS.get(turn, ChangeKind.UPDATED),
        by=None if by is None else cast(Node, Ref("Member", by)),
        node=None if turn is Turn.DELETED else cast(Node, Ref(name, key)),
    )


def _may_have_left(turns: Mapping[UUID, tuple[Turn, UUID | None]], seen: set[UUID]) -> bool:
    return any(turn in {Turn.MOVED, Turn.DELETED} for key, (turn, _) in turns.items() if key not in seen)


def _may_read(work: Work, name: str) -> bool:
    return name not in objects() or work.rights.may(name, Verb.READ)
