"""`kesher import`: CSV files of another system into a company, with a report; and the undo of it."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from saas.commands.ground import Ground, ground, told
from saas.core.model import Json
from saas.core.principal import Principal
from saas.core.work import Opener
from saas.graph.ids import encode, key_of
from saas.imports import actions
from saas.imports.actions import Upload
from saas.imports.model import ImportStatus
from saas.imports.reading import MAX_BYTES
from saas.imports.report import Report
from saas.local.trouble import Trouble
from tenants.registry import Tenant

FILES = frozenset({".csv", ".tsv", ".txt"})
FAILED = 1

commands = typer.Typer(add_completion=False)
console = Console(highlight=False, soft_wrap=True)


@commands.command()
def bring(
    path: Annotated[Path | None, typer.Argument(help="A CSV file, or a folder of them", show_default=False)] = None,
    *,
    tenant: Annotated[str, typer.Option(help="The company's slug")],
    member: Annotated[str | None, typer.Option(help="E-mail address of the member who imports")] = None,
    check: Annotated[bool, typer.Option("--check", help="Only tell what would be done")] = False,
    assign: Annotated[bool, typer.Option("--assign", help="Leads without an owner are given by the rules")] = False,
    new: Annotated[bool, typer.Option("--new", help="Leads are new: their response clocks begin")] = False,
    undo: Annotated[str | None, typer.Option(help="Take this import back", metavar="ID")] = None,
) -> None:
    """Import CSV files. Columns are guessed, rules are told; the second time nothing changes."""
    with told(), ground() as here:
        if (path is None) == (undo is None):
            raise Trouble("Say which files to import, or with --undo which import to take back.")
        company = here.tenant(tenant)
        opener = here.opener(company, _who(here, company, member))
        leads = {"assign_leads": assign, "leads_are_new": new}
        import_id = _bring(opener, path, leads, check=check) if path is not None else _undo(opener, str(undo))
        with opener() as work:
            report = actions.get_report(work, import_id)
        _print(report, opener.principal.locale, f"--tenant {tenant}")
    if report.run.status is ImportStatus.FAILED:
        raise typer.Exit(FAILED)


def _who(here: Ground, company: Tenant, email: str | None) -> Principal | None:
    if email is None:
        return None
    someone = here.member(company, email)
    return someone.principal("terminal")


def _bring(opener: Opener, path: Path, leads: Mapping[str, bool], *, check: bool) -> UUID:
    uploads = [Upload(file.name, _read(file)) for file in _files(path)]
    with opener() as work:
        import_id = actions.upload_files(work, uploads, name=path.resolve().name).id
    with opener() as work:
        actions.set_mapping(work, import_id, {}, leads=leads)
        (actions.start_check if check else actions.start_import)(work, import_id, here=True)
    if check:
        actions.check_import(opener, import_id)
    else:
        with _bar("Importing") as progress:
            actions.run_import(opener, import_id, progress)
    return import_id


def _undo(opener: Opener, global_id: str) -> UUID:
    import_id = key_of("Import", global_id)
    with opener() as work:
        actions.start_undo(work, import_id, here=True)
    with _bar("Taking back") as progress:
        actions.undo_import(opener, import_id, progress)
    return import_id


def _files(path: Path) -> list[Path]:
    if not path.exists():
        raise Trouble(f"There is no file or folder {path}.")
    if path.is_file():
        return [path]
    files = sorted(each for each in path.iterdir() if each.is_file() and each.suffix.lower() in FILES)
    if not files:
        raise Trouble(f"There is no CSV file in {path}.")
    return files


def _read(file: Path) -> bytes:
    """No more than it takes to see that it is too much."""
    with file.open("rb") as content:
        return content.read(MAX_BYTES + 1)


@contextmanager
def _bar(said: str) -> Iterator[Callable[[int, int], None]]:
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    with Progress(*columns, console=console) as progress:
        task = progress.add_task(said, total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)


def _print(report: Report, locale: str, where: str) -> None:
    table = Table("file", "holds", box=None)
    for name in ("rows", "created", "updated", "unchanged", "refused"):
        table.add_column(name, justify="right")
    for file in report.files:
        counts = (file.rows, file.created, file.updated, file.unchanged, file.refused)
        table.add_row(escape(file.name), file.entity, *(f"{count:,}" for count in counts))
    console.print(table)
    for note in report.notes:
        console.print(f"  [dim]•[/] {escape(_said(note.texts, locale))}")
    for refusal in report.refusals:
        cell = f" ({refusal.column}: {refusal.value})" if refusal.column is not None else ""
        place = escape(f"{refusal.file.name}, line {refusal.line}{cell}")
        console.print(f"  [red]✗[/] {place}: {escape(_said(refusal.texts, locale))}")
    if report.refused > len(report.refusals):
        console.print(f"  … {report.refused:,} rows were refused; all of them are in the import's refused.csv.")
    if report.run.failure is not None:
        console.print(f"[red]{escape(_said(report.run.failure, locale))}[/]")
    if report.run.status is ImportStatus.DONE:
        console.print(f"Take it back with: kesher import --undo {encode('Import', report.run.id)} {where}")


def _said(texts: Json, locale: str) -> str:
    return str(texts.get(locale, texts["en"]))
