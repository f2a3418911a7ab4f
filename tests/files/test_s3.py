"""The same store in a bucket, against a real server that checks signatures."""

import io
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import anyio
import pytest

from saas.core.errors import Unavailable
from saas.files.gateway import Store, store_of
from tests.ports import free_port

KEY, SECRET = "kesher", "kesher-secret"
CONTENT = os.urandom(6_000_000)


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    port = free_port()
    folder = tmp_path_factory.mktemp("nanio")
    nanio = Path(sys.executable).parent / "nanio"
    server = subprocess.Popen(
        [nanio, "serve", "--host", "127.0.0.1", "--port", str(port), "--data-dir", folder],
        env=os.environ | {"NANIO_ACCESS_KEY": KEY, "NANIO_SECRET_KEY": SECRET},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    (folder / "files").mkdir()
    try:
        _await(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(10)


def _await(port: int) -> None:
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError


@pytest.fixture
def store(endpoint: str) -> Store:
    return store_of(f"s3://{KEY}:{SECRET}@files/kesher?endpoint={endpoint}", f"t{uuid4().hex[:8]}")


def test_what_is_put_is_there_until_it_is_taken_out(store: Store) -> None:
    key = store.key("ab" * 32)
    assert not store.has(key)
    store.put(key, io.BytesIO(CONTENT))
    assert store.has(key)
    assert store.get(key) == CONTENT
    for _ in range(2):
        store.delete(key)
    assert not store.has(key)


def test_a_part_is_read_as_it_comes(store: Store) -> None:
    key = store.key("cd" * 32)
    store.put(key, io.BytesIO(CONTENT))

    async def read() -> bytes:
        return b"".join([chunk async for chunk in await store.open(key, 1000, 2_001_000)])

    assert anyio.run(read) == CONTENT[1000:2_001_000]


def test_each_company_has_its_own_prefix(store: Store, endpoint: str) -> None:
    store.put(store.key("ef" * 32), io.BytesIO(b"ours"))
    other = store_of(f"s3://{KEY}:{SECRET}@files/kesher?endpoint={endpoint}", f"t{uuid4().hex[:8]}")
    assert not other.has(other.key("ef" * 32))


def test_a_wrong_secret_and_a_server_that_is_away_are_told(endpoint: str) -> None:
    wrong = store_of(f"s3://{KEY}:wrong@files/kesher?endpoint={endpoint}", "t1")
    with pytest.raises(Unavailable, match="FILE_STORE"):
        wrong.put(wrong.key("ab" * 32), io.BytesIO(b"x"))
    away = store_of(f"s3://{KEY}:{SECRET}@files?endpoint=http://127.0.0.1:9", "t1")
    with pytest.raises(Unavailable, match="FILE_STORE"):
        away.has(away.key("ab" * 32))
