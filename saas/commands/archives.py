"""`kesher tenant export` and `import`: a company as one file, and a company of one."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from saas.commands.ground import Ground, ground, said, told
from saas.commands.sizes import size
from saas.commands.standing import Slug, Why
from saas.local.trouble import Trouble
from saas.operations.archive import Errand, Progress, export_company
from saas.operations.arrival import Arrival, import_company
from saas.operations.sealing import opened
from saas.settings import secret_key
from tenants import fleet

console = Console(highlight=False, soft_wrap=True)


def export(
    slug: Slug, *, reason: Why, to: Annotated[Path | None, typer.Option(help="Otherwise SLUG.kesher")] = None
) -> None:
    """Write the whole company into one file: tables, files and who its members are."""
    with told(), ground() as here:
        company, out = here.tenant(slug), to or Path(f"{slug}.kesher")
        with _far() as progress:
            manifest = export_company(_errand(here, reason, progress), company, out)
        written = size(out.stat().st_size)
        console.print(f"{out}: {manifest.rows:,} rows of {len(manifest.sheets)} tables, {written}.")


def import_(
    source: Annotated[Path, typer.Argument(help="What an export or a backup has written")], *, reason: Why,
    slug: Annotated[str | None, typer.Option(help="Its address, where the old one is in use")] = None,
) -> None:  # fmt: skip
    """Make a company of such a file, beside whatever is there; everything is compared with what was written."""
    with told(), ground() as here:
        with _far() as progress, opened(source, lambda: secret_key(here.settings)) as plain:
            made = import_company(_errand(here, reason, progress), plain, Arrival(slug))
        if why := fleet.upgrade_one(here.cells.at(made.cell), made.namespace):
            raise Trouble(f"{made.name} is there, but could not be brought to this version: {why}")
        console.print(f"{made.name} is there: http://{made.slug}.{here.settings.domain}:{here.settings.port}")


def _errand(here: Ground, why: str, progress: Progress) -> Errand:
    return Errand(here.migrate, here.platform, here.opener, said(why), progress, here.cells)


@contextmanager
def _far() -> Iterator[Progress]:
    """A bar with what is being done, how many of it there were, and how long it takes."""
    columns = TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn()
    with Bar(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task, done = bar.add_task("Reading", total=None), Counter[str]()

        def step(what: str) -> None:
            done[what] += 1
            count = f" {done[what]:,}" if done[what] > 1 else ""
            bar.update(task, description=f"{what.capitalize()}{count}")

        yield step


def add_to(commands: typer.Typer) -> None:
    commands.command("export")(export)
    commands.command("import")(import_)
