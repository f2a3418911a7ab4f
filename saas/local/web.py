"""Builds the web client into `web/dist`, only when a source changed, with the machine's Node or with PyPI's."""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from saas.local.trouble import Trouble

TREE = Path(__file__).resolve().parents[2]
WEB = TREE / "web"
DIST = WEB / "dist"
STAMP = ".stamp"
OLDEST_NODE = (20, 19)
NOT_SOURCES = frozenset({"node_modules", "dist", "coverage", ".cache"})

Tell = Callable[[str], None]


def build(tell: Tell = print) -> bool:
    """True when it built, False when `web/dist` was already right. Two processes at once build once."""
    if not (WEB / "package.json").is_file():
        return False  # an image holds the built client without its sources
    with _alone():
        now = _digest(_sources())
        if _built() == now:
            return False
        run("run", "build", tell=tell)
        (DIST / STAMP).write_text(now)
    return True


def stale() -> bool:
    """Whether `build` has something to do."""
    return (WEB / "package.json").is_file() and _built() != _digest(_sources())


def _built() -> str:
    stamp = DIST / STAMP
    return stamp.read_text() if stamp.is_file() else ""


def run(*words: str, tell: Tell = print, quiet: bool = True) -> None:
    """`npm *words` in `web/`, its packages installed first where the lock changed."""
    environment = _node(tell)
    lock, stamp = WEB / "package-lock.json", WEB / "node_modules" / STAMP
    wanted = _digest([lock])
    if not stamp.is_file() or stamp.read_text() != wanted:
        tell("installing the web client's packages")
        _npm(environment, "ci", "--no-audit", "--no-fund", "--loglevel=error", quiet=True)
        stamp.write_text(wanted)
    _npm(environment, *words, quiet=quiet)


def _npm(environment: Mapping[str, str], *words: str, quiet: bool) -> None:
    npm = shutil.which("npm", path=environment["PATH"]) or "npm"
    done = subprocess.run(
        [npm, *words], cwd=WEB, env=environment, stdin=subprocess.DEVNULL, capture_output=quiet, text=True, check=False
    )
    if done.returncode:
        if quiet:
            print(done.stdout, done.stderr, sep="\n")
        raise Trouble(f"The web client could not be built: `npm {' '.join(words)}` failed in {WEB}.")


def _node(tell: Tell) -> Mapping[str, str]:
    """An environment whose PATH leads to a Node new enough, from PyPI where the machine has none."""
    path = os.environ.get("PATH", os.defpath)
    with_ours = f"{Path(sys.executable).parent}{os.pathsep}{path}"
    if _version(path) >= OLDEST_NODE:
        return {**os.environ, "PATH": path}
    if _version(with_ours) < OLDEST_NODE:
        tell("no Node here: installing one from PyPI, once")
        pip = [
            sys.executable,
            "-m",
            "pip",
            "-qq",
            "--disable-pip-version-check",
            "install",
            "--no-deps",
            "--require-hashes",
        ]
        done = subprocess.run([*pip, "-r", TREE / "requirements" / "node.txt"], stdin=subprocess.DEVNULL, check=False)
        if done.returncode or _version(with_ours) < OLDEST_NODE:
            oldest = ".".join(map(str, OLDEST_NODE))
            raise Trouble(f"The web client needs Node {oldest} or newer: install Node with npm, then run this again.")
    return {**os.environ, "PATH": with_ours}


def _version(path: str) -> tuple[int, ...]:
    node = shutil.which("node", path=path)
    if node is None or shutil.which("npm", path=path) is None:
        return ()
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    return tuple(int(part) for part in said.strip().removeprefix("v").split(".") if part.isdigit())


def _sources() -> list[Path]:
    found = [path for path in (TREE / "graphql").rglob("*") if path.is_file()]
    for folder, folders, files in os.walk(WEB):
        folders[:] = [name for name in folders if name not in NOT_SOURCES]
        found += [Path(folder, name) for name in files if name != STAMP]
    return sorted(found)


def _digest(paths: list[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(str(path.relative_to(TREE)).encode() + b"\0")
        digest.update(path.read_bytes())
    return digest.hexdigest()


@contextmanager
def _alone() -> Iterator[None]:
    """Holds a lock on `package.json` itself, which leaves nothing behind when the process is killed."""
    with (WEB / "package.json").open() as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def main(words: list[str]) -> int:
    """Without words builds; `--check` is all that CI asks of the client; `--codegen` writes its types anew."""
    try:
        if words == ["--check"]:
            run("run", "generate", "--", "--check", quiet=False)
            with ThreadPoolExecutor() as beside:  # the linter alone takes as long as all others
                for done in [beside.submit(run, "run", part, quiet=False) for part in ("lint", "quick")]:
                    done.result()
            build()
        elif words == ["--codegen"]:
            run("run", "codegen", quiet=False)
        else:
            build()
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
