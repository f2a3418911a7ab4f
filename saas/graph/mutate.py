"""Root fields of Mutation: one action in one transaction, whose record is read back before the commit.

A refusal rolls everything back and is told in `problems`; where the record has moved on, the payload holds it as it now
stands. A `clientMutationId` makes a repeat return the first answer.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast
from uuid import UUID

import orjson
from sqlalchemy import inspect

from saas.core.errors import Refusal
from saas.core.model import Model
from saas.core.texts import tell
from saas.core.work import Opener, Work
from saas.graph.arguments import Operand
from saas.graph.assembly import Graph, Mutation
from saas.graph.compiler import Compiler
from saas.graph.documents import Plan
from saas.graph.resolve import arguments_of, as_python
from saas.graph.selection import Selected, Selector


@dataclass(frozen=True, slots=True)
class Outcome:
    """A mutation's payload before it is written."""

    record: bytes | None
    problem: Refusal | None
    client_mutation_id: str | None


@dataclass(frozen=True, slots=True)
class Mutating:
    """The mutations of one request."""

    graph: Graph
    opener: Opener
    selector: Selector
    variables: Mapping[str, object]

    def run(self, selected: Selected) -> bytes:
        """The payload's JSON of one root field."""
        mutation = self.graph.mutations[selected.name]
        said = dict(cast("dict[str, object]", arguments_of(self.graph, "Mutation", selected, self.variables)["input"]))
        name = cast("str | None", said.pop("clientMutationId", None))
        try:
            outcome = Outcome(self._act(mutation, selected, said, name), None, name)
        except Refusal as refusal:
            outcome = Outcome(self._current(mutation, selected, refusal), refusal, name)
        return self._payload(mutation, selected, outcome)

    def _act(self, mutation: Mutation, selected: Selected, said: dict[str, object], name: str | None) -> bytes | None:
        with self.opener() as work:
            if name is None:
                return self._done(work, mutation, selected, said)[0]
            print_ = hashlib.sha256(orjson.dumps(said, default=str)).hexdigest()
            kept = work.receipt(name, mutation=selected.name, fingerprint=print_)
            if kept is not None:
                return self._read(work, mutation, selected, UUID(str(kept["id"])))
            json, key = self._done(work, mutation, selected, said)
            work.keep_receipt(name, {"id": str(key)}, mutation=selected.name, fingerprint=print_)
            return json

    def _done(
        self, work: Work, mutation: Mutation, selected: Selected, said: dict[str, object]
    ) -> tuple[bytes | None, UUID]:
        record = cast(Model, mutation.action(work, **as_python(self.graph, {"input": said}, mutation.arguments)))
        work.flush()
        key = _key(record)
        return self._read(work, mutation, selected, key), key

    def _current(self, mutation: Mutation, selected: Selected, refusal: Refusal) -> bytes | None:
        current = refusal.params.pop("current", None)
        if not isinstance(current, Model) or type(current) is not self.graph.types[mutation.target].model:
            return None
        with self.opener() as work:
            return self._read(work, mutation, selected, _key(current))

    def _read(self, work: Work, mutation: Mutation, selected: Selected, key: UUID) -> bytes | None:
        payload = cast(str, self.graph.schema.mutation_type.fields[selected.name].type.of_type.name)  # type: ignore[union-attr]
        sets = [s for f in self.selector.fields(payload, selected.sets) if f.name == mutation.field for s in f.sets]
        if not sets:
            return None
        compiler = Compiler(self.graph, self.selector, work.who.role)
        statement = compiler.by_keys(self.graph.types[mutation.target], sets, Operand(lambda given: given["keys"]))
        plan = Plan(statement, tuple(compiler.binds.binds.items()))
        params = plan.params({**self.variables, "keys": [key]}, work.who.member_id, work.clock.now())
        rows = work.rows(statement, params)
        return str(rows[0][1]).encode() if rows else None

    def _payload(self, mutation: Mutation, selected: Selected, outcome: Outcome) -> bytes:
        name = selected.name[0].upper() + selected.name[1:] + "Payload"
        parts = []
        for field in self.selector.fields(name, selected.sets):
            if field.name == mutation.field:
                written = outcome.record or b"null"
            elif field.name == "problems":
                written = self._problems(field, outcome.problem)
            else:
                written = orjson.dumps(name if field.name == "__typename" else outcome.client_mutation_id)
            parts.append(orjson.dumps(field.key) + b":" + written)
        return b"{" + b",".join(parts) + b"}"

    def _problems(self, selected: Selected, refusal: Refusal | None) -> bytes:
        if refusal is None:
            return b"[]"
        told = tell(refusal, self.opener.principal.locale)
        said = {"code": refusal.code, "message": told, "field": refusal.field, "__typename": "Problem"}
        return orjson.dumps([{f.key: said[f.name] for f in self.selector.fields("Problem", selected.sets)}])


def _key(record: Model) -> UUID:
    return cast("UUID", inspect(record).mapper.primary_key_from_instance(record)[0])
