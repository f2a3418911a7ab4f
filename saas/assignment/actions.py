"""What is done with the rules of assignment, and by them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from sqlalchemy import func, select

from saas.accounts.countries import country_name
from saas.assignment.deciding import Facts, Step, Trace
from saas.assignment.model import AssignmentDecision, AssignmentRule, AssignmentSeat, Strategy
from saas.assignment.queries import facts_of, list_seats
from saas.assignment.rounds import Decision, Round
from saas.core.errors import Invalid, LimitReached
from saas.core.fields import assign, text_or_none, written
from saas.core.rights import Verb
from saas.core.work import Work
from saas.leads.actions import give_lead, hand_over
from saas.leads.languages import read_language
from saas.leads.model import Lead
from saas.members.actions import get_owner
from saas.products.model import Product
from saas.sources.model import Source

MOST_RULES = 200
MOST_SEATS = 100


@dataclass(frozen=True, slots=True)
class Seat:
    """Who is to be in a pool, and how many open leads he has at most."""

    member_id: UUID
    capacity: int | None = None


def create_rule(work: Work, fields: Mapping[str, object], pool: Sequence[Seat]) -> AssignmentRule:
    """Behind the others."""
    there = _held(work)
    if len(there) >= MOST_RULES:
        raise LimitReached("TOO_MANY", "At most %(most)s at once.", "name", most=MOST_RULES)
    rule = AssignmentRule(position=len(there), active=True, strategy=Strategy.ROUND_ROBIN, working_hours=False)
    _change(work, rule, {"name": None, **fields})
    work.add(rule)
    work.flush()
    _seat(work, rule, pool)
    return rule


def edit_rule(
    work: Work, rule_id: UUID, fields: Mapping[str, object], pool: Sequence[Seat] | None = None, *,
    version: int | None = None,
) -> AssignmentRule:  # fmt: skip
    """A pool that is given replaces the one before; who stays in it keeps his turns."""
    rule = work.lock(AssignmentRule, rule_id, field="id", version=version)
    _change(work, rule, fields)
    if pool is not None:
        _seat(work, rule, pool)
    return rule


def move_rule(work: Work, rule_id: UUID, position: int) -> AssignmentRule:
    """To another place, from 0."""
    listed = _held(work)
    rule = work.lock(AssignmentRule, rule_id, field="id")
    others = [other for other in listed if other.id != rule.id]
    if not 0 <= position <= len(others):
        raise Invalid("BAD_POSITION", "The list has no such place.", "position")
    _number([*others[:position], rule, *others[position:]])
    return rule


def delete_rule(work: Work, rule_id: UUID, *, version: int | None = None) -> AssignmentRule:
    listed = _held(work)
    rule = work.lock(AssignmentRule, rule_id, field="id", version=version, to=Verb.DELETE)
    work.remove(rule)
    _number([other for other in listed if other.id != rule.id])
    return rule


def restore_rule(work: Work, rule_id: UUID, *, version: int | None = None) -> AssignmentRule:
    """At the place that it had."""
    listed = _held(work)
    rule = work.lock(AssignmentRule, rule_id, field="id", version=version, deleted=True, to=Verb.DELETE)
    if rule.deleted_at is not None:
        rule.deleted_at = None
        _number([*listed[: rule.position], rule, *listed[rule.position :]])
    return rule


def distribute_lead(work: Work, lead: Lead) -> AssignmentDecision:
    """Gives a lead away, and tells why; where nobody is found it stays whose it is. The rule that decides is held until
    the end: leads that come at once are given one after another, each knowing the turns of those before.
    """
    told = _decide(work, lead, Round(work, hold=True), facts_of(work, lead))
    give_lead(work, lead, told.member_id or lead.owner_id)
    work.flush()
    return told


def distribute_new(work: Work, leads: Sequence[tuple[Lead, Sequence[tuple[str, str]]]]) -> None:
    """The same of leads with their answers that are yet to be written and announced, one after another. Pools are held
    in the order of the rules before the first is decided, as they are where rules are asked one by one.
    """
    of_all = Round(work, hold=True)
    of_all.hold_all()
    for lead, answers in leads:
        facts = Facts(lead.source_id, lead.product_id, lead.country, lead.language, tuple(answers))
        told = _decide(work, lead, of_all, facts)
        hand_over(work, lead, told.member_id or lead.owner_id)
        of_all.count(lead.owner_id)


def distribute_again(work: Work, lead_id: UUID) -> Lead:
    """An open lead, whosever it is; who asks may give it away."""
    lead = work.lock(Lead, lead_id, field="id", to=Verb.SHARE)
    lead.must_be_open()
    distribute_lead(work, lead)
    return lead


def preview(work: Work, facts: Facts) -> Decision:
    """For those who keep the rules."""
    work.require(work.rights.may(AssignmentRule.__name__, Verb.UPDATE))
    return Round(work).decide(facts)


def last_steps(work: Work, lead_id: UUID) -> list[Trace]:
    lead = work.get(Lead, lead_id, field="leadId")
    told = select(AssignmentDecision).where(AssignmentDecision.lead_id == lead.id)
    last = work.first(told.order_by(AssignmentDecision.at.desc(), AssignmentDecision.id.desc()).limit(1))
    return [] if last is None else [_read(one) for one in cast("list[dict[str, str | None]]", last.steps["steps"])]


def _decide(work: Work, lead: Lead, of_all: Round, facts: Facts) -> AssignmentDecision:
    decision = of_all.decide(facts)
    seat, traces = decision.seat, decision.traces
    if seat is not None:
        work.follow(seat).turns += 1
        member_id: UUID | None = seat.member_id
    else:
        member_id = of_all.fallback(lead.source_id)
    return work.add(
        AssignmentDecision(
            lead_id=lead.id, rule_id=seat.rule_id if seat else None, member_id=member_id, at=work.clock.now(),
            steps={"steps": [_kept(trace) for trace in traces]},
        )
    )  # fmt: skip


def _kept(trace: Trace) -> dict[str, object]:
    member = None if trace.member_id is None else str(trace.member_id)
    return {"rule": str(trace.rule_id), "step": trace.step.value, "member": member}


def _read(kept: Mapping[str, str | None]) -> Trace:
    member = kept["member"]
    return Trace(UUID(str(kept["rule"])), Step(str(kept["step"])), None if member is None else UUID(member))


def _change(work: Work, rule: AssignmentRule, fields: Mapping[str, object]) -> None:
    given = dict(fields)
    if "name" in given:
        given["name"] = written(given["name"], "name")
    for name in ("question", "answer"):
        if name in given:
            given[name] = text_or_none(given[name], name)
    if isinstance(country := given.get("country"), str):
        given["country"] = text_or_none(country_name(country.strip()), "country")
    if isinstance(language := given.get("language"), str):
        given["language"] = read_language(language) if language.strip() else None
    for name, model, field in (("source_id", Source, "sourceId"), ("product_id", Product, "productId")):
        if given.get(name) is not None:
            work.get(model, cast(UUID, given[name]), field=field)
    keeps = {"active", "strategy", "working_hours"}
    assign(rule, {name: value for name, value in given.items() if name not in keeps or value is not None})
    if (rule.question is None) is not (rule.answer is None):
        raise Invalid("HALF_ANSWER", "A rule by an answer says the question and the answer.", "answer")


def _seat(work: Work, rule: AssignmentRule, pool: Sequence[Seat]) -> None:
    if not 0 < len(pool) <= MOST_SEATS:
        message = "A rule gives leads to at least one member, and to %(most)s at most."
        raise Invalid("BAD_POOL", message, "pool", most=MOST_SEATS)
    if len({one.member_id for one in pool}) < len(pool):
        raise Invalid("MEMBER_TWICE", "A member stands in a pool once.", "pool")
    if any(one.capacity is not None and one.capacity < 1 for one in pool):
        raise Invalid("BAD_CAPACITY", "A capacity is at least one lead.", "pool")
    there = {seat.member_id: seat for seat in list_seats(work, rule.id, hold=True)}
    wanted = {one.member_id for one in pool}
    fewest = min((seat.turns for seat in there.values() if seat.member_id in wanted), default=0)
    for member_id, seat in there.items():
        if member_id not in wanted:
            work.remove(seat)
    for position, one in enumerate(pool):
        fields = {"position": position, "capacity": one.capacity}
        if one.member_id in there:
            assign(there[one.member_id], fields)
        else:
            get_owner(work, one.member_id)
            work.add(AssignmentSeat(rule_id=rule.id, member_id=one.member_id, turns=fewest, **fields))


def _held(work: Work) -> list[AssignmentRule]:
    """The rules in their order, while nobody else changes their places; of members who may."""
    work.require(work.rights.may(AssignmentRule.__name__, Verb.UPDATE))
    work.rows(select(func.pg_advisory_xact_lock(func.hashtextextended(f"{work.tenant.namespace}:assignment", 0))))
    everything = select(AssignmentRule).where(work.visible(AssignmentRule))
    return work.all(everything.order_by(AssignmentRule.position, AssignmentRule.id))


def _number(rules: Sequence[AssignmentRule]) -> None:
    for position, rule in enumerate(rules):
        assign(rule, {"position": position})
