"""How what was kept becomes leads: many of a source in one transaction, and alone what stands in the way of others."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import or_, select

from saas.activities.chores import Chore, give_chores
from saas.assignment.actions import distribute_new
from saas.capture.events import SubmissionAccepted
from saas.capture.model import Submission, SubmissionStatus
from saas.capture.person import Person, is_agreed, read_person
from saas.capture.reading import Said, read_json, read_said
from saas.consents.actions import Agreement, grant
from saas.core.errors import Conflict, NotFound, Refusal, Unavailable
from saas.core.texts import harmless, later, say, tell
from saas.core.work import Opener, Work
from saas.leads.actions import LeadDraft, add_lead
from saas.leads.model import Lead
from saas.leads.telling import announce_all
from saas.members.model import Member
from saas.sources.mapping import apply
from saas.sources.model import Source, SourceKind

AT_ONCE = 50
"""So many submissions become leads in one transaction, at most one more."""
ANSWER = later("Answer the lead %(lead)s")


log = logging.getLogger("kesher.capture")


@dataclass(frozen=True, slots=True)
class Read:
    """What a submission says, of whom, and whether he agrees to the words of its source."""

    said: Said
    person: Person
    agreed: bool


def take_in(opener: Opener, submission_id: UUID) -> None:
    """With what waits beside it for the same source, in one transaction; what stands in the way of them parks alone.

    May run again after its worker died, at any point: either all of it is there, or nothing.
    """
    try:
        with opener() as work:
            if submission_id in _take_many(work, submission_id):
                return
    except Unavailable:
        raise
    except Exception:
        log.exception("submissions beside %s are taken in one by one", submission_id)
    _take_alone(opener, submission_id)


def _take_alone(opener: Opener, submission_id: UUID) -> None:
    """Waits for whoever has it in hand; then there is nothing left to do."""
    try:
        with opener() as work:
            submission = work.lock(Submission, submission_id)
            if submission.is_due:
                source = work.get(Source, submission.source_id, deleted=True)
                _make_leads(work, source, [(submission, _read(source, submission))])
    except (Unavailable, Conflict, NotFound):
        raise
    except Refusal as refusal:
        with opener() as work:
            submission = work.lock(Submission, submission_id)
            if submission.is_due:
                submission.attempts += 1
                submission.park(refusal.code, refusal.field, tell(refusal, work.tenant.locale))
    except Exception:
        _note_attempt(opener, submission_id)
        raise


def _take_many(work: Work, submission_id: UUID) -> set[UUID]:
    """What waits longest of a source, of what nobody has in hand and nobody has failed at; the one that was asked for
    before all others. Which they are: what cannot be read is left to itself.
    """
    asked = work.get(Submission, submission_id)
    if not asked.is_due:
        return {submission_id}
    waiting = select(Submission).where(
        Submission.source_id == asked.source_id, Submission.status == SubmissionStatus.WAITING,
        Submission.attempts == 0, or_(Submission.body.not_like('%"notice":%'), Submission.body.like('%"lead":%')),
    )  # fmt: skip
    first = waiting.order_by(Submission.received_at, Submission.id).limit(AT_ONCE)
    own = waiting.where(Submission.id == submission_id)
    found = {
        one.id: one
        for these in (own, first)
        for one in work.all(these.with_for_update(skip_locked=True).execution_options(populate_existing=True))
    }
    source = work.get(Source, asked.source_id, deleted=True)
    readable = [(one, said) for one in found.values() if not one.is_notice and (said := _readable(source, one))]
    if readable:
        _make_leads(work, source, readable)
    return {one.id for one, _said in readable}


def _make_leads(work: Work, source: Source, read: Sequence[tuple[Submission, Read]]) -> None:
    """Lead, consent, assignment, task, notification and clock of each: all of it in this one transaction."""
    leads = list[tuple[Lead, Sequence[tuple[str, str]]]]()
    for submission, one in read:
        came_at = min(submission.received_at, work.clock.now())  # two servers' clocks are never the same
        draft = LeadDraft(one.person.fields, one.person.answers, one.said.attribution, came_at, source)
        lead = add_lead(work, draft)
        if one.agreed and source.consent_text:
            grant(work, lead, Agreement(source.consent_text, submission.received_at, submission.evidence))
        leads.append((lead, one.person.answers))
    distribute_new(work, leads)
    _remind(work, [lead for lead, _answers in leads])
    for (submission, _), (lead, _answers) in zip(read, leads, strict=True):
        submission.attempts += 1
        submission.accept(lead.id)
    work.flush()
    announce_all(work, [lead for lead, _answers in leads])
    work.emit_all([SubmissionAccepted(submission) for submission, _ in read])


def _read(source: Source, submission: Submission) -> Read:
    said = read_said(SourceKind(source.kind), read_json(submission.body.encode()), source.mapping)
    mapped = apply(source.mapping, said.fields)
    return Read(said, read_person(mapped), is_agreed(mapped))


def _readable(source: Source, submission: Submission) -> Read | None:
    try:
        return _read(source, submission)
    except Refusal:
        return None


def _note_attempt(opener: Opener, submission_id: UUID) -> None:
    """Others are not taken in beside it any more."""
    with opener() as work:
        submission = work.lock(Submission, submission_id)
        if submission.is_due:
            submission.attempts += 1


def _remind(work: Work, leads: Sequence[Lead]) -> None:
    """A task for whom each was given to, today, on his own calendar."""
    of_all = {lead.owner_id for lead in leads if lead.owner_id is not None}
    owners = {one.id: one for one in work.all(select(Member).where(Member.id.in_(of_all), work.visible(Member)))}
    chores = [
        Chore(lead, owner, say(ANSWER, owner.locale, lead=harmless(lead.name)))
        for lead in leads
        if lead.owner_id is not None and (owner := owners.get(lead.owner_id)) is not None
    ]
    give_chores(work, chores)
