"""`kesher backup`: every company, sealed, in each of the places; `--drill` proves that it can be restored."""

import random
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from saas.commands.ground import ground, said, told
from saas.local.trouble import Trouble
from saas.operations.archive import Errand
from saas.operations.backups import Vault, back_up, drill
from saas.settings import BadSetting, secret_key
from tenants.registry import Tenant, TenantStatus

commands = typer.Typer(add_completion=False)
console = Console(highlight=False, soft_wrap=True)

PLACE = "file:///FOLDER or s3://BUCKET/PREFIX?endpoint=URL; once more for a second place"
_MILLION = 1_000_000


@commands.command()
def backup(
    *,
    to: Annotated[list[str] | None, typer.Option(help=PLACE)] = None,
    company: Annotated[str | None, typer.Option(help="This one alone, by its address")] = None,
    drill_too: Annotated[bool, typer.Option("--drill", help="Then restore one, compare it and take it away")] = False,
) -> None:
    """Back up every company to each of the places (KESHER_BACKUPS, or --to). Run it twice a day."""
    with told(), ground() as here:
        places = to or list(here.settings.backups)
        if not places:
            raise BadSetting("Say where backups go: KESHER_BACKUPS or --to. Two places are better than one.")
        if here.settings.secure and here.settings.secret_key is None:
            raise BadSetting("KESHER_SECRET_KEY is missing: a backup is no use with a key that goes with the machine.")
        there = (one for one in here.directory.list() if one.status is not TenantStatus.PURGING)
        companies = [here.tenant(company)] if company else list(there)
        errand = Errand(here.migrate, here.platform, here.opener, said("Backup"), cells=here.cells)
        vault = Vault(places, lambda: secret_key(here.settings))
        _save(errand, vault, companies)
        if drill_too and companies:
            chosen = random.SystemRandom().choice(companies)
            with console.status(f"Restoring {chosen.slug} …"):
                taken_at = drill(errand, vault, chosen)
            console.print(f"{chosen.slug} of {taken_at:%Y-%m-%d %H:%M} UTC was restored, compared and taken away.")


def _save(errand: Errand, vault: Vault, companies: list[Tenant]) -> None:
    failed, size = dict[str, str](), 0
    with Progress(console=console) as progress:
        task = progress.add_task("Backing up", total=len(companies))
        for kept in back_up(errand, vault, companies):
            progress.advance(task)
            size += kept.size
            if kept.failure is not None:
                failed[kept.company.slug] = kept.failure
    done = len(companies) - len(failed)
    places = len(vault.places)
    console.print(f"{done} of {len(companies)} companies, {size / _MILLION:.1f} MB in each of {places} places.")
    if failed:
        raise Trouble("\n".join(["Not backed up:", *(f"  {slug}: {why}" for slug, why in failed.items())]))
