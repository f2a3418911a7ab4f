"""What a member is told of: how a capability declares which of its events concern whom.

A capability's `notices.py` says it, and `saas.notifications` does the rest, by each member's own choice:

    NOTICES = [
        Notice(
            kind="deals.given", title=later("A deal is given to me"), event=DealGiven, about=Deal, path="/deals/%s",
            tells=lambda work, event: [Told(event.owner_id, event.deal_id, later("%(actor)s gave you %(about)s."), …)],
        )
    ]

What another capability knows of the same records goes along, as the last sentence: `ASIDES = {Deal: who_waits}`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from uuid import UUID

from saas.core import walk
from saas.core.errors import Plural
from saas.core.model import Model
from saas.core.work import Work


class Mailing(StrEnum):
    """Whether a kind of notice also comes by mail: never, at once, or with the others once a day."""

    NEVER = "NEVER"
    AT_ONCE = "AT_ONCE"
    DIGEST = "DIGEST"


@dataclass(frozen=True, slots=True)
class Told:
    """One member is told something about one record. `says` is a message of the catalogues; `%(actor)s` is known."""

    member_id: UUID | None
    about_id: UUID
    says: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Aside:
    """How it is with a record at this moment; of what comes later by mail nothing is said. Nor is it to him from whom
    his role hides the `field` of the record that it tells of.
    """

    says: str | Plural
    params: Mapping[str, object]
    field: str | None = None


Asides = Callable[[Work, Sequence[UUID]], Mapping[UUID, Aside]]
"""Of some records of a kind, by their keys; in one statement."""


@dataclass(frozen=True, slots=True)
class Notice:
    """`title` is how the settings call it, a message of the catalogues; `path` is where the web client shows `about`,
    with a place for its global id. `own` ones are also told to him whose doing the event was. `push`: on devices too,
    unless the member has said otherwise; `urgent` ones wake them.
    """

    kind: str
    title: str
    event: type
    about: type[Model]
    path: str
    tells: Callable[[Work, object], Iterable[Told]]
    mail: Mailing = Mailing.DIGEST
    own: bool = False
    push: bool = False
    urgent: bool = False


@cache
def notices() -> Mapping[str, Notice]:
    """By their kinds, in the order of the walk; refuses a kind that is declared twice."""
    found: dict[str, Notice] = {}
    for module in walk.modules("notices"):
        for notice in getattr(module, "NOTICES", ()):
            if found.setdefault(notice.kind, notice) is not notice:
                raise ValueError(f"{notice.kind} is declared twice")
    return found


@cache
def asides() -> Mapping[type[Model], Sequence[Asides]]:
    """What capabilities add to what is told of the records of others."""
    found: dict[type[Model], list[Asides]] = {}
    for module in walk.modules("notices"):
        for model, told in getattr(module, "ASIDES", {}).items():
            found.setdefault(model, []).append(told)
    return found
