"""The plain executor: the same documents over rows in memory, by graphql-core and naive resolvers.

It shares the contract's text with the compiler, and the mapping of classes to tables; who may see what, filters,
orders, pages, searches, sums and wire forms are said here a second time, in the simplest way there is.
"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import cast
from uuid import UUID

from graphql import GraphQLResolveInfo, GraphQLSchema, build_schema, execute_sync, parse
from sqlalchemy import inspect

from saas.core import walk
from saas.core.folding import fold
from saas.core.principal import Principal
from saas.core.rights import Role
from saas.deals.model import Deal, DealEvent, DealProduct
from saas.graph.assembly import sdl
from saas.graph.declare import Alternatives, Many, NodeSpec, spec_of
from tests.graph.sight import Sight
from tests.graph.world import NOW, Row, World

Filter = Mapping[str, object]
Orders = list[tuple[str, bool]]

SEARCHED = {"Account": ("name", "website", "phone"), "Contact": ("name", "email", "phone", "title"),
            "Member": ("name", "email"), "Product": ("name", "code", "family"),
            "Deal": ("name", "external_id"), "Activity": ("subject", "body")}  # fmt: skip
SEARCHED_THROUGH_ACCOUNT = {"Contact", "Deal"}
UNSEARCHED = {"Team", "Pipeline", "Stage", "DealProduct", "DealEvent", "CustomRole", "ActivitySeries",
              "ActivityLink", "ActivityMention", "ActivityAttendee", "TimelineEntry", "ExchangeRate"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Record:
    type: str
    row: Row


@dataclass(frozen=True, slots=True)
class Page:
    """`all` is the whole list, `rows` the page; `order` names what its cursors are good for."""

    type: str
    all: list[Row]
    rows: list[Row]
    order: str
    before: bool
    beyond: bool


@dataclass(slots=True)
class Oracle:
    """Answers for one viewer. `cursors` are those that real answers held, and the rows that they stand for."""

    world: World
    viewer: Principal
    cursors: Mapping[str, UUID] = field(default_factory=dict)
    sight: Sight = field(init=False)

    def __post_init__(self) -> None:
        self.sight = Sight(self)

    def answer(self, text: str, variables: Mapping[str, object]) -> dict[str, object]:
        result = execute_sync(
            plain_schema(), parse(text), field_resolver=self.resolve, variable_values=dict(variables),
            type_resolver=lambda value, _info, _kind: cast(Record, value).type,
        )  # fmt: skip
        assert not result.errors, result.errors
        return cast("dict[str, object]", result.data)

    def resolve(self, source: object, info: GraphQLResolveInfo[object], **args: object) -> object:
        match source:
            case Record():
                return self._of_record(source, info.field_name, args)
            case Page():
                return self._of_page(source, info.field_name)
            case dict():
                return source[info.field_name]
        return self._root(info.field_name, args)

    def _root(self, name: str, args: Filter) -> object:
        if name == "me":
            tenant = self.world.tenant
            company = {
                "slug": tenant.slug, "name": tenant.name, "currency": tenant.currency, "locale": tenant.locale,
                "timeZone": tenant.time_zone, "weekStart": tenant.week_start, "fiscalStart": tenant.fiscal_start,
                "logo": None,
            }  # fmt: skip
            return {"member": self._one("Member", self.viewer.member_id), "tenant": company}
        if name == "node":
            return self._any(str(args["id"]))
        if name == "nodes":
            return [self._any(str(one)) for one in cast("list[object]", args["ids"])]
        for kind, spec in specs().items():
            if camel(spec.one) == name:
                return self._by_id(kind, str(args["id"]))
            if camel(spec.many) == name:
                return self._page(kind, self._listed(kind), args, spec.order)
            if camel(spec.plain) == name:
                return [Record(kind, row) for row in ordered(self._listed(kind), read_orders(spec.order))]
        raise AssertionError(name)

    def _of_record(self, record: Record, name: str, args: Filter) -> object:
        kind, row = record.type, record.row
        if name in COMPUTED:
            return COMPUTED[name](self, kind, row)
        relations = inspect(specs()[kind].model).relationships
        declared = specs()[kind].declared.get(snake(name))
        if isinstance(declared, Alternatives):
            found = (
                self._of_record(record, camel(one), {}) for one in declared.relations if row[f"{one}_id"] is not None
            )
            return next(found, None)
        if snake(name) in relations:
            relation = relations[snake(name)]
            target = relation.mapper.class_.__name__
            ((local, remote),) = relation.local_remote_pairs or ()
            if not relation.uselist:
                return self._one(target, cast("UUID | None", row[local.name]))
            children = [one for one in self._listed(target) if one[remote.name] == row["id"]]
            assert isinstance(declared, Many)
            if declared.paged:
                return self._page(target, children, args, declared.order)
            return [Record(target, one) for one in ordered(children, read_orders(declared.order))]
        return money(row, name) if is_money(kind, name) else written(row[snake(name)])

    def _of_page(self, page: Page, name: str) -> object:
        cursors = [cursor(page.order, row) for row in page.rows]
        match name:
            case "nodes":
                return [Record(page.type, row) for row in page.rows]
            case "edges":
                edges = zip(cursors, page.rows, strict=True)
                return [{"cursor": one, "node": Record(page.type, row)} for one, row in edges]
            case "totalCount":
                return len(page.all)
            case "pageInfo":
                return {
                    "hasPreviousPage": page.before, "hasNextPage": page.beyond,
                    "startCursor": cursors[0] if cursors else None, "endCursor": cursors[-1] if cursors else None,
                }  # fmt: skip
        way, _, what = snake(name).partition("_")
        return {"converted": self._converted, "average": averages, "total": sums}[way](page.all, what)

    def _converted(self, rows: list[Row], name: str) -> object:
        """Each currency's part, worth most first; what has no rate is counted beside."""
        sides: dict[str, list[tuple[Decimal, Decimal | None]]] = {}
        for row in rows:
            if row[name] is not None and row["currency"] is not None:
                rate = self.rate_of(row)
                sides.setdefault(str(row["currency"]), []).append((cast(Decimal, row[name]), rate))
        worth = {
            currency: sum((amount * rate for amount, rate in side if rate is not None), Decimal(0))
            for currency, side in sides.items()
        }
        unrated = {currency: sum(rate is None for _amount, rate in side) for currency, side in sides.items()}
        parts = sorted(sides, key=lambda one: (unrated[one] == len(sides[one]), -worth[one], one))
        rated = [amount * rate for side in sides.values() for amount, rate in side if rate is not None]
        average = cents(sum(rated, Decimal(0)) / len(rated)) if rated else None
        return {
            "average": None if average is None else {"amount": str(average), "currency": self.world.tenant.currency},
            "total": {"amount": str(cents(sum(worth.values(), Decimal(0)))), "currency": self.world.tenant.currency},
            "parts": [
                {"sum": {"amount": str(sum(amount for amount, _rate in sides[one])), "currency": one},
                 "count": len(sides[one]), "unrated": unrated[one]}
                for one in parts
            ],
        }  # fmt: skip

    def rate_of(self, row: Row) -> Decimal | None:
        if row["currency"] == self.world.tenant.currency:
            return Decimal(1)
        found = self._rate_row(row)
        return cast(Decimal, found["rate"]) if found else None

    def _rate_row(self, row: Row) -> Row | None:
        """The latest of its currency that is not after the day on which the deal closed, or today."""
        day = cast(date, row["closed_on"] or NOW.date())
        fit = [
            one for one in self._listed("ExchangeRate")
            if (one["currency"], one["against"]) == (row["currency"], self.world.tenant.currency)
            and cast(date, one["starts_on"]) <= day
        ]  # fmt: skip
        return max(fit, key=lambda one: cast(date, one["starts_on"]), default=None)

    def rate(self, _kind: str, row: Row) -> Record | None:
        found = self._rate_row(row)
        return Record("ExchangeRate", found) if found else None

    def converted_amount(self, _kind: str, row: Row) -> str | None:
        rate, amount = self.rate_of(row), cast("Decimal | None", row["amount"])
        if rate is None or amount is None or row["currency"] is None:
            return None
        return str(amount if row["currency"] == self.world.tenant.currency else cents(amount * rate))

    def _one(self, kind: str, key: UUID | None) -> Record | None:
        """Named by another record: a deleted one too, never a hidden one."""
        return next((Record(kind, r) for r in self.world.rows[kind] if r["id"] == key and self.sees(kind, r)), None)

    def _any(self, given: str) -> Record | None:
        return next((found for kind in specs() if (found := self._by_id(kind, given))), None)

    def _by_id(self, kind: str, given: str) -> Record | None:
        rows = self._listed(kind)
        return next((Record(kind, row) for row in rows if global_id(kind, cast(UUID, row["id"])) == given), None)

    def _listed(self, kind: str) -> list[Row]:
        rows = self.world.rows[kind]
        return [row for row in rows if row.get("deleted_at") is None and self.sees(kind, row)]

    def sees(self, kind: str, row: Row) -> bool:
        if kind in {DealProduct.__name__, DealEvent.__name__}:
            deal = next(deal for deal in self.world.rows[Deal.__name__] if deal["id"] == row["deal_id"])
            return self.sees(Deal.__name__, deal)
        if kind.startswith(("Activity", "Timeline")):
            return self.sight.sees(kind, row)
        if kind != Deal.__name__ or self.viewer.role in {Role.OWNER, Role.ADMIN}:
            return True
        return row["owner_id"] is not None and row["owner_id"] in self.whose_deals()

    def next_activity(self, kind: str, row: Row) -> Record | None:
        return self._one("Activity", self._next_on(f"{kind.lower()}_id", cast(UUID, row["id"])))

    def _next_on(self, place: str, key: UUID) -> UUID | None:
        """The open activity that falls first, of those that are seen."""
        links = [link for link in self.world.rows["ActivityLink"] if link[place] == key and link["awaited_at"]]
        seen = [link for link in links if self.sight.sees("ActivityLink", link)]
        first = min(
            seen, key=lambda link: cast(tuple[datetime, UUID], (link["awaited_at"], link["activity_id"])), default=None
        )
        return cast(UUID, first["activity_id"]) if first else None

    def whose_deals(self) -> set[object]:
        me = self.viewer.member_id
        if self.viewer.role is Role.REP:
            return {me}
        members, living = self.world.rows["Member"], [t for t in self.world.rows["Team"] if t["deleted_at"] is None]
        mine = {team["id"] for team in living if team["manager_id"] == me}
        mine |= {member["team_id"] for member in members if member["id"] == me}
        below = {team["id"] for team in living if mine & set(cast("list[object]", team["lineage"]))}
        return {me} | {member["id"] for member in members if member["team_id"] in below}

    def _page(self, kind: str, rows: list[Row], args: Filter, default: str) -> Page:
        given = {name: value for name, value in args.items() if value is not None}
        orders = read_orders(default)
        if given.get("orderBy"):
            said = [next(iter(one.items())) for one in cast("list[Filter]", given["orderBy"])]
            orders = [(snake(name), way == "DESC") for name, way in said]
        found = [row for row in rows if self.matches(kind, row, cast(Filter, given.get("filter", {})))]
        words = str(given.get("search", "")).split()[:8]
        found = [row for row in found if all(self._mentions(kind, row, word) for word in words)]
        found = ordered(found, orders)
        name = ",".join(f"{camel(column)}:{'DESC' if down else 'ASC'}" for column, down in orders)
        if "last" in given:
            rest = self._on_one_side(kind, found, orders, given.get("before"), after=False)
            size = cast(int, given["last"])
            return Page(kind, found, rest[max(0, len(rest) - size) :], name, len(rest) > size, "before" in given)
        rest = self._on_one_side(kind, found, orders, given.get("after"), after=True)
        size = cast(int, given.get("first", 20))
        return Page(kind, found, rest[:size], name, "after" in given, len(rest) > size)

    def _on_one_side(self, kind: str, rows: list[Row], orders: Orders, cursor: object, *, after: bool) -> list[Row]:
        if cursor is None:
            return rows
        anchor = next(row for row in self.world.rows[kind] if row["id"] == self.cursors[str(cursor)])
        together = ordered([row for row in rows if row is not anchor] + [anchor], orders)
        place = next(i for i, row in enumerate(together) if row is anchor)
        return together[place + 1 :] if after else together[:place]

    def _mentions(self, kind: str, row: Row, word: str) -> bool:
        if fold(word) in fold(" ".join(str(row[column] or "") for column in SEARCHED[kind])):
            return True
        others = [other for other in self._listed("Account") if other["id"] == row.get("account_id")]
        return kind in SEARCHED_THROUGH_ACCOUNT and any(self._mentions("Account", other, word) for other in others)

    def matches(self, kind: str, row: Row, said: Filter) -> bool:
        return all(
            self._matches_one(kind, row, name, one) for name, one in said.items() if not is_empty(kind, name, one)
        )

    def _matches_one(self, kind: str, row: Row, name: str, said: object) -> bool:
        if name in {"and", "or"}:
            every = [self.matches(kind, row, one) for one in cast("list[Filter]", said) if not nothing_in(kind, one)]
            return all(every) if name == "and" else any(every)
        inner = cast(Filter, said)
        if name == "not":
            return not self.matches(kind, row, inner)
        relation = inspect(specs()[kind].model).relationships.get(snake(name))
        if relation is None:
            return all(compare(self._comparable(kind, row, name), *one) for one in inner.items() if one[1] is not None)
        target = relation.mapper.class_.__name__
        ((local, remote),) = relation.local_remote_pairs or ()
        others = [one for one in self._listed(target) if one[remote.name] == row[local.name]]
        if not relation.uselist:
            return self._matches_related(target, cast("UUID | None", row[local.name]), others, inner)
        found = {
            quantifier: any(self.matches(target, one, cast(Filter, wanted)) for one in others)
            for quantifier, wanted in inner.items()
            if not nothing_in(target, wanted)
        }
        return found.get("some", True) and not found.get("none", False)

    def _matches_related(self, target: str, key: UUID | None, others: list[Row], said: Filter) -> bool:
        """The `id` is the key that the record holds, of a deleted one too; all else asks for a listed record."""
        rest = {name: one for name, one in said.items() if not is_empty(target, name, one)}
        by_key = cast(Filter, rest.pop("id", {}))
        found = self._one(target, key)
        held = None if found is None else global_id(target, cast(UUID, found.row["id"]))
        fits = all(compare(held, *one) for one in by_key.items() if one[1] is not None)
        return fits and (bool(by_key and not rest) or any(self.matches(target, one, rest) for one in others))

    def _comparable(self, kind: str, row: Row, name: str) -> object:
        return global_id(kind, cast(UUID, row["id"])) if name == "id" else row[snake(name)]


COMPUTED: Mapping[str, Callable[[Oracle, str, Row], object]] = {
    "id": lambda _oracle, kind, row: global_id(kind, cast(UUID, row["id"])),
    "secondsInStage": lambda _oracle, _kind, row: round_half_up(
        (NOW - cast(datetime, row["stage_entered_at"])).total_seconds()
    ),
    "nextActivity": Oracle.next_activity,
    "convertedAmount": Oracle.converted_amount,
    "rate": lambda oracle, kind, row: oracle.rate(kind, row) if kind == "Deal" else written(row["rate"]),
}


def is_empty(kind: str, name: str, said: object) -> bool:
    """Whether nothing is left of a field of a filter when its nulls are left out."""
    if said is None or name == "not":
        return nothing_in(kind, said)
    if name in {"and", "or"}:
        return all(nothing_in(kind, one) for one in cast("list[Filter]", said))
    relation = inspect(specs()[kind].model).relationships.get(snake(name))
    if relation is None:
        return all(operand is None for operand in cast(Filter, said).values())
    target = relation.mapper.class_.__name__
    if relation.uselist:
        return all(nothing_in(target, one) for one in cast(Filter, said).values())
    return nothing_in(target, said)


def nothing_in(kind: str, said: object) -> bool:
    """Of a whole filter; `{}` itself is not nothing: it asks that there is a record."""
    filled = cast("Filter | None", said)
    return filled is None or (bool(filled) and all(is_empty(kind, name, one) for name, one in filled.items()))


def compare(value: object, operator: str, operand: object) -> bool:
    """SQL's way with nulls: they equal nothing and are less than nothing, but differ from everything."""
    if operator == "isNull":
        return (value is None) is operand
    if value is None:
        return operator == "ne"
    if operator == "in":
        return any(value == one for one in read_operand(value, operand))
    if operator in {"contains", "startsWith"}:
        text, wanted = str(value).lower(), str(operand).lower()
        return wanted in text if operator == "contains" else text.startswith(wanted)
    (wanted_value,) = read_operand(value, operand)
    return COMPARISONS[operator](value, wanted_value)


COMPARISONS: Mapping[str, Callable[[object, object], bool]] = {
    "eq": lambda a, b: a == b,
    "ne": lambda a, b: a != b,
    "lt": lambda a, b: cast(Decimal, a) < cast(Decimal, b),
    "lte": lambda a, b: cast(Decimal, a) <= cast(Decimal, b),
    "gt": lambda a, b: cast(Decimal, a) > cast(Decimal, b),
    "gte": lambda a, b: cast(Decimal, a) >= cast(Decimal, b),
}


def read_operand(value: object, operand: object) -> list[object]:
    """Operands as values of the kind that they are compared with."""
    given = operand if isinstance(operand, list) else [operand]
    if isinstance(value, datetime):
        return [datetime.fromisoformat(str(one)) for one in given]
    if isinstance(value, date):
        return [date.fromisoformat(str(one)) for one in given]
    return [Decimal(str(one)) for one in given] if isinstance(value, Decimal) else given


def ordered(rows: Iterable[Row], orders: Orders) -> list[Row]:
    """Nulls last in both directions, ties by the id in the direction of the first order."""
    found = sorted(rows, key=lambda row: cast(UUID, row["id"]), reverse=bool(orders) and orders[0][1])
    for column, down in reversed(orders):
        present = [row for row in found if row[column] is not None]
        present.sort(key=lambda row, column=column: cast(str, row[column]), reverse=down)  # type: ignore[misc]
        found = present + [row for row in found if row[column] is None]
    return found


def read_orders(text: str) -> Orders:
    return [(one.lstrip("-"), one.startswith("-")) for one in text.split(",") if one != "id"]


def sums(rows: list[Row], name: str) -> list[object]:
    return largest_first({currency: sum(found, Decimal(0)) for currency, found in by_currency(rows, name).items()})


def averages(rows: list[Row], name: str) -> list[object]:
    found = by_currency(rows, name)
    return largest_first({currency: cents(sum(each, Decimal(0)) / len(each)) for currency, each in found.items()})


def by_currency(rows: list[Row], name: str) -> dict[str, list[Decimal]]:
    found: dict[str, list[Decimal]] = {}
    for row in rows:
        if row[name] is not None and row["currency"] is not None:
            found.setdefault(str(row["currency"]), []).append(cast(Decimal, row[name]))
    return found


def largest_first(amounts: Mapping[str, Decimal]) -> list[object]:
    ordered_ = sorted(amounts.items(), key=lambda one: (-one[1], one[0]))
    return [{"amount": str(amount), "currency": currency} for currency, amount in ordered_]


def cents(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)


def money(row: Row, name: str) -> object:
    amount, currency = row[snake(name)], row["currency"]
    return None if amount is None or currency is None else {"amount": str(amount), "currency": currency}


def written(value: object) -> object:
    """A column's value on the wire."""
    if isinstance(value, datetime):
        fraction = f".{value.microsecond:06}".rstrip("0").rstrip(".")
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S") + fraction + "Z"
    return str(value) if isinstance(value, date | Decimal) else value


def cursor(order: str, row: Row) -> str:
    return f"cursor of {row['id']} in {order}"


def plainly(value: object) -> object:
    """An answer of the real door with its opaque cursors said as the oracle says them."""
    if isinstance(value, dict):
        return {name: plainly(one) for name, one in value.items()}
    if isinstance(value, list):
        return [plainly(one) for one in value]
    if isinstance(value, str) and value.startswith(("WyI", "WyJ")):
        said = json.loads(urlsafe_b64decode(value + "=" * (-len(value) % 4)))
        return f"cursor of {said[-1]} in {said[0]}"
    return value


def global_id(kind: str, key: UUID) -> str:
    return urlsafe_b64encode(f"{kind}:".encode() + key.bytes).decode().rstrip("=")


def round_half_up(seconds: float) -> int:
    return int(abs(seconds) + 0.5) * (1 if seconds >= 0 else -1)


def camel(name: str | None) -> str:
    first, *others = (name or "").split("_")
    return first + "".join(part.title() for part in others)


def snake(name: str) -> str:
    return "".join("_" + letter.lower() if letter.isupper() else letter for letter in name)


def is_money(kind: str, name: str) -> bool:
    return str(plain_schema().type_map[kind].fields[name].type).rstrip("!") == "Money"  # type: ignore[attr-defined]


@cache
def plain_schema() -> GraphQLSchema:
    """The contract without anything behind it: scalars go through as they are."""
    return build_schema(sdl())


@cache
def specs() -> dict[str, NodeSpec]:
    """What the capabilities declare of the types that the world has rows of, by name."""
    nodes = [one for module in walk.modules("graph") for one in vars(module).values() if hasattr(one, "__node__")]
    declared = {spec_of(cls).name: spec_of(cls) for cls in nodes}
    return {name: declared[name] for name in declared if name in {*SEARCHED, *UNSEARCHED}}
