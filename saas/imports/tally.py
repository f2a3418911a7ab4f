"""How the rows of each file fare: counted from steps and refusals, the same whether a run was interrupted or not."""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from uuid import UUID

from saas.core.audit import AuditAction
from saas.imports.plan import Plan, Step, Verb


class Outcome(StrEnum):
    """The counters of a file, by name."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


Tally = Counter[tuple[int, Outcome]]
_OF_VERB = {Verb.CREATE: Outcome.CREATED, Verb.UPDATE: Outcome.UPDATED, Verb.KEEP: Outcome.UNCHANGED}


def outcome_of(step: Step, written: Mapping[UUID, AuditAction]) -> Outcome:
    """`written` is what an earlier attempt of the same run did: its records stay created and updated."""
    earlier = written.get(step.id)
    if earlier is None:
        return _OF_VERB[step.verb]
    return Outcome.CREATED if earlier is AuditAction.CREATE else Outcome.UPDATED


def tally(steps: Iterable[Step], written: Mapping[UUID, AuditAction]) -> Tally:
    return Counter((step.origin.file, outcome_of(step, written)) for step in steps if step.origin is not None)


def refused(plan: Plan) -> Tally:
    return Counter((each.origin.file, Outcome.REFUSED) for each in plan.refused)
