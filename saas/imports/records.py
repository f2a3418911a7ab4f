"""The rows of one file -> records of clean values by field; cells that do not parse refuse their row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from saas.core.errors import Plural
from saas.core.texts import later
from saas.imports.columns import Read, file_order, reader
from saas.imports.countries import find_country, name_of
from saas.imports.dates import Order, decide
from saas.imports.numbers import currency_in, decimal_mark
from saas.imports.plan import Origin, Plan, Refused
from saas.imports.reading import Row, Table
from saas.imports.targets import BY_PATH, Entity, Kind, Target
from saas.imports.values import parse_text


@dataclass(frozen=True, slots=True)
class Source:
    """A file with its mapping: the path of a target, or None, for each column."""

    position: int
    table: Table
    entity: Entity
    targets: Sequence[str | None]

    def header_of(self, field: str) -> str | None:
        path = f"{self.entity}.{field}"
        return self.table.header[self.targets.index(path)] if path in self.targets else None


@dataclass(frozen=True, slots=True)
class Record:
    """`values` has the fields whose cells are not empty: an empty cell never empties a field.

    `answers` are cells that are kept with the headers of their columns.
    """

    origin: Origin
    values: Mapping[str, object]
    answers: Sequence[tuple[str, str]] = ()

    def text(self, field: str) -> str | None:
        value = self.values.get(field)
        return value if isinstance(value, str) else None


@dataclass(frozen=True, slots=True)
class _Column:
    position: int
    header: str
    target: Target
    read: Read


_WRONG = {
    Kind.NUMBER: ("NOT_A_NUMBER", later("This is not a number.")),
    Kind.WHOLE: ("NOT_A_WHOLE_NUMBER", later("This is not a whole number.")),
    Kind.DATE: ("NOT_A_DATE", later("This is not a date.")),
    Kind.EMAIL: ("NOT_AN_EMAIL", later("This is not an e-mail address.")),
    Kind.CURRENCY: ("NOT_A_CURRENCY", later("This is not the code of a currency.")),
    Kind.FLAG: ("NOT_YES_OR_NO", later("This is neither yes nor no.")),
    Kind.LANGUAGE: ("NOT_A_LANGUAGE", later("This is not a language.")),
}
_BROKEN = {
    "ROW_UNREADABLE": later("This row does not parse: a quotation mark stands where none may be."),
    "ROW_WIDTH": later("This row has %(cells)s cells, the header has %(columns)s."),
}
_ORDERS = {
    Order.DAY_FIRST: ("DATES_DAY_FIRST", later("%(column)s is read with the day before the month.")),
    Order.MONTH_FIRST: ("DATES_MONTH_FIRST", later("%(column)s is read with the month before the day.")),
}
_ASSUMED = {
    Order.DAY_FIRST: (
        "DATES_DAY_ASSUMED",
        later("Nothing in %(column)s tells day from month: the day is read first, as is usual here."),
    ),
    Order.MONTH_FIRST: (
        "DATES_MONTH_ASSUMED",
        later("Nothing in %(column)s tells day from month: the month is read first, as is usual here."),
    ),
}


def read_records(source: Source, plan: Plan) -> list[Record]:
    columns = _columns(source, plan)
    records: list[Record] = []
    for row in source.table.rows:
        origin = Origin(source.position, row.line)
        if row.broken:
            params = {"cells": len(row.cells), "columns": len(source.table.header)}
            plan.refuse(origin, row.broken, _BROKEN[row.broken], **params)
        elif (values := _values(row, columns, (origin, plan))) is not None:
            records.append(Record(origin, values, _answers(row, columns)))
    return records


def _columns(source: Source, plan: Plan) -> list[_Column]:
    mapped = [(position, BY_PATH[path]) for position, path in enumerate(source.targets) if path is not None]
    cells = {position: list(source.table.column(position)) for position, _ in mapped}
    decisions = {position: decide(cells[position]) for position, target in mapped if target.kind is Kind.DATE}
    habits = replace(plan.habits, order=file_order(list(decisions.values())) or plan.habits.order)
    for position, decision in decisions.items():
        if decision.needed:
            told = _ASSUMED if file_order(list(decisions.values())) is None and decision.order is None else _ORDERS
            code, message = told[decision.order or habits.order]
            plan.note(code, message, column=source.table.header[position])
    for position, target in mapped:
        if target.kind is Kind.NUMBER and decimal_mark(cells[position]) == ",":
            message = later("In %(column)s the comma is the decimal mark.")
            plan.note("DECIMAL_COMMA", message, column=source.table.header[position])
    return [
        _Column(position, source.table.header[position], target, reader(target.kind, cells[position], habits))
        for position, target in mapped
    ]


def _values(row: Row, columns: Sequence[_Column], told: tuple[Origin, Plan]) -> dict[str, object] | None:
    """None when a cell refuses the row."""
    origin, plan = told
    values: dict[str, object] = {}
    for column in columns:
        cell = row.cells[column.position]
        if not cell or column.target.many:
            continue
        value = column.read(cell)
        if value is None and column.target.kind in _WRONG:
            code, message = _WRONG[column.target.kind]
            plan.refused.append(Refused(origin, code, message, column.header, cell))
            return None
        _tell(column, cell, plan, understood=value is not None)
        values[column.target.field] = parse_text(cell) if value is None else value
        if column.target.kind is Kind.NUMBER and (named := currency_in(cell)) is not None:
            values.setdefault("currency", named)
    return values


def _answers(row: Row, columns: Sequence[_Column]) -> Sequence[tuple[str, str]]:
    cells = [(each.header, row.cells[each.position].strip()) for each in columns if each.target.many]
    return [(question or "?", said) for question, said in cells if said]


def _tell(column: _Column, cell: str, plan: Plan, *, understood: bool) -> None:
    """What cannot be read as a telephone number, a web address or a country is worth keeping as it is."""
    if not understood:
        message = Plural(
            "%(count)s value of %(column)s could not be understood and was kept as written: %(samples)s.",
            "%(count)s values of %(column)s could not be understood and were kept as written: %(samples)s.",
        )
        plan.note("KEPT_AS_WRITTEN", message, sample=cell, column=column.header)
    elif column.target.kind is Kind.COUNTRY and (match := find_country(cell)) is not None and match.near:
        near_miss(plan, column.header, cell, name_of(match.found))


def near_miss(plan: Plan, column: str, cell: str, meant: str) -> None:
    message = Plural(
        "%(count)s value of %(column)s was taken for the known name that it nearly is: %(samples)s.",
        "%(count)s values of %(column)s were taken for the known names that they nearly are: %(samples)s.",
    )
    plan.note("NEAR_MISS", message, sample=f"{cell} = {meant}", column=column)
