"""What is done with batches."""

from dataclasses import dataclass, replace
from typing import cast
from uuid import UUID

from sqlalchemy import select

from saas.batches.earlier import columns_of, kept_fields, read_before
from saas.batches.model import Batch, BatchItem, BatchOutcome, BatchStatus
from saas.core.errors import Conflict, Invalid
from saas.core.model import Json
from saas.core.rights import Verb, objects
from saas.core.work import Opener, Work
from saas.graph.acting import Acting, Done
from saas.graph.assembly import graph
from saas.graph.ids import decode, encode
from saas.graph.listing import Asked, Listing

MOST = 10_000
NOT_CHANGED = frozenset({"id", "version", "clientMutationId"})


@dataclass(frozen=True, slots=True)
class BatchDraft:
    """`change` None deletes the records of the list."""

    object: str
    asked: Asked
    change: Json | None


@dataclass(frozen=True, slots=True)
class Step:
    """One record of a batch: the row that tells what becomes of it, and what is sent for it."""

    item_id: UUID
    record_id: UUID
    given: Json


def create_batch(work: Work, draft: BatchDraft) -> Batch:
    """Refuses at once what no single edit would take, and more records than a person can mean."""
    if draft.object not in objects():
        raise Invalid("NO_LIST", "There is no list of %(name)s.", "object", name=draft.object[:80])
    work.require(work.rights.may(draft.object, Verb.BULK), field="object")
    if draft.change is not None and (not draft.change or NOT_CHANGED & draft.change.keys()):
        raise Invalid("BAD_CHANGE", "Say which fields are to be changed, and to what.", "change")
    acting = _acting(draft.object, undo=False, change=draft.change)
    acting.check({"id": encode(draft.object, work.tenant.id), **(draft.change or {})})
    kept_fields(graph().types[draft.object], draft.change)
    listing = _listing(draft.object)
    listing.check(work, draft.asked, ())
    total = next(listing.pages(work, draft.asked)).total
    if total > MOST:
        raise Invalid("TOO_MANY", "At most %(most)s records can be changed at once.", "filter", most=MOST)
    kept: Json = {"filter": draft.asked.filter, "search": draft.asked.search}
    batch = work.add(
        Batch(
            object=draft.object, change=draft.change, asked=kept, status=BatchStatus.WAITING, total=total,
            by_id=work.who.member_id,
        )
    )  # fmt: skip
    work.flush()
    work.enqueue("batches.run_batch", {"batch_id": str(batch.id)})
    return batch


def undo_batch(work: Work, batch_id: UUID) -> Batch:
    batch = work.lock(Batch, batch_id, field="id")
    if batch.status != BatchStatus.DONE:
        raise Conflict("BATCH_NOT_DONE", "Only what is done can be taken back.", "id")
    batch.status, batch.done = BatchStatus.UNDOING, 0
    work.enqueue("batches.revert_batch", {"batch_id": str(batch.id)})
    return batch


def run_batch(opener: Opener, batch_id: UUID) -> None:
    """May run again after its worker died, at any point: the records and what they were are written down first, and a
    change that was made already is not made twice.
    """
    with opener() as work:
        batch = work.lock(Batch, batch_id)
        if batch.status == BatchStatus.WAITING:
            _plan(work, batch)
            batch.status = BatchStatus.RUNNING
        if batch.status != BatchStatus.RUNNING:
            return
        name, change = batch.object, batch.change
        items = _items(work, batch_id, BatchOutcome.WAITING)
        steps = [Step(one.id, one.record_id, {"version": one.version_before, **(change or {})}) for one in items]
    acting, acts = _acting(name, undo=False, change=change), _named(opener, batch_id)
    for step in steps:
        done = acting.run(acts, _input(name, step, f"batch-{batch_id}"))
        _tell(opener, step, done, (BatchOutcome.CHANGED, BatchOutcome.REFUSED))
    _finish(opener, batch_id, BatchStatus.DONE)


def revert_batch(opener: Opener, batch_id: UUID) -> None:
    """Gives each record its fields back, unless somebody has changed it since. May run again, too."""
    with opener() as work:
        batch = work.get(Batch, batch_id)
        if batch.status != BatchStatus.UNDOING:
            return
        name, change = batch.object, batch.change
        items = _items(work, batch_id, BatchOutcome.CHANGED)
        steps = [Step(one.id, one.record_id, {"version": one.version_after, **one.before}) for one in items]
    acting, acts = _acting(name, undo=True, change=change), _named(opener, batch_id)
    for step in steps:
        done = acting.run(acts, _input(name, step, f"batch-{batch_id}-undo"))
        _tell(opener, step, done, (BatchOutcome.UNDONE, BatchOutcome.KEPT))
    _finish(opener, batch_id, BatchStatus.UNDONE)


def _plan(work: Work, batch: Batch) -> None:
    """Writes down each record of the list, its version, and what the change will overwrite."""
    table = graph().types[batch.object]
    kept = kept_fields(table, batch.change)
    columns = (table.table.c.id, table.table.c.version, *columns_of(kept))
    asked = Asked(cast("Json | None", batch.asked["filter"]), cast("str | None", batch.asked["search"]))
    for page in _listing(batch.object).pages(work, asked):
        keys = [decode(str(node["id"]))[1] for node in page.nodes]
        rows = {row.id: dict(row._mapping) for row in work.rows(select(*columns).where(table.table.c.id.in_(keys)))}  # noqa: SLF001  SQLAlchemy's name for a row by its columns
        for one in keys:
            work.add(
                BatchItem(
                    batch_id=batch.id, record_id=one, outcome=BatchOutcome.WAITING, version_before=rows[one]["version"],
                    before=read_before(kept, rows[one]),
                )
            )  # fmt: skip
    work.flush()
    batch.total = len(_items(work, batch.id, BatchOutcome.WAITING))


def _items(work: Work, batch_id: UUID, outcome: BatchOutcome) -> list[BatchItem]:
    mine = BatchItem.batch_id == batch_id, BatchItem.outcome == outcome
    return work.all(select(BatchItem).where(*mine, work.visible(BatchItem)).order_by(BatchItem.id))


def _input(name: str, step: Step, told: str) -> Json:
    """Under a name of its own, so that a repeat gets the first answer."""
    return {"id": encode(name, step.record_id), "clientMutationId": f"{told}-{step.record_id}", **step.given}


def _tell(opener: Opener, step: Step, done: Done, outcomes: tuple[BatchOutcome, BatchOutcome]) -> None:
    """What became of one, and how far the batch is by it."""
    well, badly = outcomes
    with opener() as work:
        item = work.lock(BatchItem, step.item_id)
        batch = work.lock(Batch, item.batch_id)
        item.outcome, item.code = (badly, done.problem) if done.problem else (well, None)
        if well is BatchOutcome.CHANGED:
            item.version_after = done.version
        batch.done += 1
        batch.refused += item.outcome == BatchOutcome.REFUSED
        batch.kept += item.outcome == BatchOutcome.KEPT


def _finish(opener: Opener, batch_id: UUID, status: BatchStatus) -> None:
    with opener() as work:
        batch = work.lock(Batch, batch_id)
        batch.status, batch.finished_at = status, work.clock.now()


def _listing(name: str) -> Listing:
    return Listing(graph(), name, verb=Verb.BULK, paths=())


def _acting(name: str, *, undo: bool, change: Json | None) -> Acting:
    return Acting(graph(), ("update" if change is not None else "restore" if undo else "delete") + name)


def _named(opener: Opener, batch_id: UUID) -> Opener:
    """So that the audit trail tells what belongs together."""
    return replace(opener, principal=replace(opener.principal, request_id=f"batch-{batch_id}"))
