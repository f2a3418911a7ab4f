"""The generator of the partners' Python client, in an environment of its own: it needs versions the product has not."""

import hashlib
import subprocess
import sys
import venv
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent
LOCK: Final = HERE / "requirements.txt"


def find_generator() -> Path:
    """The command; installed where its lock, or this Python, is another than the last time."""
    home = HERE / ".venv"
    stamp, wanted = home / ".stamp", hashlib.sha256(LOCK.read_bytes() + sys.version.encode()).hexdigest()
    if not stamp.is_file() or stamp.read_text() != wanted:
        venv.create(home, clear=True, symlinks=True)
        pip = [sys.executable, "-m", "pip", "--python", str(home / "bin" / "python"), "install", "--quiet"]
        run([*pip, "--no-deps", "--require-hashes", "-r", str(LOCK)], at=HERE)
        stamp.write_text(wanted)
    return home / "bin" / "ariadne-codegen"


def run(command: list[str], *, at: Path) -> None:
    done = subprocess.run(command, cwd=at, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
