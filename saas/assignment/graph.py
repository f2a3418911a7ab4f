"""The rules of assignment in the graph, a preview of what they would do, and the log of what they did."""

from datetime import datetime
from typing import cast

import strawberry
from strawberry import UNSET

from saas.assignment import actions
from saas.assignment.deciding import Facts, Step
from saas.assignment.model import AssignmentDecision, AssignmentRule, AssignmentSeat, Strategy
from saas.assignment.queries import read_facts
from saas.core.model import Model
from saas.core.work import Work
from saas.graph.declare import (
    Node,
    changes,
    edge,
    key,
    key_or_none,
    many,
    mutation,
    node,
    query,
    record,
    record_or_none,
)
from saas.leads.graph import LeadNode
from saas.leads.inputs import LeadAnswerInput
from saas.members.graph import MemberNode
from saas.products.graph import ProductNode
from saas.sources.graph import SourceNode

strawberry.enum(Strategy, name="AssignmentStrategy")
strawberry.enum(Step, name="AssignmentStep")


@node(AssignmentSeat, order="position")
class AssignmentSeatNode(Node):
    """A member in a pool, and how many open leads he has at most. `turns` orders those who get one after another."""

    member: MemberNode
    position: int
    capacity: int | None
    turns: int


@node(AssignmentRule, one="assignmentRule", plain="assignmentRules", order="position")
class AssignmentRuleNode(Node):
    """The first active one that fits and has somebody free gives a lead away. It fits where all that it names is so."""

    name: str
    position: int
    active: bool
    strategy: Strategy
    source: SourceNode | None
    product: ProductNode | None
    country: str | None
    language: str | None
    question: str | None
    answer: str | None
    working_hours: bool
    pool: list[AssignmentSeatNode] = many(order="position")
    version: int
    created_at: datetime
    updated_at: datetime


@node(AssignmentDecision, order="at")
class AssignmentDecisionNode(Node):
    """To whom a lead went; without a rule to its source's owner, or to nobody. `assignmentSteps` tells why."""

    rule: AssignmentRuleNode | None
    member: MemberNode | None
    at: datetime


assignment_decisions: list[AssignmentDecisionNode] = many(order="at")
edge(LeadNode, "assignment_decisions", assignment_decisions)


@strawberry.input
class AssignmentSeatInput:
    member_id: strawberry.ID
    capacity: int | None = None


@strawberry.input
class CreateAssignmentRuleInput:
    """`pool` are those who get leads by it, in their order. `workingHours`: only who is at work now."""

    name: str
    pool: list[AssignmentSeatInput]
    strategy: Strategy | None = None
    source_id: strawberry.ID | None = None
    product_id: strawberry.ID | None = None
    country: str | None = None
    language: str | None = None
    question: str | None = None
    answer: str | None = None
    working_hours: bool | None = None


@mutation(AssignmentRuleNode)
def create_assignment_rule(work: Work, input: CreateAssignmentRuleInput) -> AssignmentRule:
    """Adds a rule behind the others; by turns, where nothing else is said."""
    return actions.create_rule(work, _read(changes(input, "pool")), _pool(input.pool))


@strawberry.input
class UpdateAssignmentRuleInput:
    id: strawberry.ID
    version: int | None = None
    name: str | None = UNSET
    active: bool | None = UNSET
    pool: list[AssignmentSeatInput] | None = None
    strategy: Strategy | None = UNSET
    source_id: strawberry.ID | None = UNSET
    product_id: strawberry.ID | None = UNSET
    country: str | None = UNSET
    language: str | None = UNSET
    question: str | None = UNSET
    answer: str | None = UNSET
    working_hours: bool | None = UNSET


@mutation(AssignmentRuleNode)
def update_assignment_rule(work: Work, input: UpdateAssignmentRuleInput) -> AssignmentRule:
    """Changes the fields that are given; a pool is replaced as a whole, and who stays in it keeps his turn."""
    pool = None if input.pool is None else _pool(input.pool)
    given = _read(changes(input, "id", "version", "pool"))
    return actions.edit_rule(work, key(AssignmentRuleNode, input.id), given, pool, version=input.version)


@strawberry.input
class MoveAssignmentRuleInput:
    """`position` counts from 0."""

    id: strawberry.ID
    position: int


@mutation(AssignmentRuleNode)
def move_assignment_rule(work: Work, input: MoveAssignmentRuleInput) -> AssignmentRule:
    """Puts a rule to another place in the order."""
    return actions.move_rule(work, key(AssignmentRuleNode, input.id), input.position)


@strawberry.input
class AssignmentRuleInput:
    id: strawberry.ID
    version: int | None = None


@mutation(AssignmentRuleNode)
def delete_assignment_rule(work: Work, input: AssignmentRuleInput) -> AssignmentRule:
    """Takes a rule out of the order; what it decided stays told."""
    return actions.delete_rule(work, key(AssignmentRuleNode, input.id), version=input.version)


@mutation(AssignmentRuleNode)
def restore_assignment_rule(work: Work, input: AssignmentRuleInput) -> AssignmentRule:
    """Takes a deletion back."""
    return actions.restore_rule(work, key(AssignmentRuleNode, input.id), version=input.version)


@strawberry.input
class DistributeLeadInput:
    id: strawberry.ID


@mutation(LeadNode)
def distribute_lead(work: Work, input: DistributeLeadInput) -> Model:
    """Gives an open lead away by the rules, as if it came in now."""
    return actions.distribute_again(work, key(LeadNode, input.id))


@strawberry.type(description="What became of a rule, or of one member of its pool.")
class AssignmentTrace:
    rule: AssignmentRuleNode | None
    member: MemberNode | None
    step: Step


@strawberry.type(description="Who would get a lead now, and why nobody else.")
class AssignmentPreview:
    member: MemberNode | None
    rule: AssignmentRuleNode | None
    steps: list[AssignmentTrace]


@strawberry.input
class AssignmentFactsInput:
    """A lead that is there, or one as it might come in."""

    lead_id: strawberry.ID | None = None
    source_id: strawberry.ID | None = None
    product_id: strawberry.ID | None = None
    country: str | None = None
    language: str | None = None
    answers: list[LeadAnswerInput] | None = None


@query
def assignment_preview(work: Work, facts: AssignmentFactsInput) -> AssignmentPreview:
    """What the rules would decide at this moment; nobody's turn passes by it."""
    decision = actions.preview(work, _facts(work, facts))
    seat = decision.seat
    return AssignmentPreview(
        member=record(MemberNode, seat.member_id) if seat else None,
        rule=record(AssignmentRuleNode, seat.rule_id) if seat else None,
        steps=[
            AssignmentTrace(
                rule=record(AssignmentRuleNode, one.rule_id), member=record_or_none(MemberNode, one.member_id),
                step=one.step,
            )
            for one in decision.traces
        ],
    )  # fmt: skip


@query
def assignment_steps(work: Work, lead_id: strawberry.ID) -> list[AssignmentTrace]:
    """Why a lead went where it went the last time that the rules were asked."""
    return [
        AssignmentTrace(
            rule=record(AssignmentRuleNode, one.rule_id), member=record_or_none(MemberNode, one.member_id),
            step=one.step,
        )
        for one in actions.last_steps(work, key(LeadNode, lead_id))
    ]  # fmt: skip


def _facts(work: Work, said: AssignmentFactsInput) -> Facts:
    if said.lead_id is not None:
        return read_facts(work, key(LeadNode, said.lead_id))
    answers = tuple((one.question, one.answer) for one in said.answers or ())
    source_id, product_id = key_or_none(SourceNode, said.source_id), key_or_none(ProductNode, said.product_id)
    return Facts(source_id, product_id, said.country, said.language, answers)


def _pool(said: list[AssignmentSeatInput]) -> list[actions.Seat]:
    return [actions.Seat(key(MemberNode, one.member_id), one.capacity) for one in said]


def _read(given: dict[str, object]) -> dict[str, object]:
    for name, cls in (("source_id", SourceNode), ("product_id", ProductNode)):
        if name in given:
            given[name] = key_or_none(cls, cast("str | None", given[name]))
    return given
