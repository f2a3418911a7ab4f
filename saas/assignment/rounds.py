"""A round of decisions in one transaction: rules, pools and people are read once, what was given is counted."""

from collections import Counter
from dataclasses import dataclass, replace
from uuid import UUID

from saas.assignment.deciding import Facts, State, Trace, choose, misfit
from saas.assignment.model import AssignmentRule, AssignmentSeat
from saas.assignment.queries import list_rules, list_seats, read_states
from saas.core.work import Work
from saas.sources.model import Source


@dataclass(frozen=True, slots=True)
class Decision:
    """What the rules say of a lead; without a seat nobody is free, or no rule fits."""

    seat: AssignmentSeat | None
    traces: tuple[Trace, ...]


class Round:
    """With `hold` no two decide by one rule at the same time."""

    def __init__(self, work: Work, *, hold: bool = False) -> None:
        self._work = work
        self._hold = hold
        self._rules = list_rules(work)
        self._pools: dict[UUID, tuple[list[AssignmentSeat], dict[UUID, State]]] = {}
        self._fallbacks: dict[UUID | None, UUID | None] = {}
        self._given: Counter[UUID] = Counter()

    def hold_all(self) -> None:
        for rule in self._rules:
            self._pool(rule)

    def decide(self, facts: Facts) -> Decision:
        """What the rules say, now."""
        traces: list[Trace] = []
        for rule in self._rules:
            reason = misfit(rule, facts)
            if reason is not None:
                traces.append(Trace(rule.id, reason))
                continue
            seats, states = self._pool(rule)
            seat, told = choose(rule, seats, {one: self._by_now(one, state) for one, state in states.items()})
            traces += told
            if seat is not None:
                return Decision(seat, tuple(traces))
        return Decision(None, tuple(traces))

    def count(self, member_id: UUID | None) -> None:
        """He has got one more, which the database does not know yet."""
        if member_id is not None:
            self._given[member_id] += 1

    def fallback(self, source_id: UUID | None) -> UUID | None:
        """A source's owner; who has left is nobody."""
        if source_id not in self._fallbacks:
            source = self._work.find(Source, source_id, deleted=True) if source_id else None
            owner_id = source.owner_id if source else None
            works_here = owner_id and read_states(self._work, [owner_id])[owner_id].works_here
            self._fallbacks[source_id] = owner_id if works_here else None
        return self._fallbacks[source_id]

    def _pool(self, rule: AssignmentRule) -> tuple[list[AssignmentSeat], dict[UUID, State]]:
        if rule.id not in self._pools:
            seats = list_seats(self._work, rule.id, hold=self._hold)
            states = read_states(self._work, [seat.member_id for seat in seats], hours=rule.working_hours)
            self._pools[rule.id] = seats, states
        return self._pools[rule.id]

    def _by_now(self, member_id: UUID, state: State) -> State:
        given = self._given[member_id]
        return replace(state, open_leads=state.open_leads + given) if given else state
