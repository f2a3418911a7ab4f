"""What a command says to a program."""

from typing import Annotated

import orjson
import typer

Json = Annotated[bool, typer.Option("--json", help="For programs: JSON")]


def print_json(said: object) -> None:
    typer.echo(orjson.dumps(said, option=orjson.OPT_INDENT_2).decode())
