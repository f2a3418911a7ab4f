"""The refused rows of an import as CSV: as they were, then file, line and reason; harmless in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Sequence

from saas.imports.reading import Table

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
_HARMLESS = frozenset("0123456789.,()- +")


def write_refused(tables: Sequence[tuple[Table, dict[int, str]]], heads: tuple[str, str, str]) -> str:
    """`tables` with the reason of each refused line; `heads` name the columns of file, line and reason.

    A table's own header stands above its rows. The text begins with a mark by which spreadsheets know UTF-8.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    for table, reasons in tables:
        if not reasons:
            continue
        writer.writerow(_safe([*table.header, *heads]))
        for row in table.rows:
            if row.line in reasons:
                cells = [*row.cells, *[""] * (len(table.header) - len(row.cells))]
                writer.writerow(_safe([*cells, table.name, str(row.line), reasons[row.line]]))
    return "\ufeff" + out.getvalue()


def _safe(cells: Iterable[str]) -> list[str]:
    """A cell that a spreadsheet would compute begins with an apostrophe; a plain number is none."""
    return [f"'{cell}" if cell.startswith(_DANGEROUS) and not set(cell) <= _HARMLESS else cell for cell in cells]
