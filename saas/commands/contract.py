"""`kesher graph`: the contract as the code has it."""

import typer

from saas.graph.assembly import sdl

commands = typer.Typer(add_completion=False)


@commands.command()
def graph() -> None:
    """Print the GraphQL schema."""
    typer.echo(sdl(), nl=False)
