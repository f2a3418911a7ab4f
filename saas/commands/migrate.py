"""`kesher migrate`: the database and every company at this version's revision."""

import typer
from rich.console import Console

from saas.commands.ground import ground, told

commands = typer.Typer(add_completion=False)
console = Console(highlight=False)


@commands.command()
def migrate() -> None:
    """Bring the database and every company to this version's revision."""
    with told(), ground() as here:
        console.print(f"Up to date: {here.upgraded} companies changed.")
