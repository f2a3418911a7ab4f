"""What commands stand on: the settings, a database that runs and is up to date, a company found by its slug."""

import getpass
import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

import psycopg2
import typer
from rich.console import Console
from rich.markup import escape
from sqlalchemy import Engine, create_engine
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool

from saas.core.errors import NotFound, Refusal
from saas.core.ids import new_id
from saas.core.principal import Principal, system
from saas.core.texts import tell
from saas.core.walk import StrayFile
from saas.core.work import Opener
from saas.identity.queries import Someone, find_member_by_email
from saas.local.postgres import Postgres
from saas.local.trouble import Trouble
from saas.operations.actions import Reason
from saas.settings import BadSetting, Mode, Settings, admin_urls, cell_urls, passwords, read_settings, role_urls
from tenants import fleet
from tenants.bootstrap import bootstrap, driver_url
from tenants.cells import Cells
from tenants.engine import Lanes
from tenants.errors import TenancyError
from tenants.placement import HOME
from tenants.registry import Directory, Tenant

REFUSED = 1

errors = Console(stderr=True, highlight=False)


@dataclass(frozen=True, slots=True)
class Ground:
    """A database at the present revision. Commands act as the worker does: its limits in time are the wider ones."""

    settings: Settings
    migrate: Engine
    platform: Engine
    lanes: Lanes
    upgraded: int
    cells: Cells
    directory: Directory

    def tenant(self, slug: str) -> Tenant:
        found = self.directory.find_by_slug(slug)
        if found is None:
            raise Trouble(f"There is no company {slug!r}. Make it with: kesher tenant create {slug} --owner EMAIL")
        return found

    def member(self, tenant: Tenant, email: str) -> Someone:
        found = find_member_by_email(self.lanes, tenant, email)
        if found is None:
            raise NotFound(
                "NOT_FOUND", "%(company)s has no member %(email)s.", "member", company=tenant.slug, email=email
            )
        return found

    def origin(self, label: str) -> str:
        """As a browser names it. `localhost` is one's own machine: `kesher up` serves there, without https."""
        own = self.settings.domain == "localhost"
        return (replace(self.settings, mode=Mode.LOCAL) if own else self.settings).origin(label)

    def opener(self, tenant: Tenant, principal: Principal | None = None) -> Opener:
        """Of the product itself, unless for a member."""
        return Opener(self.lanes, tenant, principal or as_product(tenant), outside=self.settings)


def as_product(tenant: Tenant) -> Principal:
    return system(f"cli-{new_id().hex[-12:]}", locale=tenant.locale, time_zone=tenant.time_zone)


def said(why: str) -> Reason:
    """Who runs this answers for it. In a container the user may have no name."""
    try:
        return Reason(why, getpass.getuser())
    except (KeyError, OSError):
        return Reason(why, f"user {os.getuid()}")


def log_to_terminal() -> None:
    """What a process that serves has to tell, a line each."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    for name in ("procrastinate", "tenants"):
        logging.getLogger(name).setLevel(logging.WARNING)


@contextmanager
def told() -> Iterator[None]:
    """What stops a command is one sentence on the terminal, without a traceback."""
    try:
        yield
    except Refusal as refusal:
        _stop(tell(refusal, "en"))
    except (BadSetting, Trouble, TenancyError, StrayFile) as trouble:
        _stop(str(trouble))
    except (psycopg2.OperationalError, OperationalError) as error:
        cause = error.orig if isinstance(error, OperationalError) else error
        _stop(f"The database does not answer: {str(cause).strip().splitlines()[0]}")


@contextmanager
def running(settings: Settings | None = None) -> Iterator[Settings]:
    """Settings that name a database that runs: the given one, the one of `kesher up`, or our own for the while."""
    settings = settings or read_settings()
    if settings.database_url or settings.web_url or settings.work_url:
        yield settings
        return
    server = Postgres(settings.home)
    try:
        yield replace(settings, database_url=server.start())
    finally:
        server.stop()


@contextmanager
def ground() -> Iterator[Ground]:
    with running() as settings:
        if settings.database_url is not None:
            for url in admin_urls(settings, settings.database_url).values():
                bootstrap(url, passwords(settings))
        elif not settings.migrate_url:
            raise BadSetting("DATABASE_URL is missing; this command needs an administrator's URL.")
        urls = role_urls(settings, settings.database_url or "")
        cells = Cells(_engines(cell_urls(settings, urls.migrate)))
        work = cell_urls(settings, urls.work)
        readers = _engines(work)
        lanes = Lanes(work, lanes=1, size=2)
        try:
            upgraded = upgrade_all(cells)
            directory = Directory(readers[HOME], cells=readers)
            yield Ground(settings, cells.home, readers[HOME], lanes, upgraded, cells, directory)
        finally:
            lanes.dispose()


def upgrade_all(cells: Cells) -> int:
    """Every company of every cell. Raises Trouble where one stays behind."""
    upgraded = 0
    for engine in cells.engines.values():
        report = fleet.upgrade(engine)
        upgraded += report.upgraded
        if report.failed:
            namespace, why = next(iter(report.failed.items()))
            raise Trouble(f"{len(report.failed)} companies could not be brought up to date, {namespace} first: {why}")
    return upgraded


def _engines(urls: Mapping[str, str]) -> dict[str, Engine]:
    return {cell: create_engine(driver_url(url), poolclass=NullPool) for cell, url in urls.items()}


def _stop(message: str) -> None:
    errors.print(f"[red]kesher:[/] {escape(message)}", soft_wrap=True)
    raise typer.Exit(REFUSED)
