"""Talks in the graph."""

from datetime import datetime

import strawberry

from saas.activities.kinds import CallDirection
from saas.capture.graph import SubmissionNode
from saas.core.model import Model
from saas.core.work import Work
from saas.graph.declare import key, mutation
from saas.sources.graph import SourceNode
from saas.talks import actions


@strawberry.input
class LogTalkInput:
    """`externalId` is what your system calls this talk: told again, it is the same one. `answered` is whether both
    sides spoke, which an automatic reply is not; `direction` is INBOUND, and `at` is now, where they are left out.
    """

    source_id: strawberry.ID
    external_id: str
    answered: bool
    direction: CallDirection | None = None
    at: datetime | None = None
    seconds: int | None = None
    phone: str | None = None
    email: str | None = None
    name: str | None = None
    company: str | None = None
    text: str | None = None


@mutation(SubmissionNode)
def log_talk(work: Work, input: LogTalkInput) -> Model:
    """Tells of a call or chat with somebody who is no lead yet, through a source of its kind. He becomes one; a talk
    that was answered stops the response clock.
    """
    said = {
        "name": input.name, "email": input.email, "phone": input.phone, "company": input.company,
        "message": input.text,
    }  # fmt: skip
    fields = {name: value.strip() for name, value in said.items() if value}
    talk = actions.Talk(
        input.external_id, input.direction or CallDirection.INBOUND, input.answered, input.at, input.seconds, fields
    )
    return actions.log_talk(work, key(SourceNode, input.source_id), talk)
