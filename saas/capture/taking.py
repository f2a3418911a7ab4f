"""When what was kept is taken in: many of a source in one transaction, and alone what stands in the way of others."""

import logging
import time
from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import Select

from saas.capture.accepting import make_leads, read_submission, readable
from saas.capture.actions import JOB
from saas.capture.model import Submission, SubmissionStatus
from saas.capture.queries import find_waiting, fresh, is_taken_in
from saas.core.errors import Conflict, NotFound, Refusal, Unavailable
from saas.core.texts import tell
from saas.core.work import Opener, Work
from saas.sources.model import Source

AT_ONCE = 50
"""So many submissions become leads in one transaction."""
MOST_BATCHES: Final = 20
"""Of one job; then it is another's turn, and the next job goes on."""
GATHERING_S: Final = 0.5
"""How long a job that was quicker than the senders waits for more to come."""
SUSPICIOUS: Final = timedelta(seconds=10)
"""Shorter than it takes until the job of a worker that died is begun again."""
log = logging.getLogger("kesher.capture")


def take_in(opener: Opener, submission_id: UUID) -> None:
    """With all that waits for the same source, so many in one transaction; what stands in the way of others is taken in
    alone, and has a job of its own where that fails.

    May run again after its worker died, at any point: of each submission either all is there, or nothing.
    """
    with opener() as work:
        asked = work.get(Submission, submission_id)
        if opener.tries:
            _set_apart(work, asked.source_id)
    _take_all(opener, asked.source_id)
    if asked.is_due and (asked.is_for_itself or asked.status != SubmissionStatus.WAITING):
        _take_own(opener, submission_id)


def _set_apart(work: Work, source_id: UUID) -> None:
    """What may have killed the worker of this job, whichever it is: each is taken in alone from now on."""
    since = Submission.received_at <= work.clock.now() - SUSPICIOUS
    for submission in _held(work, fresh(source_id).where(since)):
        _give_job(work, submission)


def _take_all(opener: Opener, source_id: UUID) -> None:
    """Until nothing waits that is not its own job's; after a while it leaves the rest to the next one."""
    for _turn in range(MOST_BATCHES):
        if _take_batch(opener, source_id) < AT_ONCE:
            with opener() as work:
                if find_waiting(work, source_id) is None:
                    return
            time.sleep(GATHERING_S)
    with opener() as work:
        left = find_waiting(work, source_id)
        if left is not None:
            work.enqueue(JOB, {"submission_id": str(left)})


def _take_batch(opener: Opener, source_id: UUID) -> int:
    """Takes in what waits longest; how many. None where another job of the source is at it."""
    found, done = list[UUID](), set[UUID]()
    try:
        with opener() as work:
            if is_taken_in(work, source_id):
                return 0
            waiting = _held(work, fresh(source_id))
            found = [one.id for one in waiting]
            source = work.get(Source, source_id, deleted=True)
            notices = [one for one in waiting if one.is_notice]  # they only seemed none: each has its job
            for one in notices:
                one.attempts += 1
            read = [
                (one, said) for one in waiting if not one.is_for_itself and (said := readable(source, one)) is not None
            ]
            if read:
                make_leads(work, source, read)
        done = {one.id for one in notices} | {one.id for one, _said in read}
    except Unavailable:
        raise
    except Exception:
        log.exception("%s submissions of the source %s are taken in one by one", len(found), source_id)
    for submission_id in found:
        if submission_id not in done:
            _try_alone(opener, submission_id)
    return len(found)


def _try_alone(opener: Opener, submission_id: UUID) -> None:
    """What fails has its own job, so that others go on."""
    try:
        _take_alone(opener, submission_id)
    except Exception:
        log.exception("the submission %s is tried again", submission_id)
        with opener() as work:
            submission = work.lock(Submission, submission_id)
            if submission.is_due:
                _give_job(work, submission)


def _take_own(opener: Opener, submission_id: UUID) -> None:
    """What fails is tried again by the same job."""
    try:
        _take_alone(opener, submission_id)
    except (Unavailable, Conflict, NotFound):
        raise
    except Exception:
        with opener() as work:
            submission = work.lock(Submission, submission_id)
            if submission.is_due:
                submission.attempts += 1
        raise


def _take_alone(opener: Opener, submission_id: UUID) -> None:
    """Waits for whoever has it in hand; then there is nothing left to do. What cannot be read is parked."""
    try:
        with opener() as work:
            submission = work.lock(Submission, submission_id)
            if submission.is_due:
                source = work.get(Source, submission.source_id, deleted=True)
                make_leads(work, source, [(submission, read_submission(source, submission))])
    except (Unavailable, Conflict, NotFound):
        raise
    except Refusal as refusal:
        with opener() as work:
            submission = work.lock(Submission, submission_id)
            if submission.is_due:
                submission.attempts += 1
                submission.park(refusal.code, refusal.field, tell(refusal, work.tenant.locale))


def _give_job(work: Work, submission: Submission) -> None:
    """One of its own; it is taken in beside no other any more."""
    submission.attempts += 1
    if not submission.is_notice:
        work.enqueue(JOB, {"submission_id": str(submission.id)})


def _held(work: Work, these: Select[Submission]) -> list[Submission]:
    """The first of them that nobody has in hand."""
    free = these.limit(AT_ONCE).with_for_update(skip_locked=True)
    return work.all(free.execution_options(populate_existing=True))
