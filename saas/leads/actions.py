"""What is done with leads. Each change that the history tells is told here, in the transaction of the change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import cast
from uuid import UUID

from saas.accounts.actions import region_of
from saas.accounts.countries import country_name
from saas.accounts.reach import read_phone
from saas.core.errors import Invalid
from saas.core.fields import assign, text_or_none, written
from saas.core.ids import new_id
from saas.core.rights import Verb
from saas.core.work import Work
from saas.leads.attribution import UNKNOWN, Attribution
from saas.leads.events import LeadAdded, LeadEdited
from saas.leads.languages import read_language
from saas.leads.model import Lead, LeadAnswer
from saas.leads.telling import announce, announce_received, standing, tell, tell_given
from saas.leads.words import LeadEventKind, LeadStatus, UnfitReason
from saas.members.actions import get_owner, read_email
from saas.members.events import RecordsGiven
from saas.products.model import Product
from saas.sources.model import Source

LONGEST_MESSAGE = 10_000
LONGEST_ANSWER = 2_000
MOST_ANSWERS = 100
TEXTS = {"company": "company", "title": "title", "phone": "phone"}


@dataclass(frozen=True, slots=True)
class LeadDraft:
    """A lead to be: columns by name, questions with their answers, and what led it here. Without an owner among its
    `fields` it is nobody's yet. `received_at` is now where it is left out. A `source` is one that is known to be there.
    """

    fields: Mapping[str, object]
    answers: Sequence[tuple[str, str]] = ()
    attribution: Attribution = field(default=UNKNOWN)
    received_at: datetime | None = None
    source: Source | None = None
    agreed: bool = False


def owned_draft(work: Work, draft: LeadDraft) -> LeadDraft:
    """What a member writes down is his own, where he does not say whose."""
    return replace(draft, fields={"owner_id": work.who.member_id, **draft.fields})


def create_lead(work: Work, draft: LeadDraft) -> Lead:
    lead = add_lead(work, draft)
    announce_received(work, [lead])
    work.flush()
    if lead.owner_id is not None:
        announce(work, lead)
    return lead


def add_lead(work: Work, draft: LeadDraft) -> Lead:
    """One that is yet to be written, and told of: see `saas.leads.telling`. Where it is refused, nothing was added."""
    (lead,) = add_leads(work, [draft])
    return lead


def add_leads(work: Work, drafts: Sequence[LeadDraft]) -> list[Lead]:
    """The same of many."""
    added = [_add(work, draft) for draft in drafts]
    work.emit_all(added)
    return [one.lead for one in added]


def edit_lead(work: Work, lead_id: UUID, fields: Mapping[str, object], *, version: int | None = None) -> Lead:
    """Changes columns by name; the history tells a change of owner."""
    lead = work.lock(Lead, lead_id, field="id", version=version)
    if lead.status == LeadStatus.CONVERTED:
        lead.must_be_open()
    given = dict(fields)
    owner = given.pop("owner_id") if "owner_id" in given else lead.owner_id
    _change(work, lead, given)
    work.emit(LeadEdited(lead))
    if owner != lead.owner_id:
        _give(work, lead, owner)
    return lead


def assign_lead(work: Work, lead_id: UUID, owner_id: UUID | None, *, version: int | None = None) -> Lead:
    """To a member, or to nobody."""
    lead = work.lock(Lead, lead_id, field="id", version=version)
    get_owner(work, owner_id)
    lead.must_be_open()
    if owner_id != lead.owner_id:
        _give(work, lead, owner_id)
    return lead


def move_lead(work: Work, lead_id: UUID, status: LeadStatus, *, version: int | None = None) -> Lead:
    """Between the open statuses; where it stands there already, nothing happens."""
    lead = work.lock(Lead, lead_id, field="id", version=version)
    if lead.status != status:
        with standing(work, lead):
            lead.enter(status, work.clock.now())
    return lead


def disqualify_lead(
    work: Work, lead_id: UUID, reason: UnfitReason, *, remark: str | None = None, version: int | None = None
) -> Lead:
    """Says that it is none, and why."""
    lead = work.lock(Lead, lead_id, field="id", version=version)
    with standing(work, lead):
        lead.disqualify(reason, text_or_none(remark, "remark"), work.clock.now())
    return lead


def reopen_lead(work: Work, lead_id: UUID, *, version: int | None = None) -> Lead:
    lead = work.lock(Lead, lead_id, field="id", version=version)
    with standing(work, lead):
        lead.reopen(work.clock.now())
    return lead


def delete_lead(work: Work, lead_id: UUID, *, version: int | None = None) -> Lead:
    lead = work.lock(Lead, lead_id, field="id", version=version, to=Verb.DELETE)
    work.remove(lead)
    return lead


def restore_lead(work: Work, lead_id: UUID, *, version: int | None = None) -> Lead:
    lead = work.lock(Lead, lead_id, field="id", version=version, deleted=True, to=Verb.DELETE)
    lead.deleted_at = None
    return lead


def give_lead(work: Work, lead: Lead, owner_id: UUID | None) -> None:
    """Of one that is locked, or new, by a rule of the company: nobody is asked whether he may."""
    if lead.owner_id != owner_id:
        hand_over(work, lead, owner_id)
        work.flush()
        if owner_id is not None:
            announce(work, lead)


def hand_over(work: Work, lead: Lead, owner_id: UUID | None) -> None:
    """The same, yet to be written and to be announced."""
    if lead.owner_id != owner_id:
        tell(work, lead, LeadEventKind.OWNER, from_owner_id=lead.owner_id, to_owner_id=owner_id)
        work.follow(lead).owner_id = owner_id


LISTENS = {RecordsGiven: [tell_given]}


def _add(work: Work, draft: LeadDraft) -> LeadAdded:
    now = work.clock.now()
    received_at = draft.received_at or now
    if received_at > now:
        raise Invalid("IN_FUTURE", "A lead cannot have come in the future.", "receivedAt")
    lead = Lead(id=new_id(), status=LeadStatus.NEW, status_entered_at=now, received_at=received_at)
    assign(lead, draft.attribution.columns)
    _change(work, lead, {"name": None, **draft.fields})
    if draft.source is not None:
        lead.source_id = draft.source.id
    answers = _answers(draft.answers)
    work.add(lead)
    for position, (question, answer) in enumerate(answers):
        work.add(LeadAnswer(lead_id=lead.id, question=question, answer=answer, position=position))
    tell(work, lead, LeadEventKind.CREATED, to_status=lead.status, to_owner_id=lead.owner_id)
    return LeadAdded(lead, answers, agreed=draft.agreed)


def _change(work: Work, lead: Lead, fields: Mapping[str, object]) -> None:
    given = dict(fields)
    if "name" in given:
        given["name"] = written(given["name"], "name")
    for name, field_name in TEXTS.items():
        if name in given:
            given[name] = text_or_none(given[name], field_name)
    if "message" in given:
        given["message"] = _message(given["message"])
    if "email" in given:
        email = text_or_none(given["email"], "email")
        given["email"] = read_email(email) if email else None
    if isinstance(country := given.get("country"), str):
        given["country"] = text_or_none(country_name(country.strip()), "country")
    if isinstance(language := given.get("language"), str):
        given["language"] = read_language(language) if language.strip() else None
    if isinstance(phone := given.get("phone"), str):
        country = given.get("country", lead.country)
        given["phone"] = read_phone(phone, region_of(work, country if isinstance(country, str) else None))
    _look_up(work, given)
    assign(lead, given)


def _look_up(work: Work, given: Mapping[str, object]) -> None:
    if given.get("product_id") is not None:
        work.get(Product, cast(UUID, given["product_id"]), field="productId")
    if given.get("source_id") is not None:
        work.get(Source, cast(UUID, given["source_id"]), field="sourceId")
    get_owner(work, given.get("owner_id"))


def _message(said: object) -> str | None:
    """Kept whole, lines and all."""
    text = str(said or "")
    if len(text) > LONGEST_MESSAGE:
        raise Invalid("TOO_LONG", "This is longer than %(most)s characters.", "message", most=LONGEST_MESSAGE)
    return text if text.strip() else None


def _answers(said: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    if len(said) > MOST_ANSWERS:
        raise Invalid("TOO_MANY", "At most %(most)s at once.", "answers", most=MOST_ANSWERS)
    if any(len(answer) > LONGEST_ANSWER for _, answer in said):
        raise Invalid("TOO_LONG", "This is longer than %(most)s characters.", "answers", most=LONGEST_ANSWER)
    return [(written(question, "answers"), answer.strip()) for question, answer in said if answer.strip()]


def _give(work: Work, lead: Lead, owner_id: object) -> None:
    owner = get_owner(work, owner_id)
    work.permit(lead, Verb.SHARE, field="ownerId")
    to = owner.id if owner else None
    tell(work, lead, LeadEventKind.OWNER, from_owner_id=lead.owner_id, to_owner_id=to)
    lead.owner_id = to
    if to is not None:
        announce(work, lead)
