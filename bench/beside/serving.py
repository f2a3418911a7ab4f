"""Servers as processes, and how to ask them."""

import http.client
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
TICK: Final = os.sysconf("SC_CLK_TCK")
PATIENCE: Final = 60.0


@dataclass(frozen=True, slots=True)
class Server:
    """A process that answers on a port; `requests` are whole HTTP requests by the name of the read."""

    name: str
    process: subprocess.Popen[bytes]
    port: int
    log: Path
    requests: dict[str, list[str]]

    def cpu(self) -> float:
        """See `cpu_of`."""
        return cpu_of(self.process.pid)

    def answer(self, request: str) -> object:
        """The JSON of an answer; waits for a server that is still starting."""
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                return self._ask(request)
            except ConnectionRefusedError:
                if self.process.poll() is not None or time.monotonic() > deadline:
                    raise SystemExit(f"{self.name} did not start:\n{self.log.read_text()[-3000:]}") from None
                time.sleep(0.1)

    def _ask(self, request: str) -> object:
        head, _, body = request.partition("\r\n\r\n")
        method, path, _ = head.split(" ", 2)
        headers = dict(line.split(": ", 1) for line in head.split("\r\n")[1:])
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request(method, path, body or None, headers)
            said: object = json.loads(connection.getresponse().read())
            return said
        finally:
            connection.close()


def cpu_of(root: int) -> float:
    """Seconds of processor time so far, in user and kernel, of a process and all that it started."""
    parents, spent = {}, {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = stat.read_text().rsplit(")", 1)[1].split()
            pid = int(stat.parent.name)
            parents[pid], spent[pid] = int(fields[1]), sum(map(int, fields[11:15]))
    tree = {root}
    while more := {pid for pid, parent in parents.items() if parent in tree} - tree:
        tree |= more
    return sum(spent.get(pid, 0) for pid in tree) / TICK


def started(
    module: str, *arguments: str, log: Path, **environment: str
) -> AbstractContextManager[subprocess.Popen[bytes]]:
    """A module of ours as a process that can be talked to; what it complains about goes to `log`."""
    return launched([sys.executable, "-m", module, *arguments], ROOT, log=log, **environment)


@contextmanager
def launched(command: Sequence[str], at: Path, *, log: Path, **environment: str) -> Iterator[subprocess.Popen[bytes]]:
    """A program as a process that ends, with all that it started, when the block ends."""
    with log.open("wb") as complaints:
        process = subprocess.Popen(
            command,
            cwd=at,
            env=os.environ | environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=complaints,
        )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.communicate(timeout=15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def get(path: str) -> str:
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"


def post(path: str, said: object, *, host: str = "127.0.0.1", token: str = "") -> str:
    """A request with a body of JSON, as any client would send it."""
    body = json.dumps(said)
    bearer = f"Authorization: Bearer {token}\r\n" if token else ""
    return (
        f"POST {path} HTTP/1.1\r\nHost: {host}\r\n{bearer}"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n{body}"
    )
