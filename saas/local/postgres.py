"""An embedded Postgres of one's own: found, made, started and stopped without an administrator."""

import ctypes
import fcntl
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Final
from urllib.parse import quote

import psycopg2

from saas.local.binaries import Account, Binaries, PostgresError, choose_account, find_binaries, last_line

HOST: Final = "127.0.0.1"
ADMIN: Final = "postgres"
START_SECONDS: Final = 60.0
STOP_SECONDS: Final = 30.0
PORT_TRIES: Final = 3  # a free port may be taken before the server has it
LOG_LIMIT: Final = 10_000_000
PR_SET_PDEATHSIG: Final = 1

SETTINGS: Final[Mapping[str, str]] = {
    "listen_addresses": HOST,
    "unix_socket_directories": "",
    "recovery_init_sync_method": "syncfs",
    "max_connections": "200",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_min_messages": "warning",
    "log_line_prefix": "%m [%p] ",
}


class Postgres:
    """A server whose data lives below one home folder.

    `start` may be called on a home in any state: empty, stopped, left by a killed supervisor, or in use by a live one
    (then its server is shared, and `stop` leaves it alone). The server ends with the process that started it unless
    `detached`. `settings` are extra server settings by name.
    """

    def __init__(
        self, home: Path, *, port: int | None = None, settings: Mapping[str, str] | None = None, detached: bool = False
    ) -> None:
        self.folder = home.resolve() / "postgres"
        self.data = self.folder / "data"
        self.log = self.folder / "server.log"
        self._wanted_port = port
        self._settings = {**SETTINGS, **(settings or {})}
        self._detached = detached
        self._lock: IO[str] | None = None
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> str:
        """Make the data folder if there is none, start the server and return the administrator's URL."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.folder.chmod(0o700)
        if not self._own():
            return self._shared()
        try:
            return self._start()
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """End the server (open connections are cut) and wait for it; a server of another supervisor stays."""
        if self._lock is None:
            return
        self._end_running()
        if self._process is not None:
            try:
                self._process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self._process.kill()
        self._lock.close()
        self._lock = self._process = None

    def release(self) -> None:
        """Leave a detached server to whoever starts or stops this home next."""
        if self._process is not None:
            self._process.returncode = 0  # it outlives us on purpose: nobody here waits for it
        if self._lock is not None:
            self._lock.close()
        self._lock = self._process = None

    def healthy(self) -> bool:
        """Whether the server answers a query now."""
        port = self._recorded_port()
        return port is not None and self._answers(port)

    @property
    def ended(self) -> bool:
        """Whether the server that we started is no more."""
        return self._process is not None and self._process.poll() is not None

    @property
    def url(self) -> str:
        """The administrator's URL of the running server."""
        port = self._recorded_port()
        if port is None:
            raise PostgresError(f"No database runs in {self.folder}; start it with `kesher up`.")
        return self._url(port)

    def _start(self) -> str:
        binaries = find_binaries()
        account = choose_account(binaries.folder, self.folder)
        self._end_running()
        if not (self.data / "PG_VERSION").exists():
            self._initialise(binaries, account)
        self._check_version(binaries)
        for attempt in range(1, PORT_TRIES + 1):
            port = self._wanted_port or _free_port()
            _check_port(port)
            self._spawn(binaries, account, port)
            try:
                self._await(port)
                break
            except PostgresError as error:
                if self._wanted_port or attempt == PORT_TRIES or "TCP/IP" not in str(error):
                    raise
        return self._url(port)

    def _own(self) -> bool:
        lock = (self.folder / "lock").open("a")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            lock.close()
            return False
        self._lock = lock
        return True

    def _shared(self) -> str:
        """Another live process owns the server of this home: wait until it answers."""
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            port = self._recorded_port()
            if port is not None and self._answers(port):
                return self._url(port)
            if self._own():
                return self._start()
            time.sleep(0.1)
        raise PostgresError(f"Another process holds {self.folder} but its database does not answer; end that process.")

    def _initialise(self, binaries: Binaries, account: Account) -> None:
        fresh = self.folder / "data.new"
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.rmtree(self.data, ignore_errors=True)
        fresh.mkdir(mode=0o700)
        secret = self.folder / "password"
        if not secret.exists():
            with os.fdopen(os.open(secret, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
                file.write(secrets.token_urlsafe(24))
        account.give(fresh, secret)
        locale = ["--locale=C.UTF-8"]
        if binaries.major >= 17:  # noqa: PLR2004 - the first version with a provider that no libc can change
            locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
        arguments = ["-D", str(fresh), "-U", ADMIN, "-E", "UTF8", *locale, "--auth=scram-sha-256"]
        done = subprocess.run(
            [*account.prefix, str(binaries.folder / "initdb"), *arguments, f"--pwfile={secret}", "--no-sync"],
            capture_output=True, text=True, check=False, cwd="/", env=_environment(),
            user=account.user, group=account.user, extra_groups=account.groups,
        )  # fmt: skip
        if done.returncode:
            raise PostgresError(f"The database could not be made in {self.folder}: {last_line(done.stderr)}")
        fresh.rename(self.data)

    def _check_version(self, binaries: Binaries) -> None:
        found = (self.data / "PG_VERSION").read_text().strip()
        if found != str(binaries.major):
            raise PostgresError(
                f"The data in {self.data} was made by PostgreSQL {found}; {binaries.major} is installed: "
                f"install PostgreSQL {found} or set DATABASE_URL."
            )

    def _spawn(self, binaries: Binaries, account: Account, port: int) -> None:
        if self.log.exists() and self.log.stat().st_size > LOG_LIMIT:
            self.log.unlink()
        options = [item for name, value in self._settings.items() for item in ("-c", f"{name}={value}")]
        command = [str(binaries.folder / "postgres"), "-D", str(self.data), "-p", str(port), *options]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [*account.prefix, *command],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="/", env=_environment(),
                start_new_session=True,
                preexec_fn=None if self._detached else _die_with_parent(),  # noqa: PLW1509 - one prctl, no locks
                user=account.user, group=account.user, extra_groups=account.groups,
            )  # fmt: skip

    def _await(self, port: int) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            if self._answers(port):
                return
            if self._process is None or self._process.poll() is not None:
                raise PostgresError(f"The database did not start: {self._why()} (more in {self.log}).")
            time.sleep(0.03)
        raise PostgresError(f"The database did not answer within {START_SECONDS:.0f} s; look into {self.log}.")

    def _why(self) -> str:
        text = self.log.read_text(errors="replace") if self.log.exists() else ""
        fatal = [line for line in text.splitlines() if "FATAL:" in line or "HINT:" in line]
        return (fatal[-1] if fatal else last_line(text)).split("FATAL:")[-1].strip().rstrip(".")

    def _end_running(self) -> None:
        """End the server of this data folder, whoever started it, and clear what a killed one left behind."""
        pid = self._running_pid()
        if pid is not None:
            _signal(pid, signal.SIGINT)
            if not self._ended(pid, STOP_SECONDS):
                _signal(pid, signal.SIGQUIT)
                if not self._ended(pid, STOP_SECONDS):
                    raise PostgresError(f"The database (process {pid}) does not end; end it by hand.")
        (self.data / "postmaster.pid").unlink(missing_ok=True)
        self._await_orphans()

    def _ended(self, pid: int, seconds: float) -> bool:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if self._process is not None:
                self._process.poll()
            if not self._serves(pid):
                return True
            time.sleep(0.02)
        return False

    def _await_orphans(self) -> None:
        """Backends outlive a killed postmaster for a moment; starting beside them would be refused."""
        deadline = time.monotonic() + STOP_SECONDS
        while time.monotonic() < deadline and (orphans := [pid for pid in _processes() if self._serves(pid)]):
            for pid in orphans:
                _signal(pid, signal.SIGQUIT)
            time.sleep(0.05)

    def _running_pid(self) -> int | None:
        lines = self._pid_lines()
        pid = int(lines[0]) if lines and lines[0].isdigit() else None
        return pid if pid is not None and self._serves(pid) else None

    def _serves(self, pid: int) -> bool:
        """Whether a process works in our data folder: a server and its backends always do, a reused pid does not."""
        try:
            return Path(f"/proc/{pid}/cwd").readlink() == self.data and not _is_zombie(pid)
        except OSError:
            return False if Path("/proc/self").exists() else _exists(pid)

    def _recorded_port(self) -> int | None:
        lines = self._pid_lines()
        return int(lines[3]) if len(lines) > 3 and lines[3].isdigit() else None  # noqa: PLR2004 - the file's 4th line

    def _pid_lines(self) -> list[str]:
        try:
            return (self.data / "postmaster.pid").read_text().splitlines()
        except OSError:
            return []

    def _answers(self, port: int) -> bool:
        try:
            connection = psycopg2.connect(self._url(port), connect_timeout=3)
        except psycopg2.OperationalError:
            return False
        connection.close()
        return True

    def _url(self, port: int) -> str:
        password = (self.folder / "password").read_text().strip()
        return f"postgresql://{ADMIN}:{quote(password, safe='')}@{HOST}:{port}/postgres"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def _check_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            raise PostgresError(f"Port {port} of {HOST} is in use; choose another for the database.") from None


def _die_with_parent() -> Callable[[], None] | None:
    """On Linux the kernel tells the server to shut down when the process that started it ends, even by kill -9."""
    if not sys.platform.startswith("linux"):
        return None
    prctl = ctypes.CDLL(None).prctl

    def ask() -> None:
        prctl(PR_SET_PDEATHSIG, signal.SIGINT)

    return ask


def _environment() -> dict[str, str]:
    return {**os.environ, "LC_ALL": "C.UTF-8", "TZ": "UTC"}


def _processes() -> list[int]:
    with suppress(OSError):
        return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]
    return []


def _is_zombie(pid: int) -> bool:
    return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[-1].split()[0] == "Z"


def _exists(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _signal(pid: int, number: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, number)
