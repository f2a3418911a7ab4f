"""`kesher tenant move` and `kesher tenant cells`: where companies live."""

from typing import Annotated

import typer
from rich.console import Console
from rich.status import Status
from rich.table import Table

from saas.commands.ground import ground, said, told
from saas.operations.moves import move_company
from tenants.cells import count_companies
from tenants.moving import confirm
from tenants.route import Progress, Route
from tenants.spares import count

console = Console(highlight=False, soft_wrap=True)


def cells() -> None:
    """The Postgres servers that companies live in, and how many of them."""
    with told(), ground() as here:
        table = Table("cell", "companies", "spares", box=None)
        for cell, companies in count_companies(here.cells).items():
            spares = count(here.migrate, cell=cell, at=here.cells.beyond_home(cell))
            table.add_row(cell, str(companies), str(spares))
        console.print(table)


def move(
    slug: Annotated[str, typer.Argument(help="The company's address")],
    *,
    to: Annotated[str | None, typer.Option(help="The cell, as named in KESHER_CELLS; home is the first")] = None,
    reason: Annotated[str | None, typer.Option(help="Why; the company reads it in its own trail")] = None,
    confirmed: Annotated[bool, typer.Option("--confirm", help="Take the old copy away")] = False,
) -> None:
    """Move a company to another cell while it is used, then --confirm. Broken off, the same command goes on."""
    if confirmed == (to is not None) or (to is not None) != (reason is not None):
        raise typer.BadParameter("Say where to and why (--to CELL --reason WHY), or --confirm alone.")
    with told(), ground() as here, console.status("Moving …") as line:
        company = here.tenant(slug)
        route = Route(here.cells, company, to or company.cell, _shown(line))
        if confirmed:
            console.print(f"The old copy of {company.name} in {confirm(route)} is gone.")
            return
        moved = move_company(route, here.opener, said(reason or ""))
        console.print(
            f"{company.name} lives in {to}; it could be read only for {moved.held.total_seconds():.1f} s. "
            f"The old copy in {moved.source} goes with: kesher tenant move {slug} --confirm"
        )


def _shown(line: Status) -> Progress:
    return lambda what: line.update(f"{what} …")


def add_to(commands: typer.Typer) -> None:
    commands.command("cells")(cells)
    commands.command("move")(move)
