"""`kesher token`: API tokens, made in the terminal of the machine that holds the data."""

from typing import Annotated

import typer

from saas.commands.ground import ground, told
from saas.identity.tokens import create_token

commands = typer.Typer(add_completion=False, help="API tokens.", no_args_is_help=True)


@commands.command("create")
def create(
    tenant: Annotated[str, typer.Option(help="The company's slug")],
    member: Annotated[str, typer.Option(help="E-mail address of the member it acts for")],
    name: Annotated[str, typer.Option(help="What it is for")] = "terminal",
) -> None:
    """Print a new token, and nothing else; it is shown this once."""
    with told(), ground() as here:
        company = here.tenant(tenant)
        holder = here.member(company, member)
        with here.opener(company)() as work:
            made = create_token(here.platform, company, holder.id, name=name, tell=work.tell)
        typer.echo(made)


@commands.callback()
def _group() -> None:
    """A noun of its own, though it has one verb yet."""
