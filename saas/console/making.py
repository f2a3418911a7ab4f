"""A company that an admin makes for its owner. Done again, it finishes what was broken off."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import Engine

from saas.console.errands import Errand
from saas.core.clock import Clock
from saas.core.rights import Role
from saas.core.work import Opener
from saas.founding.actions import furnish, slug_taken
from saas.identity.actions import Newcomer, join_company
from saas.members.actions import MemberDraft
from tenants import provision
from tenants.cells import Cells, place
from tenants.errors import SlugTaken
from tenants.registry import Directory, Tenant


@dataclass(frozen=True, slots=True)
class Making:
    """`cells` are the owner's engines, `platform` is the worker's."""

    cells: Cells
    platform: Engine
    opener: Callable[[Tenant], Opener]
    clock: Clock
    progress: Callable[[str], None]

    def make(self, asked: Errand) -> Tenant:
        """The company has the errand's id, by which one that was broken off is known to be ours."""
        said = {name: str(value) for name, value in asked.given.items()}
        self.progress("namespace")
        company = self._provision(asked, said)
        self.progress("owner")
        with self.opener(company)() as work:
            draft = MemberDraft(
                name_of(said["owner"]), said["owner"], Role.OWNER, locale=said["locale"], time_zone=said["time_zone"]
            )  # fmt: skip
            owner = furnish(work, draft)
            newcomer = Newcomer(owner.id, owner.email, owner.name)
        join_company(self.platform, company, newcomer, clock=self.clock)
        return company

    def _provision(self, asked: Errand, said: Mapping[str, str]) -> Tenant:
        cell = place(self.cells, asked.slug)
        try:
            return provision.create(
                self.cells.home, slug=asked.slug, name=said["name"], currency=said["currency"], locale=said["locale"],
                time_zone=said["time_zone"], id=asked.id, cell=cell, at=self.cells.beyond_home(cell),
            )  # fmt: skip
        except SlugTaken:
            made = Directory(self.platform, ttl=0).find(asked.id)
            if made is None:
                raise slug_taken(asked.slug) from None
            return made


def name_of(email: str) -> str:
    """`dana.levi@acme.test` is Dana Levi until somebody says otherwise."""
    words = [word for word in re.split(r"[._+-]+", email.partition("@")[0]) if word]
    return " ".join(word.capitalize() for word in words) or email
