"""Why a record may be the one that a lead speaks of, and which of them are proposed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class MatchReason(StrEnum):
    """The same e-mail address, telephone number or name; a web site at the address's domain; through the person or the
    company that was matched.
    """

    EMAIL = "EMAIL"
    PHONE = "PHONE"
    NAME = "NAME"
    DOMAIN = "DOMAIN"
    CONTACT = "CONTACT"
    ACCOUNT = "ACCOUNT"


@dataclass(frozen=True, slots=True)
class Match:
    """`account_id` is a contact's."""

    id: UUID
    reasons: tuple[MatchReason, ...]
    account_id: UUID | None = None

    @property
    def is_sure(self) -> bool:
        """Of a person: the address alone, or the number with the name."""
        return MatchReason.EMAIL in self.reasons or {MatchReason.PHONE, MatchReason.NAME} <= set(self.reasons)


@dataclass(frozen=True, slots=True)
class Matches:
    """The best first."""

    contacts: tuple[Match, ...]
    accounts: tuple[Match, ...]
    deals: tuple[Match, ...]

    @property
    def contact_id(self) -> UUID | None:
        """The one person who surely is it; where two are, nobody is proposed."""
        sure = [one.id for one in self.contacts if one.is_sure]
        return sure[0] if len(sure) == 1 else None

    @property
    def account_id(self) -> UUID | None:
        """The person's own; else the one company that it may be."""
        home = next((one.account_id for one in self.contacts if one.id == self.contact_id), None)
        if home is not None:
            return home
        return self.accounts[0].id if len(self.accounts) == 1 else None


def ranked(found: Iterable[Match]) -> tuple[Match, ...]:
    """More reasons first, then better ones."""
    order = list(MatchReason)
    return tuple(sorted(found, key=lambda one: (-len(one.reasons), [order.index(why) for why in one.reasons])))


def reasons_of(flags: Sequence[tuple[MatchReason, bool | None]]) -> tuple[MatchReason, ...]:
    return tuple(why for why, holds in flags if holds)
