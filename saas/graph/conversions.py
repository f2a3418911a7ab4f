"""A list's sum in the company's currency: its amounts gathered by currency and day, each heap at its own rate.

The rate is looked up once a heap, not once a row; amounts in the company's own currency are one heap.
"""

from collections.abc import Iterable
from typing import Protocol

from graphql import SelectionSetNode
from sqlalchemy import Date, Text, column, table

from saas.graph.bindings import Converted, TableType
from saas.graph.declare import CURRENCY
from saas.graph.selection import Selector
from saas.graph.sql import CURRENCY as OWN
from saas.graph.sql import Binds, JsonText, Recipe, Scope

HEAP = table("heap", column("currency", Text), column("day", Date))
RATED = "sum(side.count-side.unrated)"
ORDER = "side.converted DESC NULLS LAST,side.currency"


class Speaker(Protocol):
    """The compiler, as much of it as a sum needs."""

    @property
    def selector(self) -> Selector: ...

    @property
    def binds(self) -> Binds: ...

    def money(self, sets: Iterable[SelectionSetNode], value: str, currency: str) -> str: ...


class ConvertedSum:
    def __init__(self, writer: Speaker, table: TableType, scope: Scope, converted: Converted) -> None:
        self.writer, self.table, self.scope = writer, table, scope
        self.amount, self.conversion = converted.amount, converted.conversion

    def sql(self, sets: Iterable[SelectionSetNode], condition: str) -> str:
        """The sum's JSON as one expression."""
        text = JsonText()
        text.say("{")
        for index, inner in enumerate(self.writer.selector.fields("ConvertedSum", sets)):
            text.key(inner.key, first=index == 0)
            if inner.name == "__typename":
                text.say('"ConvertedSum"')
            elif inner.name == "total":
                text.put(self._own(inner.sets, "round(coalesce(sum(side.converted),0),2)"))
            elif inner.name == "average":
                average = self._own(inner.sets, f"round(sum(side.converted)/{RATED},2)")
                text.put(f"CASE WHEN {RATED}>0 THEN {average} ELSE 'null' END")
            else:
                text.say("[")
                text.put(f"coalesce(string_agg({self._part(inner.sets)},',' ORDER BY {ORDER}),'')")
                text.say("]")
        text.say("}")
        return f"(SELECT {text.sql()} FROM ({self._sides(condition)}) side GROUP BY ())"  # one row, always

    def _own(self, sets: Iterable[SelectionSetNode], value: str) -> str:
        return self.writer.money(sets, value, f"%({OWN})s")

    def _part(self, sets: Iterable[SelectionSetNode]) -> str:
        text = JsonText()
        text.say("{")
        for index, inner in enumerate(self.writer.selector.fields("SumPart", sets)):
            text.key(inner.key, first=index == 0)
            if inner.name == "__typename":
                text.say('"SumPart"')
            elif inner.name == "sum":
                text.put(self.writer.money(inner.sets, "side.amount", "side.currency"))
            else:
                text.put(f"side.{inner.name}::text")
        text.say("}")
        return text.sql()

    def _sides(self, condition: str) -> str:
        """One row for each currency."""
        rate = self.conversion.rate(HEAP.c.currency, HEAP.c.day, CURRENCY, HEAP)
        rated = f"SELECT heap.*,{self.writer.binds.written(HEAP, rate)} AS rate FROM ({self._heaps(condition)}) heap"
        return (
            "SELECT currency,sum(amount) AS amount,sum(count) AS count,sum(amount*rate) AS converted,"
            f"coalesce(sum(count) FILTER (WHERE rate IS NULL),0) AS unrated FROM ({rated}) part GROUP BY currency"
        )

    def _heaps(self, condition: str) -> str:
        value, currency = self.scope(self.amount.amount), self.scope(self.amount.currency)
        day = self.writer.binds.render(Recipe(self.table.model, self.conversion.day, self.conversion.day), self.scope)
        return (
            f"SELECT {currency} AS currency,CASE WHEN {currency}<>%({OWN})s THEN {day} END AS day,"
            f"sum({value}) AS amount,count(*) AS count FROM {self.table.source} {self.scope.alias}"
            f" WHERE {condition} AND {value} IS NOT NULL AND {currency} IS NOT NULL GROUP BY 1,2"
        )
