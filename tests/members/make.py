"""Builders: a company of eight members in two teams, and ways to act in it as each of them."""

import asyncio
import re
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import cast
from uuid import UUID

import orjson
from sqlalchemy import select

from saas.core.audit import AuditEntry
from saas.core.clock import FixedClock
from saas.core.model import Model
from saas.core.principal import Principal, system
from saas.core.rights import Role
from saas.core.work import Opener, Work
from saas.graph.assembly import graph
from saas.graph.documents import Library
from saas.graph.door import Door
from saas.graph.ids import decode, encode
from saas.graph.threads import Threads
from saas.members.actions import MemberDraft, add_member, create_team
from saas.members.model import Member, MemberStatus, Team
from tenants.engine import Lanes
from tenants.registry import Tenant

Json = dict[str, object]

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
ABSENT = UUID("01900000-0000-7000-8000-000000000000")
TRUSTED = Path(__file__).resolve().parents[2] / "graphql" / "persisted.json"

#: name -> role and team; mona leads North, mike leads South and West.
PEOPLE: dict[str, tuple[Role, str | None]] = {
    "olga": (Role.OWNER, None), "adam": (Role.ADMIN, None), "mona": (Role.MANAGER, "North"),
    "mike": (Role.MANAGER, None), "rina": (Role.REP, "North"), "raz": (Role.REP, "North"),
    "sami": (Role.REP, "South"), "lone": (Role.REP, None),
}  # fmt: skip
TEAMS = {"North": "mona", "South": "mike", "West": "mike"}
EVERYBODY = tuple(PEOPLE)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a mutation gave back. `problem` is its code and field."""

    record: Json | None
    problem: tuple[str, str | None] | None
    message: str = ""


@dataclass(slots=True)
class Company:
    """`clock` stands still until a test moves it. `roles` are those of the company's own: their base and rules."""

    lanes: Lanes
    tenant: Tenant
    threads: Threads
    clock: FixedClock = field(default_factory=lambda: FixedClock(NOW))
    keys: dict[str, UUID] = field(default_factory=dict)
    zones: dict[str, str] = field(default_factory=dict)
    locales: dict[str, str] = field(default_factory=dict)
    roles: dict[str, tuple[Role, str]] = field(default_factory=dict)

    def principal(self, name: str | None) -> Principal:
        """None is the product itself. The request has the member's name."""
        if name is None:
            return system("system")
        zone, locale = self.zones.get(name, "UTC"), self.locales.get(name, "en")
        role, rules = self.roles.get(name, (PEOPLE[name][0], "{}"))
        return Principal(self.keys[name], role, name, locale, zone, f"req-{name}", rules)

    def open(self, name: str | None = None, *, origin: UUID | None = None) -> Work:
        return Opener(self.lanes, self.tenant, self.principal(name), self.clock)(origin=origin)

    def id(self, name: str, of: str = "Member") -> str:
        return encode(of, self.keys[name])

    def ask(self, who: str | None, text: str, **variables: object) -> Json:
        """The data of an answer without errors; a text of one word names a document of the client's."""
        said = self.answer(who, trusted(text) if text.isidentifier() else text, variables)
        assert "errors" not in said, said
        return cast(Json, said["data"])

    def answer(self, who: str | None, text: str, variables: Json) -> Json:
        door = Door(graph(), Library(graph(), {}), self.lanes, self.threads, self.clock)
        body = orjson.dumps({"query": text, "variables": variables})
        status, answer = asyncio.run(door.answer(self.tenant, self.principal(who), body))
        assert status == 200
        return cast(Json, orjson.loads(answer))

    def act(self, who: str | None, mutation: str, **given: object) -> Answer:
        """Asks for all scalars of the record, and the ids of what it names."""
        said = cast(Json, self.ask(who, mutation_text(mutation), input=given)[mutation])
        record = cast("Json | None", said[graph().mutations[mutation].field])
        problems = cast("list[dict[str, str]]", said["problems"])
        if not problems:
            return Answer(record, None)
        (problem,) = problems
        return Answer(record, (problem["code"], problem["field"]), problem["message"])

    def do(self, who: str | None, mutation: str, **given: object) -> Json:
        """Of a mutation that is not refused, and whose record the member may see afterwards."""
        answer = self.act(who, mutation, **given)
        assert answer.problem is None, answer
        assert answer.record is not None
        return answer.record

    def refuse(self, who: str | None, mutation: str, **given: object) -> tuple[str, str | None]:
        """The code and field of a refusal that gave nothing back and changed nothing."""
        before = self.state()
        answer = self.act(who, mutation, **given)
        assert answer.problem is not None, answer
        assert answer.record is None, answer
        assert answer.message
        assert self.state() == before
        return answer.problem

    def conflict(self, who: str | None, mutation: str, **given: object) -> Json:
        """The record as it is, which one who knows its first version only is told."""
        answer = self.act(who, mutation, version=1, **given)
        assert answer.problem == ("CONFLICT", "version")
        assert answer.record is not None
        return answer.record

    def state(self) -> list[tuple[object, ...]]:
        """A digest of each table, the audit trail's too."""
        names = sorted(Model.metadata.tables)
        each = [f"SELECT '{name}', md5(coalesce(string_agg(t::text, '' ORDER BY t::text), '')) FROM {name} t"
                for name in names]  # fmt: skip
        with self.open() as work:
            return [tuple(row) for row in work.rows(f"{' UNION ALL '.join(each)} ORDER BY 1")]

    def trail(self, since: int = 0) -> list[tuple[str, str, str, Json | None, Json | None]]:
        """Who, what, of which table, before and after, oldest first, without the first `since` entries."""
        names = {key: name for name, key in self.keys.items()}
        return [
            (names.get(entry.member_id, "system") if entry.member_id else "system", entry.action, entry.entity,
             entry.before, entry.after)
            for entry in self.entries()[since:]
        ]  # fmt: skip

    def entries(self) -> list[AuditEntry]:
        with self.open() as work:
            return work.all(select(AuditEntry).order_by(AuditEntry.id))


def make_company(lanes: Lanes, tenant: Tenant, threads: Threads, **changes: str) -> Company:
    """`changes` are of the tenant: its time zone, currency or locale."""
    company = Company(lanes, replace(tenant, **changes), threads)  # type: ignore[arg-type]  # texts all of them
    with company.open() as work:
        for name in TEAMS:
            company.keys[name] = _key(work, create_team(work, name, office="Haifa"))
        for name, (role, team) in PEOPLE.items():
            team_id = company.keys[team] if team else None
            draft = MemberDraft(name.title(), f"{name}@demo.test", role, team_id, status=MemberStatus.ACTIVE)
            company.keys[name] = _key(work, add_member(work, draft))
        for name, leader in TEAMS.items():
            work.get(Team, company.keys[name]).manager_id = company.keys[leader]
    return company


def _key(work: Work, record: Member | Team) -> UUID:
    work.flush()
    return record.id


def key_of(record: Json) -> UUID:
    """The key in a record's global id."""
    return decode(str(record["id"]))[1]


@cache
def mutation_text(name: str) -> str:
    definition = graph().schema.mutation_type.fields[name]  # type: ignore[union-attr]
    target = graph().mutations[name]
    inside = selection(target.target)
    asked = f"{target.field} {{ {inside} }} problems {{ code message field }}"
    return f"mutation M($input: {definition.args['input'].type}) {{ {name}(input: $input) {{ {asked} }} }}"


@cache
def selection(type_name: str) -> str:
    """Every scalar of a type, its money, and the id of each record that it names."""
    parts: list[str] = []
    for name, definition in graph().schema.type_map[type_name].fields.items():  # type: ignore[attr-defined]
        kind = str(definition.type).strip("!")
        if kind == "Money":
            parts.append(f"{name} {{ amount currency }}")
        elif kind in graph().types:
            parts.append(f"{name} {{ id }}")
        elif not kind.startswith("[") and not kind.endswith("Connection"):
            parts.append(name)
    return " ".join(parts)


@cache
def trusted(name: str) -> str:
    """The client's document of this name, as it is sent."""
    named = re.compile(rf"\b(query|mutation) {name}\b")
    (found,) = [text for text in orjson.loads(TRUSTED.read_bytes()).values() if named.search(text)]
    return str(found)
