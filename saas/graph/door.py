"""The graph's door: a request's bytes in, an answer's status and bytes out.

Async outside, threads inside: a request that waits holds neither a thread nor a connection. A query whose root fields
are all planned is one statement; everything else opens a unit of work.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, cast

import orjson
from graphql import DocumentNode, GraphQLError, OperationType, execute_sync
from graphql.language import OperationDefinitionNode, SelectionSetNode

from saas.core.clock import Clock
from saas.core.errors import Forbidden, Invalid, Moving, Refusal
from saas.core.outside import Nowhere, Outside
from saas.core.principal import Principal
from saas.core.rights import Rights
from saas.core.texts import tell
from saas.core.work import Opener
from saas.graph.assembly import Graph
from saas.graph.counts import Counts
from saas.graph.documents import UNSEEN, Asking, Document, Library, Operation, Rejected
from saas.graph.mutate import Mutating
from saas.graph.prices import check_price
from saas.graph.resolve import arguments_of, write_resolved
from saas.graph.selection import Selected
from saas.graph.terms import Terms, with_cost
from saas.graph.threads import Threads
from saas.graph.trouble import told
from saas.graph.usages import used
from tenants.engine import Lanes
from tenants.hearing import Hearing
from tenants.leaving import Leaving
from tenants.registry import Tenant

RESPONSE_TYPE = "application/graphql-response+json"
SUBSCRIBE = Invalid("SUBSCRIBE", "Subscribe by graphql-transport-ws, or with `Accept: text/event-stream`.", "query")
NO_INTROSPECTION = Forbidden("NO_INTROSPECTION", "Your role may not ask the graph for its own types.", "query")


class NoRequest(Invalid):
    """What is no request of GraphQL over HTTP at all; that is a 400 whatever the client accepts."""


BY_GET = NoRequest("BY_GET", "By GET only trusted queries are answered: use POST.", "query")


class Asked(NamedTuple):
    """A request as the specification of GraphQL over HTTP knows it, its document found and its variables coerced."""

    document: Document
    name: str | None
    variables: Mapping[str, object]
    leaving: Leaving
    surcharge: int = 0


@dataclass(frozen=True, slots=True)
class Door:
    """Answers for all tenants of a process; `threads` has as many threads as `lanes` has connections."""

    graph: Graph
    library: Library
    lanes: Lanes
    threads: Threads
    clock: Clock
    outside: Outside = field(default_factory=Nowhere)
    counts: Counts = field(default_factory=lambda: Counts(Hearing()))

    async def answer(
        self, tenant: Tenant, principal: Principal, body: bytes, accept: str = "", *, terms: Terms | None = None
    ) -> tuple[int, bytes]:
        """Whatever is refused is an answer; what is raised is a bug, for the edge to mask, or what the terms raise."""
        early = 400 if RESPONSE_TYPE in accept else 200
        terms = terms or Terms()
        try:
            asked, operation = await self.asked(_read_json(body), terms, principal.rights)
            if operation.kind is OperationType.SUBSCRIPTION:
                raise SUBSCRIBE
            _check_settled(tenant, operation)
            price = operation.price.of(asked.variables)
            check_price(price)
            left = None if terms.spend is None else await terms.spend(price)
            work = self._planned if operation.plan and len(operation.planned) == len(operation.roots) else self._mixed
            answer = await self.threads.run(work, tenant, principal, asked, operation)
            if left is None or not terms.tells_cost:
                return 200, answer
            return 200, with_cost(answer, price + asked.surcharge, left)
        except NoRequest as refusal:
            return 400, _errors([refused(refusal, principal.locale)])
        except Moving as refusal:
            return 503, _errors([refused(refusal, principal.locale)])
        except Rejected as rejected:
            return early, _errors([formatted(error) for error in rejected.errors])
        except Refusal as refusal:
            return early, _errors([refused(refusal, principal.locale)])

    async def asked(self, said: Mapping[str, object], terms: Terms, rights: Rights) -> tuple[Asked, Operation]:
        """A request and its operation. A document or a plan that is new is paid for before it is made.

        Raises Rejected or Refusal for what is no request, or what the terms raise.
        """
        name, given, text = self._said(said, terms)
        library, paid = self.library, 0
        if not library.knows(text):
            paid = await _pay(terms, lambda: not library.knows(text))
        document = self._document(text, name, terms, rights)
        variables = library.variables(document, name, given, hints=terms.shows_graph(rights))
        key = library.key(document, name, variables, rights)
        operation = library.plans.find(key)
        if operation is None:
            paid = paid or await _pay(terms, lambda: key not in library.plans)
            operation = library.plans.find(key) or library.plan(key, variables)
        return Asked(document, name, variables, terms.leaving, paid), operation

    def _said(self, said: Mapping[str, object], terms: Terms) -> tuple[str | None, Mapping[str, object], str]:
        """The operation's name, its variables, the document's text."""
        name, variables, extensions = said.get("operationName"), said.get("variables"), said.get("extensions")
        if not isinstance(name, str | None) or not isinstance(variables, dict | None):
            raise NoRequest("BAD_REQUEST", "`operationName` is a text and `variables` an object.", "variables")
        if not isinstance(extensions, dict | None):
            raise NoRequest("BAD_REQUEST", "`extensions` is an object.", "extensions")
        return name, variables or {}, self._text(said, extensions or {}, terms)

    def _document(self, text: str, name: str | None, terms: Terms, rights: Rights) -> Document:
        shown = terms.shows_graph(rights)
        document = self.library.document(text, hints=shown)
        if document.introspects and not shown:
            raise NO_INTROSPECTION
        if terms.by_get and document.operation(name).operation is not OperationType.QUERY:
            raise BY_GET
        return document

    def _text(self, said: Mapping[str, object], extensions: Mapping[str, object], terms: Terms) -> str:
        text = said.get("query")
        if text and not isinstance(text, str):
            raise NoRequest("BAD_REQUEST", "`query` is a text.", "query")
        if isinstance(text, str) and text:
            if not terms.by_get:
                terms.check_text()
            elif not self.library.trusts(text):
                raise BY_GET
            return text
        persisted = extensions.get("persistedQuery")
        digest = persisted.get("sha256Hash") if isinstance(persisted, dict) else said.get("documentId")
        if not isinstance(digest, str):
            raise NoRequest("NO_DOCUMENT", "Send a document as `query`, or the hash of a trusted one.", "query")
        return self.library.trusted_text(digest)

    def _planned(self, tenant: Tenant, principal: Principal, asked: Asked, operation: Operation) -> bytes:
        row = self._read(tenant, principal, asked, operation)
        return data_of((root.key, row[operation.planned[root.key]]) for root in operation.roots)

    def _read(self, tenant: Tenant, principal: Principal, asked: Asked, operation: Operation) -> tuple[bytes, ...]:
        plan = operation.plan
        if plan is None:
            return ()
        params = plan.params(asked.variables, Asking(tenant, principal.member_id, self.clock.now()))
        look = self.counts.look(tenant, plan.counted)
        params |= {f"counted_{table}": rows for table, rows in look.known.items()}
        statement = plan.told if look.known else plan.statement
        with told():
            (row,) = self.lanes.read(
                tenant, statement, params, actor=principal.member_id, vetted=True, leaving=asked.leaving
            )
        look.counted(cast("tuple[int, ...]", row[len(row) - len(plan.counted) :]))
        return cast("tuple[bytes, ...]", row)

    def _mixed(self, tenant: Tenant, principal: Principal, asked: Asked, operation: Operation) -> bytes:
        try:
            return self._each(tenant, principal, asked, operation)
        finally:
            if operation.kind is OperationType.MUTATION:
                self.counts.forget(tenant.namespace)

    def _each(self, tenant: Tenant, principal: Principal, asked: Asked, operation: Operation) -> bytes:
        opener = Opener(self.lanes, tenant, principal, self.clock, self.outside)
        row = self._read(tenant, principal, asked, operation)
        parts: list[tuple[str, bytes]] = []
        errors: list[dict[str, object]] = []
        for root in operation.roots:
            try:
                with told():
                    if root.key in operation.planned:
                        parts.append((root.key, row[operation.planned[root.key]]))
                    else:
                        parts.append((root.key, self._root(opener, asked, operation, root)))
            except Refusal as refusal:
                parts.append((root.key, b"null"))
                errors.append(refused(refusal, principal.locale) | {"path": [root.key]})
        return data_of(parts, errors)

    def _root(self, opener: Opener, asked: Asked, operation: Operation, root: Selected) -> bytes:
        if root.name == "__typename":
            return b'"Query"' if operation.kind is OperationType.QUERY else b'"Mutation"'
        if root.name.startswith("__"):
            return self._introspect(asked, root)
        if operation.kind is OperationType.MUTATION:
            return Mutating(self.graph, opener, operation, asked.variables).run(root)
        resolver = self.graph.resolvers[root.name]
        given = resolver.take(arguments_of(self.graph, "Query", root, asked.variables))
        with opener() as work:
            value = resolver.function(work, **given)
            return write_resolved((self.graph, operation, asked.variables), work, root, value)

    def _introspect(self, asked: Asked, root: Selected) -> bytes:
        """By the reference executor: nothing here is a tenant's.

        It coerces anew, so it is given none of the variables but its own, which are the same before and after.
        """
        whole = asked.document
        names = used(self.graph.schema, root.nodes, whole.fragments)
        defined = whole.operation(asked.name).variable_definitions or ()
        asks = OperationDefinitionNode(
            operation=OperationType.QUERY, name=None, directives=(),
            variable_definitions=tuple(one for one in defined if one.variable.name.value in names),
            selection_set=SelectionSetNode(selections=root.nodes),
        )  # fmt: skip
        given = {name: value for name, value in asked.variables.items() if name in names}
        document = DocumentNode(definitions=(asks, *whole.fragments.values()))
        result = execute_sync(self.graph.schema, document, variable_values=given)
        if result.data is None:
            raise Rejected(result.errors or [])
        return orjson.dumps(result.data[root.key])


async def _pay(terms: Terms, is_new: Callable[[], bool]) -> int:
    """What was spent on something new: nothing, where somebody else made it while we waited. The caller makes it at
    once.
    """
    if terms.spend is None:
        return 0
    await terms.spend(UNSEEN, is_new)
    return UNSEEN if is_new() else 0


def _check_settled(tenant: Tenant, operation: Operation) -> None:
    """A company that is moving can be read only."""
    if operation.kind is OperationType.MUTATION and tenant.moving_to is not None:
        raise Moving


def _read_json(body: bytes) -> Mapping[str, object]:
    try:
        said = orjson.loads(body)
    except orjson.JSONDecodeError:
        said = None
    if not isinstance(said, dict):
        raise NoRequest("BAD_REQUEST", "The body must be a JSON object with `query`, `variables`, `operationName`.")
    return said


def data_of(parts: Iterable[tuple[str, bytes]], errors: list[dict[str, object]] | None = None) -> bytes:
    inside = b",".join(b'"' + key.encode() + b'":' + value for key, value in parts)
    body = b'"data":{' + inside + b"}"
    return b"{" + (b'"errors":' + orjson.dumps(errors) + b"," if errors else b"") + body + b"}"


def _errors(errors: list[dict[str, object]]) -> bytes:
    return orjson.dumps({"errors": errors})


def formatted(error: GraphQLError) -> dict[str, object]:
    return {**error.formatted, "extensions": {"code": "GRAPHQL_INVALID"}}


def refused(refusal: Refusal, locale: str) -> dict[str, object]:
    return {"message": tell(refusal, locale), "extensions": {"code": refusal.code, "field": refusal.field}}
