"""Which contacts, accounts and open deals a lead may be about. Nothing is told that the role hides."""

import re
from collections.abc import Sequence
from typing import cast
from uuid import UUID

from sqlalchemy import ColumnElement, false, func, literal, or_, select
from sqlalchemy.orm import aliased

from saas.accounts.model import Account
from saas.contacts.model import Contact
from saas.conversions.matching import Match, Matches, MatchReason, ranked, reasons_of
from saas.conversions.model import LeadConversion
from saas.core.model import digits_of
from saas.core.work import Work
from saas.deals.model import Deal, DealStatus
from saas.leads.domains import work_domain
from saas.leads.model import Lead

MOST = 10
_NOT_DIGITS = re.compile(r"\D")


def find_standing(work: Work, lead_id: UUID) -> LeadConversion | None:
    there = LeadConversion.lead_id == lead_id, LeadConversion.undone_at.is_(None)
    return work.first(select(LeadConversion).where(*there))


def standing_key(lead: type[Lead]) -> ColumnElement[UUID]:
    """Of the conversion that stands, for a lead in a statement."""
    one = aliased(LeadConversion)
    there = select(one.id).where(one.lead_id == lead.id, one.undone_at.is_(None))
    return there.correlate(lead).scalar_subquery()


def find_matches(work: Work, lead: Lead) -> Matches:
    """Three statements."""
    contacts = _contacts(work, lead)
    accounts = _accounts(work, lead, [one.account_id for one in contacts if one.is_sure and one.account_id])
    deals = _deals(work, [one.id for one in contacts if one.is_sure], [one.id for one in accounts])
    return Matches(contacts, accounts, deals)


def _contacts(work: Work, lead: Lead) -> tuple[Match, ...]:
    digits = _NOT_DIGITS.sub("", lead.phone or "")
    by_email = func.lower(work.shown(Contact.email)) == lead.email if lead.email else false()
    by_phone = digits_of(cast("ColumnElement[str]", work.shown(Contact.phone))) == digits if digits else false()
    by_name = func.ext.fold(work.shown(Contact.name)) == func.ext.fold(lead.name)
    rows = work.rows(
        select(Contact.id, work.shown(Contact.account_id), by_email, by_phone, by_name)
        .where(or_(by_email, by_phone, by_name), work.visible(Contact))
        .order_by(Contact.created_at, Contact.id)
        .limit(MOST)
    )
    whys = MatchReason.EMAIL, MatchReason.PHONE, MatchReason.NAME
    return ranked(Match(cast(UUID, id_), _told(whys, flags), cast("UUID | None", home)) for id_, home, *flags in rows)


def _accounts(work: Work, lead: Lead, homes: list[UUID]) -> tuple[Match, ...]:
    domain = work_domain(lead.email)
    by_name = func.ext.fold(work.shown(Account.name)) == func.ext.fold(lead.company) if lead.company else false()
    by_domain = _at(work, domain) if domain else false()
    by_contact = Account.id.in_(homes) if homes else false()
    rows = work.rows(
        select(Account.id, by_name, by_domain, by_contact)
        .where(or_(by_name, by_domain, by_contact), work.visible(Account))
        .order_by(Account.created_at, Account.id)
        .limit(MOST)
    )
    whys = MatchReason.NAME, MatchReason.DOMAIN, MatchReason.CONTACT
    return ranked(Match(cast(UUID, id_), _told(whys, flags)) for id_, *flags in rows)


def _told(whys: Sequence[MatchReason], flags: Sequence[object]) -> tuple[MatchReason, ...]:
    return reasons_of([(why, flag is True) for why, flag in zip(whys, flags, strict=True)])


def _at(work: Work, domain: str) -> ColumnElement[bool]:
    """Its site is at this domain; the trigrams of the folded text find the few that may be."""
    host = func.split_part(func.split_part(work.shown(Account.website), "://", 2), "/", 1)
    near = Account.search_text.contains(func.ext.fold(literal(domain)))
    return near & host.in_([domain, f"www.{domain}"])


def _deals(work: Work, contacts: list[UUID], accounts: list[UUID]) -> tuple[Match, ...]:
    if not contacts and not accounts:
        return ()
    by_contact = work.shown(Deal.contact_id).in_(contacts) if contacts else false()
    by_account = work.shown(Deal.account_id).in_(accounts) if accounts else false()
    rows = work.rows(
        select(Deal.id, by_contact, by_account)
        .where(or_(by_contact, by_account), Deal.status == DealStatus.OPEN, work.visible(Deal))
        .order_by(Deal.created_at.desc(), Deal.id)
        .limit(MOST)
    )
    whys = MatchReason.CONTACT, MatchReason.ACCOUNT
    return ranked(Match(cast(UUID, id_), _told(whys, flags)) for id_, *flags in rows)
