"""`kesher up`: the whole product on this machine, from an empty folder to a page that answers, until Ctrl-C."""

import fcntl
import os
import signal
import socket
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from types import FrameType

import psycopg2
from rich.console import Console

from saas.local import company, supervisor, web
from saas.local.postgres import Postgres
from saas.local.steps import Step, Steps
from saas.local.supervisor import Child
from saas.local.trouble import Trouble
from saas.settings import Mode, Settings
from tenants.bootstrap import connect
from tenants.errors import TenancyError
from tenants.revisions import FOLDER

SLOW_START = 60.0
UNFINISHED = 12.0
BEAT = 0.3


def up(settings: Settings) -> None:
    """Returns when it was told to stop and everything has ended. Raises Trouble."""
    local = replace(settings, mode=Mode.LOCAL)
    console = Console()
    with _stopped_by_signals(), ExitStack() as running:
        try:
            _check_home(local.home)
            unfinished = running.enter_context(_alone(local.home))
            _check_port(local, patience=UNFINISHED if unfinished else 0)
            with Steps(console) as steps:
                server, children = _start(local, steps, running)
            console.print(company.welcome(local), highlight=False, soft_wrap=True)
            _watch(server, children)
        except TenancyError as error:
            raise Trouble(str(error)) from error
        except KeyboardInterrupt:
            console.print("\nStopping.")


def _start(settings: Settings, steps: Steps, running: ExitStack) -> tuple[Postgres | None, list[Child]]:
    client = _build_client(settings, running)
    with steps.step("Database") as step:
        server, url = _database(settings, running)
        step.note = "yours, by DATABASE_URL" if settings.database_url else ""
    settled = client is None and _is_settled(settings)
    children = _serve(settings, url, running) if settled else []
    company.prepare(settings, url, steps)
    if client:
        with steps.step("Web client") as step:
            _await_build(client, step)
    with steps.step("Web and worker"):
        children = children or _serve(settings, url, running)
        _await_health(settings, children)
    _mark(settings).write_text(_revisions())
    return server, children


def _is_settled(settings: Settings) -> bool:
    """Whether the last start left nothing for this one to change: then web and worker need not wait for the tables."""
    mark = _mark(settings)
    return settings.database_url is None and mark.is_file() and mark.read_text() == _revisions()


def _mark(settings: Settings) -> Path:
    return settings.home / "postgres" / "settled" if settings.database_url is None else Path(os.devnull)


def _revisions() -> str:
    return "\n".join(sorted(str(path.relative_to(FOLDER)) for path in FOLDER.glob("*/versions/*.py")))


def _build_client(settings: Settings, running: ExitStack) -> Child | None:
    """Beside the database's first steps, for it takes the longest. A client built elsewhere is taken as it is."""
    if settings.client != web.DIST or not web.stale():
        return None
    client = supervisor.start(
        "client", [sys.executable, "-m", "saas.local.web"], log=_log(settings, "client"), environment=os.environ
    )
    running.callback(supervisor.stop, [client])
    return client


def _await_build(client: Child, step: Step) -> None:
    while client.alive:
        step(client.last_words())
        time.sleep(BEAT)
    if client.process.returncode:
        raise Trouble(f"{client.last_words()} More in {client.log}.")


def _database(settings: Settings, running: ExitStack) -> tuple[Postgres | None, str]:
    """The administrator's URL of a server that answers, and that server where it is ours."""
    if settings.database_url is None:
        server = Postgres(settings.home)
        running.callback(server.stop)
        return server, server.start()
    try:
        connect(settings.database_url).close()
    except psycopg2.OperationalError as error:
        said = str(error).strip().splitlines()[-1].strip()
        raise Trouble(f"DATABASE_URL leads to no database: {said}. Correct it, or unset it to use our own.") from error
    return None, settings.database_url


def _serve(settings: Settings, url: str, running: ExitStack) -> list[Child]:
    kesher = [sys.executable, "-m", "saas.cli"]
    environment = _environment(settings, url)
    children = [
        supervisor.start(name, [*kesher, command], log=_log(settings, name), environment=environment)
        for name, command in (("web", "serve"), ("worker", "work"))
    ]
    running.callback(supervisor.stop, children)
    return children


def _await_health(settings: Settings, children: list[Child]) -> None:
    deadline = time.monotonic() + SLOW_START
    while not _healthy(settings):
        _refuse_dead(children)
        if time.monotonic() > deadline:
            raise Trouble(f"The web server did not answer within {SLOW_START:.0f} s; look into {children[0].log}.")
        time.sleep(0.05)


def _healthy(settings: Settings) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{settings.port}/healthz", timeout=3) as answer:
            return bool(answer.status == 200)  # noqa: PLR2004  HTTP's own word
    except (urllib.error.URLError, OSError):
        return False


def _watch(server: Postgres | None, children: list[Child]) -> None:
    """Until a signal; ends everything when one part is gone, for half a product helps nobody."""
    while True:
        time.sleep(BEAT)
        if server is not None and not (server.data / "PG_VERSION").exists():
            home = server.folder.parent
            raise Trouble(f"The data folder {home} is gone, so everything stopped; start again for a new one.")
        if server is not None and server.ended:
            raise Trouble(f"The database ended (more in {server.log}), so everything stopped; start again.")
        _refuse_dead(children)


def _refuse_dead(children: list[Child]) -> None:
    for child in children:
        if not child.alive:
            raise Trouble(f"The {child.name} ended: {child.last_words()} (more in {child.log}).")


def _check_home(home: Path) -> None:
    try:
        home.mkdir(parents=True, exist_ok=True)
        probe = home / f".probe{os.getpid()}"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise Trouble(f"{home} cannot be written ({error.strerror}): set KESHER_HOME to a folder of yours.") from error


@contextmanager
def _alone(home: Path) -> Iterator[bool]:
    """One supervisor for a home. Tells whether the last one was killed: its children may need a moment to end."""
    with (home / "lock").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise Trouble(
                f"Kesher already runs on {home}: stop it first, or set KESHER_HOME to another folder."
            ) from error
        lock.seek(0)
        unfinished = bool(lock.read())
        lock.write("running\n")
        lock.flush()
        try:
            yield unfinished
        finally:
            lock.truncate(0)


def _check_port(settings: Settings, *, patience: float) -> None:
    deadline = time.monotonic() + patience
    while not _is_free(settings):
        if time.monotonic() > deadline:
            raise Trouble(
                f"Port {settings.port} is in use: stop what listens there, or set KESHER_PORT to another number."
            )
        time.sleep(BEAT)


def _is_free(settings: Settings) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError:
            return False
    return True


def _environment(settings: Settings, url: str) -> Mapping[str, str]:
    return {
        **os.environ,
        "DATABASE_URL": url,
        "KESHER_CLIENT": str(settings.client),
        "KESHER_MODE": settings.mode.value,
        "KESHER_HOME": str(settings.home),
        "KESHER_HOST": settings.host,
        "KESHER_PORT": str(settings.port),
        "PYTHONUNBUFFERED": "1",
    }


def _log(settings: Settings, name: str) -> Path:
    return settings.home / "logs" / f"{name}.log"


@contextmanager
def _stopped_by_signals() -> Iterator[None]:
    """A polite end from outside, and a terminal that closes, do what Ctrl-C does; `bin/up &` in a script hears it."""

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = {number: signal.signal(number, interrupt) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
