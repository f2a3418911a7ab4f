"""The database of one machine made ready, and the demo company in it."""

import os
from pathlib import Path
from typing import Final

from sqlalchemy import Engine, create_engine
from sqlalchemy.pool import NullPool

from saas.core.clock import Clock
from saas.core.principal import system
from saas.core.work import Opener
from saas.demo.actions import fill
from saas.demo.company import CURRENCY, LOCALE, NAME, TIME_ZONE, WEEK_START
from saas.local.steps import Steps
from saas.local.trouble import Trouble
from saas.settings import Settings, admin_urls, passwords, role_urls
from tenants import fleet, provision
from tenants.bootstrap import bootstrap, driver_url
from tenants.engine import Lanes
from tenants.registry import Directory, Tenant

SLUG: Final = "demo"
OWNER: Final = "owner@demo.test"


def prepare(settings: Settings, admin_url: str, steps: Steps) -> None:
    """Brings any database to the present revision and finds or makes the demo company. Idempotent."""
    with steps.step("Tables"):
        for url in admin_urls(settings, admin_url).values():
            bootstrap(url, passwords(settings))
        urls = role_urls(settings, admin_url)
        engine = create_engine(driver_url(urls.migrate), poolclass=NullPool)
        _migrate(engine)
    if Directory(engine).find_by_slug(SLUG) is None:
        with steps.step("Demo company") as step:
            tenant = _found(engine)
            lanes = Lanes({tenant.cell: urls.work}, lanes=1, size=1)
            fill(Opener(lanes, tenant, system("kesher up")), Clock(), progress=step)
            lanes.dispose()


def _migrate(engine: Engine) -> None:
    report = fleet.upgrade(engine)
    if report.failed:
        namespace, error = next(iter(report.failed.items()))
        raise Trouble(f"{len(report.failed)} companies could not be brought up to date, {namespace} first: {error}")


def _found(engine: Engine) -> Tenant:
    return provision.create(
        engine, slug=SLUG, name=NAME, currency=CURRENCY, locale=LOCALE, time_zone=TIME_ZONE, week_start=WEEK_START
    )  # fmt: skip


def welcome(settings: Settings) -> str:
    """Where it is, how to get in, and what to do next; one line each, so that a command can be copied whole."""
    address = f"http://{SLUG}.localhost:{settings.port}"
    kesher = _command(settings)
    steps = {
        "A token for programs": f"{kesher} token create --tenant {SLUG} --member {OWNER}",
        "A company of your own": f"http://login.localhost:{settings.port}/sign-up",
        "The same in a terminal": f"{kesher} tenant create acme --owner you@acme.test",
        "Admin console": f"http://admin.localhost:{settings.port}",
        "A way into that": f'{kesher} admin grant you@acme.test --reason "Mine"',
        "The tests": "bin/test",
        "Stop everything": f"Ctrl-C; the data stays in {_short(settings.home)}",
    }
    listed = "\n".join(f"  [dim]{what:<22}[/] {how}" for what, how in steps.items())
    return f"""
[bold]Kesher is ready: [link={address}]{address}[/link][/bold]
Choose a member to sign in, for example {OWNER}, the owner.

{listed}
"""


def _command(settings: Settings) -> str:
    """The command as it must be typed in another terminal."""
    home = "" if settings.home == Path(".kesher").absolute() else f"KESHER_HOME={_short(settings.home)} "
    port = "" if settings.port == Settings().port else f"KESHER_PORT={settings.port} "
    database = "DATABASE_URL=… " if settings.database_url else ""
    return f"{home}{port}{database}.venv/bin/kesher"


def _short(path: Path) -> str:
    return os.path.relpath(path) if path.is_relative_to(Path.cwd()) else str(path)
