"""Random documents over the whole contract: selections, arguments, fragments, directives, variables.

A response key always means the same field with the same arguments and type, so that any two selections may be merged.
"""

import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import cast
from uuid import UUID

from graphql import (
    GraphQLAbstractType,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    get_named_type,
    is_leaf_type,
)  # fmt: skip

from tests.graph.oracle import camel, global_id, plain_schema, read_orders, snake, specs
from tests.graph.world import TEXTS, Row, World

BARE = {"Money", "PageInfo", "ConvertedSum", "SumPart"}
"""Types whose fields cost nothing to draw."""
MOST_ROWS = 300
WORDS = (
    "acme", "לוי", "שלום", "בעמ", "موسسه", "اسراء", "100%", "_", "\\", '"quoted"', "ünicode", "x.test", "دنة", "zebra",
)  # fmt: skip


class Name(str):
    """A word of the language rather than a text: an enum's value."""

    __slots__ = ()


@dataclass(slots=True)
class Written:
    text: str
    variables: dict[str, object]


@dataclass(slots=True)
class Writer:
    """Writes one document. `cursors` gives real cursors of a type in an order, by the names of its columns."""

    rng: random.Random
    world: World
    cursors: Callable[[str, str], list[str]]
    variables: dict[str, tuple[str, object]] = field(default_factory=dict)
    keys: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    fragments: dict[str, tuple[str, str]] = field(default_factory=dict)
    left: int = 60

    def document(self) -> Written:
        query = cast(GraphQLObjectType, plain_schema().type_map["Query"])
        composite = GraphQLObjectType | GraphQLInterfaceType
        names = [
            name
            for name, declared in query.fields.items()
            if isinstance(kind := get_named_type(declared.type), composite)
            and self._known(declared)
            and (isinstance(kind, GraphQLObjectType) or name in {"node", "nodes"})
        ]
        chosen = self.rng.sample(names, self.rng.randint(1, 2)) + (["__typename"] if self._one_in(12) else [])
        body = " ".join(self._field(query, name, 4, 1) for name in chosen)
        header = ", ".join(f"${name}: {kind}" for name, (kind, _value) in self.variables.items())
        fragments = "".join(f" fragment {n} on {kind} {{ {inner} }}" for n, (kind, inner) in self.fragments.items())
        given = {name: value for name, (kind, value) in self.variables.items() if "=" not in kind}
        given = {name: value for name, value in given.items() if value is not LEFT_OUT}
        return Written(f"query Random{f'({header})' if header else ''} {{ {body} }}{fragments}", given)

    def _known(self, declared: GraphQLField) -> bool:
        kind = get_named_type(declared.type)
        name = kind.name.removesuffix("Connection").removesuffix("Edge")
        return not isinstance(kind, GraphQLObjectType) or name in {*specs(), *BARE, "Viewer", "Tenant"}

    def _selection(self, kind: GraphQLObjectType, depth: int, rows: int) -> str:
        names = [name for name in kind.fields if self._known(kind.fields[name]) and self._fits(kind, name, depth, rows)]
        chosen = self.rng.sample(names, min(len(names), self.rng.randint(1, 4)))
        parts = [self._field(kind, name, depth, rows) for name in chosen]
        if self._one_in(6):
            parts.append(self.rng.choice(["", "what: "]) + "__typename" + self._directive())
        if self._one_in(4) and depth > 0:
            parts.append(self._spread(kind, depth - 1, rows))
        return " ".join(parts)

    def _fits(self, kind: GraphQLObjectType, name: str, depth: int, rows: int) -> bool:
        inner = get_named_type(kind.fields[name].type)
        if is_leaf_type(inner) or inner.name in BARE:
            return True
        return self._known(kind.fields[name]) and depth > 0 and rows <= MOST_ROWS and self.left > 0

    def _spread(self, kind: GraphQLObjectType, depth: int, rows: int) -> str:
        if self._one_in(2):
            if "Node" in [one.name for one in kind.interfaces] and self._one_in(4):
                return f"... on Node{self._directive()} {{ id __typename }}"
            on = self.rng.choice([f" on {kind.name}", ""])
            return f"...{on}{self._directive()} {{ {self._selection(kind, depth, rows)} }}"
        known = [name for name, (on, _inner) in self.fragments.items() if on == kind.name]
        if known and self._one_in(2) and rows == 1:
            return f"...{self.rng.choice(known)}{self._directive()}"
        inner = self._selection(kind, depth, rows)
        name = f"F{len(self.fragments)}"
        self.fragments[name] = (kind.name, inner)
        return f"...{name}{self._directive()}"

    def _field(self, parent: GraphQLObjectType, name: str, depth: int, rows: int) -> str:
        self.left -= 1
        if name == "__typename":
            return name
        declared = parent.fields[name]
        kind, size = get_named_type(declared.type), 1
        if "ids" in declared.args:
            several = [self._id(None) for _ in range(self.rng.randint(0, 5))]
            arguments = f"(ids: {self._said('[ID!]!', [*several, *several[:1]])})"
        elif kind.name == "Node":
            arguments = f"(id: {self._said('ID!', self._id(None))})"
        elif kind.name.endswith("Connection"):
            arguments, size = self._page(parent, name, rows)
        elif "id" in declared.args:
            arguments = f"(id: {self._said('ID!', self._id(kind.name))})"
        else:
            arguments, size = "", 4 if isinstance(declared.type, GraphQLNonNull) and "[" in str(declared.type) else 1
        written = self._key(name, arguments, str(declared.type)) + name + arguments + self._directive()
        if isinstance(kind, GraphQLAbstractType):
            return f"{written} {{ {self._of_any(kind, depth, rows)} }}"
        if isinstance(kind, GraphQLObjectType):
            inner = depth if kind.name.endswith(("Connection", "Edge")) else depth - 1
            return f"{written} {{ {self._selection(kind, inner, rows * size)} }}"
        return written

    def _key(self, name: str, arguments: str, kind: str) -> str:
        """An alias, where the field needs or likes one."""
        meaning = (name, arguments, kind)
        wanted = name if not self._one_in(5) else f"as{self.rng.randrange(100)}"
        while self.keys.setdefault(wanted, meaning) != meaning:
            wanted = f"as{len(self.keys)}_{name}"
        return "" if wanted == name else f"{wanted}: "

    def _of_any(self, kind: GraphQLAbstractType, depth: int, rows: int) -> str:
        """An interface has fields of its own, a union none; either may be asked for the other's."""
        parts = ["__typename"]
        if self.rng.choice([True, False]):
            parts.append("id" if isinstance(kind, GraphQLInterfaceType) else f"... on Node{self._directive()} {{ id }}")
        known = [one for one in plain_schema().get_possible_types(kind) if one.name in specs()]
        of_each = [
            f"... on {made.name}{self._directive()} {{ {self._selection(made, depth - 2, rows)} }}"
            for made in self.rng.sample(sorted(known, key=str), min(len(known), 4))
        ]
        return " ".join([*parts, *of_each])

    def _directive(self) -> str:
        """Skips or includes what it stands behind, seldom."""
        if not self._one_in(9):
            return ""
        said = self.rng.choice([True, False])
        return f" @{self.rng.choice(['skip', 'include'])}(if: {self._said('Boolean!', said)})"

    # Arguments

    def _page(self, parent: GraphQLObjectType, name: str, rows: int) -> tuple[str, int]:
        """A connection's arguments, and how many rows they let in."""
        defined = parent.fields[name].args
        target = get_named_type(parent.fields[name].type).name.removesuffix("Connection")
        said: dict[str, str] = {}
        size, backward = self.rng.choice([0, 1, 2, 3, 5, 7, 200 if rows == 1 else 4]), self._one_in(3)
        if backward or not self._one_in(4) or rows > 1:
            said["last" if backward else "first"] = self._said("Int!" if backward else "Int", size)
        order = self._default_order(parent, name, target)
        if self._one_in(2):
            order, entries = self._orders(target)
            said["orderBy"] = self._said(f"{defined['orderBy'].type}!", entries)
        if self._one_in(3) and (real := self.cursors(target, order)):
            said["before" if backward else "after"] = self._said("String", self.rng.choice(real))
        if self._one_in(2):
            made = cast(GraphQLInputObjectType, defined["filter"].type)
            said["filter"] = self._said(made.name, self._filter(made, target, 3), made)
        if "search" in defined and self._one_in(4):
            words = " ".join(self.rng.choice(WORDS) for _ in range(self.rng.randint(0, 2)))
            said["search"] = self._said("String", words)
        if self._one_in(15):
            said.setdefault(self.rng.choice(["after", "filter"]), "null")
        entries_ = list(said.items())
        self.rng.shuffle(entries_)
        return f"({', '.join(f'{k}: {v}' for k, v in entries_)})" if said else "", min(size, 20) or 1

    def _default_order(self, parent: GraphQLObjectType, name: str, target: str) -> str:
        declared = specs()[parent.name].declared[snake(name)] if parent.name != "Query" else specs()[target]
        orders = read_orders(cast("str", declared.order))  # type: ignore[union-attr]
        return ",".join(f"{camel(column)}:{'DESC' if down else 'ASC'}" for column, down in orders)

    def _orders(self, target: str) -> tuple[str, list[object]]:
        made = cast(GraphQLInputObjectType, plain_schema().type_map[target + "Order"])
        names = self.rng.sample(sorted(made.fields), min(len(made.fields), self.rng.randint(1, 2)))
        ways = [(name, self.rng.choice(["ASC", "DESC"])) for name in names]
        return ",".join(f"{name}:{way}" for name, way in ways), [{name: Name(way)} for name, way in ways]

    def _filter(self, made: GraphQLInputObjectType, target: str, depth: int) -> dict[str, object]:
        names = self.rng.sample(sorted(filter(_drawn(made), made.fields)), self.rng.choice([0, 1, 1, 1, 2, 2]))
        return {name: self._condition(made, name, target, depth) for name in names}

    def _condition(self, made: GraphQLInputObjectType, name: str, target: str, depth: int) -> object:
        kind = get_named_type(made.fields[name].type)
        if not isinstance(kind, GraphQLInputObjectType) or self._one_in(25):
            return None
        inner = kind.name.removesuffix("Filter").removesuffix("List")
        if name in {"and", "or"}:
            return [self._filter(made, target, depth - 1) for _ in range(self.rng.randint(0, 3))] if depth > 0 else []
        if kind.name.endswith("ListFilter"):
            listed = cast(GraphQLInputObjectType, plain_schema().type_map[inner + "Filter"])
            quantifiers = self.rng.sample(["some", "none"], self.rng.randint(1, 2))
            return {one: self._filter(listed, inner, depth - 1) if depth > 0 else {} for one in quantifiers}
        if inner in specs():
            return self._filter(kind, inner, depth - 1) if depth > 0 else {}
        return self._comparison(kind, target, name)

    def _comparison(self, kind: GraphQLInputObjectType, target: str, name: str) -> dict[str, object]:
        operators = self.rng.sample(sorted(kind.fields), self.rng.choice([1, 1, 1, 2]))
        return {one: self._operand(kind, one, target, name) for one in operators}

    def _operand(self, kind: GraphQLInputObjectType, operator: str, target: str, name: str) -> object:
        if operator == "isNull":
            return self.rng.choice([True, False])
        if self._one_in(20):
            return None
        if operator == "in":
            return [self._value(kind, target, name) for _ in range(self.rng.randint(0, 3))]
        value = self._value(kind, target, name)
        if operator in {"contains", "startsWith"}:
            text = str(value)
            start = self.rng.randrange(len(text)) if text and operator == "contains" else 0
            piece = text[start : start + self.rng.randint(1, 5)]
            return piece.upper() if self._one_in(3) and piece.isascii() else piece
        return value

    def _value(self, kind: GraphQLInputObjectType, target: str, name: str) -> object:
        """One that a record has, mostly."""
        if kind.name == "IDFilter":
            return self._id(target)
        operand = get_named_type(kind.fields["eq"].type)
        if isinstance(operand, GraphQLEnumType):
            return Name(self.rng.choice(sorted(operand.values)))
        values = [row[snake(name)] for row in self.world.rows[target] if row[snake(name)] is not None]
        value = self.rng.choice(values) if values else None
        match operand.name:
            case "String":
                kept = value is not None and not self._one_in(5)
                made: object = str(value) if kept else self.rng.choice(TEXTS)
            case "Boolean":
                made = self.rng.choice([True, False])
            case "Int":
                made = cast(int, value or 0) + self.rng.choice([0, 0, 1, -1])
            case "Decimal":
                beside = self.rng.choice([Decimal(0), Decimal("0.01"), Decimal("-0.004")])
                made = str(cast(Decimal, value or Decimal(0)) + beside)
            case "DateTime":
                made = self._moment(value)
            case _:
                made = value.isoformat() if isinstance(value, date) else "2026-02-08"
        return made

    def _moment(self, value: object) -> str:
        moment = value if isinstance(value, datetime) else datetime.fromisoformat("2026-02-01T00:00:00+02:00")
        return moment.isoformat().replace("+00:00", self.rng.choice(["Z", "+00:00"]))

    def _id(self, kind: str | None) -> str:
        """Mostly of a record of the type."""
        if self._one_in(10):
            return self.rng.choice(["", "nonsense", "%", "RGVhbDo", global_id("Deal", UUID(int=0)), "שלום"])
        kind = kind if kind and not self._one_in(10) else self.rng.choice(sorted(specs()))
        row: Row = self.rng.choice(self.world.rows[kind])
        return global_id(kind, cast(UUID, row["id"]))

    # Values

    def _said(self, kind: str, value: object, made: GraphQLInputType | None = None) -> str:
        """A value as a literal, as a variable, as a variable's default; inside of it, too."""
        if self._one_in(3):
            return self._variable(kind, value)
        return self._literal(value, made)

    def _variable(self, kind: str, value: object) -> str:
        name = f"v{len(self.variables)}"
        if self._one_in(8) and not kind.endswith("!"):
            self.variables[name] = (kind, None if kind.endswith("Filter") else self.rng.choice([None, LEFT_OUT]))
            return f"${name}"
        if self._one_in(8):
            said = self.rng.choice([kind, kind.removesuffix("!")])  # what has a default may be left out anywhere
            self.variables[name] = (f"{said} = {self._literal(value, None)}", None)
        else:
            self.variables[name] = (kind, value)
        return f"${name}"

    def _literal(self, value: object, made: GraphQLInputType | None) -> str:
        match value:
            case Name():
                return str(value)
            case dict():
                fields = made.fields if isinstance(made, GraphQLInputObjectType) else {}
                inside = (f"{k}: {self._inside(v, fields[k].type if k in fields else None)}" for k, v in value.items())
                return "{" + ", ".join(inside) + "}"
            case list():
                inner = made.of_type if isinstance(made, GraphQLList) else None
                if len(value) == 1 and self._one_in(4):
                    return self._literal(value[0], _bare(inner))
                return "[" + ", ".join(self._literal(one, _bare(inner)) for one in value) + "]"
        return json.dumps(value, ensure_ascii=False)

    def _inside(self, value: object, kind: GraphQLInputType | None) -> str:
        if kind is not None and self._one_in(6):
            return self._variable(str(kind), value)
        return self._literal(value, _bare(kind))

    def _one_in(self, many: int) -> bool:
        return self.rng.randrange(many) == many - 1


def _drawn(made: GraphQLInputObjectType) -> Callable[[str], bool]:
    """Whether the world has rows of what a field of this filter is about."""

    def is_drawn(name: str) -> bool:
        kind = get_named_type(made.fields[name].type)
        compares = isinstance(kind, GraphQLInputObjectType) and "eq" in kind.fields
        return compares or kind.name.removesuffix("Filter").removesuffix("List") in specs()

    return is_drawn


LEFT_OUT = object()


def _bare(kind: GraphQLInputType | None) -> GraphQLInputType | None:
    return kind.of_type if isinstance(kind, GraphQLNonNull) else kind
