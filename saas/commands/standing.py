"""`kesher tenant status` and its kin: how a company stands, and what the operator does with it."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from saas.commands.ground import Ground, ground, said, told
from saas.commands.said import Json, print_json
from saas.commands.sizes import size
from saas.console.errands import list_errands
from saas.console.queries import find_tenant
from saas.console.surroundings import Surroundings, find_surroundings
from saas.core.texts import tell
from saas.operations.actions import resume_company, suspend_company
from saas.operations.deletion import grace_of
from saas.operations.plans import change_plan, read_plan
from saas.operations.queries import Standing, get_standing, list_operations
from tenants import spares
from tenants.registry import Tenant

console = Console(highlight=False, soft_wrap=True)

Slug = Annotated[str, typer.Argument(help="The company's address")]
Why = Annotated[str, typer.Option("--reason", help="Why; the company reads it in its own trail")]


def status(slug: Slug, *, as_json: Json = False) -> None:
    """All that is known of a company: revision, size, people, jobs, backup, what was asked for and what was done."""
    with told(), ground() as here:
        company = here.tenant(slug)
        standing = get_standing(here.migrate, company, at=here.cells.beyond_home(company.cell))
        ends_at = grace_of(here.platform, here.opener(company))
        if as_json:
            print_json(_told_whole(here, company, standing, ends_at))
            return
        until = "" if ends_at is None else f", can be restored until {ends_at:%Y-%m-%d %H:%M} UTC"
        facts = _facts(company, standing, company.status.lower() + until)
        for name, value in _outside(here, company):
            facts.add_row(name, escape(value))
        console.print(facts)
        done = list_operations(here.platform, company)
        if done:
            table = Table("when", "what", "by", "why", box=None)
            for one in done:
                table.add_row(
                    f"{one.at:%Y-%m-%d %H:%M} UTC", one.kind.lower().replace("_", " "), one.operator, escape(one.reason)
                )
            console.print(table)


def _told_whole(here: Ground, company: Tenant, standing: Standing, ends_at: datetime | None) -> dict[str, object]:
    line = find_tenant(here.platform, company.slug)
    return {
        "id": company.id, "slug": company.slug, "name": company.name, "status": company.status.lower(),
        "plan": None if line is None else line.plan.lower(), "health": None if line is None else line.health.lower(),
        "cell": company.cell, "namespace": company.namespace, "restorable_until": ends_at, **asdict(standing),
        "last_backup_at": None if line is None else line.last_backup_at,
        "operations": [asdict(one) for one in list_operations(here.platform, company)],
    }  # fmt: skip


def suspend(slug: Slug, *, reason: Why) -> None:
    """Answer nobody of this company until it is resumed; its data stay."""
    with told(), ground() as here:
        company = here.tenant(slug)
        changed = suspend_company(here.migrate, here.opener(company), said(reason))
        console.print(f"{company.name} is suspended." if changed else f"{company.name} was suspended already.")


def resume(slug: Slug, *, reason: Why) -> None:
    """Let a suspended company go on."""
    with told(), ground() as here:
        company = here.tenant(slug)
        changed = resume_company(here.migrate, here.opener(company), said(reason))
        console.print(f"{company.name} is at work again." if changed else f"{company.name} was at work already.")


def plan(slug: Slug, to: Annotated[str, typer.Argument(help="trial, standard or enterprise")], *, reason: Why) -> None:
    """Put a company on another plan."""
    with told(), ground() as here:
        company, wanted = here.tenant(slug), read_plan(to)
        changed = change_plan(here.migrate, here.opener(company), wanted, said(reason))
        console.print(f"{company.name} {'is' if changed else 'was already'} on the plan {wanted.lower()}.")


def stock(most: Annotated[int, typer.Argument(min=1, max=1000, help="How many to have ready")]) -> None:
    """Make spare namespaces, so that the next companies are there at once."""
    with told(), ground() as here, console.status("Making namespaces …"):
        for cell in here.cells.engines:
            at = here.cells.beyond_home(cell)
            made = spares.stock(here.migrate, most, cell=cell, at=at, hands=2)
            console.print(f"{cell}: {made} made, {spares.count(here.migrate, cell=cell, at=at)} ready.")


def _facts(company: Tenant, standing: Standing, status: str) -> Table:
    table = Table(box=None, show_header=False)
    revision = (
        f"{standing.revision} of {standing.head}, behind" if standing.behind else f"{standing.revision}, the head"
    )
    seen = "nobody yet" if standing.seen_at is None else f"{standing.seen_at:%Y-%m-%d %H:%M} UTC"
    for name, value in (
        ("company", f"{company.name} ({company.slug})"),
        ("status", status),
        ("since", f"{standing.created_at:%Y-%m-%d}"),
        ("settings", f"{company.currency}, {company.locale}, {company.time_zone}"),
        ("place", f"{company.namespace} in cell {company.cell}"),
        ("revision", revision),
        ("size", f"{size(standing.size)}, {standing.tables} tables, about {standing.records:,} rows"),
        ("people", f"{standing.members} members, {standing.sessions} open sessions, last seen: {seen}"),
        ("jobs", f"{standing.jobs_waiting} waiting, {standing.jobs_failed} failed"),
        ("trouble", standing.trouble or "none"),
    ):  # fmt: skip
        table.add_row(name, value)
    return table


def _outside(here: Ground, company: Tenant) -> Iterator[tuple[str, str]]:
    """What the home knows of it: the latest backup, an old copy, and what admins have asked for."""
    known = find_surroundings(here.platform, company.id)
    line = find_tenant(here.platform, company.slug)
    if line is not None:
        yield "plan", line.plan.lower()
        yield "health", line.health.lower()
    yield "backup", _backup(known)
    if known.old_copy_in is not None:
        yield "old copy", f"in cell {known.old_copy_in}, until it is confirmed"
    for one in list_errands(here.platform, company=company.id, most=5):
        trouble = "" if one.trouble is None else f" ({tell(one.trouble, 'en')})"
        yield (
            "asked for",
            f"{_words(one.kind)} by {one.admin}, {one.step or one.state.lower()}{trouble}: {one.reason}",
        )


def _words(kind: str) -> str:
    return kind.lower().replace("_", " ")


def _backup(known: Surroundings) -> str:
    taken = (
        "none yet" if known.backup_taken_at is None else
        f"{known.backup_taken_at:%Y-%m-%d %H:%M} UTC, {size(known.backup_size or 0)}, places: {known.backup_places}"
    )  # fmt: skip
    if known.backup_failure is None:
        return taken
    return f"{taken}; failed {known.backup_failed_at:%Y-%m-%d %H:%M} UTC: {known.backup_failure}"


def add_to(commands: typer.Typer) -> None:
    for name, command in (
        ("status", status), ("show", status), ("plan", plan), ("suspend", suspend), ("resume", resume),
        ("stock", stock),
    ):  # fmt: skip
        commands.command(name)(command)
