"""How submissions become leads, with all that belongs to them, in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from saas.activities.chores import Chore, give_chores
from saas.assignment.actions import distribute_new
from saas.capture.events import SubmissionAccepted
from saas.capture.model import Submission
from saas.capture.person import Person, is_agreed, read_person
from saas.capture.reading import Said, read_json, read_said
from saas.consents.actions import Agreement, grant
from saas.core.errors import Refusal
from saas.core.texts import harmless, later, say
from saas.core.work import Work
from saas.leads.actions import LeadDraft, add_leads
from saas.leads.model import Lead
from saas.leads.telling import announce_all, announce_received
from saas.members.model import Member
from saas.sources.mapping import apply
from saas.sources.model import Source, SourceKind

ANSWER = later("Answer the lead %(lead)s")


@dataclass(frozen=True, slots=True)
class Read:
    """What a submission says, of whom, and whether he agrees to the words of its source."""

    said: Said
    person: Person
    agreed: bool


def make_leads(work: Work, source: Source, read: Sequence[tuple[Submission, Read]]) -> None:
    """Lead, consent, assignment, task, notification and clock of each: all of it in this one transaction."""
    drafts = [_draft(work, source, submission, one) for submission, one in read]
    leads = [(lead, draft.answers) for lead, draft in zip(add_leads(work, drafts), drafts, strict=True)]
    for (submission, _), (lead, _answers), draft in zip(read, leads, drafts, strict=True):
        if draft.agreed:
            grant(work, lead, Agreement(source.consent_text or "", submission.received_at, submission.evidence))
    distribute_new(work, leads)
    announce_received(work, [lead for lead, _answers in leads])
    _remind(work, [lead for lead, _answers in leads])
    for (submission, _), (lead, _answers) in zip(read, leads, strict=True):
        submission.attempts += 1
        submission.accept(lead.id)
    work.flush()
    work.emit_all([SubmissionAccepted(submission) for submission, _ in read])
    announce_all(work, [lead for lead, _answers in leads])


def _draft(work: Work, source: Source, submission: Submission, one: Read) -> LeadDraft:
    came_at = min(submission.received_at, work.clock.now())  # two servers' clocks are never the same
    agreed = one.agreed and bool(source.consent_text)
    fields, answers = one.person.fields, one.person.answers
    return LeadDraft(fields, answers, one.said.attribution, came_at, source, agreed=agreed)


def read_submission(source: Source, submission: Submission) -> Read:
    said = read_said(SourceKind(source.kind), read_json(submission.body.encode()), source.mapping)
    mapped = apply(source.mapping, said.fields)
    return Read(said, read_person(mapped), is_agreed(mapped))


def readable(source: Source, submission: Submission) -> Read | None:
    try:
        return read_submission(source, submission)
    except Refusal:
        return None


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
