"""A small company made through the graph itself, and the members who ask."""

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import cast
from uuid import UUID

import orjson
from sqlalchemy import func, select

from saas.core.audit import AuditEntry
from saas.core.clock import FixedClock
from saas.core.principal import Principal, system
from saas.core.rights import Role
from saas.core.work import Opener
from saas.graph import ids
from saas.graph.assembly import graph
from saas.graph.documents import Library
from saas.graph.door import Door
from saas.graph.threads import Threads
from saas.members.actions import MemberDraft, add_member
from saas.members.model import MemberStatus
from tenants.engine import Lanes
from tenants.registry import Tenant

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
STAGES = [("New", "OPEN"), ("Quote", "OPEN"), ("Won", "WON"), ("Lost", "LOST")]

Answer = dict[str, object]


@dataclass(slots=True)
class Shop:
    """Owner olga, manager mona of the team Paris, her rep ron, and rita who is in no team."""

    lanes: Lanes
    tenant: Tenant
    door: Door
    clock: FixedClock
    locale: str = "en"
    members: dict[str, tuple[UUID, Role]] = field(default_factory=dict)
    stages: dict[str, str] = field(default_factory=dict)

    @property
    def opener(self) -> Opener:
        return Opener(self.lanes, self.tenant, system("make"), self.clock)

    def principal(self, name: str) -> Principal:
        key, role = self.members[name]
        return Principal(key, role, name, self.locale, "UTC", "test")

    def member(self, name: str) -> str:
        return ids.encode("Member", self.members[name][0])

    def send(self, body: bytes, *, who: str = "olga", accept: str = "") -> tuple[int, Answer]:
        status, answer = asyncio.run(self.door.answer(self.tenant, self.principal(who), body, accept))
        return status, cast(Answer, orjson.loads(answer))

    def ask(self, text: str, variables: Mapping[str, object] | None = None, *, who: str = "olga") -> Answer:
        """The whole answer."""
        status, answer = self.send(orjson.dumps({"query": text, "variables": variables}), who=who)
        assert status == 200
        return answer

    def data(self, text: str, variables: Mapping[str, object] | None = None, *, who: str = "olga") -> Answer:
        """The data of an answer without errors."""
        answer = self.ask(text, variables, who=who)
        assert "errors" not in answer, answer
        return cast(Answer, answer["data"])

    def act(self, name: str, given: Mapping[str, object], shown: str = "id", *, who: str = "olga") -> Answer:
        """A mutation's payload: its record under `done`, `problems`, `clientMutationId`."""
        noun = graph().mutations[name].field
        root = graph().schema.mutation_type
        assert root is not None
        kind = root.fields[name].args["input"].type
        text = f"""mutation($input: {kind}) {{ {name}(input: $input) {{
            done: {noun} {{ {shown} }} problems {{ code message field }} clientMutationId }} }}"""
        return cast(Answer, self.data(text, {"input": given}, who=who)[name])

    def made(self, name: str, given: Mapping[str, object], *, who: str = "olga") -> str:
        """The global id of what a mutation made."""
        payload = self.act(name, given, who=who)
        assert payload["problems"] == [], payload
        return cast(str, cast(Answer, payload["done"])["id"])

    def deal(self, name: str = "Deal", *, who: str = "olga", **given: object) -> str:
        return self.made("createDeal", {"name": name, **given}, who=who)

    def audited(self) -> int:
        with self.opener() as work:
            return work.all(select(func.count()).select_from(AuditEntry))[0]


@contextmanager
def open_shop(lanes: Lanes, tenant: Tenant, *, trusted: Mapping[str, str] | None = None) -> Iterator[Shop]:
    clock = FixedClock(NOW)
    with Threads(2) as threads:
        shop = Shop(lanes, tenant, Door(graph(), Library(graph(), trusted or {}), lanes, threads, clock), clock)
        roles = {"olga": Role.OWNER, "mona": Role.MANAGER, "ron": Role.REP, "rita": Role.REP}
        with shop.opener() as work:
            drafts = [MemberDraft(n.title(), f"{n}@x.test", r, status=MemberStatus.ACTIVE) for n, r in roles.items()]
            made = [add_member(work, draft) for draft in drafts]
            work.flush()
            shop.members = {n: (one.id, r) for (n, r), one in zip(roles.items(), made, strict=True)}
        team = shop.made("createTeam", {"name": "Paris", "office": "France", "managerId": shop.member("mona")})
        shop.made("updateMember", {"id": shop.member("ron"), "teamId": team})
        shop.made("createPipeline", {"name": "Sales", "stages": [{"name": n, "kind": k} for n, k in STAGES]})
        (pipeline,) = cast("list[Answer]", shop.data("{ pipelines { stages { id name } } }")["pipelines"])
        shop.stages = {str(one["name"]): str(one["id"]) for one in cast("list[Answer]", pipeline["stages"])}
        yield shop
