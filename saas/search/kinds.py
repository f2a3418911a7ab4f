"""What is searched: the kinds of records, and by which of their columns."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from saas.accounts.model import Account
from saas.activities.model import Activity
from saas.contacts.model import Contact
from saas.core.model import Model
from saas.deals.model import Deal
from saas.files.model import Attachment
from saas.leads.model import Lead
from saas.members.model import Member
from saas.products.model import Product


class SearchKind(StrEnum):
    """A kind of record that a search may find."""

    DEAL = "DEAL"
    LEAD = "LEAD"
    ACCOUNT = "ACCOUNT"
    CONTACT = "CONTACT"
    ACTIVITY = "ACTIVITY"
    FILE = "FILE"
    PRODUCT = "PRODUCT"
    MEMBER = "MEMBER"


class SearchMatch(StrEnum):
    """Why a record was found, the best reason first: its whole name, address, number or code; the beginning of its
    name; beginnings of its words; its initials; somewhere in its words; through its account; a mistyped word.
    """

    EXACT = "EXACT"
    PREFIX = "PREFIX"
    WORD = "WORD"
    INITIALS = "INITIALS"
    WITHIN = "WITHIN"
    ACCOUNT = "ACCOUNT"
    TYPO = "TYPO"


class Tier(IntEnum):
    """The same as numbers that sort."""

    EXACT = 0
    PREFIX = 1
    WORD = 2
    INITIALS = 3
    WITHIN = 4
    ACCOUNT = 5
    TYPO = 6


@dataclass(frozen=True, slots=True)
class Subject:
    """A `named` one is found by its whole title, which has an index; `codes` by their whole text, `phone` by digits,
    `initials` by those of the title's words; `by_account` by the words of its account too.

    `owner` tells whose a record is: of one tier one's own come first.
    """

    kind: SearchKind
    model: type[Model]
    title: str = "name"
    named: bool = False
    codes: tuple[str, ...] = ()
    phone: bool = False
    initials: bool = False
    by_account: bool = False
    owner: str | None = "owner_id"


SUBJECTS = {
    subject.kind: subject
    for subject in (
        Subject(SearchKind.DEAL, Deal, named=True, codes=("external_id",), by_account=True),
        Subject(SearchKind.LEAD, Lead, named=True, codes=("email",), phone=True),
        Subject(SearchKind.ACCOUNT, Account, named=True, phone=True, initials=True),
        Subject(SearchKind.CONTACT, Contact, named=True, codes=("email",), phone=True, initials=True, by_account=True),
        Subject(SearchKind.ACTIVITY, Activity, title="subject"),
        Subject(SearchKind.FILE, Attachment, owner="added_by_id"),
        Subject(SearchKind.PRODUCT, Product, named=True, codes=("code",), owner=None),
        Subject(SearchKind.MEMBER, Member, codes=("email",), owner=None),
    )
}
