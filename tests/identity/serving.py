"""Web processes as they run in earnest, on ports of their own."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2

from tests.conftest import Database
from tests.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 240.0


@dataclass(frozen=True, slots=True)
class Server:
    """One web process. Not every machine finds `slug.localhost` by itself: the company is told by the `Host`."""

    port: int

    def at(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def host(self, slug: str) -> str:
        return f"{slug}.localhost:{self.port}"


@contextmanager
def serving(database: Database, home: Path, *, port: int | None = None, **more: str) -> Iterator[Server]:
    """In the local mode; ended with the block. `more` are further variables of its environment."""
    port = port or free_port()
    environment = {
        **os.environ, "KESHER_MODE": "local", "KESHER_PORT": str(port), "KESHER_HOME": str(home),
        "KESHER_WEB_DATABASE_URL": database.web_url, "KESHER_WORK_DATABASE_URL": database.work_url,
        "KESHER_MIGRATE_DATABASE_URL": database.migrate_url, "KESHER_LANES": "1", "KESHER_LANE_SIZE": "2", **more,
    }  # fmt: skip
    environment.pop("DATABASE_URL", None)
    with (home / f"web-{port}.log").open("wb") as log:
        command = [sys.executable, "-m", "saas.cli", "serve"]
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT)
        try:
            _wait(process, port, home / f"web-{port}.log")
            yield Server(port)
        finally:
            process.terminate()
            process.wait(timeout=20)


def _wait(process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            if httpx2.get(f"http://127.0.0.1:{port}/healthz", timeout=2).status_code == 200:
                return
        except httpx2.TransportError:
            time.sleep(0.1)
    raise AssertionError(f"The server did not start:\n{log.read_text()}")
