"""What is done with batches."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import cast
from uuid import UUID

from sqlalchemy import select

from saas.batches.model import Batch, BatchItem, BatchOutcome, BatchStatus
from saas.core.errors import Conflict, Invalid
from saas.core.model import Json
from saas.core.rights import Verb, objects
from saas.core.work import Opener, Work
from saas.graph.acting import Acting
from saas.graph.assembly import graph
from saas.graph.ids import decode, encode
from saas.graph.listing import Asked, Listing, value_at

MOST = 10_000
TOLD_EVERY = 50
NOT_CHANGED = frozenset({"id", "version", "clientMutationId"})


@dataclass(frozen=True, slots=True)
class BatchDraft:
    """`change` None deletes the records of the list."""

    object: str
    asked: Asked
    change: Json | None


@dataclass(frozen=True, slots=True)
class Found:
    """A record of the list, its version, and the fields that are to be changed as they are."""

    key: UUID
    version: int
    before: Json


def create_batch(work: Work, draft: BatchDraft) -> Batch:
    """Refuses at once what no single edit would take, and more records than a person can mean."""
    if draft.object not in objects():
        raise Invalid("NO_LIST", "There is no list of %(name)s.", "object", name=draft.object[:80])
    work.require(work.rights.may(draft.object, Verb.BULK), field="object")
    if draft.change is not None and (not draft.change or NOT_CHANGED & draft.change.keys()):
        raise Invalid("BAD_CHANGE", "Say which fields are to be changed, and to what.", "change")
    acting = _acting(draft.object, undo=False, change=draft.change)
    acting.check({"id": encode(draft.object, work.tenant.id), **(draft.change or {})})
    listing = _listing(draft.object, draft.change)
    listing.check(work, draft.asked, _paths(draft.object, draft.change))
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
    """May run again after its worker died: what was changed already is left as it is."""
    with opener() as work:
        batch = work.lock(Batch, batch_id)
        if batch.status not in {BatchStatus.WAITING, BatchStatus.RUNNING}:
            return
        batch.status = BatchStatus.RUNNING
        name, change, asked = batch.object, batch.change, batch.asked
        known = set(work.all(select(BatchItem.record_id).where(BatchItem.batch_id == batch_id)))
        found = list(_found(work, (name, change, asked)))
    acting, named = _acting(name, undo=False, change=change), _named(opener, batch_id)
    for number, record in enumerate([one for one in found if one.key not in known], start=len(known) + 1):
        done = acting.run(named, {"id": encode(name, record.key), "version": record.version, **(change or {})})
        outcome = BatchOutcome.REFUSED if done.problem else BatchOutcome.CHANGED
        after = done.version if done.version is not None else record.version + 1
        item = BatchItem(batch_id=batch_id, record_id=record.key, outcome=outcome, code=done.problem,
                         before=record.before, version_after=after)  # fmt: skip
        with opener() as work:
            work.add(item)
            _tell(work, batch_id, number, refused=bool(done.problem), always=number == len(found))
    _finish(opener, batch_id, BatchStatus.DONE)


def revert_batch(opener: Opener, batch_id: UUID) -> None:
    """Gives each record its fields back, unless somebody has changed it since."""
    with opener() as work:
        batch = work.get(Batch, batch_id)
        if batch.status != BatchStatus.UNDOING:
            return
        name, change = batch.object, batch.change
        mine = BatchItem.batch_id == batch_id, BatchItem.outcome == BatchOutcome.CHANGED
        items = [
            (one.id, one.record_id, one.before, one.version_after) for one in work.all(select(BatchItem).where(*mine))
        ]
    acting, named = _acting(name, undo=True, change=change), _named(opener, batch_id)
    for number, (id, record_id, before, version) in enumerate(items, start=1):
        done = acting.run(named, {"id": encode(name, record_id), "version": version, **before})
        with opener() as work:
            item = work.lock(BatchItem, id)
            item.outcome, item.code = (BatchOutcome.KEPT, done.problem) if done.problem else (BatchOutcome.UNDONE, None)
            _tell(work, batch_id, number, kept=bool(done.problem), always=number == len(items))
    _finish(opener, batch_id, BatchStatus.UNDONE)


def _tell(
    work: Work, batch_id: UUID, number: int, *, refused: bool = False, kept: bool = False, always: bool = False
) -> None:
    """How far it is, now and then, and each that did not go."""
    if refused or kept or always or number % TOLD_EVERY == 0:
        batch = work.lock(Batch, batch_id)
        batch.done, batch.refused, batch.kept = number, batch.refused + refused, batch.kept + kept


def _finish(opener: Opener, batch_id: UUID, status: BatchStatus) -> None:
    with opener() as work:
        batch = work.lock(Batch, batch_id)
        batch.status, batch.finished_at = status, work.clock.now()


def _found(work: Work, what: tuple[str, Json | None, Json]) -> Iterator[Found]:
    name, change, kept = what
    asked = Asked(cast("Json | None", kept["filter"]), cast("str | None", kept["search"]))
    for page in _listing(name, change).pages(work, asked):
        for node in page.nodes:
            before = {field: value_at(node, path) for field, path in _fields(name, change).items()}
            yield Found(decode(str(node["id"]))[1], cast(int, value_at(node, "version")), before)


def _listing(name: str, change: Json | None) -> Listing:
    return Listing(graph(), name, verb=Verb.BULK, paths=_paths(name, change))


def _paths(name: str, change: Json | None) -> tuple[str, ...]:
    return ("version", *_fields(name, change).values())


def _fields(name: str, change: Json | None) -> dict[str, str]:
    """The field of the record that an input's field changes: `owner.id` of `ownerId`."""
    fields = graph().types[name].fields
    return {one: one if one in fields else f"{one.removesuffix('Id')}.id" for one in change or {}}


def _acting(name: str, *, undo: bool, change: Json | None) -> Acting:
    return Acting(graph(), ("update" if change is not None else "restore" if undo else "delete") + name)


def _named(opener: Opener, batch_id: UUID) -> Opener:
    """So that the audit trail tells what belongs together."""
    return replace(opener, principal=replace(opener.principal, request_id=f"batch-{batch_id}"))
