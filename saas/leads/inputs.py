"""What the mutations of leads take, and how it is read."""

from datetime import datetime

import strawberry
from strawberry import UNSET

from saas.graph.declare import changes, key_or_none
from saas.leads.actions import LeadDraft
from saas.leads.attribution import CLICK_IDS, attribute
from saas.leads.words import LeadStatus, UnfitReason
from saas.members.graph import MemberNode
from saas.products.graph import ProductNode
from saas.sources.graph import SourceNode

KEYS = {"owner_id": MemberNode, "source_id": SourceNode, "product_id": ProductNode}


@strawberry.input
class LeadAnswerInput:
    """A question of a form, in its own words, and what was answered."""

    question: str
    answer: str


@strawberry.input
class LeadVisitInput:
    """The visit on which somebody asked for us: the page that he landed on and the one before it, whole addresses.

    Tags that are said here come before those of the page; `clickId` with its name before it, as in `gclid:…`.
    """

    landing_page: str | None = None
    referrer: str | None = None
    utm_source: str | None = None
    utm_medium: str | None = None
    utm_campaign: str | None = None
    utm_term: str | None = None
    utm_content: str | None = None
    click_id: str | None = None


@strawberry.input
class CreateLeadInput:
    """The owner is the acting member where none is named; null is nobody yet."""

    name: str
    company: str | None = None
    title: str | None = None
    email: str | None = None
    phone: str | None = None
    message: str | None = None
    country: str | None = None
    language: str | None = None
    owner_id: strawberry.ID | None = UNSET
    source_id: strawberry.ID | None = None
    product_id: strawberry.ID | None = None
    received_at: datetime | None = None
    answers: list[LeadAnswerInput] | None = None
    visit: LeadVisitInput | None = None


@strawberry.input
class UpdateLeadInput:
    id: strawberry.ID
    version: int | None = None
    name: str | None = UNSET
    company: str | None = UNSET
    title: str | None = UNSET
    email: str | None = UNSET
    phone: str | None = UNSET
    message: str | None = UNSET
    country: str | None = UNSET
    language: str | None = UNSET
    owner_id: strawberry.ID | None = UNSET
    source_id: strawberry.ID | None = UNSET
    product_id: strawberry.ID | None = UNSET


@strawberry.input
class LeadInput:
    id: strawberry.ID
    version: int | None = None


@strawberry.input
class AssignLeadInput(LeadInput):
    """`ownerId` null gives it to nobody."""

    owner_id: strawberry.ID | None = None


@strawberry.input
class MoveLeadInput(LeadInput):
    """NEW, WORKING or QUALIFIED."""

    status: LeadStatus


@strawberry.input
class DisqualifyLeadInput(LeadInput):
    reason: UnfitReason
    remark: str | None = None


def draft_of(given: CreateLeadInput) -> LeadDraft:
    fields = read_keys(changes(given, "answers", "visit", "received_at"))
    answers = tuple((one.question, one.answer) for one in given.answers or ())
    if given.visit is None:
        return LeadDraft(fields, answers, received_at=given.received_at)
    said = {name: str(value) for name, value in changes(given.visit).items() if value}
    page, before = said.pop("landing_page", None), said.pop("referrer", None)
    name, found, click = said.pop("click_id", "").partition(":")
    if found and name in CLICK_IDS:
        said[name] = click
    return LeadDraft(fields, answers, attribute(page, before, said), given.received_at)


def read_keys(given: dict[str, object]) -> dict[str, object]:
    for name, node in KEYS.items():
        if name in given:
            said = given[name]
            given[name] = key_or_none(node, None if said is None else str(said))
    return given
