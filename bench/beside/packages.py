"""The peers' own packages: made when the bench runs, once, from locks that name every version and hash."""

import hashlib
import platform
import shutil
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from bench.beside.serving import ROOT

HERE: Final = Path(__file__).resolve().parent
POSTGRAPHILE: Final = HERE / "postgraphile"
DJANGO: Final = HERE / "strawberry_django"
STAMP: Final = ".stamp"


def node_for_postgraphile() -> Path:
    """PostGraphile's Node; installed with no script of any package run."""
    modules = POSTGRAPHILE / "node_modules"
    if stale(modules, POSTGRAPHILE / "package-lock.json"):
        words = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        install("PostGraphile", [npm(), *words], at=POSTGRAPHILE)
        settle(modules, POSTGRAPHILE / "package-lock.json")
    machine = {"x86_64": "x64", "aarch64": "arm64"}.get(platform.machine(), platform.machine())
    own = modules / f"node-{sys.platform}-{machine}" / "bin" / "node"
    found = str(own) if own.exists() else shutil.which("node")
    if found is None:
        raise SystemExit("PostGraphile needs Node 22 or newer, and npm has none for this machine: install it first.")
    return Path(found)


def python_for_django() -> Path:
    """The Python of an environment with strawberry-django in it."""
    folder, lock = DJANGO / ".venv", DJANGO / "requirements.txt"
    python = folder / "bin" / "python"
    if stale(folder, lock):
        venv.create(folder, clear=True, with_pip=True)
        words = ["-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes", "-r", str(lock)]
        install("strawberry-django", [str(python), *words], at=DJANGO)
        settle(folder, lock)
    return python


def npm() -> str:
    """The machine's, or the one that comes with PyPI's Node."""
    if shutil.which("npm") is None:
        words = ["-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes", "-r", "requirements/node.txt"]
        install("Node", [sys.executable, *words], at=ROOT)
    found = shutil.which("npm")
    if found is None:
        raise SystemExit("npm is missing: install Node, then run this again.")
    return found


def install(name: str, command: Sequence[str], *, at: Path) -> None:
    print(f"Installing {name} …", file=sys.stderr)
    done = subprocess.run(command, cwd=at, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{name} could not be installed:\n{done.stdout[-1000:]}\n{done.stderr[-2000:]}")


def stale(folder: Path, lock: Path) -> bool:
    stamp = folder / STAMP
    return not stamp.is_file() or stamp.read_text() != digest(lock)


def settle(folder: Path, lock: Path) -> None:
    (folder / STAMP).write_text(digest(lock))


def digest(lock: Path) -> str:
    return hashlib.sha256(str(lock).encode() + lock.read_bytes()).hexdigest()
