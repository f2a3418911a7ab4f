"""Imports: the tables, their states and what may follow what."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from saas.core.errors import Conflict
from saas.core.model import Json, Model, key, one_of, version
from saas.core.model import created as made
from saas.core.model import updated as changed
from saas.members.model import Member
from saas.pipelines.model import Pipeline


class ImportStatus(StrEnum):
    """DRAFT and CHECKED wait for a person; CHECKING, RUNNING and UNDOING for a worker; FAILED may be run on."""

    DRAFT = "DRAFT"
    CHECKING = "CHECKING"
    CHECKED = "CHECKED"
    RUNNING = "RUNNING"
    DONE = "DONE"
    FAILED = "FAILED"
    UNDOING = "UNDOING"
    UNDONE = "UNDONE"


_AFTER = {
    ImportStatus.CHECKING: {ImportStatus.DRAFT, ImportStatus.CHECKED, ImportStatus.FAILED},
    ImportStatus.RUNNING: {ImportStatus.DRAFT, ImportStatus.CHECKED, ImportStatus.FAILED},
    ImportStatus.UNDOING: {ImportStatus.DONE, ImportStatus.FAILED},
}


class Import(Model):
    """One run over some files. `total` and `done` count what its present work goes through: rows, or records to undo.

    `runner` is the attempt that may write: a worker that lost its turn finds another one's there and stops. The
    audit rows of what the run wrote name its id, those of its undo `undo_id`.

    With `assign_leads` the rules of assignment give away the leads whose rows name no owner; where `leads_are_new`,
    their response clocks begin.
    """

    __tablename__ = "import_run"
    __table_args__ = (one_of("status", ImportStatus), Index("ix_import_run_created", "created_at", "id"))

    id: Mapped[UUID] = key()
    name: Mapped[str]
    status: Mapped[ImportStatus]
    total: Mapped[int]
    done: Mapped[int]
    started_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
    undone_at: Mapped[datetime | None]
    by_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id"), index=True)
    failure: Mapped[Json | None]
    pipeline_id: Mapped[UUID | None] = mapped_column(ForeignKey("pipeline.id"), index=True)
    assign_leads: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    leads_are_new: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    runner: Mapped[UUID | None]
    undo_id: Mapped[UUID | None]
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = made()
    updated_at: Mapped[datetime] = changed()
    deleted_at: Mapped[datetime | None]

    by: Mapped[Member | None] = relationship(lazy="raise")
    pipeline: Mapped[Pipeline | None] = relationship(lazy="raise")
    files: Mapped[list["ImportFile"]] = relationship(back_populates="run", viewonly=True, lazy="raise")
    notes: Mapped[list["ImportNote"]] = relationship(back_populates="run", viewonly=True, lazy="raise")
    refusals: Mapped[list["ImportRefusal"]] = relationship(back_populates="run", viewonly=True, lazy="raise")

    def turn(self, status: ImportStatus, at: datetime) -> None:
        """Hands the import to a worker; refuses what may not follow its present state."""
        if self.status not in _AFTER[status]:
            raise Conflict(
                "IMPORT_STATE", "The import is not in a state for this: it is %(state)s.", "importId", state=self.status
            )
        self.status, self.done, self.runner, self.failure = status, 0, None, None
        if status is ImportStatus.RUNNING:
            self.started_at = self.started_at or at

    def require_draft(self) -> None:
        """The mapping can change until the first record is written."""
        if self.status not in {ImportStatus.DRAFT, ImportStatus.CHECKED}:
            raise Conflict(
                "IMPORT_STATE", "The import is not in a state for this: it is %(state)s.", "importId", state=self.status
            )

    def finish(self, status: ImportStatus, at: datetime) -> None:
        self.status, self.runner = status, None
        if status is ImportStatus.UNDONE:
            self.undone_at = at
        elif status in {ImportStatus.DONE, ImportStatus.FAILED}:
            self.finished_at = at


class ImportFile(Model):
    """`content` is the file as it came, deflated; the counts are of its rows."""

    __tablename__ = "import_file"
    __table_args__ = (UniqueConstraint("import_id", "position"),)

    id: Mapped[UUID] = key()
    import_id: Mapped[UUID] = mapped_column(ForeignKey("import_run.id"))
    position: Mapped[int]
    name: Mapped[str]
    entity: Mapped[str]
    rows: Mapped[int]
    created: Mapped[int]
    updated: Mapped[int]
    unchanged: Mapped[int]
    refused: Mapped[int]
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True, info={"untold": True})
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = made()
    updated_at: Mapped[datetime] = changed()

    run: Mapped[Import] = relationship(back_populates="files", lazy="raise")
    columns: Mapped[list["ImportColumn"]] = relationship(back_populates="file", viewonly=True, lazy="raise")


class ImportColumn(Model):
    """`target` is what the column is mapped to, `guess` what it was before a person said so; `sample` a cell of it."""

    __tablename__ = "import_column"
    __table_args__ = (UniqueConstraint("file_id", "position"),)

    id: Mapped[UUID] = key()
    file_id: Mapped[UUID] = mapped_column(ForeignKey("import_file.id"))
    position: Mapped[int]
    header: Mapped[str]
    sample: Mapped[str | None]
    target: Mapped[str | None]
    guess: Mapped[str | None]
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = made()
    updated_at: Mapped[datetime] = changed()

    file: Mapped[ImportFile] = relationship(back_populates="columns", lazy="raise")


class ImportNote(Model):
    """One line of the report: a rule that was applied, how often, and the sentence in each language."""

    __tablename__ = "import_note"
    __table_args__ = (Index("ix_import_note_import", "import_id", "position"),)

    id: Mapped[UUID] = key()
    import_id: Mapped[UUID] = mapped_column(ForeignKey("import_run.id"))
    position: Mapped[int]
    code: Mapped[str]
    count: Mapped[int]
    texts: Mapped[Json]

    run: Mapped[Import] = relationship(back_populates="notes", lazy="raise")


class ImportRefusal(Model):
    """A row that was left out; `texts` is the reason in each language."""

    __tablename__ = "import_refusal"
    __table_args__ = (Index("ix_import_refusal_import", "import_id", "line", "id"),)

    id: Mapped[UUID] = key()
    import_id: Mapped[UUID] = mapped_column(ForeignKey("import_run.id"))
    file_id: Mapped[UUID] = mapped_column(ForeignKey("import_file.id"), index=True)
    line: Mapped[int]
    column: Mapped[str | None]
    code: Mapped[str]
    value: Mapped[str | None]
    texts: Mapped[Json]

    run: Mapped[Import] = relationship(back_populates="refusals", lazy="raise")
    file: Mapped[ImportFile] = relationship(lazy="raise")
