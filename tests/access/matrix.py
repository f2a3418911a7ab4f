"""The company of the matrix: of each governed object one record for each way in which a member can stand to it."""

import asyncio
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import cast
from uuid import UUID

import orjson
from sqlalchemy import Engine, text

from saas.core.clock import FixedClock
from saas.core.ids import new_id
from saas.core.model import Model
from saas.core.principal import Principal, system
from saas.core.rights import Role, Scope, Verb, models, objects
from saas.core.work import Opener
from saas.graph.assembly import graph
from saas.graph.documents import Library
from saas.graph.door import Door
from saas.graph.ids import decode, encode
from saas.graph.threads import Threads
from saas.losses.actions import create_reason
from saas.members.actions import MemberDraft, add_member, create_team
from saas.members.model import MemberStatus
from saas.pipelines.actions import StageDraft, create_pipeline
from saas.pipelines.model import StageKind
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.house import documents

Json = dict[str, object]

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
#: How a record stands to the member who looks: whose it is, and how it is shared.
WAYS = ("own", "mate", "below", "other", "nobody", "shared", "editable", "team_shared")
OWNERS = {"own": "viewer", "mate": "mate", "below": "below"}
#: What makes a record follow its owner's scope alone, where a policy knows further reasons.
BARE = {
    "Activity": ("DELETE FROM activity_attendee", "DELETE FROM activity_mention", "DELETE FROM activity_link",
                 "UPDATE activity SET author_id = NULL, private = false"),
}  # fmt: skip
#: What an input must say that its types do not tell.
FITS: dict[str, Json] = {"createPipeline": {"stages": [{"name": kind.title(), "kind": kind} for kind in StageKind]}}
BATCH = 10


def expected(scope: Scope, read: Scope, verb: Verb, way: str) -> bool:
    """The whole rule, said a second time: by the scope, or by a share to read or to edit."""
    if scope is Scope.NONE or read is Scope.NONE:
        return False
    if verb is Verb.READ and way in {"shared", "editable", "team_shared"}:
        return True
    if verb is Verb.UPDATE and way == "editable":
        return True
    return {
        Scope.OWN: way == "own", Scope.TEAM: way in {"own", "mate"}, Scope.BELOW: way in {"own", "mate", "below"},
        Scope.ALL: True,
    }[scope]  # fmt: skip


@dataclass
class Matrix:
    """`records` are the keys by object and way; an object without an owner has its record under the way `nobody`."""

    lanes: Lanes
    tenant: Tenant
    door: Door
    engine: Engine
    people: dict[str, UUID] = field(default_factory=dict)
    teams: dict[str, UUID] = field(default_factory=dict)
    records: dict[str, dict[str, UUID]] = field(default_factory=dict)

    @property
    def opener(self) -> Opener:
        return Opener(self.lanes, self.tenant, system("matrix"), FixedClock(NOW))

    def viewer(self, role: Role, rules: Mapping[str, object] | None = None) -> Principal:
        said = json.dumps(rules or {}, sort_keys=True)
        return Principal(self.people["viewer"], role, "Viewer", "en", "UTC", "matrix", said)

    def owner(self) -> Principal:
        return Principal(self.people["owner"], Role.OWNER, "Owner", "en", "UTC", "matrix")

    def ask(self, who: Principal, written: str, given: Json | None = None) -> Json:
        body = orjson.dumps({"query": written, "variables": given or {}})
        _status, answer = asyncio.run(self.door.answer(self.tenant, who, body))
        return cast(Json, orjson.loads(answer))

    def many(self, who: Principal, asked: Iterable[tuple[str, Json]]) -> list[Json]:
        """The payloads of many mutations, a few in each document."""
        found: list[Json] = []
        whole = list(asked)
        for part in (whole[i : i + BATCH] for i in range(0, len(whole), BATCH)):
            head = [f"$i{n}: {input_of(name)}" for n, (name, _given) in enumerate(part)]
            back = "{ __typename } problems { code }"
            body = [f"m{n}: {name}(input: $i{n}) {{ {graph().mutations[name].field} {back} }}"
                    for n, (name, _given) in enumerate(part)]  # fmt: skip
            said = self.ask(who, f"mutation M({', '.join(head)}) {{ {' '.join(body)} }}",
                            {f"i{n}": given for n, (_name, given) in enumerate(part)})  # fmt: skip
            assert "errors" not in said, said
            found += [cast(Json, cast(Json, said["data"])[f"m{n}"]) for n in range(len(part))]
        return found

    def state(self) -> list[object]:
        """A digest of each table."""
        names = sorted(table.name for table in Model.metadata.tables.values())
        each = [f"SELECT '{name}', md5(coalesce(string_agg(t::text, '' ORDER BY t::text), '')) FROM {name} t"
                for name in names]  # fmt: skip
        with self.opener() as work:
            return [tuple(row) for row in work.rows(f"{' UNION ALL '.join(each)} ORDER BY 1")]

    def write(self, *statements: str, **given: object) -> None:
        """As the owner of the namespace, past every rule."""
        with self.engine.begin() as connection:
            connection.execute(text(f"SET LOCAL search_path = {self.tenant.namespace}, ext"))
            for statement in statements:
                connection.execute(text(statement), given)

    def id(self, name: str, way: str = "nobody") -> str:
        return encode(name, self.records[name][way])

    def any_id(self, type_name: str) -> str:
        """Of whatever a document needs."""
        if type_name in self.records:
            return self.id(type_name, next(iter(self.records[type_name])))
        if type_name in {"Member", "Team"}:
            return encode(type_name, (self.people | self.teams)["other" if type_name == "Member" else "apart"])
        table = graph().types[type_name].table.name
        with self.opener() as work:
            (row,) = work.rows(f"SELECT id FROM {table} LIMIT 1")
        return encode(type_name, cast(UUID, row[0]))


def make_matrix(lanes: Lanes, tenant: Tenant, engine: Engine, threads: Threads) -> Matrix:
    door = Door(graph(), Library(graph(), {}), lanes, threads, FixedClock(NOW))
    matrix = Matrix(lanes, tenant, door, engine)
    _people(matrix)
    with matrix.opener() as work:
        create_pipeline(work, "Sales", [StageDraft(kind.title(), kind) for kind in StageKind])
        create_reason(work, "Price")
    for name, governed in sorted(objects().items(), key=lambda one: one[1].owner is not None):
        ways = WAYS if governed.owner else ("nobody",)
        matrix.records[name] = {way: _made(matrix, name) for way in ways}
        matrix.write(*BARE.get(name, ()))
    for name, governed in objects().items():
        if governed.owner:
            _stand(matrix, name, governed.owner)
    return matrix


def _people(matrix: Matrix) -> None:
    with matrix.opener() as work:
        for name in ("ours", "lower", "apart"):
            matrix.teams[name] = create_team(work, name.title()).id
            work.flush()
        places = {
            "viewer": "ours",
            "mate": "ours",
            "below": "lower",
            "other": "apart",
            "bystander": None,
            "owner": None,
        }
        for name, team in places.items():
            role = Role.OWNER if name == "owner" else Role.REP
            draft = MemberDraft(name.title(), f"{name}@matrix.test", role, matrix.teams[team] if team else None,
                                status=MemberStatus.ACTIVE)  # fmt: skip
            member = add_member(work, draft)
            work.flush()
            matrix.people[name] = member.id
    lower = {"above": matrix.teams["ours"], "id": matrix.teams["lower"]}
    matrix.write("UPDATE team SET parent_id = :above, lineage = ARRAY[:above, :id]::uuid[] WHERE id = :id", **lower)


def _made(matrix: Matrix, name: str) -> UUID:
    """By the object's own mutation, with what it demands."""
    create = f"create{name}"
    assert create in graph().mutations, f"the matrix makes {name} by {create}: declare it, or make it here"
    said = matrix.ask(matrix.owner(), f"mutation M($input: {input_of(create)}) {{ {create}(input: $input) {{ "
                      f"{graph().mutations[create].field} {{ id }} problems {{ code field message }} }} }}",
                      {"input": fitting(matrix, create)})  # fmt: skip
    payload = cast(Json, cast(Json, said["data"])[create])
    record = cast("Json | None", payload[graph().mutations[create].field])
    assert record, payload
    return decode(str(record["id"]))[1]


def fitting(matrix: Matrix, create: str) -> Json:
    """An input that is accepted; names are unique here and there."""
    given = cast(Json, documents.variables("mutation", create, matrix.any_id)["input"])
    fields = graph().schema.type_map[input_of(create).strip("!")].fields  # type: ignore[attr-defined]
    return {**given, **({"name": f"Walk {new_id()}"} if "name" in fields else {}), **FITS.get(create, {})}


def _stand(matrix: Matrix, name: str, owner: str) -> None:
    table, share = models()[name].__tablename__, "INSERT INTO share (id, object, record_id, member_id, team_id, level) "
    for way, key in matrix.records[name].items():
        who = None if way == "nobody" else matrix.people[OWNERS.get(way, "other")]
        matrix.write(f"UPDATE {table} SET {owner} = :who WHERE id = :key", who=who, key=key)
        if way in {"shared", "editable", "team_shared"}:
            to = {"member": None, "team": matrix.teams["ours"]} if way == "team_shared" else {
                "member": matrix.people["viewer"], "team": None}  # fmt: skip
            matrix.write(f"{share} VALUES (:id, :object, :key, :member, :team, :level)", id=new_id(), object=name,
                         key=key, level="EDIT" if way == "editable" else "READ", **to)  # fmt: skip


def input_of(mutation: str) -> str:
    return str(graph().schema.mutation_type.fields[mutation].args["input"].type)  # type: ignore[union-attr]
