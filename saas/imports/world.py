"""Everything a plan is made with: what the company has and takes for granted, and the plan as far as it is made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from saas.core.errors import Plural
from saas.imports.ledger import Ledger
from saas.imports.plan import Plan, Thing
from saas.imports.records import near_miss
from saas.pipelines.model import StageKind


@dataclass(frozen=True, slots=True)
class KnownStage:
    id: UUID
    name: str
    kind: StageKind


@dataclass(frozen=True, slots=True)
class KnownPipeline:
    """`stages` in their order."""

    id: UUID
    name: str
    is_default: bool
    has_deals: bool
    stages: tuple[KnownStage, ...]
    is_new: bool = False


@dataclass(slots=True)
class World:
    """`wanted` is the pipeline that the person has chosen; `title` says a text in the company's language.

    `reasons` are why deals are lost, by the key of their names. `assign_leads` and `leads_are_new` are as the
    person has said.
    """

    plan: Plan
    now: datetime
    products: Ledger
    members: Ledger
    teams: Ledger
    accounts: Ledger
    contacts: Ledger
    deals: Ledger
    sources: Ledger
    leads: Ledger
    pipelines: list[KnownPipeline]
    title: Callable[[str, dict[str, str]], str]
    wanted: UUID | None = None
    reasons: Mapping[str, UUID] = field(default_factory=dict)
    assign_leads: bool = False
    leads_are_new: bool = False


_MADE = {
    Thing.PRODUCT: Plural(
        "%(count)s product that no list has was made without a price: %(samples)s.",
        "%(count)s products that no list has were made without a price: %(samples)s.",
    ),
    Thing.MEMBER: Plural(
        "%(count)s person who is only named by other rows became a member: %(samples)s.",
        "%(count)s people who are only named by other rows became members: %(samples)s.",
    ),
    Thing.ACCOUNT: Plural(
        "%(count)s account that is only named by other rows was made: %(samples)s.",
        "%(count)s accounts that are only named by other rows were made: %(samples)s.",
    ),
    Thing.CONTACT: Plural(
        "%(count)s contact who is only named by other rows was made: %(samples)s.",
        "%(count)s contacts who are only named by other rows were made: %(samples)s.",
    ),
    Thing.SOURCE: Plural(
        "%(count)s source that leads name was made: %(samples)s.",
        "%(count)s sources that leads name were made: %(samples)s.",
    ),
}


def refer(world: World, ledger: Ledger, cell: tuple[str, str], implied: Callable[[], dict[str, object]]) -> UUID:
    """The record that a cell (column and text) names: a known one, a nearly known one, or one made for it."""
    column, name = cell
    match = ledger.find(name)
    if match is None:
        world.plan.note(f"MADE_{ledger.thing.name}", _MADE[ledger.thing], sample=name)
        return ledger.make(world.plan, implied(), None)
    known = ledger.name(match.found)
    if ledger.shared(known):
        message = Plural(
            "%(count)s value of %(column)s is the name of several records: the oldest is meant (%(samples)s).",
            "%(count)s values of %(column)s are the names of several records: the oldest is meant (%(samples)s).",
        )
        world.plan.note("SEVERAL", message, sample=known, column=column)
    if match.near:
        near_miss(world.plan, column, name, known)
    elif known.casefold() != name.casefold():
        message = Plural(
            "%(count)s value of %(column)s is a known name but for spaces, punctuation or legal form: %(samples)s.",
            "%(count)s values of %(column)s are known names but for spaces, punctuation or legal form: %(samples)s.",
        )
        world.plan.note("SAME_NAME", message, sample=f"{name} = {known}", column=column)
    return match.found
