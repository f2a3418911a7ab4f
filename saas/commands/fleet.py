"""`kesher fleet`: all companies at once, where they stand and whether they are what their revision says."""

import time
from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Final

import typer
from rich.console import Console
from rich.live import Live
from rich.progress import Progress
from rich.table import Table
from sqlalchemy import Engine, Row, create_engine, text
from sqlalchemy.pool import NullPool

from saas.commands.ground import errors, ground, running, told
from saas.settings import BadSetting, cell_urls, role_urls
from tenants import drift
from tenants.bootstrap import driver_url
from tenants.drift import DriftReport
from tenants.revisions import head

commands = typer.Typer(add_completion=False, help="All companies at once.", no_args_is_help=True)
console = Console(highlight=False, soft_wrap=True)

LOOK: Final = 1.0
_STANDING: Final = text("""
SELECT v.revision, count(*) AS companies, max(v.changed_at) AS changed_at,
    count(*) FILTER (WHERE last.state = 'FAILED') AS troubled
FROM fleet.version v LEFT JOIN LATERAL (
    SELECT l.state FROM fleet.ledger l WHERE l.namespace = v.namespace ORDER BY l.id DESC LIMIT 1
) last ON true GROUP BY v.revision ORDER BY v.revision DESC
""")


@commands.command("status")
def status(
    *, watch: Annotated[bool, typer.Option("--watch", help="Go on until all are there, while an upgrade runs")] = False
) -> None:
    """How many companies stand at which revision. It changes none."""
    with told(), running() as settings:
        if not (settings.migrate_url or settings.database_url):
            raise BadSetting("DATABASE_URL is missing; this command needs an administrator's URL.")
        url = settings.migrate_url or role_urls(settings, settings.database_url or "").migrate
        engines = [create_engine(driver_url(one), poolclass=NullPool) for one in cell_urls(settings, url).values()]
        with Live(console=console, auto_refresh=False) as live:
            while True:
                table, settled = _standing(engines)
                live.update(table, refresh=True)
                if settled or not watch:
                    return
                time.sleep(LOOK)


@commands.command("drift")
def find_drift(
    *, company: Annotated[str | None, typer.Option(help="This one alone, by its address")] = None
) -> None:  # fmt: skip
    """Compare every company's tables, columns, constraints, indexes and rights with what its revision makes."""
    with told(), ground() as here:
        alone = None if company is None else here.tenant(company)
        names = None if alone is None else [alone.namespace]
        cells = here.cells.engines.values() if alone is None else [here.cells.at(alone.cell)]
        slugs = {one.namespace: one.slug for one in here.directory.list()}
        with Progress(console=errors, transient=True) as progress:
            task = progress.add_task("Comparing", total=None)
            report = DriftReport()
            for cell in cells:
                report += drift.look(
                    cell, names, progress=lambda done, total: progress.update(task, completed=done, total=total)
                )
        for one in report.drifted:
            console.print(f"{slugs.get(one.namespace, one.namespace)} is not what revision {one.revision} says:")
            for line in one.told:
                console.print(f"  {line}", markup=False)
        console.print(f"{report.checked} compared, {len(report.drifted)} differ, {report.busy} at hand elsewhere.")
        if report.drifted:
            raise typer.Exit(1)


def _standing(engines: Sequence[Engine]) -> tuple[Table, bool]:
    """Of all cells, and whether all are at the head."""
    table = Table("revision", "companies", "since", "with trouble", box=None)
    rows = list[Row[*tuple[object, ...]]]()
    for engine in engines:
        with engine.connect() as connection:
            rows += connection.execute(_STANDING).all()
    for row in rows:
        at: datetime = row.changed_at
        name = f"{row.revision}, the head" if row.revision == head("tenant") else row.revision
        table.add_row(name, f"{row.companies:,}", f"{at:%Y-%m-%d %H:%M} UTC", str(row.troubled or "none"))
    return table, all(row.revision == head("tenant") for row in rows)
