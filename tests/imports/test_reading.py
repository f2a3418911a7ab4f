# ruff: noqa: RUF001  Hebrew and Arabic letters are meant

import pytest

from saas.core.errors import Invalid
from saas.imports.reading import Row, read_table

HEBREW = "שם,טלפון\nדנה כהן,03-1234567\nיוסי לוי,04-7654321\n"
ARABIC = "الاسم,الهاتف\nمحمد علي,0791234567\nفاطمة حسن,0797654321\n"
WESTERN = "name;city\nRenée Müller;Zürich\nJosé Muñoz;Málaga\n"


@pytest.mark.parametrize(
    ("text", "encoding", "found"),
    [
        (HEBREW, "utf-8", "utf-8"),
        (HEBREW, "utf-8-sig", "utf-8-sig"),
        (HEBREW, "utf-16", "utf-16"),
        (WESTERN, "utf-16-le", "utf-16-le"),
        (WESTERN, "utf-16-be", "utf-16-be"),
        (HEBREW, "cp1255", "cp1255"),
        (ARABIC, "cp1256", "cp1256"),
        (WESTERN, "cp1252", "cp1252"),
    ],
)
def test_an_encoding_is_found_and_the_text_is_whole(text: str, encoding: str, found: str) -> None:
    table = read_table("people.csv", text.encode(encoding))
    assert table.encoding == found
    lines = [line.replace(";", ",").split(",") for line in text.splitlines()]
    assert [list(table.header), *([*row.cells] for row in table.rows)] == lines


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_delimiter_is_found_beside_others_in_the_cells(delimiter: str) -> None:
    rows = ["name", "note"], ["Acme", '"one, two; three"'], ["Zeta", '"a|b"']
    table = read_table("a.csv", "\n".join(delimiter.join(row) for row in rows).encode())
    assert (table.delimiter, table.rows[0].cells) == (delimiter, ("Acme", "one, two; three"))


def test_excels_own_line_names_the_delimiter() -> None:
    table = read_table("a.csv", b"sep=;\r\nname;price\r\nGTX;5,5\r\n")
    assert (table.header, table.rows) == (("name", "price"), (Row(3, ("GTX", "5,5")),))


def test_a_row_is_told_by_the_line_it_starts_on() -> None:
    table = read_table("a.csv", b'name,note\nA,"two\nlines"\n\nB,x\n')
    assert table.rows == (Row(2, ("A", "two\nlines")), Row(5, ("B", "x")))


def test_a_row_that_does_not_parse_does_not_take_others_with_it() -> None:
    table = read_table("a.csv", b'name,note\nA,"never closed\nB,x\nC,y,z\nD\nE,"x"y\nF,w,,\n')
    assert table.rows == (
        Row(2, ('A,"never closed',), "ROW_UNREADABLE"),
        Row(3, ("B", "x")),
        Row(4, ("C", "y", "z"), "ROW_WIDTH"),
        Row(5, ("D",), "ROW_WIDTH"),
        Row(6, ('E,"x"y',), "ROW_UNREADABLE"),
        Row(7, ("F", "w")),
    )


def test_cells_lose_what_is_not_their_value() -> None:
    table = read_table("a.csv", "name,note\n \u200fAcme\u00a0,'=1+1\n".encode())
    assert table.rows == (Row(2, ("Acme", "=1+1")),)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "FILE_EMPTY"),
        (b" \n\n,,\n", "FILE_EMPTY"),
        (b"name,price\n", "FILE_HEADER_ONLY"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0", "FILE_NOT_TEXT"),
        (bytes(range(256)) * 40, "FILE_NOT_TEXT"),
        (b"PK\x03\x04\x14\0\6\0", "FILE_IS_WORKBOOK"),
        (b'na"me"x","y\nA,b\n', "FILE_NOT_CSV"),
        (b",".join(b"c" for _ in range(201)) + b"\n1\n", "FILE_TOO_WIDE"),
        (b"name\n" + b"x\n" * 200_001, "FILE_TOO_LONG"),
        (b"x" * (50 * 1024 * 1024 + 1), "FILE_TOO_LARGE"),
    ],
)
def test_a_wrong_file_is_refused_by_what_it_is(content: bytes, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        read_table("wrong.csv", content)
    assert (refused.value.code, refused.value.field) == (code, "files")
