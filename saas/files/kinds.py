"""What a file holds, found out from its content: our own strict table, and a library's opinion for the rest.

A name is compared with it. What only carries another kind's ending is given the right one; what hides something that
can be executed behind a harmless ending is refused.
"""

import zipfile
from dataclasses import dataclass
from typing import IO, Final

import puremagic

from saas.core.errors import Invalid
from saas.core.texts import later, say

HEAD: Final = 65_536


@dataclass(frozen=True, slots=True)
class Kind:
    """`inline` kinds are shown by browsers without danger; `active` ones do something where they are opened."""

    name: str
    said: str
    media_type: str
    endings: tuple[str, ...]
    inline: bool = False
    active: bool = False


_OPEN_XML = "application/vnd.openxmlformats-officedocument"
_ODF = "application/vnd.oasis.opendocument"
_TEXTS = (
    "txt", "csv", "tsv", "md", "json", "log", "ics", "vcf", "eml", "xml", "yaml", "yml", "ini", "sql", "tex", "srt",
)  # fmt: skip

_PROGRAMS = (
    "exe", "dll", "com", "scr", "msi", "lnk", "jar", "app", "apk", "elf", "bin", "cpl", "pif", "class", "so", "dylib",
    "wasm", "iso",
)  # fmt: skip
_SCRIPTS = ("bat", "cmd", "ps1", "vbs", "js", "jse", "wsf", "hta", "sh", "py", "reg", "scf", "url")
_PACKED = ("gz", "tgz", "7z", "rar", "tar", "bz2", "xz")

KINDS: Final = {
    kind.name: kind
    for kind in (
        Kind("pdf", later("a PDF document"), "application/pdf", ("pdf",), inline=True),
        Kind("png", later("a picture"), "image/png", ("png",), inline=True),
        Kind("jpeg", later("a picture"), "image/jpeg", ("jpg", "jpeg", "jpe", "jfif"), inline=True),
        Kind("gif", later("a picture"), "image/gif", ("gif",), inline=True),
        Kind("webp", later("a picture"), "image/webp", ("webp",), inline=True),
        Kind("bmp", later("a picture"), "image/bmp", ("bmp",)),
        Kind("tiff", later("a picture"), "image/tiff", ("tif", "tiff")),
        Kind("heic", later("a picture"), "image/heic", ("heic", "heif", "avif")),
        Kind("docx", later("an office document"), f"{_OPEN_XML}.wordprocessingml.document", ("docx", "dotx")),
        Kind("xlsx", later("an office document"), f"{_OPEN_XML}.spreadsheetml.sheet", ("xlsx", "xltx")),
        Kind("pptx", later("an office document"), f"{_OPEN_XML}.presentationml.presentation", ("pptx", "ppsx", "potx")),
        Kind("odt", later("an office document"), f"{_ODF}.text", ("odt", "ott")),
        Kind("ods", later("an office document"), f"{_ODF}.spreadsheet", ("ods", "ots")),
        Kind("odp", later("an office document"), f"{_ODF}.presentation", ("odp", "otp")),
        Kind("ole", later("an office document"), "application/x-ole-storage", ("doc", "xls", "ppt", "msg", "vsd")),
        Kind("rtf", later("an office document"), "application/rtf", ("rtf", "doc")),
        Kind(
            "macros", later("an office document with macros"), "application/octet-stream",
            ("docm", "xlsm", "pptm", "dotm", "xltm", "xlsb"), active=True,
        ),
        Kind("zip", later("an archive"), "application/zip", ("zip",)),
        Kind("archive", later("an archive"), "application/octet-stream", _PACKED),
        Kind("mp3", later("a recording"), "audio/mpeg", ("mp3",)),
        Kind("wav", later("a recording"), "audio/wav", ("wav",)),
        Kind("ogg", later("a recording"), "audio/ogg", ("ogg", "oga", "opus", "ogv")),
        Kind("mp4", later("a recording"), "video/mp4", ("mp4", "m4a", "m4v", "mov", "3gp")),
        Kind("webm", later("a recording"), "video/webm", ("webm", "mkv")),
        Kind("text", later("text"), "text/plain", _TEXTS),
        Kind("html", later("a web page"), "text/html", ("html", "htm", "xhtml", "mht", "shtml"), active=True),
        Kind("svg", later("a drawing that can run scripts"), "image/svg+xml", ("svg", "svgz"), active=True),
        Kind("script", later("a program"), "application/octet-stream", _SCRIPTS, active=True),
        Kind(
            "program", later("a program"), "application/octet-stream",
            _PROGRAMS, active=True,
        ),
        Kind("unknown", later("something unknown"), "application/octet-stream", ()),
    )
}  # fmt: skip

_SIGNATURES: Final = (
    (0, b"%PDF-", "pdf"), (0, b"\x89PNG\r\n\x1a\n", "png"), (0, b"\xff\xd8\xff", "jpeg"), (0, b"GIF87a", "gif"),
    (0, b"GIF89a", "gif"), (8, b"WEBP", "webp"), (8, b"WAVE", "wav"), (0, b"II*\x00", "tiff"), (0, b"MM\x00*", "tiff"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"), (0, b"{\\rtf", "rtf"), (0, b"\x1f\x8b", "archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "archive"), (0, b"Rar!\x1a\x07", "archive"), (0, b"BZh", "archive"),
    (0, b"\xfd7zXZ\x00", "archive"), (257, b"ustar", "archive"), (0, b"ID3", "mp3"), (0, b"\xff\xfb", "mp3"),
    (0, b"\xff\xf3", "mp3"), (0, b"OggS", "ogg"), (0, b"\x1aE\xdf\xa3", "webm"), (0, b"MZ", "program"),
    (0, b"\x7fELF", "program"), (0, b"\xca\xfe\xba\xbe", "program"), (0, b"\xcf\xfa\xed\xfe", "program"),
    (0, b"\xce\xfa\xed\xfe", "program"), (0, b"\xfe\xed\xfa", "program"), (0, b"#!", "script"),
    (0, b"L\x00\x00\x00\x01\x14\x02\x00", "program"), (0, b"\x00asm", "program"), (0, b"BM", "bmp"),
)  # fmt: skip
_RIFF: Final = frozenset({"webp", "wav"})
_PICTURES: Final = (b"heic", b"heix", b"mif1", b"msf1", b"hevc", b"avif", b"heim")
_PAGES: Final = (b"<html", b"<!doctype html", b"<script", b"<body", b"<iframe", b"<head", b"<?php", b"javascript:")
_SECOND: Final = {
    kind.media_type: kind.name for kind in KINDS.values() if kind.media_type.startswith(("audio", "video"))
}
_ENOUGH: Final = 0.8
_SHORT: Final = 4  # such a mark also begins sentences


def find_kind(content: IO[bytes]) -> Kind:
    """Reads the beginning, of an archive also its index; leaves the reader at the start."""
    content.seek(0)
    head = content.read(HEAD)
    name = _signed(head) or _boxed(head) or _text(head) or _second_opinion(head)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        name = _packed(content)
    content.seek(0)
    return KINDS[name]


def fitting(name: str, kind: Kind, *, locale: str) -> tuple[str, Kind, str | None]:
    """The name that the file gets, its kind, and a remark where the name was changed. Refuses one that lies."""
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    claimed = [known for known in KINDS.values() if ending in known.endings]
    if not claimed or kind in claimed:
        return name, kind, None
    if kind.name == "text":
        if any(known.active for known in claimed):
            return name, next(known for known in claimed if known.active), None
    elif kind.name in {"html", "svg", "script"} and claimed == [KINDS["text"]]:
        return name, KINDS["text"], None
    if all(known.active for known in claimed) and not kind.active:
        return name, claimed[0], None
    if kind.active or kind.name in {"unknown", "text"}:
        raise Invalid("LYING_FILE", "%(name)s is not what its name says: it holds %(kind)s.", "file",
                      name=name, kind=say(kind.said, locale))  # fmt: skip
    right = f"{name.rpartition('.')[0]}.{kind.endings[0]}"
    remark = later("The file holds %(kind)s, so its name was changed to %(name)s.")
    return right, kind, say(remark, locale, kind=say(kind.said, locale), name=right)


def _signed(head: bytes) -> str | None:
    for offset, mark, name in _SIGNATURES:
        if head[offset : offset + len(mark)] == mark and (name not in _RIFF or head.startswith(b"RIFF")):
            by_chance = len(mark) < _SHORT and mark != b"#!" and _text(head) is not None
            return None if by_chance else name
    return None


def _boxed(head: bytes) -> str | None:
    """The family of MP4: a first box of the type `ftyp`, and its brand."""
    if head[4:8] != b"ftyp":
        return None
    return "heic" if head[8:12] in _PICTURES else "mp4"


def _text(head: bytes) -> str | None:
    """Text in UTF-8, UTF-16 or an older code page; a web page or a drawing where it has their marks."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "replace").encode()
    elif any(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head):  # noqa: PLR2004  ASCII's control characters
        return None
    lower = head.lower().lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"<svg" in lower[:4096]:
        return "svg"
    if any(mark in lower[:4096] for mark in _PAGES):
        return "html"
    return "text"


def _packed(content: IO[bytes]) -> str:
    try:
        with zipfile.ZipFile(content) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 100:  # noqa: PLR2004  such a type is shorter
                said = archive.read("mimetype").decode("ascii", "replace").strip()
                return next(
                    (n for n in ("odt", "ods", "odp") if KINDS[n].media_type == said.split("-template")[0]), "zip"
                )
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError):
        return "zip"
    if "META-INF/MANIFEST.MF" in names or "AndroidManifest.xml" in names:
        return "program"
    if any(name.endswith(("vbaProject.bin", "xl/workbook.bin")) for name in names):
        return "macros"
    folders = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "ppt/presentation.xml": "pptx"}
    return next((kind for part, kind in folders.items() if part in names), "zip")


def _second_opinion(head: bytes) -> str:
    """Of recordings alone: whatever else the library thinks it is, we do not know it well enough to say so."""
    try:
        found = puremagic.magic_string(head)
    except (puremagic.PureError, ValueError):
        return "unknown"
    best = next((each for each in found if each.confidence >= _ENOUGH), None)
    return _SECOND.get(best.mime_type, "unknown") if best is not None else "unknown"
