"""Weighing leads: each gets its merits, its score, and whether it is ripe, by what the company goes by."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from saas.core.fields import assign
from saas.core.work import Work
from saas.leads.events import LeadAdded
from saas.leads.model import Lead, LeadMerit
from saas.leads.telling import tell
from saas.leads.words import LeadEventKind
from saas.qualification.events import LeadRipened
from saas.qualification.queries import SAID, find_qualification, read_facts, standard_of
from saas.qualification.rules import Around, Facts, Rule, Standard, holding, missing_of, score_of


def current(work: Work) -> Standard:
    return standard_of(find_qualification(work, hold=True))


def weigh_new(work: Work, events: Sequence[LeadAdded]) -> None:
    """Leads that are yet to be written: one statement for all of them."""
    standard = current(work)
    for event in events:
        lead = event.lead
        facts = Facts({name: getattr(lead, name) for name in SAID}, Around(event.answers, event.agreed))
        held = holding(standard, facts)
        lead.score = score_of(standard, held)
        for rule in held:
            work.add(_merit(lead, rule))
        _ripen(work, lead, standard, facts)


def weigh(work: Work, standard: Standard, leads: Sequence[Lead], *, quiet: bool = False) -> None:
    """Known ones, that are held; `quiet` where it is not they that have changed: then nobody is told."""
    facts = read_facts(work, standard, leads)
    there = defaultdict[UUID, list[LeadMerit]](list)
    for merit in work.all(select(LeadMerit).where(LeadMerit.lead_id.in_(list(facts)))):
        there[merit.lead_id].append(merit)
    ripened = list[Lead]()
    for lead in leads:
        held, before = holding(standard, facts[lead.id]), (lead.score, lead.ripe_at)
        _merit_all(work, lead, held, there[lead.id])
        assign(work.follow(lead), {"score": score_of(standard, held)})
        if _ripen(work, lead, standard, facts[lead.id]):
            ripened.append(lead)
        if before != (lead.score, lead.ripe_at):
            work.show(Lead, lead.id)
    work.flush()
    if not quiet and work.origin is None:  # an import tells those whose leads they are, once
        work.emit_all([LeadRipened(lead.id, lead.owner_id, lead.name, lead.score) for lead in ripened])


def _ripen(work: Work, lead: Lead, standard: Standard, facts: Facts) -> bool:
    """Whether it is so from now on; of one that is closed it stays as it was."""
    if not lead.is_open:
        return False
    ripe = standard.ripe_score is not None and not missing_of(standard, facts, lead.score)
    if ripe == (lead.ripe_at is not None):
        return False
    lead.ripe_at = work.clock.now() if ripe else None
    tell(work, lead, LeadEventKind.RIPENED if ripe else LeadEventKind.UNRIPENED)
    return ripe


def _merit_all(work: Work, lead: Lead, held: Sequence[Rule], there: Sequence[LeadMerit]) -> None:
    wanted = {rule.key: rule for rule in held}
    for one in there:
        rule = wanted.pop(one.rule or one.merit, None)
        if rule is None:
            work.remove(one)
        else:
            assign(one, {"merit": rule.merit, "points": rule.points, "rule": _own(rule)})
    for rule in wanted.values():
        work.add(_merit(lead, rule))


def _merit(lead: Lead, rule: Rule) -> LeadMerit:
    return LeadMerit(lead_id=lead.id, merit=rule.merit, points=rule.points, rule=_own(rule))


def _own(rule: Rule) -> str | None:
    """The key of a rule that is not called as its kind is."""
    return None if rule.key == rule.merit else rule.key
