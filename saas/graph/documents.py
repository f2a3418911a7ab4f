"""Documents: parsed, judged and validated once, planned once for each shape of their variables and rights."""

import hashlib
import json
import logging
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, cast
from uuid import UUID
from zoneinfo import ZoneInfo

from graphql import (
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLInputType,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    Undefined,
    VariableDefinitionNode,
    get_nullable_type,
    is_leaf_type,
    is_non_null_type,
    parse,
    validate,
)  # fmt: skip
from graphql.execution.get_variable_signature import GraphQLVariableSignature, get_variable_signature
from graphql.execution.values import VariableValues, get_variable_values, input_is_nested_too_deeply
from graphql.utilities import coerce_input_value

from saas.core.errors import Invalid, LimitReached
from saas.core.principal import WHO_MEMBER
from saas.core.rights import Rights, Verb
from saas.core.work import Work
from saas.graph.arguments import Bearing, Operand, bearings, signature
from saas.graph.assembly import Graph
from saas.graph.compiler import Compiler, Statements
from saas.graph.limits import MOST_TOKENS, check, introspects
from saas.graph.prices import Price, Pricer
from saas.graph.selection import Selected, Selector, Variables
from saas.graph.sql import CURRENCY, KINDS, NOW, TODAY, Bind, Use
from saas.graph.usages import Fragments, filled
from tenants.prepared import Statement
from tenants.registry import Tenant

KEPT = 1_000
UNSEEN = 100
"""What a document costs that is read, validated and planned for the first time, in records."""
PLANS_KEPT = 128
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

    `records` keeps the plans of records that only an action or a resolver names, by their place in the answer.
    """

    kind: OperationType
    roots: tuple[Selected, ...]
    planned: Mapping[str, int]
    plan: Plan | None
    price: Price
    selector: Selector
    rights: Rights
    records: dict[Place, Plan] = field(default_factory=dict)

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
        return plan


@dataclass(frozen=True, slots=True)
class Plain:
    """The variables of an operation, with what is found out of them once.

    `needed` are those that are not just left out where nobody says them; `deep` those that hold others; `filled` those
    that can be left out but not be null, with the type of the place that takes none.
    """

    kinds: Mapping[str, GraphQLInputType]
    needed: frozenset[str]
    deep: tuple[str, ...]
    filled: tuple[tuple[VariableDefinitionNode, str], ...]

    @classmethod
    def of(cls, schema: GraphQLSchema, operation: OperationDefinitionNode, fragments: Fragments) -> "Plain":
        defined = operation.variable_definitions or ()
        signed = cast("list[GraphQLVariableSignature]", [get_variable_signature(schema, one) for one in defined])
        kinds = {one.name: one.type for one in signed}
        needed = frozenset(one.name for one in signed if one.default is not None or is_non_null_type(one.type))
        deep = tuple(name for name, kind in kinds.items() if not is_leaf_type(get_nullable_type(kind)))
        return cls(kinds, needed, deep, tuple(filled(schema, operation, fragments)))

    def take(self, given: Mapping[str, object]) -> dict[str, object] | None:
        """None where they may be wrong: graphql-core knows how to say why."""
        kinds = self.kinds
        if not given.keys() >= self.needed:
            return None
        if any(input_is_nested_too_deeply(given[name], kinds[name]) for name in self.deep if name in given):
            return None
        coerced = {name: coerce_input_value(given[name], kind) for name, kind in kinds.items() if name in given}
        return None if any(value is Undefined for value in coerced.values()) else coerced

    def check(self, coerced: Mapping[str, object]) -> None:
        """Refuses a null where none is taken: the coercion of a variable knows nothing of its places."""
        errors = [
            GraphQLError(f"Variable '${name}' is null, but is used in position expecting type '{kind}'.", node)
            for node, kind in self.filled
            if coerced.get(name := node.variable.name.value, Undefined) is None
        ]
        if errors:
            raise Rejected(errors)


@dataclass(slots=True)
class Document:
    operations: Mapping[str | None, OperationDefinitionNode]
    fragments: Mapping[str, FragmentDefinitionNode]
    bearings: tuple[tuple[str, Bearing], ...]
    introspects: bool = False
    plain: "dict[str | None, Plain]" = field(default_factory=dict)
    planned: "OrderedDict[object, object]" = field(default_factory=OrderedDict)

    def operation(self, name: str | None) -> OperationDefinitionNode:
        found = self.operations.get(name) if name else next(iter(self.operations.values()), None)
        if found is None or (not name and len(self.operations) > 1):
            raise Invalid(
                "OPERATION_NAME", "Say by operationName which operation of the document to run.", "operationName"
            )
        return found

    def kept(self, key: object, make: Callable[[], object]) -> object:
        """A plan under its key; the longest unused one makes room."""
        if key in self.planned:
            self.planned.move_to_end(key)
            return self.planned[key]
        made = self.planned[key] = make()
        if len(self.planned) > PLANS_KEPT:
            self.planned.popitem(last=False)
        return made


class Library:
    """The documents of a process. The trusted ones are those of graphql/persisted.json, by their hash."""

    def __init__(self, graph: Graph, trusted: Mapping[str, str]) -> None:
        self.graph = graph
        self.trusted = {hashlib.sha256(text.encode()).hexdigest(): text for text in PROBES} | dict(trusted)
        self._trusted_texts = frozenset(self.trusted.values())
        self._documents: OrderedDict[str, Document] = OrderedDict()

    def document(self, text: str, *, hints: bool = True) -> Document:
        """Refuses what is no valid document of this graph; the log names it by its hash, for it may hold secrets.

        With `hints` a refusal tells what a misspelt name may have meant.
        """
        found = self._documents.get(text)
        if found is None:
            try:
                found = self._documents[text] = self._read(text, hints=hints)
            except (Rejected, LimitReached):
                name = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
                log.info("refused a document of %s characters, sha256 %s", len(text), name)
                raise
            if len(self._documents) > KEPT:
                self._documents.popitem(last=False)
        return found

    def knows(self, text: str) -> bool:
        return text in self._documents

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
        if plain.filled:
            plain.check(coerced)
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
        key = (name, rights, verb, signature(document.bearings, variables))
        return cast(Operation, document.kept(key, lambda: self._plan(document, name, variables, (rights, verb))))

    def _plan(self, document: Document, name: str | None, variables: Variables, may: tuple[Rights, Verb]) -> Operation:
        definition = document.operation(name)
        selector = Selector(self.graph.schema, document.fragments, variables)
        is_query = definition.operation is OperationType.QUERY
        parent = definition.operation.value.title()
        roots = tuple(selector.fields(parent, [definition.selection_set]))
        price = Pricer(self.graph, selector).of(roots, parent)
        named = [root for root in roots if is_query and (root.name in self.graph.roots or root.name == TYPENAME)]
        named = named if any(root.name != TYPENAME for root in named) else []
        plan = None
        if named:
            compiler = Compiler(self.graph, selector, *may)
            columns = [compiler.root(root) for root in named]
            plan = Plan.of_roots(compiler.statements(columns), compiler.binds.binds)
        planned = {root.key: place for place, root in enumerate(named)}
        return Operation(definition.operation, roots, planned, plan, price, selector, may[0])

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
        return Document(operations, fragments, bearings(parsed), introspects(parsed))


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
