"""The foundry: carries out foundings one after another, with the right to make namespaces that only it has.

    founding ──► the company's namespace ──► its owner and pipeline ──► the person's membership ──► ended

Each step finds out whether it was done: one that was broken off anywhere is taken up again.
"""

from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from sqlalchemy import Engine, select, update

from saas.core.clock import Clock
from saas.core.outside import Nowhere, Outside
from saas.core.principal import system
from saas.core.rights import Role
from saas.core.work import Opener
from saas.founding.actions import furnish
from saas.founding.letters import confirmation
from saas.founding.queries import COLUMNS, Founding
from saas.identity.actions import bind
from saas.identity.confirming import make_code
from saas.identity.people import Person, find_person
from saas.members.actions import MemberDraft
from saas.post.actions import send_mail
from tenants import provision
from tenants.cells import Cells, place
from tenants.engine import Lanes
from tenants.errors import SlugTaken
from tenants.placement import HOME
from tenants.platform import founding
from tenants.registry import Directory, Tenant
from tenants.spares import stock

TRIES: Final = 4


@dataclass(frozen=True, slots=True)
class Foundry:
    """`migrate` may make namespaces; `platform` and `lanes` are the worker's. `spares` are kept ready
    in each cell; `cells` are those of `migrate`, where there are others than the home.
    """

    migrate: Engine
    platform: Engine
    lanes: Lanes
    clock: Clock = field(default_factory=Clock)
    outside: Outside = field(default_factory=Nowhere)
    spares: int = 0
    cells: Cells | None = None

    def carry_out_next(self) -> bool:
        """Whether there was one that waits. Several foundries do not meet at one founding."""
        waiting = select(*COLUMNS).where(founding.c.ended_at.is_(None)).order_by(founding.c.created_at).limit(1)
        with self.platform.begin() as held:
            row = held.execute(waiting.with_for_update(skip_locked=True)).one_or_none()
            if row is None:
                return False
            asked = Founding(**row._asdict())
            values: dict[str, object] = {"ended_at": self.clock.now()}
            try:
                values["member_id"] = self._found(asked)
            except SlugTaken:
                values["failure"] = "SLUG_TAKEN"
            held.execute(update(founding).where(founding.c.id == asked.id).values(values))
        return True

    def stock_up(self) -> None:
        """Namespaces for the next companies, made while nobody waits for one."""
        for cell in (HOME,) if self.cells is None else self.cells.engines:
            if self.spares:
                stock(self.migrate, self.spares, cell=cell, at=self._beyond_home(cell))

    def give_up(self) -> None:
        """After an error: the founding that failed is tried again a few times, and then ends as broken."""
        waiting = select(founding.c.id).where(founding.c.ended_at.is_(None)).order_by(founding.c.created_at).limit(1)
        with self.platform.begin() as held:
            id_ = held.execute(waiting.with_for_update(skip_locked=True)).scalar_one_or_none()
            if id_ is None:
                return
            mine = update(founding).where(founding.c.id == id_)
            tries = held.execute(mine.values(tries=founding.c.tries + 1).returning(founding.c.tries)).scalar_one()
            if tries >= TRIES:
                held.execute(mine.values(ended_at=self.clock.now(), failure="BROKEN"))

    def _found(self, asked: Founding) -> UUID:
        with self.platform.connect() as connection:
            founder = find_person(connection, asked.person_id)
        if founder is None:
            raise LookupError(f"the person of founding {asked.id} is gone")
        return self._furnish(self._provision(asked), asked, founder)

    def _provision(self, asked: Founding) -> Tenant:
        """The company has the founding's id, by which it is known to be ours."""
        try:
            cell = HOME if self.cells is None else place(self.cells, asked.slug)
            return provision.create(
                self.migrate, slug=asked.slug, name=asked.name, currency=asked.currency, locale=asked.locale,
                time_zone=asked.time_zone, week_start=asked.week_start, id=asked.id,
                cell=cell, at=self._beyond_home(cell),
            )  # fmt: skip
        except SlugTaken:
            made = Directory(self.platform, ttl=0).find(asked.id)
            if made is None:
                raise
            return made

    @property
    def all_cells(self) -> Cells:
        return self.cells or Cells({HOME: self.migrate})

    @property
    def abroad(self) -> tuple[Engine, ...]:
        """The owner's engines of the cells beyond the home."""
        return () if self.cells is None else self.cells.abroad

    def _beyond_home(self, cell: str) -> Engine | None:
        return None if self.cells is None else self.cells.beyond_home(cell)

    def _furnish(self, company: Tenant, asked: Founding, founder: Person) -> UUID:
        who = system(f"founding-{asked.id.hex[-12:]}", locale=asked.locale, time_zone=asked.time_zone)
        opener = Opener(self.lanes, company, who, self.clock, self.outside)
        locale = founder.locale or asked.locale
        draft = MemberDraft(founder.name, founder.email, Role.OWNER, locale=locale, time_zone=asked.time_zone)
        with opener() as work:
            owner = furnish(work, draft)
            if founder.verified_at is None:
                code = make_code(self.platform, founder.id, clock=self.clock)
                send_mail(work, confirmation(founder, f"{self.outside.origin('login')}/confirm?code={code}", locale))
        bind(self.platform, company, founder.id, owner.id)
        return owner.id
