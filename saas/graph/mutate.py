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
from graphql import GraphQLInputObjectType, GraphQLInputType, GraphQLObjectType, Undefined, get_named_type
from sqlalchemy import inspect

from saas.core.errors import Forbidden, Refusal
from saas.core.model import Model
from saas.core.texts import tell
from saas.core.work import Opener, Work
from saas.graph.assembly import Graph, Mutation
from saas.graph.bindings import ToMany
from saas.graph.documents import KEY, Asking, Operation
from saas.graph.fields import field_of
from saas.graph.resolve import arguments_of
from saas.graph.selection import Selected, Selector
from saas.graph.trouble import told


@dataclass(frozen=True, slots=True)
class Outcome:
    """A mutation's payload before it is written; the record by each response key under which it is asked for."""

    records: Mapping[str, bytes]
    problem: Refusal | None
    client_mutation_id: str | None


@dataclass(frozen=True, slots=True)
class Mutating:
    """The mutations of one request."""

    graph: Graph
    opener: Opener
    operation: Operation
    variables: Mapping[str, object]

    @property
    def selector(self) -> Selector:
        return self.operation.selector

    def run(self, selected: Selected) -> bytes:
        """The payload's JSON of one root field."""
        mutation = self.graph.mutations[selected.name]
        said = dict(cast("dict[str, object]", arguments_of(self.graph, "Mutation", selected, self.variables)["input"]))
        name = cast("str | None", said.pop("clientMutationId", None))
        try:
            with told():
                self._check_fields(mutation, said)
                outcome = Outcome(self._act(mutation, selected, said, name), None, name)
        except Refusal as refusal:
            outcome = Outcome(self._current(mutation, selected, refusal), refusal, name)
        return self._payload(mutation, selected, outcome)

    def _check_fields(self, mutation: Mutation, said: Mapping[str, object]) -> None:
        """An input's field is one of the record: `amount` itself, `ownerId` by its `owner`, `products` of its lines."""
        if self.opener.principal.rights.fields:
            defined = cast(GraphQLObjectType, self.graph.schema.mutation_type).fields
            name = next(name for name, one in self.graph.mutations.items() if one is mutation)
            self._check_locks(mutation.target, said, defined[name].args["input"].type)

    def _check_locks(self, target: str, said: Mapping[str, object], given: GraphQLInputType) -> None:
        """What is left out, and comes as its default, is not written."""
        rights, fields = self.opener.principal.rights, self.graph.types[target].fields
        defined = cast(GraphQLInputObjectType, get_named_type(given)).fields
        for name, value in said.items():
            field = field_of(name, fields)
            unsaid = defined[name].default_value
            if field is None or (unsaid is not Undefined and value == unsaid):
                continue
            if rights.locks(target, field):
                raise Forbidden("FIELD_READ_ONLY", "Your role may not change %(name)s.", name, name=field)
            if isinstance(binding := fields[field], ToMany) and isinstance(value, list):
                for one in value:
                    if isinstance(one, dict):
                        self._check_locks(binding.target, one, defined[name].type)

    def _act(
        self, mutation: Mutation, selected: Selected, said: dict[str, object], name: str | None
    ) -> Mapping[str, bytes]:
        with self.opener() as work:
            if name is None:
                return self._done(work, mutation, selected, said)[0]
            print_ = hashlib.sha256(orjson.dumps(said, default=str)).hexdigest()
            kept = work.receipt(name, mutation=selected.name, fingerprint=print_)
            if kept is not None:
                return self._read(work, mutation, selected, UUID(str(kept["id"])))
            records, key = self._done(work, mutation, selected, said)
            work.keep_receipt(name, {"id": str(key)}, mutation=selected.name, fingerprint=print_)
            return records

    def _done(
        self, work: Work, mutation: Mutation, selected: Selected, said: dict[str, object]
    ) -> tuple[Mapping[str, bytes], UUID]:
        record = cast(Model, mutation.action(work, **mutation.take({"input": said})))
        work.flush()
        key = _key(record)
        return self._read(work, mutation, selected, key), key

    def _current(self, mutation: Mutation, selected: Selected, refusal: Refusal) -> Mapping[str, bytes]:
        current = refusal.params.pop("current", None)
        if not isinstance(current, Model) or type(current) is not self.graph.types[mutation.target].model:
            return {}
        with self.opener() as work:
            return self._read(work, mutation, selected, _key(current))

    def _read(self, work: Work, mutation: Mutation, selected: Selected, key: UUID) -> Mapping[str, bytes]:
        """The record as it stands in this transaction; none where it is hidden from the acting member by now."""
        found: dict[str, bytes] = {}
        for field in self._fields(selected):
            if field.name == mutation.field:
                plan = self.operation.of_record(self.graph, (selected.key, field.key), mutation.target, field.sets)
                params = plan.params({**self.variables, KEY: key}, Asking.of(work))
                found.update(
                    (field.key, cast(bytes, json)) for _key, json in work.read(plan.statement, params, vetted=True)
                )
        return found

    def _fields(self, selected: Selected) -> list[Selected]:
        return self.selector.fields(_payload_of(selected), selected.sets)

    def _payload(self, mutation: Mutation, selected: Selected, outcome: Outcome) -> bytes:
        parts = []
        for field in self._fields(selected):
            if field.name == mutation.field:
                written = outcome.records.get(field.key, b"null")
            elif field.name == "problems":
                written = self._problems(field, outcome.problem)
            else:
                said = _payload_of(selected) if field.name == "__typename" else outcome.client_mutation_id
                written = orjson.dumps(said)
            parts.append(orjson.dumps(field.key) + b":" + written)
        return b"{" + b",".join(parts) + b"}"

    def _problems(self, selected: Selected, refusal: Refusal | None) -> bytes:
        if refusal is None:
            return b"[]"
        told = tell(refusal, self.opener.principal.locale)
        said = {"code": refusal.code, "message": told, "field": refusal.field, "__typename": "Problem"}
        return orjson.dumps([{f.key: said[f.name] for f in self.selector.fields("Problem", selected.sets)}])


def _payload_of(selected: Selected) -> str:
    return selected.name[0].upper() + selected.name[1:] + "Payload"


def _key(record: Model) -> UUID:
    return cast("UUID", inspect(record).mapper.primary_key_from_instance(record)[0])
