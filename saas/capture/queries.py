"""What waits for a worker, and whether somebody comes for it.

A job takes in all that waits for its source, so that not every submission needs one. Whoever keeps a submission may
leave it to the job of another that waits; a job that finds nothing more looks once again while nobody is keeping any
for its source. So what it does not see is kept by somebody who, for his part, does not see anything wait.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import cast
from uuid import UUID

from sqlalchemy import ColumnElement, DateTime, Select, Text, Uuid, bindparam, exists, func, or_, select

from saas.capture.model import Submission, SubmissionStatus
from saas.core.looks import Look
from saas.core.work import Work
from saas.sources.model import Source, SourceKind

LOOKED_AFTER = timedelta(minutes=10)
SUMMONED = timedelta(seconds=5)
"""In each such bucket of time that something comes in, at least one job is queued for its source."""
NO_LEADS = (SubmissionStatus.SPAM, SubmissionStatus.TEST)
MOMENT = DateTime(timezone=True)
_WAITS = (
    Submission.status == SubmissionStatus.WAITING, Submission.attempts == 0,
    or_(Submission.body.not_like('%"notice":%'), Submission.body.like('%"lead":%')),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Door:
    """What of a source tells whether a sender may pass."""

    source_id: UUID
    secret_digest: str | None
    seal: str


def find_door(work: Work, key: str, kind: SourceKind) -> Door | None:
    """Of a source that takes in what comes; asked by the product, which sees all of them."""
    found = work.look(_DOOR, {"key": key, "kind": kind.value})
    return Door(*cast("tuple[UUID, str | None, str]", found[0])) if found else None


def fresh(source_id: UUID) -> Select[Submission]:
    """What waits and nobody has failed at, the oldest first; what is yet to be fetched is not among it."""
    waits = select(Submission).where(Submission.source_id == source_id, *_WAITS)
    return waits.order_by(Submission.received_at, Submission.id)


def find_kept(work: Work, source_id: UUID, external_id: str) -> UUID | None:
    """What a sender calls so. From here on, until the end, no job of the source finds that nothing more waits."""
    given = {"key": _key(work, source_id, "kept"), "source_id": source_id, "external_id": external_id}
    ((_void, found),) = work.look(_KEPT, given)
    return found if isinstance(found, UUID) else None


def is_expected(work: Work, submission: Submission) -> tuple[bool, bool]:
    """Whether somebody comes for what was just kept without being told of it: a worker, for another that waits, and
    whoever looks for what has waited too long, for another that came in the same bucket of time.
    """
    since = {"since": bucket(work, SUMMONED), "long_since": bucket(work, LOOKED_AFTER)}
    ((a_job, a_look),) = work.look(_EXPECTED, {"source_id": submission.source_id, "id": submission.id, **since})
    return bool(a_job), bool(a_look)


def find_waiting(work: Work, source_id: UUID) -> UUID | None:
    """What waits, also where another job has it in hand; None where nothing does, and nobody is about to keep any that
    is left to a job of now.
    """
    work.rows(select(func.pg_advisory_xact_lock(_number(_key(work, source_id, "kept")))))
    return work.first(fresh(source_id).with_only_columns(Submission.id).limit(1))


def is_taken_in(work: Work, source_id: UUID) -> bool:
    """Whether another transaction takes in what waits; else no other one does until the end. They would but wait for
    each other, since each holds the pools of all rules.
    """
    return not work.all(select(func.pg_try_advisory_xact_lock(_number(_key(work, source_id, "taken")))))[0]


def bucket(work: Work, size: timedelta) -> datetime:
    """When the one of now began."""
    now = work.clock.now()
    return now - (now - datetime.min.replace(tzinfo=UTC)) % size


def _key(work: Work, source_id: UUID, act: str) -> str:
    return f"{work.tenant.namespace}:{act}:{source_id}"


def _number(key: str | ColumnElement[str]) -> ColumnElement[int]:
    return func.hashtextextended(key, 0)


_SOURCE = Submission.source_id == bindparam("source_id", type_=Uuid())
_OTHER = _SOURCE, Submission.id != bindparam("id", type_=Uuid())
_DOOR = Look(
    select(Source.id, Source.secret_digest, Source.seal).where(
        Source.key == bindparam("key", type_=Text()), Source.kind == bindparam("kind", type_=Text()),
        Source.active.is_(True), Source.deleted_at.is_(None),
    )
)  # fmt: skip
_KEPT = Look(
    select(
        func.pg_advisory_xact_lock_shared(_number(bindparam("key", type_=Text()))),
        select(Submission.id)
        .where(_SOURCE, Submission.external_id == bindparam("external_id", type_=Text()))
        .scalar_subquery(),
    )
)
_EXPECTED = Look(
    select(
        exists().where(*_OTHER, *_WAITS, Submission.received_at >= bindparam("since", type_=MOMENT)),
        exists().where(
            *_OTHER,
            Submission.received_at >= bindparam("long_since", type_=MOMENT),
            *(Submission.status != each for each in NO_LEADS),
        ),
    )
)
