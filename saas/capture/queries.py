"""What waits for a worker, and whether somebody comes for it.

A job takes in all that waits for its source, so that not every submission needs one. Whoever keeps a submission may
leave it to the job of another that waits; a job that finds nothing more looks once again while nobody is keeping any
for its source. So what it does not see is kept by somebody who, for his part, does not see anything wait.
"""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, or_, select

from saas.capture.model import Submission, SubmissionStatus
from saas.core.work import Work

LOOKED_AFTER = timedelta(minutes=10)
SUMMONED = timedelta(seconds=5)
"""In each such bucket of time that something comes in, at least one job is queued for its source."""
NO_LEADS = (SubmissionStatus.SPAM, SubmissionStatus.TEST)
_READY = or_(Submission.body.not_like('%"notice":%'), Submission.body.like('%"lead":%'))


def fresh(source_id: UUID) -> Select[Submission]:
    """What waits and nobody has failed at, the oldest first; what is yet to be fetched is not among it."""
    return select(Submission).where(*_waits(source_id)).order_by(Submission.received_at, Submission.id)


def find_kept(work: Work, source_id: UUID, external_id: str) -> UUID | None:
    """What a sender calls so. From here on, until the end, no job of the source finds that nothing more waits."""
    there = select(Submission.id).where(Submission.source_id == source_id, Submission.external_id == external_id)
    held = select(func.pg_advisory_xact_lock_shared(_key(work, source_id, "kept")), there.scalar_subquery())
    ((_void, found),) = work.rows(held)
    return found if isinstance(found, UUID) else None


def is_expected(work: Work, submission: Submission) -> tuple[bool, bool]:
    """Whether somebody comes for what was just kept without being told of it: a worker, for another that waits, and
    whoever looks for what has waited too long, for another that came in the same bucket of time.
    """
    source_id, others = submission.source_id, Submission.id != submission.id
    summoned = select(Submission.id).where(*_waits(source_id), Submission.received_at >= bucket(work, SUMMONED), others)
    looked_after = select(Submission.id).where(
        Submission.source_id == source_id, Submission.received_at >= bucket(work, LOOKED_AFTER), others,
        Submission.status.not_in(NO_LEADS),
    )  # fmt: skip
    ((a_job, a_look),) = work.rows(select(summoned.exists(), looked_after.exists()))
    return bool(a_job), bool(a_look)


def find_waiting(work: Work, source_id: UUID) -> UUID | None:
    """What waits, also where another job has it in hand; None where nothing does, and nobody is about to keep any that
    is left to a job of now.
    """
    work.rows(select(func.pg_advisory_xact_lock(_key(work, source_id, "kept"))))
    return work.first(fresh(source_id).with_only_columns(Submission.id).limit(1))


def is_taken_in(work: Work, source_id: UUID) -> bool:
    """Whether another transaction takes in what waits; else no other one does until the end. They would but wait for
    each other, since each holds the pools of all rules.
    """
    return not work.all(select(func.pg_try_advisory_xact_lock(_key(work, source_id, "taken"))))[0]


def bucket(work: Work, size: timedelta) -> datetime:
    """When the one of now began."""
    now = work.clock.now()
    return now - (now - datetime.min.replace(tzinfo=UTC)) % size


def _waits(source_id: UUID) -> tuple[ColumnElement[bool], ...]:
    waiting = Submission.status == SubmissionStatus.WAITING
    return Submission.source_id == source_id, waiting, Submission.attempts == 0, _READY


def _key(work: Work, source_id: UUID, act: str) -> ColumnElement[int]:
    return func.hashtextextended(f"{work.tenant.namespace}:{act}:{source_id}", 0)
