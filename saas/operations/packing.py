"""The file of a company: all of its tables, its files, and who its members are.

    NAME.kesher (a compressed tar)
    ├── manifest.json        which company, at which revision, when; rows and hash of each table
    ├── tables/NAME.copy
    ├── files/DIGEST         the content of attachments
    └── previews/DIGEST

Sessions, tokens and ways to sign in are people's and stay behind. The ids of records stay the same.
"""

import errno
import io
import re
import shutil
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Final, cast
from uuid import UUID

import orjson

from tenants.errors import BadArchive, NewerArchive
from tenants.sheets import Sheet

FORMAT: Final = 1
MANIFEST: Final = "manifest.json"
SETTINGS: Final = ("slug", "name", "currency", "locale", "time_zone", "week_start", "fiscal_start", "logo")
_EARLIER: Final = {"fiscal_start": 1, "logo": None}  # of an archive that was written before there were such
_BROKEN: Final = (tarfile.TarError, EOFError, OSError, zlib.error)
_TABLE: Final = re.compile(r"[a-z][a-z0-9_]*")  # a name becomes a file's, so it may not be a path


@dataclass(frozen=True, slots=True)
class Manifest:
    """`people` are the members who can sign in; `taken_at` is when the snapshot was, of one that was `suspended`."""

    id: UUID
    settings: dict[str, str | int | None]
    revision: str
    taken_at: datetime
    people: tuple[UUID, ...]
    sheets: tuple[Sheet, ...]
    suspended: bool = False

    @property
    def rows(self) -> int:
        return sum(sheet.rows for sheet in self.sheets)


def written(manifest: Manifest) -> bytes:
    return orjson.dumps({"format": FORMAT, **asdict(manifest)})


def add(packed: tarfile.TarFile, name: str, content: bytes) -> None:
    entry = tarfile.TarInfo(name)
    entry.size = len(content)
    packed.addfile(entry, io.BytesIO(content))


@contextmanager
def unpacked(source: Path) -> Iterator[tuple[Manifest, tarfile.TarFile]]:
    try:
        packed = tarfile.open(source, "r:gz")  # noqa: SIM115 - closed below
    except FileNotFoundError as error:
        raise BadArchive(f"There is no file {source}.") from error
    except _BROKEN as error:
        raise BadArchive(f"{source.name} is no archive of a company, or is cut off.") from error
    with packed:
        yield _manifest(read(packed, MANIFEST)), packed


def read(packed: tarfile.TarFile, name: str) -> bytes:
    content = io.BytesIO()
    copy(packed, name, content)
    return content.getvalue()


def copy(packed: tarfile.TarFile, name: str, out: IO[bytes]) -> None:
    """Raises BadArchive where it is damaged; a disk that is full is no damage."""
    try:
        found = packed.extractfile(name)
        if found is None:
            raise BadArchive(f"The archive is damaged: {name} is no file.")
        shutil.copyfileobj(found, out)
    except KeyError as error:
        raise BadArchive(f"The archive is damaged: {name} is missing.") from error
    except _BROKEN as error:
        if isinstance(error, OSError) and error.errno == errno.ENOSPC:
            raise
        raise BadArchive("The archive is damaged, or is cut off.") from error


def _manifest(said: bytes) -> Manifest:
    try:
        told = cast(dict[str, object], orjson.loads(said))
        if told["format"] != FORMAT:
            raise NewerArchive("The archive was written by a newer version of Kesher: update this one.")
        return Manifest(
            UUID(str(told["id"])), _settings(told["settings"]), str(told["revision"]),
            datetime.fromisoformat(str(told["taken_at"])),
            tuple(UUID(one) for one in cast(list[str], told["people"])),
            tuple(_sheet(one) for one in cast("list[dict[str, object]]", told["sheets"])),
            told.get("suspended") is True,
        )  # fmt: skip
    except (orjson.JSONDecodeError, KeyError, TypeError, ValueError) as error:
        raise BadArchive("The archive is damaged: its manifest cannot be read.") from error


def _settings(told: object) -> dict[str, str | int | None]:
    said = _EARLIER | cast("dict[str, str | int | None]", told)
    return {name: said[name] for name in SETTINGS}


def _sheet(told: dict[str, object]) -> Sheet:
    if not _TABLE.fullmatch(str(told["name"])):
        raise BadArchive("The archive is damaged: one of its tables has no name that a table can have.")
    return Sheet(
        str(told["name"]), tuple(cast(list[str], told["columns"])), cast(int, told["rows"]), str(told["digest"])
    )
