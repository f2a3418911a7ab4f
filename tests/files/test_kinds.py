import io

import pytest

from saas.core.errors import Invalid
from saas.files.kinds import KINDS, find_kind, fitting
from saas.files.names import disposition, read_name
from tests.files.make import PAGE, PDF, PROGRAM, SVG, TEXT, bomb, packed, picture

DOCX = packed(Content="", word__document_xml="<w/>")
HELD = {
    "pdf": PDF, "png": picture(), "jpeg": picture("JPEG"), "gif": picture("GIF"), "webp": picture("WEBP"),
    "bmp": picture("BMP"), "tiff": picture("TIFF"), "docx": DOCX, "xlsx": packed(xl__workbook_xml="<w/>"),
    "pptx": packed(ppt__presentation_xml="<p/>"), "macros": packed(word__document_xml="", word__vbaProject_bin=""),
    "odt": packed(mimetype="application/vnd.oasis.opendocument.text"), "zip": packed(a_txt="a"),
    "ole": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "rtf": b"{\\rtf1 x}",
    "archive": b"\x1f\x8b\x08\x00\x00", "mp3": b"ID3\x03\x00\x00\x00", "script": b"#!/bin/sh",
    "mp4": b"\x00\x00\x00\x18ftypmp42\x00\x00", "heic": b"\x00\x00\x00\x18ftypheic\x00\x00",
    "html": PAGE, "svg": SVG, "program": PROGRAM, "text": TEXT, "unknown": b"\x01\x02\x03\x00\x04" * 20,
}  # fmt: skip


@pytest.mark.parametrize("name", HELD)
def test_what_a_file_holds_is_found_out_from_its_content(name: str) -> None:
    content = io.BytesIO(HELD[name])
    assert find_kind(content).name == name
    assert content.tell() == 0


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"MZ Industries sends its regards", "text"),
        (b"BM is short for Bill of Material", "text"),
        (b"PK\x03\x04 is not an archive", "zip"),
        (b"#!/bin/sh\nrm -rf /\n", "script"),
        (b"\x7fELF\x02\x01\x01", "program"),
        (packed(META__INF="x") + b"", "zip"),
        ("שם;סכום\n".encode("cp1255"), "text"),
        ("name\tvalue\n".encode("utf-16"), "text"),
        ("<html>".encode("utf-16"), "html"),
        (b"\xef\xbb\xbf \n<!DOCTYPE HTML>", "html"),
        (b"GIF89a/*<svg onload=alert(1)>", "gif"),
        (bomb(), "png"),
    ],
)
def test_it_is_not_taken_in(content: bytes, name: str) -> None:
    assert find_kind(io.BytesIO(content)).name == name


@pytest.mark.parametrize(
    ("name", "kind", "becomes", "served"),
    [
        ("a.pdf", "pdf", "a.pdf", "pdf"),
        ("a.JPG", "jpeg", "a.JPG", "jpeg"),
        ("a", "pdf", "a", "pdf"),
        ("a.dwg", "unknown", "a.dwg", "unknown"),
        ("a.csv", "text", "a.csv", "text"),
        ("a.xml", "svg", "a.xml", "text"),
        ("a.txt", "html", "a.txt", "text"),
        ("a.html", "html", "a.html", "html"),
        ("a.html", "text", "a.html", "html"),
        ("a.bat", "text", "a.bat", "script"),
        ("a.sh", "script", "a.sh", "script"),
        ("a.txt", "script", "a.txt", "text"),
        ("a.exe", "program", "a.exe", "program"),
        ("a.exe", "zip", "a.exe", "program"),
        ("a.doc", "rtf", "a.doc", "rtf"),
        ("a.jpg", "png", "a.png", "png"),
        ("a.docx", "zip", "a.zip", "zip"),
        ("a.b.doc", "docx", "a.b.docx", "docx"),
    ],
)
def test_a_name_that_fits_stays_and_one_that_errs_is_corrected(name: str, kind: str, becomes: str, served: str) -> None:
    given, held, remark = fitting(name, KINDS[kind], locale="en")
    assert (given, held.name, remark is not None) == (becomes, served, name != becomes)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.pdf", "program"), ("a.pdf", "html"), ("a.png", "svg"), ("a.docx", "macros"), ("a.jpg", "unknown"),
     ("a.png", "text"), ("a.txt", "program"), ("a.zip", "program"), ("a.svg", "program")],
)  # fmt: skip
def test_a_name_that_hides_something_is_refused(name: str, kind: str) -> None:
    with pytest.raises(Invalid) as refused:
        fitting(name, KINDS[kind], locale="en")
    assert (refused.value.code, refused.value.field) == ("LYING_FILE", "file")


def test_what_does_something_is_never_shown_inline() -> None:
    assert not [kind.name for kind in KINDS.values() if kind.inline and kind.active]
    assert {kind.name for kind in KINDS.values() if kind.inline} == {"pdf", "png", "jpeg", "gif", "webp"}


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("offer.pdf", "offer.pdf"),
        ("C:\\Users\\dana\\offer.pdf", "offer.pdf"),
        ("../../etc/passwd", "passwd"),
        ("הצעה מחיר.pdf", "הצעה מחיר.pdf"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("a\r\nb\x00\u200b.txt", "a b.txt"),
        ('a<b>:"c|?*.txt', "a_b_c_.txt"),
        ("...hidden. ", "hidden"),
        ("CON.txt", "_CON.txt"),
        ("x" * 500 + ".pdf", "x" * 176 + ".pdf"),
    ],
)
def test_a_name_is_made_harmless(said: str, name: str) -> None:
    assert read_name(said) == name


@pytest.mark.parametrize("said", ["", "  ", "\u202e", "///", "...", "a/"])
def test_nothing_is_no_name(said: str) -> None:
    with pytest.raises(Invalid):
        read_name(said)


def test_a_name_of_any_script_is_said_whole_and_plain() -> None:
    assert disposition('הצעה "א".pdf', inline=False) == (
        "attachment; filename=\"____ ___.pdf\"; filename*=UTF-8''%D7%94%D7%A6%D7%A2%D7%94%20%22%D7%90%22.pdf"
    )
    assert disposition("a%20b.pdf", inline=True) == "inline; filename=\"a_20b.pdf\"; filename*=UTF-8''a%2520b.pdf"
