"""`kesher`: the product in the terminal.

Each command stands in a module of its own below `saas.commands`, imported when it is chosen: a short command does not
wait for what it does not use.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import cast

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from saas.commands.lasting import lasting

MODULES: Mapping[str, str] = {
    "up": "up",
    "serve": "serve",
    "work": "work",
    "migrate": "migrate",
    "tenant": "companies",
    "admin": "admins",
    "fleet": "fleet",
    "backup": "backup",
    "token": "tokens",
    "import": "imports",
    "graph": "contract",
}


class Commands(TyperGroup):
    """Finds a command's module by its name."""

    def list_commands(self, ctx: object) -> list[str]:  # noqa: ARG002  the framework's signature
        return list(MODULES)

    def get_command(self, ctx: object, cmd_name: str) -> TyperCommand | TyperGroup | None:  # noqa: ARG002  the same
        if cmd_name not in MODULES:
            return None
        with lasting():
            module = import_module(f"saas.commands.{MODULES[cmd_name]}")
        command = cast(TyperCommand | TyperGroup, get_command(module.commands))
        command.name = cmd_name
        return command


app = typer.Typer(cls=Commands, add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)


@app.callback()
def kesher() -> None:
    """Kesher, a CRM for many companies."""


if __name__ == "__main__":
    app()
