import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from saas.local import supervisor

SLEEPER = [sys.executable, "-c", "import time; print('ready', flush=True); time.sleep(600)"]
DEAF = [
    sys.executable,
    "-c",
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('ready', flush=True); time.sleep(600)",
]
PARENT = """
import subprocess, sys
process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
print(process.pid, flush=True)
process.wait()
"""
SUPERVISOR = """
import os, sys, time
from pathlib import Path
from saas.local import supervisor
sleep = [sys.executable, "-c", "import time; time.sleep(600)"]
child = supervisor.start("sleeper", sleep, log=Path(sys.argv[1]), environment=os.environ)
print(child.process.pid, flush=True)
time.sleep(600)
"""


def test_a_child_says_what_it_says_into_its_log(tmp_path: Path) -> None:
    child = supervisor.start(
        "teller",
        [sys.executable, "-c", "print('one'); print('two')"],
        log=tmp_path / "logs" / "a",
        environment=os.environ,
    )
    child.process.wait(10)
    assert not child.alive
    assert child.last_words() == "two"


def test_a_silent_child_is_said_to_be(tmp_path: Path) -> None:
    child = supervisor.start("mute", [sys.executable, "-c", ""], log=tmp_path / "a", environment=os.environ)
    child.process.wait(10)
    assert child.last_words() == "it said nothing"


def test_children_end_together(tmp_path: Path) -> None:
    children = [supervisor.start(name, SLEEPER, log=tmp_path / name, environment=os.environ) for name in ("a", "b")]
    supervisor.stop(children)
    assert [child.process.returncode for child in children] == [-signal.SIGTERM, -signal.SIGTERM]


def test_what_does_not_listen_is_ended_by_force(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "PATIENCE", 0.2)
    child = supervisor.start("deaf", DEAF, log=tmp_path / "a", environment=os.environ)
    await_text(tmp_path / "a", "ready")
    supervisor.stop([child])
    assert child.process.returncode == -signal.SIGKILL


def test_a_grandchild_ends_too(tmp_path: Path) -> None:
    child = supervisor.start("parent", [sys.executable, "-c", PARENT], log=tmp_path / "a", environment=os.environ)
    grandchild = int(await_text(tmp_path / "a", "\n"))
    assert lives(grandchild)
    supervisor.stop([child])
    assert ends(grandchild)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells a child of its parent's end")
def test_a_killed_supervisor_leaves_no_children(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", SUPERVISOR, tmp_path / "a"], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        child = int(process.stdout.readline())
        assert lives(child)
        process.kill()
    assert ends(child)


def await_text(path: Path, wanted: str) -> str:
    for _ in range(200):
        if path.exists() and wanted in (text := path.read_text()):
            return text
        time.sleep(0.05)
    raise AssertionError(f"{path} never said {wanted!r}")


def ends(pid: int) -> bool:
    """Within ten seconds."""
    for _ in range(200):
        if not lives(pid):
            return True
        time.sleep(0.05)
    return False


def lives(pid: int) -> bool:
    """Where the machine tells (Linux), one that has ended and that nobody has asked about yet does not."""
    try:
        os.kill(pid, 0)
        stat = Path(f"/proc/{pid}/stat")
        return not stat.exists() or stat.read_text().rsplit(")", 1)[-1].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False
