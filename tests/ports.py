"""Ports for servers that a test starts."""

import os
import random
import socket

_LOWEST, _HIGHEST = 12_000, 32_000  # below those that systems hand out by themselves, so no client's own port
_WORKERS = 16
_TRIES = 200


def free_port() -> int:
    """Nobody listens there, and no other worker of this run is given it while its server is still starting."""
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % _WORKERS
    for _ in range(_TRIES):
        port = random.SystemRandom().randrange(_LOWEST + worker, _HIGHEST, _WORKERS)
        if _is_free(port):
            return port
    raise AssertionError("No free port was found.")


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
