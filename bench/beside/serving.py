"""Servers as processes, and how to ask them."""

import http.client
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
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
        """Seconds of processor time so far, of all its threads, in user and kernel."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICK

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


@contextmanager
def started(module: str, *arguments: str, log: Path, **environment: str) -> Iterator[subprocess.Popen[bytes]]:
    """A module of ours as a process that can be talked to; what it complains about goes to `log`."""
    with log.open("wb") as complaints:
        process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            cwd=ROOT,
            env=os.environ | environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=complaints,
        )
    try:
        yield process
    finally:
        process.terminate()
        process.communicate(timeout=15)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def get(path: str) -> str:
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"


def post(document: str, token: str, host: str, **variables: str) -> str:
    """A request of the graph, as any client would send it."""
    body = json.dumps({"query": document, "variables": variables})
    return (
        f"POST /graphql HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {token}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n{body}"
    )
