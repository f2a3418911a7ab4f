"""What is proposed after an activity: by its kind and outcome, on a working day of the company.

| after | proposed | working days later |
|---|---|---|
| a call that got through | a task to follow up | 3 |
| a message left | another call | 2 |
| no answer, a busy line | another call | 1 |
| a wrong number | a task to find the right one | 1 |
| a meeting | a task to follow up | 1 |
| a task, a note | a task to follow up | 5 |

It is a proposal: nothing is there until somebody takes it.
"""

from dataclasses import dataclass
from datetime import date

from saas.activities.kinds import ActivityKind, CallOutcome
from saas.activities.model import Activity
from saas.company.working_time import WorkingTime
from saas.core.texts import later, say

FOLLOW_UP = later("Follow up: %(subject)s")
CALL_AGAIN = later("Call again: %(subject)s")
FIND_NUMBER = later("Find the right number: %(subject)s")
LONGEST = 300
_SAID_ALREADY = 2

_AFTER_CALLS = {
    CallOutcome.CONNECTED: (ActivityKind.TASK, FOLLOW_UP, 3),
    CallOutcome.LEFT_MESSAGE: (ActivityKind.CALL, CALL_AGAIN, 2),
    CallOutcome.NO_ANSWER: (ActivityKind.CALL, CALL_AGAIN, 1),
    CallOutcome.BUSY: (ActivityKind.CALL, CALL_AGAIN, 1),
    CallOutcome.WRONG_NUMBER: (ActivityKind.TASK, FIND_NUMBER, 1),
}
_AFTER = {
    ActivityKind.CALL: (ActivityKind.TASK, FOLLOW_UP, 3),
    ActivityKind.MEETING: (ActivityKind.TASK, FOLLOW_UP, 1),
    ActivityKind.TASK: (ActivityKind.TASK, FOLLOW_UP, 5),
    ActivityKind.NOTE: (ActivityKind.TASK, FOLLOW_UP, 5),
}


@dataclass(frozen=True, slots=True)
class Proposal:
    kind: ActivityKind
    subject: str
    due_on: date


def propose(activity: Activity, today: date, *, locale: str, time: WorkingTime) -> Proposal:
    """In the reader's language; `time` is when the company works."""
    outcome = CallOutcome(activity.outcome) if activity.outcome else None
    kind, message, days = _AFTER_CALLS[outcome] if outcome else _AFTER[ActivityKind(activity.kind)]
    subject = say(message, locale, subject=_bare(activity.subject, locale))[:LONGEST]
    return Proposal(kind, subject, time.after(today, days))


def _bare(subject: str, locale: str) -> str:
    """Without what an earlier proposal put before it: nobody follows up a follow-up of a follow-up in its name."""
    for message in (FOLLOW_UP, CALL_AGAIN, FIND_NUMBER):
        for language in {locale, "en"}:
            before = say(message, language, subject="\0").partition("\0")[0].rstrip("\u2068")
            subject = subject.removeprefix(before)
    return subject.strip("\u2068\u2069")
