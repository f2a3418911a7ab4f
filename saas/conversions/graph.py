"""Conversions in the graph: a preview, the act, and taking it back."""

from datetime import datetime
from uuid import UUID

import strawberry

from saas.accounts.graph import AccountNode
from saas.contacts.graph import ContactNode
from saas.conversions import actions
from saas.conversions.actions import Choice, NewDeal, Target
from saas.conversions.matching import MatchReason
from saas.conversions.model import LeadConversion
from saas.conversions.preview import Preview, preview_conversion
from saas.conversions.queries import standing_key
from saas.core.model import Model
from saas.core.money import read_money
from saas.core.work import Work
from saas.deals.graph import DealNode
from saas.graph.declare import (
    Connection,
    MoneyInput,
    Node,
    chosen,
    connection,
    edge,
    key,
    key_or_none,
    mutation,
    node,
    query,
    record,
)
from saas.leads.graph import LeadNode
from saas.members.graph import MemberNode
from saas.pipelines.graph import StageNode

strawberry.enum(MatchReason, name="LeadMatchReason")


@node(LeadConversion, order="-at")
class LeadConversionNode(Node):
    """What became of a lead; one that was taken back has `undoneAt`. Each of the three was made, or matched."""

    lead: LeadNode | None
    account: AccountNode | None
    contact: ContactNode | None
    deal: DealNode | None
    account_made: bool
    contact_made: bool
    deal_made: bool
    at: datetime
    by: MemberNode | None
    undone_at: datetime | None
    undone_by: MemberNode | None


conversions: Connection[LeadConversionNode] = connection(order="-at")
for _record in (LeadNode, AccountNode, ContactNode, DealNode):
    edge(_record, "conversions", conversions)
edge(LeadNode, "conversion", chosen(LeadConversionNode, lambda _who, lead: standing_key(lead)))


@strawberry.input
class ConvertLeadInput:
    """With an id a record that is there, else a new one; `without…` none. What is not said at all is as the preview
    proposes it: matched where that is sure, else new. The deal's name, amount and stage are those of a new one.
    """

    id: strawberry.ID
    version: int | None = None
    account_id: strawberry.ID | None = None
    new_account: bool | None = None
    without_account: bool | None = None
    contact_id: strawberry.ID | None = None
    new_contact: bool | None = None
    without_contact: bool | None = None
    deal_id: strawberry.ID | None = None
    without_deal: bool | None = None
    deal_name: str | None = None
    deal_amount: MoneyInput | None = None
    stage_id: strawberry.ID | None = None


@mutation(LeadNode)
def convert_lead(work: Work, input: ConvertLeadInput) -> Model:
    """Makes an account, a contact and a deal of a lead, at once. One that is converted stays as it is."""
    return actions.convert_lead(work, key(LeadNode, input.id), _choice(work, input), version=input.version)


@strawberry.input
class UndoConversionInput:
    id: strawberry.ID
    version: int | None = None


@mutation(LeadNode)
def undo_conversion(work: Work, input: UndoConversionInput) -> Model:
    """Takes the conversion of a lead back; a record that it made stays where somebody has used it since."""
    return actions.undo_conversion(work, key(LeadNode, input.id), version=input.version)


@strawberry.type(description="A person who may be the lead; `fills` are the fields that he would get.")
class ContactMatch:
    contact: ContactNode | None
    reasons: list[MatchReason]
    proposed: bool
    fills: list[str]


@strawberry.type(description="A company that may be the lead's; `fills` are the fields that it would get.")
class AccountMatch:
    account: AccountNode | None
    reasons: list[MatchReason]
    proposed: bool
    fills: list[str]


@strawberry.type(description="An open deal with whom the lead may be.")
class DealMatch:
    deal: DealNode | None
    reasons: list[MatchReason]


@strawberry.type(
    description="What a conversion would do: whom the lead may be, what new records would be called, and how many "
    "activities, files and consents go along."
)
class LeadConversionPreview:
    contacts: list[ContactMatch]
    accounts: list[AccountMatch]
    deals: list[DealMatch]
    contact_name: str
    account_name: str
    deal_name: str
    activities: int
    files: int
    consents: int


@query
def lead_conversion_preview(work: Work, lead_id: strawberry.ID) -> LeadConversionPreview:
    """Of an open lead, as things stand now."""
    return _shown(preview_conversion(work, key(LeadNode, lead_id)))


def _shown(seen: Preview) -> LeadConversionPreview:
    matches = seen.matches
    return LeadConversionPreview(
        contacts=[
            ContactMatch(
                contact=record(ContactNode, one.id), reasons=list(one.reasons),
                proposed=one.id == matches.contact_id, fills=seen.fills[one.id],
            )
            for one in matches.contacts
        ],
        accounts=[
            AccountMatch(
                account=record(AccountNode, one.id), reasons=list(one.reasons),
                proposed=one.id == matches.account_id, fills=seen.fills[one.id],
            )
            for one in matches.accounts
        ],
        deals=[DealMatch(deal=record(DealNode, one.id), reasons=list(one.reasons)) for one in matches.deals],
        contact_name=seen.contact_name, account_name=seen.account_name, deal_name=seen.deal_name,
        activities=seen.activities, files=seen.files, consents=seen.consents,
    )  # fmt: skip


def _choice(work: Work, said: ConvertLeadInput) -> Choice:
    account = key_or_none(AccountNode, said.account_id)
    contact = key_or_none(ContactNode, said.contact_id)
    parts = {
        "account": bool(account or said.new_account or said.without_account),
        "contact": bool(contact or said.new_contact or said.without_contact),
    }
    return Choice(
        frozenset(name for name, is_said in parts.items() if is_said),
        _target(account, without=said.without_account),
        _target(contact, without=said.without_contact),
        _target(key_or_none(DealNode, said.deal_id), without=said.without_deal),
        NewDeal(
            said.deal_name,
            read_money(said.deal_amount, field="dealAmount", default=work.tenant.currency),
            key_or_none(StageNode, said.stage_id),
        ),
    )


def _target(key_: UUID | None, *, without: bool | None) -> Target | None:
    return None if without else Target(key_)
