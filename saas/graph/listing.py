"""A list of the graph as a job reads it: the same filter, search, order and rules as at the door, page after page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, cast

import orjson

from saas.core.errors import Invalid
from saas.core.model import Json
from saas.core.rights import Verb
from saas.core.work import Work
from saas.graph.assembly import Graph
from saas.graph.bindings import Amount, Hidden, RootKind, TableType, ToMany, ToOne
from saas.graph.documents import Asking, Library, Rejected
from saas.graph.filters import hidden
from saas.graph.pages import LARGEST_SIZE

DEEPEST_PATH = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """What a client shows: the filter, the search and the order of a list, by their GraphQL names."""

    filter: Json | None = None
    search: str | None = None
    order_by: list[Json] | None = None


class Page(NamedTuple):
    """`total` is that of the whole list."""

    total: int
    nodes: list[Json]


class Listing:
    """Of the type `name`, wanted for `verb`; `paths` are fields such as `amount` or `account.name`.

    `money` are those among them that are amounts.
    """

    def __init__(self, graph: Graph, name: str, *, verb: Verb, paths: tuple[str, ...]) -> None:
        root = next((r for r, kind in graph.roots.items() if (kind.kind, kind.target) == (RootKind.PAGES, name)), None)
        if root is None:
            raise Invalid("NO_LIST", "There is no list of %(name)s.", "object", name=name)
        self._graph, self._type, self._verb = graph, graph.types[name], verb
        self._library = Library(graph, {})
        self.money: set[str] = set()
        search = (", $search: String", ", search: $search") if self._type.searchable else ("", "")
        self._text = (
            f"query Listing($after: String, $filter: {name}Filter, $orderBy: [{name}Order!]{search[0]}) "
            f"{{ page: {root}(first: {LARGEST_SIZE}, after: $after, filter: $filter, orderBy: $orderBy{search[1]}) "
            f"{{ totalCount nodes {{ id {' '.join(map(self._selection, paths))} }} "
            "pageInfo { hasNextPage endCursor } } }"
        )

    def check(self, work: Work, asked: Asked, paths: tuple[str, ...]) -> None:
        """Refuses what the list does not have, or hides from the acting member."""
        types = self._graph.hiding.shown_to(work.rights)
        for path in paths:
            table = types[self._type.name]
            for name in path.split("."):
                binding = table.fields[name]
                if isinstance(binding, Hidden):
                    raise hidden(path)
                table = types[binding.target] if isinstance(binding, ToOne) else table
        self._plan(work, self._variables(asked, None))

    def pages(self, work: Work, asked: Asked) -> Iterator[Page]:
        """Each in a statement of its own; a record that is added meanwhile may be in or out."""
        after: str | None = None
        while True:
            page = self._read(work, self._variables(asked, after))
            said = cast("Mapping[str, Mapping[str, object]]", page)
            yield Page(cast(int, page["totalCount"]), cast("list[Json]", page["nodes"]))
            if not said["pageInfo"]["hasNextPage"]:
                return
            after = cast(str, said["pageInfo"]["endCursor"])

    def _read(self, work: Work, variables: Json) -> Json:
        sql, params = self._plan(work, variables)
        ((column, *_counted),) = work.read(sql, params, vetted=True)
        return cast(Json, orjson.loads(cast(bytes, column)))

    def _plan(self, work: Work, variables: Json) -> tuple[str, dict[str, object]]:
        try:
            document = self._library.document(self._text)
            coerced = self._library.variables(document, None, variables)
        except Rejected as rejected:
            raise Invalid("BAD_LIST", "%(why)s", "filter", why=rejected.errors[0].message) from rejected
        plan = self._library.operation(document, None, coerced, work.rights, verb=self._verb).plan
        if plan is None:
            raise AssertionError("a list is always planned")
        return plan.sql, plan.params(coerced, Asking.of(work))

    def _variables(self, asked: Asked, after: str | None) -> Json:
        said: Json = {"filter": asked.filter, "orderBy": asked.order_by, "after": after}
        return said | ({"search": asked.search} if self._type.searchable else {})

    def _selection(self, path: str) -> str:
        """`account.name` as `account { name }`; refuses what is no plain field of the list."""
        names = path.split(".")
        table: TableType | None = self._type
        for name in names[:-1]:
            binding = table.fields.get(name) if table else None
            table = self._graph.types[binding.target] if isinstance(binding, ToOne) else None
        leaf = table.fields.get(names[-1]) if table and len(names) <= DEEPEST_PATH else None
        if leaf is None or isinstance(leaf, ToOne | ToMany):
            raise Invalid("NO_FIELD", "There is no field %(path)s.", "columns", path=path[:80])
        if isinstance(leaf, Amount):
            self.money.add(path)
        inner = " { amount currency }" if isinstance(leaf, Amount) else ""
        opened = "".join(f"{name} {{ " for name in names[:-1])
        return f"c{_alias(path)}: {opened}{names[-1]}{inner}" + " }" * (len(names) - 1)


def value_at(node: Mapping[str, object], path: str) -> object:
    """What a node of the list has there: plain JSON, money as an object, None where something on the way is missing."""
    found: object = node.get("c" + _alias(path))
    for name in path.split(".")[1:]:
        if not isinstance(found, Mapping):
            return None
        found = found.get(name)
    return found


def _alias(path: str) -> str:
    return "_" + path.replace(".", "_")
