"""Reads that a capability asks again and again: compiled once in a process, and planned once by Postgres.

    KEPT = Look(select(Submission.id).where(Submission.external_id == bindparam("external_id", type_=Text())))
    work.look(KEPT, {"external_id": "1"})

Values that the statement itself names, such as those of a choice, are part of the plan. No policy is added to it.
"""

from collections.abc import Mapping

from sqlalchemy import Select
from sqlalchemy.orm import Session

from saas.core.writing import DIALECT
from tenants.engine import run_within
from tenants.prepared import Statement

Row = tuple[object, ...]


class Look:
    """`named` are the rows' columns, in their order; the holes are `bindparam`s with a type."""

    def __init__(self, named: Select[*tuple[object, ...]]) -> None:
        compiled = named.compile(dialect=DIALECT)
        holes = {name for name, bind in compiled.binds.items() if bind.required}
        self._constants = {name: value for name, value in compiled.params.items() if name not in holes}
        self._statement = Statement(str(compiled), frozenset(self._constants))
        types = [column.type.dialect_impl(DIALECT) for column in named.selected_columns]
        self._makers = [type_.result_processor(DIALECT, None) for type_ in types]

    def read(self, session: Session, given: Mapping[str, object]) -> list[Row]:
        rows = run_within(session, self._statement, {**self._constants, **given})
        return [self._made(row) for row in rows]

    def _made(self, row: Row) -> Row:
        return tuple([value if maker is None else maker(value) for maker, value in zip(self._makers, row, strict=True)])
