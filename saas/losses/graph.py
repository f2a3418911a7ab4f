"""The reasons for which deals are lost, in the graph."""

from datetime import datetime

import strawberry
from strawberry import UNSET

from saas.core.work import Work
from saas.graph.declare import Node, changes, key, mutation, node
from saas.losses import actions
from saas.losses.model import LossReason


@node(LossReason, one="lossReason", plain="lossReasons", order="position,name")
class LossReasonNode(Node):
    """Why deals are lost, in the company's words; one that is not `active` is retired: it is offered no more."""

    name: str
    position: int
    active: bool
    version: int
    created_at: datetime


@strawberry.input
class CreateLossReasonInput:
    name: str


@mutation(LossReasonNode)
def create_loss_reason(work: Work, input: CreateLossReasonInput) -> LossReason:
    """Adds a reason behind the others."""
    return actions.create_reason(work, input.name)


@strawberry.input
class UpdateLossReasonInput:
    id: strawberry.ID
    version: int | None = None
    name: str | None = UNSET
    active: bool | None = UNSET


@mutation(LossReasonNode)
def update_loss_reason(work: Work, input: UpdateLossReasonInput) -> LossReason:
    """Renames a reason, retires it, or takes it back into use."""
    return actions.edit_reason(
        work, key(LossReasonNode, input.id), changes(input, "id", "version"), version=input.version
    )


@strawberry.input
class MoveLossReasonInput:
    """`position` counts from 0 through the whole list."""

    id: strawberry.ID
    position: int


@mutation(LossReasonNode)
def move_loss_reason(work: Work, input: MoveLossReasonInput) -> LossReason:
    """Puts a reason to another place in the list."""
    return actions.move_reason(work, key(LossReasonNode, input.id), input.position)


@strawberry.input
class LossReasonInput:
    id: strawberry.ID
    version: int | None = None


@mutation(LossReasonNode)
def delete_loss_reason(work: Work, input: LossReasonInput) -> LossReason:
    """Takes away a reason that no deal was ever lost for; another one can be retired."""
    return actions.delete_reason(work, key(LossReasonNode, input.id), version=input.version)


@mutation(LossReasonNode)
def restore_loss_reason(work: Work, input: LossReasonInput) -> LossReason:
    """Takes a deletion back."""
    return actions.restore_reason(work, key(LossReasonNode, input.id), version=input.version)
