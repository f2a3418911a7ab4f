"""Sealed files on their way out and in: what an admin fetches once, and what he brings in pieces.

    archives/ID/whole    an export, until it was fetched or a day has passed
    archives/ID/00000…   the pieces of what is being brought, until it became a company or a day has passed

They lie in the store of files: the process that writes one and the process that hands it out may share no disk.
"""

import re
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit
from uuid import UUID

import obstore
from obstore.exceptions import BaseError, NotFoundError

from saas.core.errors import Conflict, Unavailable
from saas.files.gateway import CHUNK, objects_at
from saas.operations.room import check_room

PIECE: Final = 8 << 20
LARGEST: Final = 1 << 40
LIFE: Final = timedelta(days=1)
_WHOLE: Final = "whole"
_NUMBERED: Final = re.compile(r"\d{5,6}")  # the largest has 131,072


@dataclass(frozen=True, slots=True)
class Depot:
    """In the store of files at `url`."""

    url: str

    def check_room(self, size: int) -> None:
        """In a folder; a bucket has no end that we could ask for."""
        parts = urlsplit(self.url)
        if parts.scheme == "file":
            folder = Path(unquote(parts.path))
            folder.mkdir(parents=True, exist_ok=True)
            check_room(folder, size)

    def keep(self, id: UUID, source: Path) -> None:
        with _reached():
            obstore.put(objects_at(self.url), f"archives/{id}/{_WHOLE}", source)

    def put_piece(self, id: UUID, number: int, content: bytes) -> None:
        """Again, it takes the place of the first."""
        with _reached():
            obstore.put(objects_at(self.url), _piece(id, number), content)

    def received(self, id: UUID) -> dict[int, int]:
        """The size of each piece that is there, by number."""
        return {int(name): size for name, size in self._parts(id).items() if _NUMBERED.fullmatch(name)}

    def join(self, id: UUID, size: int, into: Path) -> None:
        """Raises Conflict where a piece is missing."""
        check_whole(self.received(id), size)
        check_room(into.parent, size)
        objects = objects_at(self.url)
        with into.open("wb") as out:
            for number in range(pieces(size)):
                with _reached():
                    content = obstore.get(objects, _piece(id, number)).bytes()
                out.write(content)

    async def read(self, id: UUID) -> AsyncIterator[bytes]:
        """What is wrong is raised here, before the first byte."""
        with _reached():
            found = await obstore.get_async(objects_at(self.url), f"archives/{id}/{_WHOLE}")

        async def read() -> AsyncIterator[bytes]:
            async for chunk in found.stream(min_chunk_size=CHUNK):
                yield bytes(chunk)

        return read()

    def remove(self, id: UUID) -> None:
        """Again, it changes nothing."""
        names = [f"archives/{id}/{name}" for name in self._parts(id)]
        with _reached():
            if names:
                obstore.delete(objects_at(self.url), names)

    def _parts(self, id: UUID) -> dict[str, int]:
        with _reached():
            found = obstore.list(objects_at(self.url), prefix=f"archives/{id}/").collect()
        return {str(one["path"]).rpartition("/")[2]: one["size"] for one in found}


def _piece(id: UUID, number: int) -> str:
    return f"archives/{id}/{number:05}"


def pieces(size: int) -> int:
    return -(-size // PIECE)


def size_of(number: int, size: int) -> int:
    """How long this piece of a file is; 0 where it has no such piece."""
    return max(0, min(PIECE, size - number * PIECE)) if number >= 0 else 0


def check_whole(received: dict[int, int], size: int) -> None:
    if received != {number: size_of(number, size) for number in range(pieces(size))}:
        raise Conflict("NOT_RECEIVED", "This file has not arrived as a whole. Send it again.", "upload")


@contextmanager
def _reached() -> Iterator[None]:
    try:
        yield
    except (NotFoundError, FileNotFoundError) as error:
        raise Conflict(
            "ARCHIVE_GONE", "This file is not here any more: it was fetched, or its time is over."
        ) from error
    except (BaseError, OSError) as error:
        raise Unavailable("FILE_STORE", "The store of files cannot be reached. Try again later.") from error
