"""The store of files: a folder, an S3 bucket, or memory in tests.

Each company has its own prefix, the name of its namespace. A key is made of a digest, so that no name of a person ever
reaches the store.
"""

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import IO, Final
from urllib.parse import parse_qs, unquote, urlsplit

import obstore
from obstore.exceptions import BaseError, NotFoundError
from obstore.store import LocalStore, MemoryStore, ObjectStore, S3Store

from saas.core.errors import Unavailable

CHUNK: Final = 256 * 1024
_PATIENCE: Final = timedelta(seconds=20)
_TRIES: Final = 2


@dataclass(frozen=True, slots=True)
class Store:
    """Of one company."""

    objects: ObjectStore
    namespace: str

    def key(self, digest: str) -> str:
        return f"{self.namespace}/{digest[:2]}/{digest}"

    def preview_key(self, digest: str) -> str:
        return f"{self.namespace}/previews/{digest[:2]}/{digest}.webp"

    def has(self, key: str) -> bool:
        with _reached():
            try:
                obstore.head(self.objects, key)
            except (NotFoundError, FileNotFoundError):
                return False
        return True

    def put(self, key: str, content: IO[bytes]) -> None:
        """Whole or not at all."""
        with _reached():
            obstore.put(self.objects, key, content)

    def get(self, key: str) -> bytes:
        with _reached():
            return bytes(obstore.get(self.objects, key).bytes())

    def delete(self, key: str) -> None:
        with _reached(), suppress(NotFoundError, FileNotFoundError):
            obstore.delete(self.objects, key)

    async def open(self, key: str, start: int, end: int) -> AsyncIterator[bytes]:
        """The bytes from `start` to before `end`; what is wrong is raised here, before the first of them."""
        with _reached():
            found = await obstore.get_async(self.objects, key, options={"range": (start, end)})

        async def read() -> AsyncIterator[bytes]:
            async for chunk in found.stream(min_chunk_size=CHUNK):
                yield bytes(chunk)

        return read()


def store_of(url: str, namespace: str) -> Store:
    return Store(objects_at(url), namespace)


@cache
def objects_at(url: str) -> ObjectStore:
    """`file:///folder`, `s3://KEY:SECRET@bucket/prefix?endpoint=URL&region=NAME`, `memory://`; without key and secret
    the environment's own (`AWS_ACCESS_KEY_ID` and its kin).
    """
    parts = urlsplit(url)
    if parts.scheme == "memory":
        return MemoryStore()
    if parts.scheme == "file":
        return LocalStore(prefix=Path(unquote(parts.path)), mkdir=True)
    asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
    config: dict[str, str] = {"region": asked.get("region", "us-east-1")}
    if parts.username:
        config["access_key_id"], config["secret_access_key"] = unquote(parts.username), unquote(parts.password or "")
    if "endpoint" in asked:
        config["endpoint"] = asked["endpoint"]
    return S3Store(
        parts.hostname or "",
        prefix=parts.path.strip("/") or None,
        config=config,  # type: ignore[arg-type]  # its type is there for the checker alone
        client_options={"allow_http": asked.get("endpoint", "").startswith("http://"), "timeout": _PATIENCE},
        retry_config={"max_retries": _TRIES, "retry_timeout": _PATIENCE},
    )


@contextmanager
def _reached() -> Iterator[None]:
    try:
        yield
    except (NotFoundError, FileNotFoundError) as error:
        raise Unavailable("FILE_MISSING", "The content of this file cannot be found in the store.") from error
    except (BaseError, OSError) as error:
        raise Unavailable("FILE_STORE", "The store of files cannot be reached. Try again later.") from error
