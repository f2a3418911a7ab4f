"""Which member of which rule a lead goes to: over plain data, so that a preview is what would happen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from saas.assignment.model import AssignmentRule, AssignmentSeat, Strategy
from saas.core.folding import fold


class Step(StrEnum):
    """What became of one rule, or of one member of its pool."""

    OTHER_SOURCE = "OTHER_SOURCE"
    OTHER_PRODUCT = "OTHER_PRODUCT"
    OTHER_COUNTRY = "OTHER_COUNTRY"
    OTHER_LANGUAGE = "OTHER_LANGUAGE"
    OTHER_ANSWER = "OTHER_ANSWER"
    NOBODY_FREE = "NOBODY_FREE"
    HAS_LEFT = "HAS_LEFT"
    NOT_AT_WORK = "NOT_AT_WORK"
    IS_FULL = "IS_FULL"
    CHOSEN = "CHOSEN"


@dataclass(frozen=True, slots=True)
class Facts:
    """Of a lead, what rules ask for."""

    source_id: UUID | None = None
    product_id: UUID | None = None
    country: str | None = None
    language: str | None = None
    answers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """Of a member at this moment."""

    works_here: bool
    at_work: bool
    open_leads: int


@dataclass(frozen=True, slots=True)
class Trace:
    """`member_id` None: it is about the rule as a whole."""

    rule_id: UUID
    step: Step
    member_id: UUID | None = None


def misfit(rule: AssignmentRule, facts: Facts) -> Step | None:
    """The first thing that it names and that is not so."""
    asked = (
        (Step.OTHER_SOURCE, rule.source_id, facts.source_id), (Step.OTHER_PRODUCT, rule.product_id, facts.product_id),
        (Step.OTHER_COUNTRY, _folded(rule.country), _folded(facts.country)),
        (Step.OTHER_LANGUAGE, rule.language, facts.language),
    )  # fmt: skip
    for step, wanted, there in asked:
        if wanted is not None and wanted != there:
            return step
    if rule.question is None:
        return None
    said = {(fold(question), fold(answer)) for question, answer in facts.answers}
    return None if (fold(rule.question), fold(rule.answer or "")) in said else Step.OTHER_ANSWER


def choose(
    rule: AssignmentRule, seats: Sequence[AssignmentSeat], states: Mapping[UUID, State]
) -> tuple[AssignmentSeat | None, list[Trace]]:
    """Who of the pool it is, and why the others are not; ties go by the order of the pool."""
    free, traces = list[AssignmentSeat](), list[Trace]()
    for seat in seats:
        hindered = _hindrance(rule, seat, states[seat.member_id])
        if hindered is None:
            free.append(seat)
        else:
            traces.append(Trace(rule.id, hindered, seat.member_id))
    if not free:
        return None, [*traces, Trace(rule.id, Step.NOBODY_FREE)]
    chosen = min(free, key=lambda seat: _rank(rule, seat, states[seat.member_id]))
    return chosen, [*traces, Trace(rule.id, Step.CHOSEN, chosen.member_id)]


def _hindrance(rule: AssignmentRule, seat: AssignmentSeat, state: State) -> Step | None:
    if not state.works_here:
        return Step.HAS_LEFT
    if rule.working_hours and not state.at_work:
        return Step.NOT_AT_WORK
    return Step.IS_FULL if seat.capacity is not None and state.open_leads >= seat.capacity else None


def _rank(rule: AssignmentRule, seat: AssignmentSeat, state: State) -> tuple[int, ...]:
    return {
        Strategy.FIXED: (seat.position,),
        Strategy.ROUND_ROBIN: (seat.turns, seat.position),
        Strategy.LEAST_BUSY: (state.open_leads, seat.turns, seat.position),
    }[Strategy(rule.strategy)]


def _folded(said: str | None) -> str | None:
    return fold(said) if said else None
