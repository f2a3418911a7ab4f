"""Documents: parsed, judged and validated once, planned once for each shape of their variables and rights."""

import hashlib
import json
import logging
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLError,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    parse,
    validate,
)  # fmt: skip
from graphql.execution.values import VariableValues, get_variable_values

from saas.core.errors import Invalid, LimitReached
from saas.core.principal import WHO_MEMBER
from saas.core.rights import Rights, Verb
from saas.core.work import Work
from saas.graph.arguments import (
    Bearing,
    Operand,
    bearings,
    check_conditions,
    conditions,
    repeats,
    signature,
)  # fmt: skip
from saas.graph.assembly import Graph
from saas.graph.compiler import Compiler, Statements
from saas.graph.given import Plain
from saas.graph.limits import MOST_TOKENS, check, introspects
from saas.graph.prices import Price, Pricer
from saas.graph.selection import Selected, Selector, Variables
from saas.graph.shelf import Shelf
from saas.graph.sql import CURRENCY, KINDS, NOW, TODAY, Bind, Use
from tenants.prepared import Statement
from tenants.registry import Tenant

UNSEEN = 100
"""What it costs, in records, to read and validate a document or to plan a shape of its variables for the first time."""
READABLE = 150_000
"""Words and signs of all the documents that are kept. Each takes some 400 bytes: 60 MB; our own client has 25,000."""
ROOM = 12_000_000
"""What all the plans that are kept weigh: characters of SQL, each of which takes 3 to 7 bytes: 80 MB at most. Those of
our own client for members of one role weigh 300,000.
"""
OF_WORD, OF_DOCUMENT = 100, 10
OF_BIND, OF_OPERATION = 150, 1_000
"""A word's memory in characters, a document's beside its words, in words; a parameter's and a plan's, in characters."""
TYPENAME = "__typename"
PROBES = ("{ __typename }", "query Type($name: String!) { __type(name: $name) { name } }")
"""What monitors, and the audits of GraphQL over HTTP, ask of any server; trusted as our own client's documents are."""
KEYS, KEY = "the keys", "the key"
"""Variables that no document can name."""

log = logging.getLogger("kesher.graph")


class Rejected(Exception):
    """A document or variables that the specification refuses before anything is run."""

    def __init__(self, errors: Iterable[GraphQLError]) -> None:
        self.errors = list(errors)
        super().__init__(self.errors[0].message)


Place = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """One statement and where its parameters come from.

    `told` is the statement for whoever knows how many rows the tables `counted` have: parameters of their own. `dated`
    where it asks for the day in the company.
    """

    statement: Statement
    binds: tuple[tuple[str, Bind], ...]
    told: Statement
    counted: tuple[str, ...] = ()
    dated: bool = True

    @classmethod
    def of(cls, sql: str, binds: Mapping[str, Bind]) -> "Plan":
        return cls.of_roots(Statements(sql, sql, ()), binds)

    @classmethod
    def of_roots(cls, sql: Statements, binds: Mapping[str, Bind]) -> "Plan":
        constants = frozenset(name for name, bind in binds.items() if bind.use is Use.CONSTANT)
        sizes = tuple(name for name, bind in binds.items() if bind.use is Use.SIZE)
        counting = Statement(sql.counting, constants, sizes, KINDS)
        told = Statement(sql.told, constants, sizes, KINDS) if sql.names else counting
        return cls(counting, tuple(binds.items()), told, sql.names, f"%({TODAY})s" in sql.counting)

    @property
    def sql(self) -> str:
        return self.statement.text

    @property
    def weight(self) -> int:
        """About how many characters of SQL take as much memory as all of it."""
        both = len(self.statement.text) + (0 if self.told is self.statement else len(self.told.text))
        return both + OF_BIND * len(self.binds)

    def params(self, variables: Variables, asking: "Asking") -> dict[str, object]:
        """Refuses a value that cannot be: a cursor of another order, a page too large."""
        given: dict[str, object] = {name: bind.convert(bind.get(variables)) for name, bind in self.binds}
        given[WHO_MEMBER] = None if asking.member is None else str(asking.member)
        given[NOW], given[CURRENCY] = asking.now, asking.tenant.currency
        if self.dated:
            given[TODAY] = asking.now.astimezone(ZoneInfo(asking.tenant.time_zone)).date()
        return given


class Asking(NamedTuple):
    """Of which company something is read, for which member, and when."""

    tenant: Tenant
    member: UUID | None
    now: datetime

    @classmethod
    def of(cls, work: Work) -> "Asking":
        return cls(work.tenant, work.who.member_id, work.clock.now())


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation under one shape of its variables: its root fields in order, the plan of the planned ones.

    `records` keeps the plans of records that only an action or a resolver names, by their place in the answer; `grown`
    is told what they weigh.
    """

    kind: OperationType
    roots: tuple[Selected, ...]
    planned: Mapping[str, int]
    plan: Plan | None
    price: Price
    selector: Selector
    rights: Rights
    grown: "Callable[[Operation, int], None]"
    records: dict[Place, Plan] = field(default_factory=dict)

    @property
    def weight(self) -> int:
        return OF_OPERATION + (self.plan.weight if self.plan else 0)

    def of_records(
        self, graph: Graph, place: Place, of: tuple[str, Iterable[SelectionSetNode]], keys: Collection[UUID]
    ) -> tuple[Plan, dict[str, object]]:
        """Reads the key and the JSON of these records `of` a type and of what is selected; and the variable that names
        them.
        """
        name, sets = of
        if len(keys) == 1:
            (key,) = keys
            return self.of_record(graph, (*place, ""), name, sets), {KEY: key}
        named = Operand(lambda given: given[KEYS])
        plan = self._kept(graph, place, lambda compiler: compiler.by_keys(compiler.types[name], sets, named))
        return plan, {KEYS: sorted(keys)}

    def of_record(self, graph: Graph, place: Place, name: str, sets: Iterable[SelectionSetNode]) -> Plan:
        """Of one alone, whose key is in the variable `KEY`."""
        key = Operand(lambda given: given[KEY])
        return self._kept(graph, place, lambda compiler: compiler.by_key(compiler.types[name], sets, key))

    def _kept(self, graph: Graph, place: Place, write: Callable[[Compiler], str]) -> Plan:
        plan = self.records.get(place)
        if plan is None:
            compiler = Compiler(graph, self.selector, self.rights)
            plan = self.records[place] = Plan.of(write(compiler), compiler.binds.binds)
            self.grown(self, plan.weight)
        return plan


@dataclass(slots=True, eq=False)
class Document:
    """`repeats`: how often at most one filter names a variable."""

    operations: Mapping[str | None, OperationDefinitionNode]
    fragments: Mapping[str, FragmentDefinitionNode]
    bearings: tuple[tuple[str, Bearing], ...]
    repeats: Mapping[str, int]
    introspects: bool = False
    plain: "dict[str | None, Plain]" = field(default_factory=dict)

    def operation(self, name: str | None) -> OperationDefinitionNode:
        found = self.operations.get(name) if name else next(iter(self.operations.values()), None)
        if found is None or (not name and len(self.operations) > 1):
            raise Invalid(
                "OPERATION_NAME", "Say by operationName which operation of the document to run.", "operationName"
            )
        return found

    def check_filters(self, variables: Variables) -> None:
        """Before anything is made of them."""
        check_conditions(sum(times * conditions(variables.get(name)) for name, times in self.repeats.items()))


class Key(NamedTuple):
    """What a plan hangs on: members of equal rights who send values of one shape share it."""

    document: Document
    name: str | None
    rights: Rights
    verb: Verb
    shape: tuple[object, ...]


class Library:
    """The documents of a process. The trusted ones are those of graphql/persisted.json, by their hash."""

    def __init__(self, graph: Graph, trusted: Mapping[str, str], *, readable: int = READABLE, room: int = ROOM) -> None:
        self.graph = graph
        self.trusted = {hashlib.sha256(text.encode()).hexdigest(): text for text in PROBES} | dict(trusted)
        self._trusted_texts = frozenset(self.trusted.values())
        self.documents: Shelf[str, Document] = Shelf(readable)
        self.plans: Shelf[Key, Operation] = Shelf(room)

    def document(self, text: str, *, hints: bool = True) -> Document:
        """Refuses what is no valid document of this graph; the log names it by its hash, for it may hold secrets.

        With `hints` a refusal tells what a misspelt name may have meant.
        """
        found = self.documents.find(text)
        if found is None:
            try:
                found = self._read(text, hints=hints)
            except (Rejected, LimitReached):
                name = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
                log.info("refused a document of %s characters, sha256 %s", len(text), name)
                raise
        return found

    def knows(self, text: str) -> bool:
        return text in self.documents

    def trusts(self, text: str) -> bool:
        return text in self._trusted_texts

    def trusted_text(self, said: str) -> str:
        """The text of a trusted document by its hash, with or without `sha256:` before it."""
        text = self.trusted.get(said.removeprefix("sha256:"))
        if text is None:
            raise Invalid(
                "UNKNOWN_DOCUMENT", "The server knows no document of this hash: reload the page.", "extensions"
            )
        return text

    def variables(
        self, document: Document, name: str | None, given: Mapping[str, object], *, hints: bool = True
    ) -> dict[str, object]:
        """Coerced as the specification says; a variable left out is left out."""
        operation = document.operation(name)
        if not operation.variable_definitions:
            return {}
        plain = document.plain.get(name)
        if plain is None:
            plain = document.plain[name] = Plain.of(self.graph.schema, operation, document.fragments)
        coerced = plain.take(given)
        if coerced is None:
            coerced = self._coerced(operation, given, hints=hints)
        if plain.filled and (nulls := plain.nulls(coerced)):
            raise Rejected(nulls)
        return coerced

    def _coerced(
        self, operation: OperationDefinitionNode, given: Mapping[str, object], *, hints: bool
    ) -> dict[str, object]:
        defined = list(operation.variable_definitions or ())
        values = get_variable_values(self.graph.schema, defined, dict(given), hide_suggestions=not hints)
        if not isinstance(values, VariableValues):
            raise Rejected(values)
        return dict(values.coerced)

    def operation(
        self, document: Document, name: str | None, variables: Variables, rights: Rights, *, verb: Verb = Verb.READ
    ) -> Operation:
        """The operation, planned; the plan is kept for requests of the same shape."""
        key = self.key(document, name, variables, rights, verb=verb)
        return self.plans.find(key) or self.plan(key, variables)

    def key(
        self, document: Document, name: str | None, variables: Variables, rights: Rights, *, verb: Verb = Verb.READ
    ) -> Key:
        return Key(document, name, rights, verb, signature(document.bearings, variables))

    def plan(self, key: Key, variables: Variables) -> Operation:
        """Anew, for variables of this shape."""
        key.document.check_filters(variables)
        planned = self._plan(key, variables)
        return self.plans.keep(key, planned, planned.weight + len(repr(key.shape)))

    def _plan(self, key: Key, variables: Variables) -> Operation:
        document = key.document
        definition = document.operation(key.name)
        selector = Selector(self.graph.schema, document.fragments, variables)
        is_query = definition.operation is OperationType.QUERY
        parent = definition.operation.value.title()
        roots = tuple(selector.fields(parent, [definition.selection_set]))
        price = Pricer(self.graph, selector).of(roots, parent)
        named = [root for root in roots if is_query and (root.name in self.graph.roots or root.name == TYPENAME)]
        named = named if any(root.name != TYPENAME for root in named) else []
        plan = None
        if named:
            compiler = Compiler(self.graph, selector, key.rights, key.verb)
            columns = [compiler.root(root) for root in named]
            plan = Plan.of_roots(compiler.statements(columns), compiler.binds.binds)
        planned = {root.key: place for place, root in enumerate(named)}
        grown = partial(self.plans.weigh, key)
        return Operation(definition.operation, roots, planned, plan, price, selector, key.rights, grown)

    def _read(self, text: str, *, hints: bool) -> Document:
        try:
            parsed = parse(text, max_tokens=MOST_TOKENS, no_location=False)
        except GraphQLError as error:
            raise Rejected([error]) from None
        check(parsed)
        errors = validate(self.graph.schema, parsed, max_errors=5, hide_suggestions=not hints)
        if errors:
            raise Rejected(errors)
        operations = {
            (d.name.value if d.name else None): d for d in parsed.definitions if isinstance(d, OperationDefinitionNode)
        }
        fragments = {d.name.value: d for d in parsed.definitions if isinstance(d, FragmentDefinitionNode)}
        made = Document(operations, fragments, bearings(parsed), repeats(parsed), introspects(parsed))
        return self.documents.keep(text, made, OF_DOCUMENT + _words(parsed) + len(text) // OF_WORD)


def _words(document: DocumentNode) -> int:
    """Words and signs, each of which is kept with its place."""
    count, token = 0, document.loc.start_token if document.loc else None
    while token is not None:
        count, token = count + 1, token.next
    return count


def read_trusted(path: Path) -> dict[str, str]:
    """The allow-list that the client's build writes; each document stands under the hash of its own text."""
    if not path.is_file():
        return {}
    said: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    trusted = {key.removeprefix("sha256:"): text for key, text in said.items()}
    for key, text in trusted.items():
        if hashlib.sha256(text.encode()).hexdigest() != key:
            raise ValueError(f"{path.name}: the document under {key[:12]} has another hash; run bin/graph again")
    return trusted
