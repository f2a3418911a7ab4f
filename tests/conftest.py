"""What every test may ask for: a real Postgres, a database of the worker's own, fresh tenants, and no way outside.

One server serves a whole run. A database that was bootstrapped once and holds tenants made beforehand is the template
of each worker's own; a test takes a tenant that nobody has touched, and commits for real.
"""

import fcntl
import ipaddress
import os
import shutil
import signal
import socket
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from psycopg2 import errors
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.pool import NullPool

from saas.local.postgres import Postgres
from tenants import provision
from tenants.bootstrap import Passwords, bootstrap, connect, driver_url, login_url
from tenants.engine import Lanes
from tenants.registry import Directory, Tenant

PASSWORDS: Final = Passwords("web-secret", "work-secret", "migrate-secret")
WARM: Final = 8
RUNS: Final = Path(tempfile.gettempdir()) / f"kesher-tests-{os.getuid()}"
SERVER: Final = {
    "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_connections": "300",
    "autovacuum": "off", "shared_buffers": "64MB",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Database:
    """URLs of one database for each login role, and for the administrator."""

    admin_url: str
    web_url: str
    work_url: str
    migrate_url: str


def pytest_configure(config: pytest.Config) -> None:
    """Clears what killed runs left behind; the workers of one run find each other by its folder."""
    if not hasattr(config, "workerinput"):
        for folder in RUNS.glob("*"):
            if folder.name.isdigit() and not _alive(int(folder.name)):
                _end(folder)
        os.environ["KESHER_TEST_RUN"] = str(RUNS / str(os.getpid()))


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        if given := os.environ.get("DATABASE_URL"):
            _drop(given, _template_name())
        _end(RUNS / str(os.getpid()))


def _drop(url: str, name: str) -> None:
    """On a server that is not ours nothing may stay: neither the database nor its tenants' roles."""
    with closing(connect(url)) as admin, admin.cursor() as cursor:
        admin.autocommit = True
        cursor.execute("SELECT FROM pg_database WHERE datname = %s", (name,))
        if cursor.fetchone() is None:
            return
        with closing(connect(_urls(url, name).admin_url)) as inside, inside.cursor() as names:
            names.execute("SELECT nspname FROM pg_namespace WHERE nspname ~ '^t_[a-z2-7]{13}$'")
            roles = [row[0] for row in names.fetchall()]
        cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")
        for role in roles:
            with suppress(errors.DependentObjectsStillExist):
                cursor.execute(f"DROP ROLE {role}")


def _template_name() -> str:
    return f"kesher_template_{Path(os.environ['KESHER_TEST_RUN']).name}"


def _alive(pid: int) -> bool:
    with suppress(ProcessLookupError):
        os.kill(pid, 0)
        return True
    return False


def _end(folder: Path) -> None:
    if (folder / "postgres").exists():
        server = Postgres(folder)
        if server._own():
            with suppress(OSError, IndexError):
                os.kill(int(server._pid_lines()[0]), signal.SIGQUIT)
            server.stop()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session", autouse=True)
def only_loopback() -> Iterator[None]:
    """A test that reaches outside this machine fails."""
    patch = pytest.MonkeyPatch()
    for name in ("connect", "connect_ex"):
        kept = getattr(socket.socket, name)

        def guarded(self: socket.socket, address: object, kept: object = kept) -> object:
            if self.family != socket.AF_UNIX and not _inside(address):
                raise AssertionError(f"a test may not connect to {address!r}")
            return kept(self, address)  # type: ignore[operator]

        patch.setattr(socket.socket, name, guarded)
    yield
    patch.undo()


def _inside(address: object) -> bool:
    host = str(address[0]) if isinstance(address, tuple) else ""
    with suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return host == "localhost" or host.endswith(".localhost")


@pytest.fixture(scope="session")
def postgres() -> str:
    """The administrator's URL of this run's server; `DATABASE_URL` where it is set."""
    if given := os.environ.get("DATABASE_URL"):
        return given
    run = Path(os.environ["KESHER_TEST_RUN"])
    run.mkdir(parents=True, exist_ok=True)
    with _locked(run):
        server = Postgres(run, settings=SERVER, detached=True)
        if server.healthy():
            return server.url
        url = server.start()
        server.release()  # it belongs to the run, whose first process ends it
        return url


@pytest.fixture(scope="session")
def template(postgres: str) -> str:
    """The name of a bootstrapped database with `WARM` tenants in it."""
    name = _template_name()
    with _locked(Path(os.environ["KESHER_TEST_RUN"])), closing(connect(postgres)) as admin:
        admin.autocommit = True
        with admin.cursor() as cursor:
            cursor.execute("SELECT FROM pg_database WHERE datname = %s", (name,))
            if cursor.fetchone() is None:
                cursor.execute(f"CREATE DATABASE {name}_new TEMPLATE template0")
                urls = _urls(postgres, f"{name}_new")
                bootstrap(urls.admin_url, PASSWORDS)
                engine = create_engine(urls.migrate_url, poolclass=NullPool)
                for number in range(WARM):
                    make_tenant(engine, f"warm-{number}")
                cursor.execute(f"ALTER DATABASE {name}_new RENAME TO {name}")
    return name


@pytest.fixture(scope="session")
def database(postgres: str, template: str) -> Iterator[Database]:
    """A database of this worker's own, bootstrapped and with tenants in the pool."""
    with cloned(postgres, template) as made:
        yield made


@contextmanager
def cloned(postgres: str, template: str) -> Iterator[Database]:
    """A copy of the template, for as long as it is used."""
    name = f"kesher_{uuid4().hex[:12]}"
    with closing(connect(postgres)) as admin, admin.cursor() as cursor:
        admin.autocommit = True
        with _locked(Path(os.environ["KESHER_TEST_RUN"])):
            cursor.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
            cursor.execute(f"REVOKE ALL ON DATABASE {name} FROM PUBLIC")
            cursor.execute(f"GRANT CONNECT ON DATABASE {name} TO kesher_web, kesher_work, kesher_migrate")
            cursor.execute(f"GRANT CREATE ON DATABASE {name} TO kesher_migrate")
        yield _urls(postgres, name)
        if os.environ.get("DATABASE_URL"):  # ours goes as a whole, which is quicker
            _drop(postgres, name)


@pytest.fixture(scope="session")
def migrate_engine(database: Database) -> Iterator[Engine]:
    """As the owner of all namespaces."""
    engine = create_engine(driver_url(database.migrate_url))
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def web_engine(database: Database) -> Iterator[Engine]:
    """As `kesher_web`, without a tenant: what the platform's side of the product uses."""
    engine = create_engine(driver_url(database.web_url))
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def lanes(database: Database) -> Iterator[Lanes]:
    """Of the web role."""
    lanes = Lanes({"home": database.web_url}, lanes=2, size=4)
    yield lanes
    lanes.dispose()


@pytest.fixture(scope="session")
def work_lanes(database: Database) -> Iterator[Lanes]:
    """Of the worker's role."""
    lanes = Lanes({"home": database.work_url}, lanes=2, size=4)
    yield lanes
    lanes.dispose()


@pytest.fixture
def queue(database: Database) -> Iterator[Engine]:
    """The jobs, of which there are none before and after: suites share a database."""
    engine = create_engine(driver_url(database.work_url))
    _empty(engine)
    yield engine
    _empty(engine)
    engine.dispose()


def _empty(queue: Engine) -> None:
    with queue.begin() as connection:
        connection.execute(text("SET LOCAL search_path = jobs, pg_catalog; DELETE FROM procrastinate_jobs"))


@pytest.fixture
def directory(web_engine: Engine) -> Directory:
    """One that remembers nothing of an earlier test."""
    return Directory(web_engine, ttl=0)


@pytest.fixture(scope="session")
def tenants_pool(migrate_engine: Engine, web_engine: Engine) -> Iterator[Tenant]:
    """Tenants that nobody has touched: first the template's, then new ones."""
    return _fresh(migrate_engine, web_engine)


@pytest.fixture
def tenant(tenants_pool: Iterator[Tenant]) -> Tenant:
    """A fresh tenant of this test's own."""
    return next(tenants_pool)


@pytest.fixture
def other_tenant(tenants_pool: Iterator[Tenant]) -> Tenant:
    """A second one, to look over the wall from."""
    return next(tenants_pool)


def make_tenant(engine: Engine, slug: str) -> Tenant:
    """In euros, in English, in UTC."""
    return provision.create(engine, slug=slug, name=slug.title(), currency="EUR", locale="en", time_zone="UTC")


def _fresh(migrate_engine: Engine, web_engine: Engine) -> Iterator[Tenant]:
    yield from (one for one in Directory(web_engine).list() if one.slug.startswith("warm-"))
    while True:
        yield make_tenant(migrate_engine, f"fresh-{uuid4().hex[:10]}")


def _urls(url: str, name: str) -> Database:
    admin = urlsplit(url)._replace(path=f"/{name}").geturl()
    logins = (("kesher_web", PASSWORDS.web), ("kesher_work", PASSWORDS.work), ("kesher_migrate", PASSWORDS.migrate))
    return Database(admin, *(login_url(admin, role, password) for role, password in logins))


@contextmanager
def _locked(run: Path) -> Iterator[None]:
    run.mkdir(parents=True, exist_ok=True)
    with (run / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
