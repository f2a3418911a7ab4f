"""`kesher tenant`: companies, made, listed and kept."""

from dataclasses import dataclass
from typing import Annotated
from zoneinfo import available_timezones

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from saas.commands import archives, cells, deletion, standing
from saas.commands.ground import Ground, ground, told
from saas.commands.said import Json, print_json
from saas.console.making import name_of
from saas.core.errors import Invalid
from saas.core.money import read_currency
from saas.core.rights import Role
from saas.core.texts import LOCALES
from saas.founding.actions import furnish
from saas.identity.actions import Newcomer, join_company
from saas.members.actions import MemberDraft, read_email
from saas.operations.plans import Plan, find_plans, give_plan, read_plan
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
    plan: Plan | None


@commands.command("create")
def create(
    slug: Annotated[str, typer.Argument(help="The company's address: SLUG.localhost")],
    *,
    owner: Annotated[str, typer.Option(help="E-mail address of its owner")],
    name: Annotated[str | None, typer.Option(help="Its name, otherwise from the slug")] = None,
    currency: Annotated[str, typer.Option(help="ISO 4217")] = "USD",
    locale: Annotated[str, typer.Option(help="en, he or ar")] = "en",
    time_zone: Annotated[str, typer.Option(help="IANA, such as Europe/Berlin")] = "UTC",
    plan: Annotated[str | None, typer.Option(help="trial, standard or enterprise; trial if not said")] = None,
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
            read_email(owner), None if plan is None else read_plan(plan),
        )  # fmt: skip
        found = here.directory.find_by_slug(slug)
        with console.status("Making its tables …") as line:
            tenant = found or _provision(here, wanted)
            line.update("Adding its owner …")
            _settle(here, tenant, wanted)
        address = f"http://{slug}.{here.settings.domain}:{here.settings.port}"
        console.print(f"{tenant.name} is there: {address}" if found is None else f"{tenant.name} was there: {address}")


@commands.command("list")
def list_companies(*, as_json: Json = False) -> None:
    """Every company of this database."""
    with told(), ground() as here:
        known = find_plans(here.platform)
        if as_json:
            print_json([_said(one, known[one.id]) for one in here.directory.list()])
            return
        table = Table("slug", "name", "status", "plan", "cell", "currency", "locale", "time zone", box=None)
        for one in here.directory.list():
            said = _said(one, known[one.id])
            table.add_row(*(escape(said[name]) for name in (
                "slug", "name", "status", "plan", "cell", "currency", "locale", "time_zone"
            )))  # fmt: skip
        console.print(table)


standing.add_to(commands)
archives.add_to(commands)
cells.add_to(commands)
deletion.add_to(commands)


def _said(one: Tenant, plan: Plan) -> dict[str, str]:
    return {
        "id": str(one.id), "slug": one.slug, "name": one.name, "status": one.status.lower(), "plan": plan.lower(),
        "cell": one.cell, "revision": one.version, "currency": one.currency, "locale": one.locale,
        "time_zone": one.time_zone,
    }  # fmt: skip


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
    if wanted.plan is not None:
        give_plan(here.migrate, tenant.id, wanted.plan)
