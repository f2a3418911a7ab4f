"""`kesher tenant`: companies, made, listed and kept."""

from dataclasses import dataclass
from typing import Annotated
from zoneinfo import available_timezones

import typer
from rich.console import Console
from rich.table import Table

from saas.commands import archives, cells, deletion, standing
from saas.commands.ground import Ground, ground, told
from saas.console.making import name_of
from saas.core.errors import Invalid
from saas.core.money import read_currency
from saas.core.rights import Role
from saas.core.texts import LOCALES
from saas.founding.actions import furnish
from saas.identity.actions import Newcomer, join_company
from saas.members.actions import MemberDraft, read_email
from tenants import provision
from tenants.cells import place
from tenants.registry import Tenant

commands = typer.Typer(add_completion=False, help="Companies.", no_args_is_help=True)
console = Console(highlight=False, soft_wrap=True)


@dataclass(frozen=True, slots=True)
class Wanted:
    slug: str
    name: str
    currency: str
    locale: str
    time_zone: str
    owner: str


@commands.command("create")
def create(
    slug: Annotated[str, typer.Argument(help="The company's address: SLUG.localhost")],
    *,
    owner: Annotated[str, typer.Option(help="E-mail address of its owner")],
    name: Annotated[str | None, typer.Option(help="Its name, otherwise from the slug")] = None,
    currency: Annotated[str, typer.Option(help="ISO 4217")] = "USD",
    locale: Annotated[str, typer.Option(help="en, he or ar")] = "en",
    time_zone: Annotated[str, typer.Option(help="IANA, such as Europe/Berlin")] = "UTC",
) -> None:
    """Make a company with its owner and a pipeline; again, it changes nothing."""
    with told(), ground() as here:
        if locale not in LOCALES:
            raise Invalid("BAD_LOCALE", "%(value)s is not a language of ours: en, he or ar.", "locale", value=locale)
        if time_zone not in available_timezones():
            raise Invalid(
                "BAD_TIME_ZONE", "%(value)s is not a time zone, such as Asia/Jerusalem.", "timeZone", value=time_zone
            )
        wanted = Wanted(
            slug, name or slug.replace("-", " ").title(), read_currency(currency, field="currency"), locale, time_zone,
            read_email(owner),
        )  # fmt: skip
        found = here.directory.find_by_slug(slug)
        tenant = found or _provision(here, wanted)
        _settle(here, tenant, wanted)
        address = f"http://{slug}.{here.settings.domain}:{here.settings.port}"
        console.print(f"{tenant.name} is there: {address}" if found is None else f"{tenant.name} was there: {address}")


@commands.command("list")
def list_companies() -> None:
    """Every company of this database."""
    with told(), ground() as here:
        table = Table("slug", "name", "status", "cell", "currency", "locale", "time zone", box=None)
        for one in here.directory.list():
            table.add_row(one.slug, one.name, one.status, one.cell, one.currency, one.locale, one.time_zone)
        console.print(table)


standing.add_to(commands)
archives.add_to(commands)
cells.add_to(commands)
deletion.add_to(commands)


def _provision(here: Ground, wanted: Wanted) -> Tenant:
    cell = place(here.cells, wanted.slug)
    return provision.create(
        here.migrate, slug=wanted.slug, name=wanted.name, currency=wanted.currency, locale=wanted.locale,
        time_zone=wanted.time_zone, cell=cell, at=here.cells.beyond_home(cell),
    )  # fmt: skip


def _settle(here: Ground, tenant: Tenant, wanted: Wanted) -> None:
    """The owner and the pipeline, where they are not there yet. Whoever types here vouches for the owner's address."""
    with here.opener(tenant)() as work:
        draft = MemberDraft(
            name_of(wanted.owner), wanted.owner, Role.OWNER, locale=wanted.locale, time_zone=wanted.time_zone
        )  # fmt: skip
        owner = furnish(work, draft)
        newcomer = Newcomer(owner.id, owner.email, owner.name)
    join_company(here.platform, tenant, newcomer)
