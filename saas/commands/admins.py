"""`kesher admin`: who may use the admin console, granted in the terminal of the machine that holds the data."""

from typing import Annotated

import typer
from rich.console import Console

from saas.commands.ground import Ground, ground, said, told
from saas.console.admins import Grant, grant_admin, list_admins, revoke_admin
from saas.console.links import make_link
from saas.core.clock import Clock
from saas.members.actions import read_email

commands = typer.Typer(add_completion=False, help="Platform admins.", no_args_is_help=True)
console = Console(highlight=False, soft_wrap=True)

Email = Annotated[str, typer.Argument(help="The person's e-mail address")]
Why = Annotated[str, typer.Option("--reason", help="Why; it stays with the grant")]


@commands.command("grant")
def grant(email: Email, *, reason: Why) -> None:
    """Let a person use the admin console; again, it changes nothing."""
    with told(), ground() as here:
        granted = grant_admin(here.migrate, read_email(email), said(reason), clock=Clock())
        console.print(f"{email} is a platform admin." if granted.new else f"{email} was a platform admin already.")
        console.print(f"The console: {here.origin('admin')}")
        if not granted.knows_a_way:
            _print_link(here, email)


@commands.command("link")
def link(email: Email) -> None:
    """Print a way in that is good once, for ten minutes: for an admin who cannot sign in otherwise."""
    with told(), ground() as here:
        _print_link(here, email)


@commands.command("revoke")
def revoke(email: Email, *, reason: Why) -> None:
    """End it; whoever is signed in is out with the next request."""
    with told(), ground() as here:
        changed = revoke_admin(here.migrate, read_email(email), said(reason), clock=Clock())
        console.print(f"{email} is no platform admin any more." if changed else f"{email} was no platform admin.")


@commands.command("list")
def list_() -> None:
    """Every grant there ever was; those that hold first."""
    with told(), ground() as here:
        for one in list_admins(here.platform):
            console.print(_line(one), markup=False)


def _print_link(here: Ground, email: str) -> None:
    secret = make_link(here.migrate, read_email(email), clock=Clock())
    origin = here.origin("login")
    console.print(f"Once, within ten minutes: {origin}/console/link?secret={secret}")
    console.print(f"Then make a passkey at {origin}/passkeys")


def _line(grant: Grant) -> str:
    said = f"{grant.email}  granted {grant.granted_at:%Y-%m-%d} by {grant.granted_by}: {grant.reason}"
    if grant.revoked_at is None:
        return said
    return f"{said}  revoked {grant.revoked_at:%Y-%m-%d} by {grant.revoked_by}: {grant.revoked_because}"
