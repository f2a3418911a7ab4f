"""What is done with submissions."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import orjson
from sqlalchemy import and_, or_, select

from saas.capture.events import NoticeKept
from saas.capture.model import GAVE_UP, Submission, SubmissionStatus
from saas.capture.queries import LOOKED_AFTER, bucket, find_kept, is_expected
from saas.core.errors import Conflict, Unavailable
from saas.core.model import Json
from saas.core.rights import Verb
from saas.core.texts import harmless, tell
from saas.core.work import Opener, Work
from saas.sources.model import Source

Verify = Callable[[Work], UUID]
JOB = "capture.take_in"
MOST_RETRIED = 1_000
LOOK = "capture.park_late"
PATIENCE = timedelta(minutes=20)
"""Longer than a worker's retries take."""
LONGEST_AGENT = 300


@dataclass(frozen=True, slots=True)
class Arrival:
    """What came through a door. `status` is WAITING, or what is no lead: SPAM or TEST."""

    external_id: str
    body: Json
    status: SubmissionStatus = SubmissionStatus.WAITING
    remote: str | None = None
    user_agent: str | None = None


def receive(opener: Opener, source: UUID | Verify, arrival: Arrival) -> UUID:
    """Kept for good when this returns, and once: the same `external_id` again is the same submission. The source may be
    told by a function, which refuses a sender who is none of it.
    """
    try:
        with opener() as work:
            return keep(work, source if isinstance(source, UUID) else source(work), arrival)
    except Conflict:  # it came twice at the same moment
        with opener() as work:
            there = find_kept(work, source if isinstance(source, UUID) else source(work), arrival.external_id)
            if there is None:
                raise
            return there


def park_late(work: Work, source_id: UUID) -> int:
    """Parks what has waited for longer than its job was tried: its worker died again and again, or could not reach what
    it needs. Should there be a job after all, it is taken in none the less. Looks again while anything waits.
    """
    source, now = work.get(Source, source_id, field="id", deleted=True), work.clock.now()
    waiting = Submission.source_id == source.id, Submission.status == SubmissionStatus.WAITING
    late = select(Submission).where(*waiting, Submission.updated_at <= now - PATIENCE)
    given_up = work.all(late.order_by(Submission.received_at).limit(MOST_RETRIED).with_for_update(skip_locked=True))
    told = Unavailable(GAVE_UP, "It was tried again and again, and failed each time. Try it once more.")
    for submission in given_up:
        submission.park(GAVE_UP, None, tell(told, work.tenant.locale))
    work.flush()
    if work.first(select(Submission.id).where(*waiting).limit(1)) is not None:
        _look_later(work, source.id)
    return len(given_up)


def retry_submission(work: Work, submission_id: UUID, *, version: int | None = None) -> Submission:
    """With the mapping as it is now."""
    _require(work)
    submission = work.lock(Submission, submission_id, field="id", version=version)
    submission.wait_again()
    _enqueue(work, submission)
    _look_later(work, submission.source_id)
    return submission


def retry_parked(work: Work, source_id: UUID) -> Source:
    """Everything of a source that is parked, and what waits for a worker for so long that he has given up: by one job,
    save what has one for itself.
    """
    _require(work)
    source = work.lock(Source, source_id, field="id")
    parked, long_ago = Submission.status == SubmissionStatus.PARKED, work.clock.now() - PATIENCE
    waiting = and_(Submission.status == SubmissionStatus.WAITING, Submission.updated_at < long_ago)
    these = select(Submission).where(Submission.source_id == source.id, or_(parked, waiting))
    tried = work.all(these.order_by(Submission.received_at).limit(MOST_RETRIED).with_for_update())
    for submission in tried:
        if submission.status == SubmissionStatus.PARKED:
            submission.wait_again()
    together = [submission for submission in tried if not submission.is_for_itself]
    for submission in (*together[:1], *(one for one in tried if one.is_for_itself)):
        _enqueue(work, submission)
    _look_later(work, source.id)
    return source


def discard_submission(work: Work, submission_id: UUID, *, version: int | None = None) -> Submission:
    """It becomes no lead; what was said stays kept."""
    _require(work)
    submission = work.lock(Submission, submission_id, field="id", version=version)
    submission.discard()
    return submission


def restore_submission(work: Work, submission_id: UUID, *, version: int | None = None) -> Submission:
    """Takes that back: it is tried again."""
    _require(work)
    submission = work.lock(Submission, submission_id, field="id", version=version)
    if submission.status == SubmissionStatus.DISCARDED:
        submission.status = SubmissionStatus.WAITING
        _enqueue(work, submission)
        _look_later(work, submission.source_id)
    return submission


def keep(work: Work, source_id: UUID, arrival: Arrival) -> UUID:
    """As part of what else is done; see `receive`."""
    there = find_kept(work, source_id, arrival.external_id)
    if there is not None:
        return there
    agent = harmless(arrival.user_agent or "", most=LONGEST_AGENT) or None
    submission = work.add(
        Submission(
            source_id=source_id, external_id=arrival.external_id, received_at=work.clock.now(), status=arrival.status,
            body=orjson.dumps(arrival.body).decode(), remote=arrival.remote, user_agent=agent,
        )
    )  # fmt: skip
    work.flush()
    if submission.status == SubmissionStatus.WAITING:
        summoned, looked_after = is_expected(work, submission)
        if not looked_after:
            _look_later(work, source_id)
        if not summoned or submission.is_for_itself:
            _enqueue(work, submission)
    return submission.id


def _enqueue(work: Work, submission: Submission) -> None:
    if submission.is_notice:
        work.emit(NoticeKept(submission.id))
    else:
        work.enqueue(JOB, {"submission_id": str(submission.id)})


def _look_later(work: Work, source_id: UUID) -> None:
    """At the end of the bucket of time that it is now, and late enough for all that came in it."""
    run_at = bucket(work, LOOKED_AFTER) + LOOKED_AFTER + PATIENCE
    work.enqueue(LOOK, {"source_id": str(source_id)}, run_at=run_at)


def _require(work: Work) -> None:
    work.require(work.rights.may(Source.__name__, Verb.UPDATE))
