"""One worker's attempt at an import: the turn it holds, the chunks it writes, the counts it leaves for the next one."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import delete, insert, select

from saas.core.audit import AuditAction
from saas.core.errors import Plural, Refusal, Unavailable
from saas.core.ids import new_id
from saas.core.model import Json
from saas.core.texts import LOCALES, say
from saas.core.work import Opener, Work
from saas.imports.events import ImportFinished
from saas.imports.execution import take
from saas.imports.ids import Ids
from saas.imports.model import Import, ImportFile, ImportNote, ImportRefusal, ImportStatus
from saas.imports.plan import Note, Plan, Refused, Step, Verb
from saas.imports.queries import written_by
from saas.imports.records import Source
from saas.imports.tally import Outcome, Tally, refused, tally

CHUNK = 300
Written = dict[UUID, AuditAction]


class Superseded(Exception):
    """Another worker has taken the import up."""


@dataclass(slots=True)
class Attempt:
    """`progress` is told how many of how many are done, after each transaction."""

    opener: Opener
    import_id: UUID
    runner: UUID
    progress: Callable[[int, int], None]
    ids: Ids = field(default_factory=Ids)

    def take_all(self, steps: Sequence[Step], written: Written) -> None:
        for chunk in chunks(steps):
            self._refuse(list(self._take(chunk, written)))

    def _take(self, chunk: Sequence[Step], written: Written) -> Iterator[tuple[Step, Refusal]]:
        """All in one transaction; if an action refuses one, each half in its own, down to those that are refused."""
        try:
            self._write(chunk, written)
        except Refusal as refusal:
            middle = len(chunk) // 2
            if middle == 0:
                yield chunk[0], refusal
            else:
                yield from self._take(chunk[:middle], written)
                yield from self._take(chunk[middle:], written)

    def _write(self, chunk: Sequence[Step], written: Written) -> None:
        ids = self.ids.copy()
        with self.opener(origin=self.import_id) as work:
            run = self.hold(work)
            take(work, chunk, ids)
            done = count(work, run, tally(chunk, written))
            told = (done, run.total)
        self.ids = ids
        self.progress(*told)

    def _refuse(self, refusals: Sequence[tuple[Step, Refusal]]) -> None:
        rows = [Refused(s.origin, why.code, why.message, params=why.params) for s, why in refusals if s.origin]
        if not rows:
            return
        with self.opener() as work:
            run = self.hold(work)
            keep_refusals(work, run, rows)
            done = count(work, run, Tally((row.origin.file, Outcome.REFUSED) for row in rows))
            told = (done, run.total)
        self.progress(*told)

    def hold(self, work: Work) -> Import:
        """The import, locked; `Superseded` when the turn has gone to another."""
        run = work.lock(Import, self.import_id)
        if run.runner != self.runner:
            raise Superseded
        return run

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Whatever ends the work before its end is told: by the refusal's own words, or as a failure that goes on."""
        ended = False
        try:
            yield
            ended = True
        except Superseded:
            ended = True
        except Refusal as refusal:
            ended = True
            self.fail(refusal)
        finally:
            if not ended:
                self.fail(
                    Unavailable("INTERRUPTED", "The work was interrupted. Start it again: it goes on from there.")
                )

    def finish(self, status: ImportStatus) -> None:
        with self.opener() as work:
            finish(work, self.hold(work), status)

    def fail(self, refusal: Refusal) -> None:
        with self.opener() as work:
            keep_failure(work, work.lock(Import, self.import_id), refusal)


def chunks(steps: Sequence[Step]) -> Iterator[Sequence[Step]]:
    for start in range(0, len(steps), CHUNK):
        yield steps[start : start + CHUNK]


def begin(work: Work, run: Import, planned: tuple[Plan, Sequence[Source]], runner: UUID) -> tuple[list[Step], Written]:
    """Takes the turn, writes the report and the counts of what needs no writing; the steps that are left to take."""
    plan, sources = planned
    resumed, run.runner = run.runner is not None, runner
    written = written_by(work, run.id)
    if not resumed:
        _keep_report(work, run, plan)
    for file in _files(work, run).values():
        file.created = file.updated = file.unchanged = file.refused = 0
    run.total, run.done = sum(len(source.table.rows) for source in sources), 0
    settled = [step for step in plan.steps if step.verb is Verb.KEEP]
    planned_only = run.status is ImportStatus.CHECKING
    count(work, run, tally(plan.steps if planned_only else settled, written) + refused(plan))
    return [step for step in plan.steps if step.verb is not Verb.KEEP], written


def count(work: Work, run: Import, counted: Tally) -> int:
    """Adds to the counters of the files; returns how many rows are done."""
    files = _files(work, run) if counted else {}
    for (position, outcome), rows in counted.items():
        file = files[position]
        setattr(file, outcome.value, getattr(file, outcome.value) + rows)
    run.done += counted.total()
    return run.done


def finish(work: Work, run: Import, status: ImportStatus) -> None:
    run.finish(status, work.clock.now())
    if status is ImportStatus.DONE:
        work.emit(ImportFinished(run.id, failed=False))


def keep_failure(work: Work, run: Import, refusal: Refusal) -> None:
    run.failure = in_all_languages(refusal.message, refusal.params)
    run.finish(ImportStatus.FAILED, work.clock.now())
    work.emit(ImportFinished(run.id, failed=True))


def keep_refusals(work: Work, run: Import, rows: Sequence[Refused]) -> None:
    files = {position: file.id for position, file in _files(work, run).items()}
    told = [
        {
            "id": new_id(), "import_id": run.id, "file_id": files[row.origin.file], "line": row.origin.line,
            "column": row.column, "code": row.code, "value": row.value,
            "texts": in_all_languages(row.message, row.params),
        }
        for row in rows
    ]  # fmt: skip
    if told:
        work.bulk(insert(ImportRefusal), told)


def keep_notes(work: Work, run: Import, notes: Sequence[Note], *, after: int = 0) -> None:
    for position, note in enumerate(notes, after):
        texts = in_all_languages(note.message, note.values())
        work.add(ImportNote(import_id=run.id, position=position, code=note.code, count=note.count, texts=texts))


def in_all_languages(message: str | Plural, params: Mapping[str, object]) -> Json:
    """Each member reads a report in his own language."""
    return {locale: say(message, locale, **params) for locale in LOCALES}


def _keep_report(work: Work, run: Import, plan: Plan) -> None:
    work.flush()
    for table in (ImportNote, ImportRefusal):
        work.bulk(delete(table).where(table.import_id == run.id))
    keep_notes(work, run, list(plan.notes.values()))
    keep_refusals(work, run, plan.refused)


def _files(work: Work, run: Import) -> dict[int, ImportFile]:
    files = work.all(select(ImportFile).where(ImportFile.import_id == run.id, work.visible(ImportFile)))
    return {file.position: file for file in files}
