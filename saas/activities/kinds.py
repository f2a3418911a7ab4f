"""The words that an activity is told in."""

from enum import StrEnum


class ActivityKind(StrEnum):
    """A note is only written; the others are also planned and done."""

    TASK = "TASK"
    CALL = "CALL"
    MEETING = "MEETING"
    NOTE = "NOTE"


class ActivityStatus(StrEnum):
    OPEN = "OPEN"
    DONE = "DONE"
    CANCELLED = "CANCELLED"


class Priority(StrEnum):
    LOW = "LOW"
    NORMAL = "NORMAL"
    HIGH = "HIGH"


class CallDirection(StrEnum):
    """Who called whom, seen from the company."""

    OUTBOUND = "OUTBOUND"
    INBOUND = "INBOUND"


class CallOutcome(StrEnum):
    CONNECTED = "CONNECTED"
    LEFT_MESSAGE = "LEFT_MESSAGE"
    NO_ANSWER = "NO_ANSWER"
    BUSY = "BUSY"
    WRONG_NUMBER = "WRONG_NUMBER"
