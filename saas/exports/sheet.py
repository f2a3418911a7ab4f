"""Rows as a file: CSV as spreadsheets read it, or XLSX."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from tempfile import TemporaryFile

import xlsxwriter

from saas.exports.model import ExportFormat

Cell = str | int | Decimal | bool | None
Row = Sequence[Cell]

LONGEST = 32_767  # characters in a cell, by the format of XLSX
_NUMBER = re.compile(r"[+-][\d .()x-]+")
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def write_csv(head: Sequence[str], rows: Iterable[Row], *, right_to_left: bool) -> bytes:  # noqa: ARG001  CSV has no direction
    """UTF-8 with a mark, so that Hebrew and Arabic open rightly; a text that a program would run is marked as text."""
    written = io.StringIO(newline="")
    sheet = csv.writer(written)
    sheet.writerow([_harmless(title) for title in head])
    sheet.writerows([_harmless(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + written.getvalue().encode()


def write_xlsx(head: Sequence[str], rows: Iterable[Row], *, right_to_left: bool) -> bytes:
    """Numbers are numbers, texts are texts whatever they begin with; the head stays in view."""
    with TemporaryFile() as file:
        book = xlsxwriter.Workbook(file, {"constant_memory": True})
        sheet, bold = book.add_worksheet(), book.add_format({"bold": True})
        if right_to_left:
            sheet.right_to_left()
        sheet.freeze_panes(1, 0)
        for column, title in enumerate(head):
            sheet.write_string(0, column, title, bold)
        for number, row in enumerate(rows, start=1):
            for column, cell in enumerate(row):
                _put(sheet, number, column, cell)
        book.close()
        file.seek(0)
        return file.read()


WRITERS: dict[ExportFormat, Callable[..., bytes]] = {ExportFormat.CSV: write_csv, ExportFormat.XLSX: write_xlsx}


def _put(sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, cell: Cell) -> None:
    if isinstance(cell, bool):
        sheet.write_boolean(row, column, cell)
    elif isinstance(cell, int | Decimal):
        sheet.write_number(row, column, cell)
    elif cell is not None:
        sheet.write_string(row, column, cell[:LONGEST])


def _harmless(cell: Cell) -> Cell:
    """A telephone number is no formula that does anything."""
    if isinstance(cell, str) and cell.startswith(_FORMULAS) and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell
