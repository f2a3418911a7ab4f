"""Percentiles that those who wait still do not make prettier: the product-limit estimate of Kaplan and Meier (1958).

Who waits still, or was closed without an answer, has waited *at least* so long. Of the leads that waited until a
moment, the share that was answered then is known; the product of what each such moment leaves over is the share that
waits longer: S(t) = Π (1 - 1 / those still waiting), over the answers until t. The median is the first t with
S(t) ≤ 1/2. Where nobody waits it is the plain one. Leads that lasted equally long are taken one by one, the answered
ones first.
"""

from collections.abc import Iterator, Sequence
from math import log

from sqlalchemy import ColumnElement, FromClause, SQLColumnExpression, case, func, select
from sqlalchemy import cast as as_type
from sqlalchemy.dialects.postgresql import DOUBLE_PRECISION

from saas.responses.times import SLICES

UNITS = ("wall", "business")
_SHARES = (0.5, 0.95)
_ALL_ANSWERED = 1e-300  # in place of 0, which has no logarithm
_AS_GOOD_AS = 1e-9


def curve(found: FromClause) -> FromClause:
    """The rows with the logarithm of S for each unit, `wall_left` and `business_left`, within each group."""
    group, columns = (found.c.key, found.c.folded), found.c
    places = [
        func.row_number().over(partition_by=group, order_by=(columns[f"{unit}_lasted"], columns[unit].is_(None)))
        .label(f"{unit}_place")
        for unit in UNITS
    ]  # fmt: skip
    placed = select(*columns, func.count().over(partition_by=group).label("many"), *places).subquery("placed")
    lefts = [_left(placed, unit).label(f"{unit}_left") for unit in UNITS]
    return select(*placed.c, *lefts).subquery("curve")


def _left(placed: FromClause, unit: str) -> ColumnElement[float]:
    place = placed.c[f"{unit}_place"]
    after = as_type(placed.c.many - place, DOUBLE_PRECISION)
    step = func.ln(func.greatest(after, _ALL_ANSWERED)) - func.ln(after + 1)
    answered = case((placed.c[unit].is_not(None), step), else_=0.0)
    return func.sum(answered).over(
        partition_by=(placed.c.key, placed.c.folded), order_by=place, rows=(None, 0)
    )  # fmt: skip


def spans(rows: FromClause) -> Sequence[SQLColumnExpression[object]]:
    """Of rows of a curve: what `saas.responses.queries` reads a `Span` of each unit from."""
    return [column for unit in UNITS for column in _span(rows, unit)]


def _span(rows: FromClause, unit: str) -> Iterator[SQLColumnExpression[object]]:
    took, left = rows.c[unit], rows.c[f"{unit}_left"]
    for share in _SHARES:
        name = f"{unit}_{round(share * 100)}"
        yield func.percentile_cont(share).within_group(took).label(name)
        there = took.is_not(None) & (left <= log(1 - share) + _AS_GOOD_AS)
        yield func.min(took).filter(there).label(f"{name}_of_all")
    yield func.max(rows.c[f"{unit}_lasted"]).label(f"{unit}_longest")
    for number, one in enumerate(SLICES):
        many = func.count().filter(*within(took, one.over, one.within))
        yield many.label(f"{unit}_slice_{number}")


def within(took: ColumnElement[int], over: int | None, most: int | None) -> Iterator[ColumnElement[bool]]:
    """That it was answered, after more than `over` seconds and at most so many."""
    yield took.is_not(None)
    if over is not None:
        yield took > over
    if most is not None:
        yield took <= most
