"""A mutation of the graph as a job runs it: the same checks, the same action, the same payload as at the door."""

from dataclasses import dataclass
from typing import cast

import orjson

from saas.core.errors import Invalid
from saas.core.model import Json
from saas.core.work import Opener
from saas.graph.assembly import Graph
from saas.graph.documents import Library, Rejected
from saas.graph.mutate import Mutating


@dataclass(frozen=True, slots=True)
class Done:
    """`problem` is the code of a refusal; `version` that of the record as it then stands, where it is shown."""

    problem: str | None
    version: int | None


class Acting:
    """One mutation by its name, such as `updateDeal`, whose record has a version; for one record after another."""

    def __init__(self, graph: Graph, name: str) -> None:
        if name not in graph.mutations:
            raise Invalid("NO_MUTATION", "This cannot be done with many at once.", "object")
        kind = graph.schema.mutation_type
        if kind is None:
            raise AssertionError("there are mutations")
        self._graph = graph
        self._library = Library(graph, {})
        self._field = graph.mutations[name].field
        self._text = (
            f"mutation Act($input: {kind.fields[name].args['input'].type}) {{ act: {name}(input: $input) "
            f"{{ {self._field} {{ version }} problems {{ code }} }} }}"
        )

    def check(self, given: Json) -> None:
        """Refuses an input that the mutation does not take."""
        self._coerced(given)

    def run(self, opener: Opener, given: Json) -> Done:
        """In a unit of work of its own, committed unless it is refused."""
        coerced = self._coerced(given)
        document = self._library.document(self._text)
        operation = self._library.operation(document, None, coerced, opener.principal.rights)
        payload = Mutating(self._graph, opener, operation, coerced).run(operation.roots[0])
        said = cast(Json, orjson.loads(payload))
        problems = cast("list[dict[str, str]]", said["problems"])
        record = cast("dict[str, int] | None", said[self._field])
        return Done(problems[0]["code"] if problems else None, record["version"] if record else None)

    def _coerced(self, given: Json) -> Json:
        try:
            return self._library.variables(self._library.document(self._text), None, {"input": given})
        except Rejected as rejected:
            raise Invalid("BAD_CHANGE", "%(why)s", "change", why=rejected.errors[0].message) from rejected
