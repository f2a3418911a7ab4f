"""Processes of ours that live and end together: started with a log each, watched, and stopped in order.

When the supervisor itself is killed, the kernel tells the children to end (Linux); elsewhere the next start finds
their port in use and says so.
"""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

PR_SET_PDEATHSIG: Final = 1
PATIENCE: Final = 15.0


@dataclass(frozen=True, slots=True)
class Child:
    """A running process and the file that holds what it says."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def alive(self) -> bool:
        return self.process.poll() is None

    def signal(self, number: signal.Signals) -> None:
        """To the process and all that it started: each child leads a group of its own."""
        if self.alive:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, number)

    def last_words(self) -> str:
        lines = [line for line in self.log.read_text(errors="replace").splitlines() if line.strip()]
        return lines[-1].strip() if lines else "it said nothing"


def start(name: str, command: Sequence[str], *, log: Path, environment: Mapping[str, str]) -> Child:
    """In a session of its own: Ctrl-C in the terminal reaches the supervisor only, which ends the others in order.

    Call it from the main thread, for the kernel takes the end of the starting thread for the parent's end.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as file:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.STDOUT,
            env=dict(environment),
            start_new_session=True,
            preexec_fn=die_with_parent(signal.SIGTERM),  # noqa: PLW1509  one prctl, no locks
        )
    return Child(name, process, log)


def stop(children: Sequence[Child]) -> None:
    """Asks all at once, waits for each, and ends by force what does not listen."""
    for child in children:
        child.signal(signal.SIGTERM)
    deadline = time.monotonic() + PATIENCE
    for child in children:
        try:
            child.process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.signal(signal.SIGKILL)
            child.process.wait()


def die_with_parent(number: signal.Signals) -> Callable[[], None] | None:
    """What a child does first: it asks the kernel for this signal when its parent ends, even by kill -9."""
    if not sys.platform.startswith("linux"):
        return None
    prctl, parent = ctypes.CDLL(None).prctl, os.getpid()

    def ask() -> None:
        prctl(PR_SET_PDEATHSIG, number)
        if os.getppid() != parent:  # it ended between the fork and the call
            os.kill(os.getpid(), number)

    return ask
