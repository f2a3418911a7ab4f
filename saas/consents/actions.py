"""What is done with consents."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from saas.consents.model import Consent, ConsentKind
from saas.contacts.model import Contact
from saas.core.work import Work
from saas.leads.model import Lead


@dataclass(frozen=True, slots=True)
class Agreement:
    """To these words, there and then."""

    words: str
    at: datetime
    evidence: str | None = None


def grant(work: Work, lead: Lead, agreement: Agreement) -> Consent:
    return work.add(
        Consent(
            kind=ConsentKind.GRANTED, lead_id=lead.id, source_id=lead.source_id, words=agreement.words,
            evidence=agreement.evidence, at=agreement.at, by_id=work.who.member_id,
        )
    )  # fmt: skip


def take_along(work: Work, lead_id: UUID, contact: Contact) -> list[UUID]:
    """What holds of a lead holds of the contact that was made of it, since the same moment. The new lines' ids."""
    held: dict[str, Consent] = {}
    for one in work.all(select(Consent).where(Consent.lead_id == lead_id).order_by(Consent.at, Consent.id)):
        held[one.words] = one
    new = [
        work.add(
            Consent(
                kind=one.kind, contact_id=contact.id, source_id=one.source_id, of_id=one.id, words=one.words,
                evidence=one.evidence, at=one.at, by_id=work.who.member_id,
            )
        )
        for one in held.values()
    ]  # fmt: skip
    work.flush()
    return [one.id for one in new]


def take_back(work: Work, consent_ids: list[UUID]) -> None:
    """What went along counts no more: the lines stay, and others say so."""
    for one in work.all(select(Consent).where(Consent.id.in_(consent_ids), Consent.kind == ConsentKind.GRANTED)):
        work.add(
            Consent(
                kind=ConsentKind.WITHDRAWN, contact_id=one.contact_id, source_id=one.source_id, of_id=one.id,
                words=one.words, at=work.clock.now(), by_id=work.who.member_id,
            )
        )  # fmt: skip
