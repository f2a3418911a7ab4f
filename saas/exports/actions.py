"""What is done with exports."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import cast
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import undefer

from saas.core.errors import Conflict, Invalid, NotFound, Refusal
from saas.core.fields import written
from saas.core.model import Json
from saas.core.rights import Verb, objects
from saas.core.work import Opener, Work
from saas.exports.model import Export, ExportFormat, ExportStatus
from saas.exports.sheet import WRITERS, Cell, Row
from saas.graph.assembly import graph
from saas.graph.listing import Asked, Listing, value_at

MOST_ROWS = 100_000
MOST_COLUMNS = 60
MOST_AT_ONCE = 3
KEPT = timedelta(days=7)
RIGHT_TO_LEFT = frozenset({"he", "ar"})


@dataclass(frozen=True, slots=True)
class Column:
    """`path` is a field of the list such as `account.name`, `label` what stands above it."""

    path: str
    label: str


@dataclass(frozen=True, slots=True)
class ExportDraft:
    object: str
    format: ExportFormat
    name: str
    columns: Sequence[Column]
    asked: Asked


def create_export(work: Work, draft: ExportDraft) -> Export:
    """Refuses at once what the list does not have, the role hides, or the member may not export at all."""
    if draft.object not in objects():
        raise Invalid("NO_LIST", "There is no list of %(name)s.", "object", name=draft.object[:80])
    work.require(work.rights.may(draft.object, Verb.EXPORT), field="object")
    if not draft.asked.filter and not draft.asked.search:
        work.require_fresh()
    if not 0 < len(draft.columns) <= MOST_COLUMNS:
        raise Invalid("BAD_COLUMNS", "Choose from 1 to %(most)s columns.", "columns", most=MOST_COLUMNS)
    paths = tuple(column.path for column in draft.columns)
    _listing(draft.object, paths).check(work, draft.asked, paths)
    running = work.all(
        select(Export.id).where(Export.status.in_([ExportStatus.WAITING, ExportStatus.RUNNING]), work.visible(Export))
    )
    if len(running) >= MOST_AT_ONCE:
        raise Conflict("EXPORTS_RUNNING", "Some exports are being written: wait until one is done.", "object")
    export = work.add(
        Export(
            object=draft.object, name=written(draft.name, "name"), format=draft.format, status=ExportStatus.WAITING,
            by_id=work.who.member_id, asked=_kept(draft),
        )
    )  # fmt: skip
    work.flush()
    work.enqueue("exports.write_export", {"export_id": str(export.id)})
    return export


def write_export(opener: Opener, export_id: UUID) -> None:
    """May run again after its worker died: it begins anew."""
    with opener() as work:
        export = work.lock(Export, export_id)
        if export.status not in {ExportStatus.WAITING, ExportStatus.RUNNING}:
            return
        export.status = ExportStatus.RUNNING
        columns, asked = _columns(export.asked), _asked(export.asked)
        listing = _listing(export.object, tuple(column.path for column in columns))
        kind = ExportFormat(export.format)
    try:
        rows = _rows(opener, export_id, (listing, columns, asked))
        head = [title for column in columns for title in _titles(column, listing)]
        content = WRITERS[kind](head, rows, right_to_left=opener.principal.locale in RIGHT_TO_LEFT)
    except Refusal as refusal:
        _finish(opener, export_id, ExportStatus.FAILED, failure=refusal.code)
        return
    _finish(opener, export_id, ExportStatus.DONE, content=content)


def get_file(work: Work, export_id: UUID) -> tuple[Export, bytes]:
    """Refuses one that is not written yet, or gone, as it would refuse one that never was."""
    found = work.first(
        select(Export).where(Export.id == export_id, work.visible(Export)).options(undefer(Export.content))
    )
    if found is None or found.content is None:
        raise NotFound
    return found, found.content


def delete_export(work: Work, export_id: UUID) -> Export:
    """Takes the file away; that there was an export stays known. One that is being written ends without a file."""
    export = work.lock(Export, export_id, field="id")
    export.status, export.content = ExportStatus.GONE, None
    return export


def expire_export(work: Work, export_id: UUID) -> None:
    """The product itself takes the file away, also when its member has left; one that is gone already stays so."""
    if work.first(select(Export.id).where(Export.id == export_id)) is None:
        raise NotFound
    there = Export.id == export_id, Export.content.is_not(None)
    work.bulk(update(Export).where(*there).values(status=ExportStatus.GONE, content=None))


def _rows(opener: Opener, export_id: UUID, what: tuple[Listing, list[Column], Asked]) -> Iterator[Row]:
    listing, columns, asked = what
    done = 0
    with opener() as reading:
        for page in listing.pages(reading, asked):
            done += len(page.nodes)
            if done > MOST_ROWS:
                raise Invalid("TOO_MANY_ROWS", "An export holds at most %(most)s rows.", most=MOST_ROWS)
            _progress(opener, export_id, done, page.total)
            for node in page.nodes:
                yield [cell for column in columns for cell in _cells(node, column.path, listing)]


def _progress(opener: Opener, export_id: UUID, done: int, total: int) -> None:
    with opener() as work:
        export = work.lock(Export, export_id)
        if export.status != ExportStatus.RUNNING:
            raise Conflict("EXPORT_STOPPED", "The export was deleted.")
        export.done, export.total = done, max(done, total)


def _finish(
    opener: Opener, export_id: UUID, status: ExportStatus, *, content: bytes | None = None, failure: str | None = None
) -> None:
    with opener() as work:
        export = work.lock(Export, export_id)
        if export.status != ExportStatus.RUNNING:
            return
        now = work.clock.now()
        export.status, export.failure, export.content, export.finished_at = status, failure, content, now
        export.size = None if content is None else len(content)
        export.expires_at = now + KEPT
        work.enqueue("exports.expire_export", {"export_id": str(export_id)}, run_at=export.expires_at)


def _listing(name: str, paths: tuple[str, ...]) -> Listing:
    return Listing(graph(), name, verb=Verb.EXPORT, paths=paths)


def _titles(column: Column, listing: Listing) -> Iterator[str]:
    yield column.label
    if column.path in listing.money:
        yield f"{column.label} ¤"


def _cells(node: Json, path: str, listing: Listing) -> Iterator[Cell]:
    found = value_at(node, path)
    if path not in listing.money:
        yield found if found is None or isinstance(found, str | int | bool) else str(found)
    elif isinstance(found, dict):
        yield Decimal(str(found["amount"]))
        yield str(found["currency"])
    else:
        yield from (None, None)


def _kept(draft: ExportDraft) -> Json:
    columns = [{"path": column.path, "label": written(column.label, "columns")} for column in draft.columns]
    asked = draft.asked
    return {"filter": asked.filter, "search": asked.search, "orderBy": asked.order_by, "columns": columns}


def _columns(kept: Json) -> list[Column]:
    return [Column(one["path"], one["label"]) for one in cast("list[dict[str, str]]", kept["columns"])]


def _asked(kept: Json) -> Asked:
    return Asked(
        cast("Json | None", kept["filter"]),
        cast("str | None", kept["search"]),
        cast("list[Json] | None", kept["orderBy"]),
    )
