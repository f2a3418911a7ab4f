"""What a member would leave behind."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, not_, select
from sqlalchemy.orm import InstrumentedAttribute

from saas.core.model import Model
from saas.core.policy import live
from saas.core.rights import models, objects
from saas.core.work import Work
from saas.handover import policy
from saas.members.leaving import leaving_of
from saas.members.model import Member, Team


@dataclass(frozen=True, slots=True)
class Estate:
    """Of one kind: what goes on, what is over, what stays because it is private."""

    kind: str
    current: int
    past: int
    private: int


def preview_handover(work: Work, member_id: UUID) -> list[Estate]:
    """By kind, also those of which there is nothing; the teams that he leads come last."""
    work.require(policy.may_hand_over(work.rights))
    work.get(Member, member_id, field="memberId")
    found: list[Estate] = []
    for model in owned_models():
        leaving, mine = leaving_of(model), and_(owner_of(model) == member_id, live(model))
        private, past = leaving.private(model), leaving.past(model)
        counts = select(
            func.count().filter(not_(private), not_(past)), func.count().filter(not_(private), past),
            func.count().filter(private),
        ).where(mine)  # fmt: skip
        current, over, kept = (int(str(number)) for number in work.rows(counts)[0])
        found.append(Estate(model.__name__, current, over, kept))
    led = work.all(select(func.count()).select_from(Team).where(Team.manager_id == member_id, live(Team)))[0]
    return [*found, Estate(Team.__name__, led, 0, 0)]


def owned_models() -> Iterator[type[Model]]:
    """Of everything that is governed and has an owner."""
    return (model for name, model in models().items() if objects()[name].owner)


def owner_of(model: type[Model]) -> InstrumentedAttribute[UUID | None]:
    return cast("InstrumentedAttribute[UUID | None]", getattr(model, str(objects()[model.__name__].owner)))


def leaves(model: type[Model], member_id: UUID, *, past: bool) -> ColumnElement[bool]:
    """What a handover takes."""
    leaving = leaving_of(model)
    mine = and_(owner_of(model) == member_id, live(model), not_(leaving.private(model)))
    return mine if past else and_(mine, not_(leaving.past(model)))
