"""`kesher tenant delete`, `restore` and `purge`: the end of a company, and the way back."""

import re
from datetime import timedelta
from typing import Annotated, Final

import typer
from rich.console import Console

from saas.commands.ground import ground, said, told
from saas.commands.standing import Slug, Why
from saas.core.clock import Clock
from saas.core.errors import Invalid
from saas.operations.deletion import Grace, delete_company, grace_of, restore_company
from saas.operations.purge import Purge

console = Console(highlight=False, soft_wrap=True)

_LASTS: Final = re.compile(r"(\d{1,4})([dh])")


def delete(
    slug: Slug,
    *,
    reason: Why,
    grace: Annotated[str, typer.Option(help="How long it can be restored: 30d, 12h")] = "30d",
) -> None:
    """Answer nobody of this company any more; after the grace a worker takes everything of it away."""
    with told(), ground() as here:
        lasts, company = _read(grace), here.tenant(slug)
        changed = delete_company(here.migrate, here.opener(company), said(reason), Grace(Clock(), lasts))
        ends_at = grace_of(here.platform, here.opener(company))
        until = "" if ends_at is None else f" until {ends_at:%Y-%m-%d %H:%M} UTC"
        console.print(f"{company.name} {'is' if changed else 'was already'} deleted; its data stay{until}.")
        console.print(f"Until then: kesher tenant restore {slug} --reason WHY")


def restore(slug: Slug, *, reason: Why) -> None:
    """Let a deleted company come back as it was, while its grace lasts."""
    with told(), ground() as here:
        company = here.tenant(slug)
        cell = here.cells.beyond_home(company.cell)
        changed = restore_company(here.migrate, here.opener(company), said(reason), at=cell)
        here.directory.forget()
        status = here.tenant(slug).status.lower()
        console.print(f"{company.name} is back, {status}." if changed else f"{company.name} was not deleted.")


def purge() -> None:
    """Take away at once the companies whose grace is over; a worker does it every night."""
    with told(), ground() as here, console.status("Purging …") as line:
        gone = Purge(
            here.migrate,
            here.settings.files_url,
            Clock(),
            here.cells.abroad,
            lambda what: line.update(f"Purging … {what}"),
        ).run()
        console.print(f"{gone} purged.")


def _read(grace: str) -> timedelta:
    found = _LASTS.fullmatch(grace)
    if found is None:
        raise Invalid("BAD_GRACE", "Say the grace in days or hours, such as 30d or 12h.", "grace")
    amount = int(found[1])
    return timedelta(days=amount) if found[2] == "d" else timedelta(hours=amount)


def add_to(commands: typer.Typer) -> None:
    for command in (delete, restore, purge):
        commands.command()(command)
