"""`kesher graph`: the contracts as the code has them."""

from typing import Annotated

import typer

from saas.edge.console import contract
from saas.graph.assembly import sdl

commands = typer.Typer(add_completion=False)


@commands.command()
def graph(*, platform: Annotated[bool, typer.Option(help="That of the admin host")] = False) -> None:
    """Print the GraphQL schema."""
    typer.echo(contract.sdl() if platform else sdl(), nl=False)
