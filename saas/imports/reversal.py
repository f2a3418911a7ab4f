"""Takes an import back: what it made is deleted, what it changed gets its values back, what others need is left."""

from collections.abc import Iterator, Sequence
from typing import cast
from uuid import UUID

from sqlalchemy import Table, update

from saas.core.errors import Conflict, Plural
from saas.core.fields import assign
from saas.core.ids import new_id
from saas.core.work import Work
from saas.deals.actions import put_back
from saas.deals.model import Deal
from saas.imports.holdings import any_of
from saas.imports.keeping import kept
from saas.imports.model import Import, ImportStatus
from saas.imports.plan import Note
from saas.imports.progress import CHUNK, Attempt, keep_notes
from saas.imports.traces import Trace, changed_since, needs_of, read_traces, undoable, value_of
from saas.leads.events import LeadEdited
from saas.leads.model import Lead

_ORDER = (
    "lead", "source", "deal_product", "deal", "contact", "account", "product", "stage", "pipeline", "team", "member",
)  # fmt: skip
_FIRST_NOTE = 1_000


def reverse(attempt: Attempt) -> bool:
    """False when the import does not wait for it (any more)."""
    with attempt.opener() as work:
        run = work.lock(Import, attempt.import_id)
        if run.status is not ImportStatus.UNDOING:
            return False
        run.runner, run.undo_id = attempt.runner, run.undo_id or new_id()
        traces = read_traces(work, run)
        stays = kept(
            {each.id for each in traces if each.made}, changed_since(work, run, traces), needs_of(work, traces)
        )
        gone = [trace for trace in traces if trace.made and trace.id not in stays]
        changed = [trace for trace in traces if not trace.made]
        run.total, run.done, undo_id = len(gone) + len(changed), 0, run.undo_id
    for entity, ids in _by_table(gone):
        _remove(attempt, undo_id, entity, ids)
    overtaken = sum(_restore(attempt, undo_id, trace) for trace in reversed(changed))
    _tell(attempt, len(stays), overtaken)
    return True


def _by_table(traces: Sequence[Trace]) -> Iterator[tuple[str, list[UUID]]]:
    """Chunks of one table each, what points at others before what it points at."""
    tables: dict[str, list[UUID]] = {}
    for trace in traces:
        tables.setdefault(trace.entity, []).append(trace.id)
    for entity in sorted(tables, key=lambda name: _ORDER.index(name) if name in _ORDER else -1):
        ids = tables[entity]
        for start in range(0, len(ids), CHUNK):
            yield entity, ids[start : start + CHUNK]


def _remove(attempt: Attempt, undo_id: UUID, entity: str, ids: list[UUID]) -> None:
    table = cast(Table, undoable()[entity].__table__)
    with attempt.opener(origin=undo_id) as work:
        run = attempt.hold(work)
        now = work.clock.now()
        work.bulk(update(table).where(any_of(table.c.id, ids), table.c.deleted_at.is_(None)).values(deleted_at=now))
        done = _count(run, len(ids))
    attempt.progress(*done)


def _restore(attempt: Attempt, undo_id: UUID, trace: Trace) -> bool:
    """Gives back each field that nobody has changed since; true when one was, or the old value is taken by now."""
    try:
        with attempt.opener(origin=undo_id) as work:
            overtaken = _give_back(work, trace)
            work.flush()
            done = _count(attempt.hold(work), 1)
    except Conflict:
        return True
    attempt.progress(*done)
    return overtaken


def _give_back(work: Work, trace: Trace) -> bool:
    model = undoable()[trace.entity]
    record = work.find(model, trace.id)
    if record is None:
        return True
    table, back, overtaken = cast(Table, model.__table__), dict[str, object](), False
    for name, before in trace.before.items():
        column = table.c[name]
        is_now, was = getattr(record, name), value_of(column, before)
        if is_now == value_of(column, trace.after.get(name)):
            back[name] = was
        elif is_now != was:
            overtaken = True
    if isinstance(record, Deal):
        put_back(work, record, back)
    else:
        assign(record, back)
    if isinstance(record, Lead):
        work.emit(LeadEdited(record))
    return overtaken


def _count(run: Import, done: int) -> tuple[int, int]:
    run.done += done
    return run.done, run.total


def _tell(attempt: Attempt, stays: int, overtaken: int) -> None:
    messages = {
        "UNDO_KEPT": Plural(
            "%(count)s record stays: somebody has changed it since, or something else needs it.",
            "%(count)s records stay: somebody has changed them since, or something else needs them.",
        ),
        "UNDO_OVERTAKEN": Plural(
            "%(count)s record keeps values that somebody else has given it since.",
            "%(count)s records keep values that somebody else has given them since.",
        ),
    }
    counts = {"UNDO_KEPT": stays, "UNDO_OVERTAKEN": overtaken}
    notes = [Note(code, messages[code], {}, count) for code, count in counts.items() if count]
    with attempt.opener() as work:
        keep_notes(work, attempt.hold(work), notes, after=_FIRST_NOTE)
