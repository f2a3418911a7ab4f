"""Submissions in the graph: what came in, what is parked and why."""

from datetime import datetime

import strawberry

from saas.capture import actions
from saas.capture.model import Submission, SubmissionStatus
from saas.core.model import Model
from saas.core.work import Work
from saas.graph.declare import Connection, Node, connection, edge, key, mutation, node
from saas.leads.graph import LeadNode
from saas.sources.graph import SourceNode

strawberry.enum(SubmissionStatus)


@node(Submission, one="submission", many="submissions", order="-received_at")
class SubmissionNode(Node):
    """What a sender said, as it came: `body` is JSON. Why it is parked, `problem` says in the company's language."""

    source: SourceNode
    external_id: str
    received_at: datetime
    status: SubmissionStatus
    body: str
    remote: str | None
    user_agent: str | None
    attempts: int
    problem_code: str | None
    problem_field: str | None
    problem: str | None
    lead: LeadNode | None
    version: int


submissions: Connection[SubmissionNode] = connection(order="-received_at")
edge(SourceNode, "submissions", submissions)


@strawberry.input
class SubmissionInput:
    id: strawberry.ID
    version: int | None = None


@mutation(SubmissionNode)
def retry_submission(work: Work, input: SubmissionInput) -> Submission:
    """Tries a parked submission again, with the mapping as it is now."""
    return actions.retry_submission(work, key(SubmissionNode, input.id), version=input.version)


@mutation(SubmissionNode)
def discard_submission(work: Work, input: SubmissionInput) -> Submission:
    """Says that a parked submission becomes no lead."""
    return actions.discard_submission(work, key(SubmissionNode, input.id), version=input.version)


@mutation(SubmissionNode)
def restore_submission(work: Work, input: SubmissionInput) -> Submission:
    """Takes that back: it is tried again."""
    return actions.restore_submission(work, key(SubmissionNode, input.id), version=input.version)


@strawberry.input
class RetryParkedInput:
    id: strawberry.ID


@mutation(SourceNode)
def retry_parked(work: Work, input: RetryParkedInput) -> Model:
    """Tries everything again that is parked of a source."""
    return actions.retry_parked(work, key(SourceNode, input.id))
