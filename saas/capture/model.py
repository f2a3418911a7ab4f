"""Submissions: the table."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

import orjson
from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, add_mapped_attribute, mapped_column, relationship

from saas.core.errors import Invalid
from saas.core.model import Json, Model, created, key, one_of, updated, version
from saas.leads.model import Lead
from saas.sources.model import Source

GAVE_UP = "GAVE_UP"


class SubmissionStatus(StrEnum):
    """WAITING for a worker; ACCEPTED, it is a lead; PARKED until somebody mends the mapping; SPAM, TEST and DISCARDED
    become none.
    """

    WAITING = "WAITING"
    ACCEPTED = "ACCEPTED"
    PARKED = "PARKED"
    SPAM = "SPAM"
    TEST = "TEST"
    DISCARDED = "DISCARDED"


class Submission(Model):
    """`body` is JSON as it came, without the sender's secret; `external_id` is what the sender calls it. Why one is
    parked, `problem` says in the company's language.
    """

    __tablename__ = "submission"
    __table_args__ = (
        one_of("status", SubmissionStatus),
        UniqueConstraint("source_id", "external_id"),
        Index("ix_submission_received", text("received_at DESC"), text("id DESC")),
        Index("ix_submission_source", "source_id", text("received_at DESC"), text("id DESC")),
        Index(
            "ix_submission_open", "source_id", "received_at", postgresql_where=text("status IN ('WAITING', 'PARKED')")
        ),
        CheckConstraint("(status = 'ACCEPTED') = (lead_id IS NOT NULL)", name="accepted_has_lead"),
        CheckConstraint("(status = 'PARKED') = (problem_code IS NOT NULL)", name="parked_has_problem"),
    )

    id: Mapped[UUID] = key()
    source_id: Mapped[UUID] = mapped_column(ForeignKey("source.id"))
    external_id: Mapped[str]
    received_at: Mapped[datetime]
    status: Mapped[SubmissionStatus]
    body: Mapped[str]
    remote: Mapped[str | None]
    user_agent: Mapped[str | None]
    attempts: Mapped[int] = mapped_column(default=0)
    problem_code: Mapped[str | None]
    problem_field: Mapped[str | None]
    problem: Mapped[str | None]
    lead_id: Mapped[UUID | None] = mapped_column(ForeignKey("lead.id"), index=True)
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()

    source: Mapped[Source] = relationship(lazy="raise")
    lead: Mapped[Lead | None] = relationship(lazy="raise")

    @property
    def is_notice(self) -> bool:
        """Whether it only tells that there is a lead, which is fetched before it is taken in."""
        said = orjson.loads(self.body) if '"notice":' in self.body else {}
        return "notice" in said and "lead" not in said

    @property
    def is_for_itself(self) -> bool:
        """Whether it has a job of its own: somebody has failed at it, or it is a notice, or reads like one."""
        reads_so = '"notice":' in self.body and '"lead":' not in self.body
        return self.attempts > 0 or reads_so or self.is_notice

    @property
    def is_due(self) -> bool:
        """Whether a worker may take it in: also one that was given up on, whose job is there still."""
        return self.status == SubmissionStatus.WAITING or self.problem_code == GAVE_UP

    @property
    def evidence(self) -> str | None:
        """From where and by which program he said it."""
        return " · ".join(filter(None, (self.remote, self.user_agent))) or None

    def complete(self, more: Json, *, test: bool = False) -> None:
        """With what was fetched: beside the notice, the lead as it came, its fields and its visit."""
        if test:
            self._settle(SubmissionStatus.TEST)
        self.body = orjson.dumps({**orjson.loads(self.body), **more}).decode()

    def accept(self, lead_id: UUID) -> None:
        self._settle(SubmissionStatus.ACCEPTED)
        self.lead_id = lead_id

    def park(self, code: str, field: str | None, problem: str) -> None:
        self._settle(SubmissionStatus.PARKED)
        self.problem_code, self.problem_field, self.problem = code, field, problem

    def wait_again(self) -> None:
        """Beside others: what it was refused for is no worker's failure. What workers failed at stays alone."""
        self.must_be_parked()
        if self.problem_code != GAVE_UP and not self.is_notice:
            self.attempts = 0
        self._settle(SubmissionStatus.WAITING)

    def discard(self) -> None:
        self.must_be_parked()
        self._settle(SubmissionStatus.DISCARDED)

    def must_be_parked(self) -> None:
        if self.status != SubmissionStatus.PARKED:
            raise Invalid("NOT_PARKED", "This submission is not parked.", "id")

    def _settle(self, status: SubmissionStatus) -> None:
        self.status = status
        self.problem_code = self.problem_field = self.problem = None


add_mapped_attribute(Source, "submissions", relationship(Submission, viewonly=True, lazy="raise"))
