"""Reads of qualification: what the company goes by, and what is around its leads."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast
from uuid import UUID

from sqlalchemy import ColumnElement, func, select

from saas.activities.kinds import ActivityKind, ActivityStatus
from saas.activities.model import Activity, ActivityLink
from saas.company.policy import MANAGE
from saas.consents.model import Consent, ConsentKind
from saas.core.work import Work
from saas.graph.filters import hidden
from saas.leads.model import Lead, LeadAnswer
from saas.leads.words import OPEN, Merit
from saas.qualification.model import Qualification, Weighing
from saas.qualification.rules import (
    USUAL,
    Around,
    Facts,
    Standard,
    holding,
    missing_of,
    score_of,
    told_by,
)
from saas.qualification.storing import read_standard
from saas.qualification.words import COLUMNS
from saas.responses.model import ResponseEvent, ResponseKind
from saas.responses.standing import counts

SAID = (*COLUMNS.values(), "source_id")
AT_ONCE = 2_000
MOST_TRIED = 50_000
MOST_SHOWN = 50


@dataclass(slots=True)
class Trial:
    """So many of the open leads would be ripe, the best of them first; so many are now. `more`: there are older ones,
    which were not looked at.
    """

    leads: int = 0
    more: bool = False
    ripe: int = 0
    ripe_now: int = 0
    best: list[tuple[int, UUID]] = field(default_factory=list)


def find_qualification(work: Work, *, hold: bool = False) -> Qualification | None:
    """Held, it stays what it is until the end, and whoever changes it waits."""
    found = select(Qualification).where(work.visible(Qualification)).order_by(Qualification.id).limit(1)
    if not hold:
        return work.first(found)
    held = found.with_for_update(read=True, key_share=True).execution_options(populate_existing=True)
    said = work.first(held)
    if said is None:  # nobody has said anything yet, and nobody does until the end
        work.rows(select(func.pg_advisory_xact_lock_shared(_turn(work))))
        said = work.first(held)
    return said


def queue_up(work: Work) -> None:
    """Who says what the company goes by, does it one after another."""
    work.rows(select(func.pg_advisory_xact_lock(_turn(work))))


def _turn(work: Work) -> ColumnElement[int]:
    return func.hashtextextended(f"{work.tenant.namespace}:qualification", 0)


def require_keeper(work: Work) -> None:
    """Who may say what the company goes by."""
    work.require(work.rights.holds(MANAGE))


def standard_of(said: Qualification | None) -> Standard:
    return USUAL if said is None else read_standard(said.rules, said.ripe_score, said.least_activities)


def last_weighing(work: Work) -> UUID | None:
    return work.first(select(Weighing.id).order_by(Weighing.created_at.desc(), Weighing.id.desc()).limit(1))


def read_facts(work: Work, standard: Standard, leads: Sequence[Lead]) -> dict[UUID, Facts]:
    """Of known ones, as they are in hand; what is around them is asked for once for all, where a rule goes by it."""
    around = _read_around(work, standard, [lead.id for lead in leads])
    return {lead.id: Facts({name: getattr(lead, name) for name in SAID}, around[lead.id]) for lead in leads}


def read_lead(work: Work, lead_id: UUID) -> tuple[Standard, Facts, int]:
    """One that the acting member sees, with its score."""
    lead, standard = work.get(Lead, lead_id, field="leadId"), standard_of(find_qualification(work))
    return standard, read_facts(work, standard, [lead])[lead.id], lead.score


def try_standard(work: Work, standard: Standard) -> Trial:
    """Of the newest of the open leads, all of which count, whoever sees them: for those who manage the company. What
    his role hides nobody may try rules by: how many hold would tell it.
    """
    require_keeper(work)
    for type_name, field_name in told_by(standard):
        if work.rights.hides(type_name, field_name):
            raise hidden(field_name)
    trial = Trial()
    for page in _open_leads(work, standard):
        if trial.leads >= MOST_TRIED:
            trial.more = True
            break
        around = _read_around(work, standard, list(page))
        for id_, (ripe_now, said) in page.items():
            facts = Facts(said, around[id_])
            score = score_of(standard, holding(standard, facts))
            trial.leads += 1
            trial.ripe_now += ripe_now
            if standard.ripe_score is not None and not missing_of(standard, facts, score):
                trial.ripe += 1
                trial.best.append((score, id_))
        trial.best = sorted(trial.best, reverse=True)[:MOST_SHOWN]
    return trial


def _open_leads(work: Work, standard: Standard) -> Iterator[Mapping[UUID, tuple[bool, Mapping[str, object]]]]:
    """A page after another, the newest first; of a lead no more than the rules go by."""
    names = [name for name in SAID if name in standard.columns]
    columns = [getattr(Lead, name) for name in names]
    last: UUID | None = None
    while True:
        these = select(Lead.id, Lead.ripe_at, *columns).where(Lead.status.in_(OPEN), Lead.deleted_at.is_(None))
        if last is not None:
            these = these.where(Lead.id < last)
        rows = work.rows(these.order_by(Lead.id.desc()).limit(AT_ONCE))
        if not rows:
            return
        yield {cast(UUID, row[0]): (row[1] is not None, dict(zip(names, row[2:], strict=True))) for row in rows}
        last = cast(UUID, rows[-1][0])


def _read_around(work: Work, standard: Standard, ids: Sequence[UUID]) -> Mapping[UUID, Around]:
    answers = _answers(work, ids) if standard.asks(Merit.ANSWER) else {}
    agreed = _agreed(work, ids) if standard.asks(Merit.CONSENT) else set()
    deeds = _deeds(work, ids) if standard.asks_deeds else {}
    talked = _talked(work, ids) if standard.asks(Merit.TALKED, Merit.TALKED_WITHIN) else {}
    return {
        one: Around(answers.get(one, ()), one in agreed, deeds.get(one, {}), talked.get(one)) for one in ids
    }  # fmt: skip


def _answers(work: Work, ids: Sequence[UUID]) -> Mapping[UUID, Sequence[tuple[str, str]]]:
    found = defaultdict[UUID, list[tuple[str, str]]](list)
    said = select(LeadAnswer.lead_id, LeadAnswer.question, LeadAnswer.answer).where(LeadAnswer.lead_id.in_(ids))
    for id_, question, answer in work.rows(said):
        found[cast(UUID, id_)].append((str(question), str(answer)))
    return found


def _agreed(work: Work, ids: Sequence[UUID]) -> set[UUID]:
    granted = Consent.lead_id.in_(ids), Consent.kind == ConsentKind.GRANTED
    return {one for one in work.all(select(Consent.lead_id).where(*granted).distinct()) if one is not None}


def _deeds(work: Work, ids: Sequence[UUID]) -> Mapping[UUID, Mapping[ActivityKind, int]]:
    found = defaultdict[UUID, dict[ActivityKind, int]](dict)
    done = Activity.status == ActivityStatus.DONE, Activity.deleted_at.is_(None)
    rows = work.rows(
        select(ActivityLink.lead_id, Activity.kind, func.count())
        .join(Activity, Activity.id == ActivityLink.activity_id)
        .where(ActivityLink.lead_id.in_(ids), *done)
        .group_by(ActivityLink.lead_id, Activity.kind)
    )
    for id_, kind, count in rows:
        found[cast(UUID, id_)][ActivityKind(str(kind))] = cast(int, count)
    return found


def _talked(work: Work, ids: Sequence[UUID]) -> Mapping[UUID, int]:
    spoke = ResponseEvent.lead_id.in_(ids), ResponseEvent.kind == ResponseKind.CONTACTED, counts(ResponseEvent)
    rows = work.rows(
        select(ResponseEvent.lead_id, func.min(ResponseEvent.business_seconds))
        .where(*spoke)
        .group_by(ResponseEvent.lead_id)
    )
    return {cast(UUID, id_): cast(int, seconds) for id_, seconds in rows}
