"""A CSV file -> a table: delimiter, header and rows, each with the line it starts on; a broken row is told."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from saas.core.errors import Invalid
from saas.imports.encoding import decode

MAX_BYTES = 50 * 1024 * 1024
MAX_ROWS = 200_000
MAX_COLUMNS = 200
_DELIMITERS = (",", ";", "\t", "|")
_SAMPLE_LINES = 200
_FORMULA = ("'=", "'+", "'-", "'@")


@dataclass(frozen=True, slots=True)
class Row:
    """A record: `line` is where it starts (a quoted cell may span lines), `broken` why it does not parse."""

    line: int
    cells: tuple[str, ...]
    broken: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    name: str
    encoding: str
    delimiter: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]

    def column(self, position: int) -> Iterator[str]:
        """The cells of a column that are not empty, of the rows that parse."""
        return (row.cells[position] for row in self.rows if not row.broken and row.cells[position])


def read_table(name: str, content: bytes) -> Table:
    """The table in a file; `Invalid` (field `files`) says what the file is instead."""
    text, encoding = _text(name, content)
    lines = list(io.StringIO(text, newline=""))
    skip, delimiter = _delimiter(lines)
    records = [row for row in _records(lines, delimiter, skip) if row.broken or any(row.cells)]
    if not records:
        raise Invalid("FILE_EMPTY", "%(file)s is empty.", "files", file=name)
    header = records[0].cells
    _check(name, records)
    rows = tuple(_fit(row, len(header)) for row in records[1:])
    return Table(name, encoding, delimiter, header, rows)


def _text(name: str, content: bytes) -> tuple[str, str]:
    if len(content) > MAX_BYTES:
        raise Invalid(
            "FILE_TOO_LARGE", "%(file)s is larger than %(limit)s MB.", "files", file=name, limit=MAX_BYTES // 1024**2
        )
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise Invalid(
            "FILE_IS_WORKBOOK", "%(file)s is a workbook or an archive: save each sheet as CSV.", "files", file=name
        )
    if not content.strip():
        raise Invalid("FILE_EMPTY", "%(file)s is empty.", "files", file=name)
    decoded = decode(content)
    if decoded is None:
        raise Invalid("FILE_NOT_TEXT", "%(file)s is not a CSV file: it is not text.", "files", file=name)
    return decoded


def _delimiter(lines: list[str]) -> tuple[int, str]:
    """How many lines to skip and what separates cells: what Excel's `sep=` line says, else what is most even."""
    if lines and lines[0].lower().startswith("sep=") and len(lines[0].rstrip("\r\n")) == len("sep=;"):
        return 1, lines[0][4]
    return 0, max(_DELIMITERS, key=lambda each: _evenness(lines[:_SAMPLE_LINES], each))


def _evenness(lines: list[str], delimiter: str) -> tuple[float, int]:
    """The share of records as wide as most are, 0 when that is one cell; then that width."""
    widths = Counter(len(row.cells) for row in _records(lines, delimiter, 0) if any(row.cells))
    if not widths:
        return 0.0, 0
    width, often = widths.most_common(1)[0]
    return (often / widths.total(), width) if width > 1 else (0.0, 0)


def _records(lines: list[str], delimiter: str, start: int) -> Iterator[Row]:
    """Records with the line they start on; after one that does not parse, reading goes on with the line below it."""
    while start < len(lines):
        reader = csv.reader(lines[start:], delimiter=delimiter, strict=True)
        first = start
        try:
            for cells in reader:
                yield Row(first + 1, tuple(_clean(cell) for cell in cells))
                first = start + reader.line_num
        except csv.Error:
            yield Row(first + 1, (lines[first].rstrip("\r\n"),), "ROW_UNREADABLE")
            start = first + 1
        else:
            return


def _clean(cell: str) -> str:
    """A cell without what is not its value: space, direction marks, the apostrophe that stops a formula."""
    cell = cell.strip(" \t\r\n\f\v\u00a0\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff")
    return cell[1:] if cell.startswith(_FORMULA) else cell


def _check(name: str, records: list[Row]) -> None:
    header = records[0]
    if header.broken:
        raise Invalid("FILE_NOT_CSV", "The first line of %(file)s does not parse as CSV.", "files", file=name)
    if len(header.cells) > MAX_COLUMNS:
        raise Invalid(
            "FILE_TOO_WIDE", "%(file)s has more than %(limit)s columns.", "files", file=name, limit=MAX_COLUMNS
        )
    if len(records) == 1:
        raise Invalid("FILE_HEADER_ONLY", "%(file)s has a header and no rows.", "files", file=name)
    if len(records) - 1 > MAX_ROWS:
        raise Invalid("FILE_TOO_LONG", "%(file)s has more than %(limit)s rows.", "files", file=name, limit=MAX_ROWS)


def _fit(row: Row, width: int) -> Row:
    """The row as wide as the header: empty cells at its end may be more; a cell too many or too few breaks it."""
    if row.broken or len(row.cells) == width:
        return row
    if len(row.cells) > width and not any(row.cells[width:]):
        return Row(row.line, row.cells[:width])
    return Row(row.line, row.cells, "ROW_WIDTH")
