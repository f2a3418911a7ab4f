"""What becomes of a member's records when he leaves. The capabilities say it in their `policy.py`.

    LEAVING = {Deal: Leaving(past=lambda deal: deal.status != DealStatus.OPEN)}

What is over stays, unless it is asked for, with the name of who did it; what was private stays in any case.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from sqlalchemy import ColumnElement, false

from saas.core import walk
from saas.core.model import Model

Which = Callable[[type[Model]], ColumnElement[bool]]


def nothing(_model: type[Model]) -> ColumnElement[bool]:
    return false()


@dataclass(frozen=True, slots=True)
class Leaving:
    """Of one kind of record."""

    past: Which = nothing
    private: Which = nothing


@cache
def leavings() -> Mapping[type[Model], Leaving]:
    """Gathered once per process; of a kind that says nothing everything goes on to the successor."""
    found: dict[type[Model], Leaving] = {}
    for module in walk.modules("policy"):
        found |= getattr(module, "LEAVING", {})
    return found


def leaving_of(model: type[Model]) -> Leaving:
    return leavings().get(model, Leaving())
