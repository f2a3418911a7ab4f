"""How many cells, how much memory, disk and connections so many companies need; the model beside what was measured."""

import argparse
import json
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from rich.console import Console
from rich.table import Table

from tenants.engine import TENANTS_A_CONNECTION
from tenants.prepared import HELD

MB: Final = 1_000_000
console = Console(stderr=True)

#: Measured with the product's own tables (48 of them, PostgreSQL 18), but for what is said otherwise.
CATALOG_A_TABLE: Final = 1_174_118 / 48  # bytes that the catalogs grow by for a table with its columns and indexes
EMPTY_A_TABLE: Final = 1_859_584 / 48  # bytes of a table without rows: the first pages of its indexes
FILES_A_TABLE: Final = 318 / 48  # heap, indexes, the table for long values and its index
BYTES_A_ROW: Final = 538  # with indexes, in a company of the demo with 22,745 rows
BARE_DATABASE: Final = 9.3 * MB  # what is there before the first company,
BARE_FILES: Final = 1_049
BACKEND: Final = 15.5 * MB  # a backend of its own before it meets a company
TOUCH: Final = 32_000  # bytes that it keeps for each table of each company, never given back
PLANS: Final = HELD * 130  # bytes a character of the reads that a connection keeps planned
TOUCH_15: Final = 25_500  # the same in PostgreSQL 15
RECOVERY_A_FILE: Final = 590 / 960_000  # seconds of crash recovery by default; `syncfs` is 5 s whatever their number
UPGRADE_MS: Final = 8.1  # a company and release: a column and an index
COMPARE_MS: Final = 31  # a company and night: its shape beside its revision's

SOFT: Final = 500  # companies a cell
HARD: Final = 1_000
LANES: Final = 4  # of a web process, KESHER_LANES
LANE_SIZE: Final = 4
WORKER: Final = 15  # connections of one worker

#: Not measured: to be replaced by what one's own companies do.
REQUESTS_A_PROCESS: Final = 100.0  # in a second, of a web process on a core of its own; `bin/bench graph` tells
SHARED_BUFFERS: Final = 0.25  # of a cell's memory, as PostgreSQL's manual advises
HOT: Final = 0.2  # of the data, which should lie in memory
RESERVE: Final = 1.3


@dataclass(frozen=True, slots=True)
class Wanted:
    """`rows` are of one company, `requests` those of all of them in a second at the busiest hour."""

    tenants: int
    tables: int = 48
    rows: int = 25_000
    requests: float = 0
    a_cell: int = SOFT


@dataclass(frozen=True, slots=True)
class Capacity:
    """Bytes, but for numbers of things; what stands behind `each` is of one cell."""

    cells: int
    web_processes: int
    connections_each: int
    backend: int
    memory_each: int
    memory_each_ungrouped: int
    disk_each: int
    files_each: int
    disk: int
    recovery_s_by_default: float
    upgrade_s_each: float
    night_s_each: float


def backend_bytes(tenants: int, tables: int, touch: int = TOUCH) -> float:
    """Of one backend that has met so many companies."""
    return BACKEND + tenants * tables * touch


def disk_bytes(tenants: int, tables: int, rows: int = 0) -> float:
    return BARE_DATABASE + tenants * (tables * (CATALOG_A_TABLE + EMPTY_A_TABLE) + rows * BYTES_A_ROW)


def files(tenants: int, tables: int) -> float:
    return BARE_FILES + tenants * tables * FILES_A_TABLE


def plan(wanted: Wanted) -> Capacity:
    """A group of web processes for each cell, told apart by the company's host name: a lane opens no connection before
    somebody of it comes. `memory_each_ungrouped` is where every process serves companies of every cell.
    """
    cells = max(1, math.ceil(wanted.tenants / min(wanted.a_cell, HARD)))
    each = math.ceil(wanted.tenants / cells)
    processes = max(1, math.ceil(wanted.requests / cells / REQUESTS_A_PROCESS))
    connections = processes * LANES * LANE_SIZE + WORKER
    backend = backend_bytes(min(TENANTS_A_CONNECTION, math.ceil(each / LANES)), wanted.tables) + PLANS
    disk = disk_bytes(each, wanted.tables, wanted.rows)
    hot = RESERVE * HOT * disk / (1 - SHARED_BUFFERS)
    ungrouped = max(processes, math.ceil(wanted.requests / REQUESTS_A_PROCESS)) * LANES * LANE_SIZE + WORKER
    return Capacity(
        cells=cells, web_processes=processes * cells, connections_each=connections, backend=round(backend),
        memory_each=round(hot + RESERVE * connections * backend), disk_each=round(disk),
        memory_each_ungrouped=round(hot + RESERVE * ungrouped * backend), files_each=round(files(each, wanted.tables)),
        disk=round(disk * cells), recovery_s_by_default=round(files(each, wanted.tables) * RECOVERY_A_FILE, 1),
        upgrade_s_each=round(each * UPGRADE_MS / 1000, 1), night_s_each=round(each * COMPARE_MS / 1000, 1),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Point:
    """What was measured, and what the model says of it."""

    what: str
    measured: float
    model: float

    @property
    def off(self) -> float:
        return self.model / self.measured - 1


POINTS: Final = (
    Point("backend after 1 company of 60 tables, MB (PostgreSQL 15)", 17, backend_bytes(1, 60, TOUCH_15) / MB),
    Point("after 100 of them", 201, backend_bytes(100, 60, TOUCH_15) / MB),
    Point("after 1,000", 1_556, backend_bytes(1_000, 60, TOUCH_15) / MB),
    Point("after 2,000", 3_070, backend_bytes(2_000, 60, TOUCH_15) / MB),
    Point("after 75 of 48 tables (PostgreSQL 18)", 130, backend_bytes(75, 48) / MB),
    Point("database of 20 companies, MB", 69.7, disk_bytes(20, 48) / MB),
    Point("of 60 companies", 190.6, disk_bytes(60, 48) / MB),
    Point("files of 20 companies", 7_409, files(20, 48)),
    Point("files of 60 companies", 20_131, files(60, 48)),
    Point("tables of a company of 22,745 rows, MB", 14.1, (48 * EMPTY_A_TABLE + 22_745 * BYTES_A_ROW) / MB),
    Point("crash recovery by default over 2,000 companies of 480 files, s", 590, 960_000 * RECOVERY_A_FILE),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tenants", type=int, default=10_000)
    parser.add_argument("--tables", type=int, default=48, help="of a company")
    parser.add_argument("--rows", type=int, default=25_000, help="of a company")
    parser.add_argument("--requests", type=float, default=3_000, help="of all in a second, at the busiest hour")
    parser.add_argument("--a-cell", type=int, default=SOFT, help=f"companies a cell; {HARD} at most")
    given = parser.parse_args()
    found = plan(Wanted(given.tenants, given.tables, given.rows, given.requests, given.a_cell))
    show(given.tenants, found)
    told = {name: getattr(found, name) for name in Capacity.__slots__}
    print(json.dumps({"bench": "capacity", **told, "furthest_off": round(max(abs(one.off) for one in POINTS), 3)}))


def show(tenants: int, found: Capacity) -> None:
    gigabytes: Callable[[float], str] = lambda size: f"{size / 1e9:,.1f} GB"  # noqa: E731 - of this table alone
    table = Table("", "", title=f"{tenants:,} companies")
    for name, value in (
        ("cells", f"{found.cells:,}"), ("web processes", f"{found.web_processes:,}"),
        ("connections of a cell", f"{found.connections_each:,}"),
        ("a backend at its largest", f"{found.backend / 1e6:,.0f} MB"),
        ("memory of a cell", gigabytes(found.memory_each)),
        ("memory, if each process served each cell", gigabytes(found.memory_each_ungrouped)),
        ("disk of a cell", gigabytes(found.disk_each)),
        ("files of a cell", f"{found.files_each:,}"), ("disk of all", gigabytes(found.disk)),
        ("crash recovery without syncfs", f"{found.recovery_s_by_default:,.0f} s"),
        ("a release, a cell", f"{found.upgrade_s_each:,.0f} s"),
        ("the nightly comparison, a cell", f"{found.night_s_each:,.0f} s"),
    ):  # fmt: skip
        table.add_row(name, value)
    console.print(table)
    points = Table("measured", "was", "model", "off", title="The model beside what was measured")
    for one in POINTS:
        points.add_row(one.what, f"{one.measured:,.1f}", f"{one.model:,.1f}", f"{one.off:+.0%}")
    console.print(points)


if __name__ == "__main__":
    main()
