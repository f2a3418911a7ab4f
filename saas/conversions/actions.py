"""What is done with conversions."""

from dataclasses import dataclass, field
from decimal import Decimal
from uuid import UUID

from sqlalchemy import func, select

from saas.accounts.actions import create_account, edit_account
from saas.accounts.model import Account
from saas.activities.along import hang_along
from saas.consents.actions import take_along
from saas.contacts.actions import create_contact, edit_contact
from saas.contacts.model import Contact
from saas.conversions.going import account_fields, contact_fields, deal_name, missing
from saas.conversions.matching import Matches
from saas.conversions.model import LeadConversion
from saas.conversions.queries import find_matches, find_standing
from saas.conversions.traces import Part, Traces
from saas.conversions.undoing import take_apart
from saas.core.errors import Conflict, Invalid
from saas.core.model import Model
from saas.core.money import Money
from saas.core.work import Work
from saas.deals.actions import create_deal, edit_deal, starting
from saas.deals.lines import Line
from saas.deals.model import Deal, DealStatus
from saas.deals.opening import DealDraft
from saas.files.moving import move_files
from saas.leads.model import Lead
from saas.leads.telling import standing
from saas.leads.words import LeadStatus
from saas.pipelines.model import Stage
from saas.products.model import Product


@dataclass(frozen=True, slots=True)
class Target:
    """One of the three: a record that is there, or a new one; None at all where it is left out."""

    id: UUID | None = None


NEW = Target()


@dataclass(frozen=True, slots=True)
class NewDeal:
    name: str | None = None
    amount: Money | None = None
    stage_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """What becomes of a lead. A part that is not `said` is as it is proposed: matched where it is sure, else new."""

    said: frozenset[str] = frozenset()
    account: Target | None = NEW
    contact: Target | None = NEW
    deal: Target | None = NEW
    new_deal: NewDeal = field(default_factory=NewDeal)


PROPOSED = Choice()


def convert_lead(work: Work, lead_id: UUID, choice: Choice = PROPOSED, *, version: int | None = None) -> Lead:
    """All of it in one transaction, under the lock of the lead. One that is converted stays as it is, whatever is said:
    a second click, and a request that is sent twice, change nothing.
    """
    lead = work.lock(Lead, lead_id, field="id")
    _look_up(work, choice)
    if lead.status == LeadStatus.CONVERTED:
        return lead
    if version is not None and version != lead.version:
        raise Conflict(field="version", current=lead)
    lead.must_be_open()
    _queue_up(work)
    choice = _chosen(choice, find_matches(work, lead) if choice.said < _PARTS else None)
    account, about_account = _account(work, lead, choice.account)
    contact, about_contact = _contact(work, (lead, account), choice.contact)
    deal, about_deal = _deal(work, lead, (account, contact), choice)
    if account is None and contact is None:
        message = "A lead becomes an account or a contact at least."
        raise Invalid("NOTHING_MADE", message, "contact")
    traces = _move(work, lead, (account, contact, deal))
    work.add(
        LeadConversion(
            lead_id=lead.id, account_id=account and account.id, contact_id=contact and contact.id,
            deal_id=deal and deal.id, account_made=about_account.made, contact_made=about_contact.made,
            deal_made=about_deal.made, status_before=lead.status, at=work.clock.now(), by_id=work.who.member_id,
            traces=traces.kept(about_account.seen(account), about_contact.seen(contact), about_deal.seen(deal)),
        )
    )  # fmt: skip
    with standing(work, lead):
        lead.convert(work.clock.now())
    return lead


def undo_conversion(work: Work, lead_id: UUID, *, version: int | None = None) -> Lead:
    """What it made goes, where nobody has used it since; what it filled in is empty; what went along is back."""
    lead = work.lock(Lead, lead_id, field="id", version=version)
    conversion = find_standing(work, lead.id)
    if conversion is None:
        raise Invalid("NOT_CONVERTED", "This lead is not converted.", "id")
    take_apart(work, conversion)
    with standing(work, lead):
        lead.unconvert(LeadStatus(conversion.status_before), work.clock.now())
    conversion.undone_at, conversion.undone_by_id = work.clock.now(), work.who.member_id
    return lead


_PARTS = frozenset({"account", "contact", "deal"})


def _look_up(work: Work, choice: Choice) -> None:
    """What is named must be there, also by a second click."""
    named: tuple[tuple[type[Model], Target | None, str], ...] = (
        (Account, choice.account, "accountId"), (Contact, choice.contact, "contactId"), (Deal, choice.deal, "dealId"),
        (Stage, Target(choice.new_deal.stage_id), "stageId"),
    )  # fmt: skip
    for model, target, field_name in named:
        if target is not None and target.id is not None:
            work.get(model, target.id, field=field_name)


def _queue_up(work: Work) -> None:
    """One after another in a company: two leads of one new customer do not both make him."""
    work.rows(select(func.pg_advisory_xact_lock(func.hashtextextended(f"{work.tenant.namespace}:conversions", 0))))


def _chosen(choice: Choice, matches: Matches | None) -> Choice:
    if matches is None:
        return choice
    account = choice.account if "account" in choice.said else Target(matches.account_id)
    contact = choice.contact if "contact" in choice.said else Target(matches.contact_id)
    return Choice(_PARTS, account, contact, choice.deal, choice.new_deal)


def _account(work: Work, lead: Lead, target: Target | None) -> tuple[Account | None, Part]:
    if target is None:
        return None, Part()
    wanted = account_fields(lead)
    if target.id is None:
        owner = {"owner_id": lead.owner_id} if lead.owner_id else {}
        account = create_account(work, {**wanted, **owner})
        work.flush()
        return account, Part(made=True)
    account = work.get(Account, target.id, field="accountId")
    filled = missing(work, account, wanted)
    if filled:
        edit_account(work, account.id, filled)
    return account, Part(filled=filled)


def _contact(work: Work, of: tuple[Lead, Account | None], target: Target | None) -> tuple[Contact | None, Part]:
    lead, account = of
    if target is None:
        return None, Part()
    wanted = contact_fields(lead, account)
    if target.id is None:
        owner = {"owner_id": lead.owner_id} if lead.owner_id else {}
        contact = create_contact(work, {**wanted, **owner})
        work.flush()
        return contact, Part(made=True)
    contact = work.get(Contact, target.id, field="contactId")
    filled = missing(work, contact, wanted)
    if filled:
        edit_contact(work, contact.id, filled)
    return contact, Part(filled=filled)


def _deal(
    work: Work, lead: Lead, customer: tuple[Account | None, Contact | None], choice: Choice
) -> tuple[Deal | None, Part]:
    if choice.deal is None:
        return None, Part()
    account, contact = customer
    places = {
        "account_id": None if account is None else account.id, "contact_id": None if contact is None else contact.id,
    }  # fmt: skip
    if choice.deal.id is None:
        return create_deal(work, _draft(work, lead, places, choice.new_deal)), Part(made=True)
    deal = work.get(Deal, choice.deal.id, field="dealId")
    if deal.status != DealStatus.OPEN:
        raise Invalid("DEAL_CLOSED", "This deal is closed. Reopen it before you move it.", "dealId")
    filled = {name: key for name, key in places.items() if key is not None and getattr(deal, name) is None}
    if filled:
        edit_deal(work, deal.id, filled)
    return deal, Part(filled=filled)


def _draft(work: Work, lead: Lead, places: dict[str, UUID | None], said: NewDeal) -> DealDraft:
    product = work.find(Product, lead.product_id) if lead.product_id else None
    lines = (Line(product.id, Decimal(1), None),) if product is not None and product.price is not None else ()
    return DealDraft(
        name=said.name or deal_name(lead), stays=starting(work, said.stage_id), owner_id=lead.owner_id,
        account_id=places["account_id"], contact_id=places["contact_id"], amount=said.amount, lines=lines,
    )  # fmt: skip


def _move(work: Work, lead: Lead, records: tuple[Account | None, Contact | None, Deal | None]) -> Traces:
    """Activities and files to the deal, where there is one, else to the person, else to the company."""
    work.flush()
    account, contact, deal = records
    record = deal or contact or account
    if record is None:
        return Traces()
    kind = type(record).__name__
    return Traces(
        (kind, record.id),
        tuple(hang_along(work, lead.id, (kind.lower(), record.id))),
        tuple(move_files(work, ("Lead", lead.id), (kind, record.id))),
        tuple(take_along(work, lead.id, contact)) if contact is not None else (),
    )
