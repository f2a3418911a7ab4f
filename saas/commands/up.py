"""`kesher up`: everything on this machine."""

import typer

from saas.commands.ground import told
from saas.local.up import up as run_locally
from saas.settings import read_settings

commands = typer.Typer(add_completion=False)


@commands.command()
def up() -> None:
    """Everything on this machine: database, demo company, web and worker, until Ctrl-C."""
    with told():
        run_locally(read_settings())
