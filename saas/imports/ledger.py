"""What is known of one kind of record: those the company has and those the plan will make, found by number or name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from saas.core.ids import new_id
from saas.core.texts import later
from saas.imports.matching import Book, Match, company_key, key_of
from saas.imports.plan import Origin, Plan, Step, Thing, Verb


@dataclass(frozen=True, slots=True)
class Known:
    """A living record of the company: its fields by the names that drafts use."""

    id: UUID
    values: Mapping[str, object]


class Ledger:
    """`keys` are the fields by whose value alone a record is known (its number in the old system, an e-mail address).

    One of them may be `likeness`: what a record without a number is known by, see `likeness`; it is no field.
    """

    def __init__(self, thing: Thing, known: Iterable[Known], keys: tuple[str, ...] = ("external_id",)) -> None:
        self.thing = thing
        self._keys = keys
        self._values: dict[UUID, dict[str, object]] = {}
        self._known: dict[tuple[str, str], UUID] = {}
        self._name_key = company_key if thing is Thing.ACCOUNT else key_of
        self._names: Book[UUID] = Book({}, self._name_key)
        self._seen: dict[UUID, Origin] = {}
        self._shared: set[str] = set()
        for each in known:
            self._keep(each.id, dict(each.values))

    def by_key(self, field: str, value: str | None) -> UUID | None:
        return None if value is None else self._known.get((field, value.strip().lower()))

    def by_name(self, name: str | None) -> UUID | None:
        """The record of this name, letter case and punctuation aside."""
        return None if name is None else self._names.equal(name)

    def find(self, name: str) -> Match[UUID] | None:
        """By the rule of near misses."""
        return self._names.find(name)

    def shared(self, name: str) -> bool:
        """Whether several records have this name."""
        return self._name_key(name) in self._shared

    def values(self, id: UUID) -> Mapping[str, object]:
        return self._values[id]

    def name(self, id: UUID) -> str:
        return str(self._values[id].get("name"))

    def all(self) -> Mapping[UUID, Mapping[str, object]]:
        return self._values

    def seen(self, id: UUID) -> Origin | None:
        """The row of this import that is about the record."""
        return self._seen.get(id)

    def twin(self, id: UUID, origin: Origin) -> Origin | None:
        """The row of this import that has already spoken of the record; if none has, `origin` has now."""
        earlier = self._seen.get(id)
        if earlier is None:
            self._seen[id] = origin
        return earlier

    def place(
        self, plan: Plan, origin: Origin, id: UUID | None, drafts: tuple[Mapping[str, object], Mapping[str, object]]
    ) -> UUID | None:
        """Makes or settles the record of a row; `drafts`: what the row gives, what a new record has besides.

        None when the row is refused: an earlier row of this import is about the same record.
        """
        given, besides = drafts
        if id is None:
            return self.make(plan, {**besides, **given}, origin)
        earlier = self.twin(id, origin)
        if earlier is not None:
            plan.refuse(
                origin,
                "DUPLICATE",
                later("An earlier row, in line %(line)s, is about the same record."),
                line=earlier.line,
            )
            return None
        self.settle(plan, id, given, origin)
        return id

    def make(self, plan: Plan, values: Mapping[str, object], origin: Origin | None) -> UUID:
        """A step that makes the record."""
        id = new_id()
        self._keep(id, dict(values))
        if origin is not None:
            self._seen[id] = origin
        plan.steps.append(Step(self.thing, id, Verb.CREATE, dict(values), origin))
        return id

    def settle(self, plan: Plan, id: UUID, given: Mapping[str, object], origin: Origin | None) -> None:
        """A step that brings the record to what is given of it, or that keeps it as it is."""
        was = self._values[id]
        changed = {field: value for field, value in given.items() if was.get(field) != value}
        self._keep(id, {**was, **changed})
        verb = Verb.UPDATE if changed else Verb.KEEP
        if changed or origin is not None:
            plan.steps.append(Step(self.thing, id, verb, changed, origin))

    def _keep(self, id: UUID, values: dict[str, object]) -> None:
        self._values[id] = values
        for field in self._keys:
            value = values.get(field)
            if isinstance(value, str):
                self._known.setdefault((field, value.strip().lower()), id)
        name = values.get("name")
        if isinstance(name, str):
            first = self._names.equal(name)
            if first is not None and first != id:
                self._shared.add(self._name_key(name))
            self._names.add(name, id)


def likeness(*parts: object) -> str:
    """What a record without a number is known by: its name, whose it is, when it was opened."""
    return "|".join(key_of(part) if isinstance(part, str) else str(part) for part in parts)
