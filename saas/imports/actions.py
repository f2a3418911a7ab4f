"""What people do with imports, and the work that a worker does for them in many transactions."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID
from zlib import compress

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from saas.core.errors import Invalid, NotFound, Refusal
from saas.core.fields import assign
from saas.core.ids import new_id
from saas.core.texts import later, say
from saas.core.work import Opener, Work
from saas.imports.locks import require_open
from saas.imports.mapping import guess_entity, guess_mapping, samples
from saas.imports.model import Import, ImportColumn, ImportFile, ImportNote, ImportRefusal, ImportStatus
from saas.imports.plan import Plan
from saas.imports.planning import make_plan
from saas.imports.progress import Attempt, begin, finish, keep_failure
from saas.imports.queries import get_world, list_sources, refusals_of
from saas.imports.reading import Table, read_table
from saas.imports.records import Source
from saas.imports.refused import write_refused
from saas.imports.report import Report
from saas.imports.reversal import reverse
from saas.imports.targets import BY_PATH, Entity, lacking
from saas.pipelines.model import Pipeline

MAX_FILES = 20
_LONGEST_NAME = 120
_AS_IT_IS: Mapping[str, bool | None] = {}
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Upload:
    name: str
    content: bytes


def upload_files(work: Work, uploads: Sequence[Upload], *, name: str | None = None) -> Import:
    """Keeps the files and guesses what they hold. All of them are CSV files or none is kept."""
    work.require(work.rights.holds("imports:run"))
    if not uploads:
        raise Invalid("NO_FILES", "There is no file to import.", "files")
    if len(uploads) > MAX_FILES:
        raise Invalid("TOO_MANY_FILES", "An import takes at most %(limit)s files.", "files", limit=MAX_FILES)
    tables = [read_table(upload.name, upload.content) for upload in uploads]
    title = name or ", ".join(upload.name for upload in uploads)
    run = work.add(
        Import(
            id=new_id(), name=title[:_LONGEST_NAME], status=ImportStatus.DRAFT, done=0, by_id=work.who.member_id,
            total=sum(len(table.rows) for table in tables),
        )
    )  # fmt: skip
    work.flush()
    for position, (upload, table) in enumerate(zip(uploads, tables, strict=True)):
        _keep_file(work, run, position, (upload, table))
    return run


def set_mapping(
    work: Work, import_id: UUID, targets: Mapping[UUID, str | None], *, pipeline_id: UUID | None = None,
    leads: Mapping[str, bool | None] = _AS_IT_IS,
) -> Import:  # fmt: skip
    """Maps columns, by id, to targets, by path, or to nothing. With a pipeline, deals must be in stages that it has.

    `leads` says whether to `assign_leads`, and whether `leads_are_new`; what it leaves out stays as it is.
    """
    run = _get(work, import_id)
    run.require_draft()
    if pipeline_id is not None:
        run.pipeline_id = work.get(Pipeline, pipeline_id, field="pipelineId").id
    assign(run, {name: said for name, said in leads.items() if said is not None})
    columns = {column.id: column for file in _files(work, run) for column in _columns(work, file)}
    for id, path in targets.items():
        if id not in columns:
            raise NotFound(field="columns")
        if path is not None and path not in BY_PATH:
            raise Invalid("UNKNOWN_TARGET", "There is no field %(target)s.", "columns", target=path)
        columns[id].target = path
    for file in _files(work, run):
        _settle_entity(file, [each.target for each in columns.values() if each.file_id == file.id and each.target])
    run.status = ImportStatus.DRAFT
    return run


def start_check(work: Work, import_id: UUID, *, here: bool = False) -> Import:
    """A check tells what a run would do, and writes none of it."""
    return _start(work, import_id, ImportStatus.CHECKING, None if here else "imports.check_import")


def start_import(work: Work, import_id: UUID, *, here: bool = False) -> Import:
    """`here`: the caller runs it himself, and no worker is asked to."""
    return _start(work, import_id, ImportStatus.RUNNING, None if here else "imports.run_import")


def start_undo(work: Work, import_id: UUID, *, here: bool = False) -> Import:
    """Takes back what the run wrote, except what somebody else has changed or needs by now."""
    return _start(work, import_id, ImportStatus.UNDOING, None if here else "imports.undo_import")


def discard_import(work: Work, import_id: UUID) -> Import:
    """Forgets an import that has written nothing."""
    run = _get(work, import_id)
    run.require_draft()
    work.remove(run)
    return run


def list_refused(work: Work, import_id: UUID) -> str:
    """The refused rows as CSV; a row that was refused twice has both reasons."""
    run = work.get(Import, import_id, field="id")
    reasons: dict[int, dict[int, str]] = {}
    for position, line, said in refusals_of(work, run):
        lines = reasons.setdefault(position, {})
        lines[line] = f"{lines[line]} {said}" if line in lines else said
    tables = [(source.table, reasons.get(source.position, {})) for source in list_sources(work, run)]
    locale = work.who.locale
    return write_refused(tables, (say("File", locale), say("Line", locale), say("Reason", locale)))


def get_report(work: Work, import_id: UUID, *, most: int = 20) -> Report:
    """With the first `most` refusals."""
    run = work.get(Import, import_id, field="id")
    notes = select(ImportNote).where(ImportNote.import_id == run.id, work.visible(ImportNote))
    refusals = select(ImportRefusal).where(ImportRefusal.import_id == run.id, work.visible(ImportRefusal))
    return Report(
        run=run,
        files=_files(work, run),
        notes=work.all(notes.order_by(ImportNote.position, ImportNote.id)),
        refusals=work.all(
            refusals.options(joinedload(ImportRefusal.file)).order_by(ImportRefusal.line, ImportRefusal.id).limit(most)
        ),
    )


def check_import(opener: Opener, import_id: UUID) -> None:
    """Again and again the same: the report is written anew each time."""
    with opener() as work:
        run = work.lock(Import, import_id)
        if run.status is not ImportStatus.CHECKING:
            return
        try:
            begin(work, run, _plan(work, run), new_id())
            finish(work, run, ImportStatus.CHECKED)
        except Refusal as refusal:
            keep_failure(work, run, refusal)


def run_import(opener: Opener, import_id: UUID, progress: Progress = lambda _done, _total: None) -> None:
    """Writes the files' records in chunks, a transaction each. Called again after its worker died, it goes on."""
    attempt = Attempt(opener, import_id, new_id(), progress)
    with attempt.watched():
        with opener() as work:
            run = work.lock(Import, import_id)
            if run.status is not ImportStatus.RUNNING:
                return
            pending, written = begin(work, run, _plan(work, run), attempt.runner)
            told = (run.done, run.total)
        progress(*told)
        attempt.take_all(pending, written)
        attempt.finish(ImportStatus.DONE)


def undo_import(opener: Opener, import_id: UUID, progress: Progress = lambda _done, _total: None) -> None:
    """Called again after its worker died, it goes on."""
    attempt = Attempt(opener, import_id, new_id(), progress)
    with attempt.watched():
        if reverse(attempt):
            attempt.finish(ImportStatus.UNDONE)


def _plan(work: Work, run: Import) -> tuple[Plan, Sequence[Source]]:
    """The role may have changed since the run was asked for."""
    for file in _files(work, run):
        _require_open(work, _columns(work, file))
    sources = [source for source in list_sources(work, run) if any(source.targets)]
    return make_plan(get_world(work, run, sources), sources), sources


def _keep_file(work: Work, run: Import, position: int, read: tuple[Upload, Table]) -> None:
    upload, table = read
    entity = guess_entity(table)
    if entity is None and len(table.header) == 1:
        raise Invalid(
            "FILE_NOT_CSV",
            "%(file)s is no table: it has a single column without a known name.",
            "files",
            file=upload.name,
        )
    file = work.add(
        ImportFile(
            id=new_id(), import_id=run.id, position=position, name=upload.name, entity=entity or Entity.ACCOUNT,
            rows=len(table.rows), created=0, updated=0, unchanged=0, refused=0, content=compress(upload.content),
        )
    )  # fmt: skip
    work.flush()
    targets = guess_mapping(table, entity) if entity is not None else [None] * len(table.header)
    for place, (header, sample, target) in enumerate(zip(table.header, samples(table), targets, strict=True)):
        column = ImportColumn(
            file_id=file.id, position=place, header=header, sample=sample, target=target, guess=target
        )
        work.add(column)
    work.flush()


def _settle_entity(file: ImportFile, targets: Sequence[str]) -> None:
    twice = next((path for path in targets if targets.count(path) > 1 and not BY_PATH[path].many), None)
    if twice is not None:
        message = later("Two columns of %(file)s are mapped to %(target)s.")
        raise Invalid("TARGET_TWICE", message, "columns", file=file.name, target=twice)
    entities = {BY_PATH[path].entity for path in targets}
    if len(entities) > 1:
        message = later("The columns of %(file)s are mapped to records of different kinds.")
        raise Invalid("TARGETS_MIXED", message, "columns", file=file.name)
    file.entity = entities.pop() if entities else file.entity


def _start(work: Work, import_id: UUID, status: ImportStatus, job: str | None) -> Import:
    run = _get(work, import_id)
    if status is not ImportStatus.UNDOING:
        _require_mapping(work, run)
    run.turn(status, work.clock.now())
    if job is not None:
        work.enqueue(job, {"import_id": str(run.id)}, lock="imports")
    return run


def _require_mapping(work: Work, run: Import) -> None:
    """Each file that is mapped at all has what its records need, and one file is mapped."""
    some = False
    for file in _files(work, run):
        columns = _columns(work, file)
        _require_open(work, columns)
        targets = [column.target for column in columns if column.target is not None]
        some = some or bool(targets)
        missing = lacking(Entity(file.entity), {BY_PATH[path].field for path in targets}) if targets else ()
        if missing:
            names = ", ".join(target.path for target in missing)
            message = later("%(file)s needs a column for: %(targets)s.")
            raise Invalid("TARGET_MISSING", message, "columns", file=file.name, targets=names)
    if not some:
        raise Invalid("NOTHING_MAPPED", "No column is mapped to a field.", "columns")


def _require_open(work: Work, columns: Sequence[ImportColumn]) -> None:
    for column in columns:
        if column.target is not None:
            require_open(work.rights, column.target, header=column.header)


def _get(work: Work, import_id: UUID) -> Import:
    work.require(work.rights.holds("imports:run"))
    return work.lock(Import, import_id, field="importId")


def _files(work: Work, run: Import) -> list[ImportFile]:
    files = select(ImportFile).where(ImportFile.import_id == run.id, work.visible(ImportFile))
    return work.all(files.order_by(ImportFile.position))


def _columns(work: Work, file: ImportFile) -> list[ImportColumn]:
    columns = select(ImportColumn).where(ImportColumn.file_id == file.id, work.visible(ImportColumn))
    return work.all(columns.order_by(ImportColumn.position))
