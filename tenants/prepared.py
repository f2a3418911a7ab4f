"""Reads that Postgres plans once for a tenant on a connection: SQL's own PREPARE and EXECUTE.

Names in a prepared statement are looked up on the path that the guard has set, and Postgres looks again where that path
is another one. So each tenant has statements of its own, and one that were executed behind another tenant's guard could
only read that tenant's rows. Rights are asked at each EXECUTE, of the role that the guard has taken.
"""

import re
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import psycopg2
from psycopg2 import errors

HELD: Final = 400_000
"""Characters of all the statements that a connection holds. A plan takes 120 to 140 bytes for each: 50 MB."""
LONGEST: Final = 20_000
"""Of one that is planned to stay. Our own client's longest has 7,500; what is longer takes megabytes."""
USES: Final = 3
"""How often a connection sends a statement for a tenant as text before a plan that stays is worth its memory."""
WATCHED: Final = 300
LOST: Final = (errors.InvalidSqlStatementName, errors.DuplicatePreparedStatement, errors.FeatureNotSupported)
"""What the server says where another than we stands between us and our statements, or a result has another type."""

_TYPE: Final = r"[A-Za-z_]+(?: WITH(?:OUT)? TIME ZONE| PRECISION| VARYING)?(?:\(\d+(?:, *\d+)?\))?(?:\[\])?"
_HOLE: Final = re.compile(rf"%(?:%|\((\w+)\)s(?:::({_TYPE}))?)")


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """A read with holes of the form `%(name)s`.

    `constants` and `shapes` are filled in before Postgres plans; each value of the shapes has its own plan. `kinds`
    tells the type of a hole whose place in the text does not.
    """

    text: str
    constants: frozenset[str] = frozenset()
    shapes: tuple[str, ...] = ()
    kinds: Mapping[str, str] = field(default_factory=dict)
    _prepare: str = field(init=False, default="")
    _execute: str = field(init=False, default="")

    def __post_init__(self) -> None:
        places: dict[tuple[str, str], int] = {}

        def place(found: re.Match[str]) -> str:
            name, kind = found[1], found[2]
            if name is None or name in self.constants or name in self.shapes:
                return found[0]
            key = (name, kind or self.kinds.get(name, "unknown"))
            number = places.setdefault(key, len(places) + 1)
            return f"${number}::{kind}" if kind else f"${number}"

        body = _HOLE.sub(place, self.text)
        kinds = f"({','.join(kind for _name, kind in places)})" if places else ""
        values = ",".join(f"%({name})s" + ("" if kind == "unknown" else f"::{kind}") for name, kind in places)
        object.__setattr__(self, "_prepare", f"{kinds} AS {body};")
        object.__setattr__(self, "_execute", f"({values})" if values else "")

    def prepare(self, name: str) -> str:
        return f"PREPARE {name}{self._prepare}{self.execute(name)}"

    def execute(self, name: str) -> str:
        return f"EXECUTE {name}{self._execute}"


Key = tuple[str, Statement, tuple[object, ...]]


class Prepared:
    """What one connection has prepared; what rested longest makes room. Whoever can ask must not be able to fill the
    server's memory by asking, so room is by length.
    """

    __slots__ = ("_count", "_held", "_names", "_new", "_seen", "_stale")

    def __init__(self) -> None:
        self._names: OrderedDict[Key, str] = OrderedDict()
        self._seen: OrderedDict[Key, int] = OrderedDict()
        self._new: tuple[Key, str] | None = None
        self._stale = ""
        self._count = 0
        self._held = 0

    def message(self, namespace: str, statement: Statement, params: Mapping[str, object]) -> str:
        """What is sent behind the guard; `settle` is told what came of it."""
        if len(statement.text) > LONGEST:
            return statement.text
        key = (namespace, statement, tuple([params[name] for name in statement.shapes]))
        name = self._names.get(key)
        if name is not None:
            self._names.move_to_end(key)
            return statement.execute(name)
        if self._is_rare(key):
            return statement.text
        self._count += 1
        name = f"kesher_{self._count}"
        self._new = key, name
        return self._stale + statement.prepare(name)

    def settle(self, error: BaseException | None = None) -> None:
        """After a failure nobody knows what the server holds: all of it is given back with the next statement."""
        new, self._new = self._new, None
        if error is None:
            if new is not None:
                self._keep(*new)
        elif new is not None or isinstance(error, LOST):
            self._names.clear()
            self._held, self._stale = 0, "DEALLOCATE ALL;"

    def _keep(self, key: Key, name: str) -> None:
        self._names[key], self._stale = name, ""
        self._held += len(key[1].text)
        while self._held > HELD:
            (_, oldest, _), its_name = self._names.popitem(last=False)
            self._held -= len(oldest.text)
            self._stale += f"DEALLOCATE {its_name};"

    def _is_rare(self, key: Key) -> bool:
        uses = self._seen.pop(key, 0) + 1
        if uses >= USES:
            return False
        self._seen[key] = uses
        if len(self._seen) > WATCHED:
            self._seen.popitem(last=False)
        return True


def is_lost(error: psycopg2.Error) -> bool:
    """Whether the statement was never run, for want of what was prepared before."""
    return isinstance(error, LOST)
