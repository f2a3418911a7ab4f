"""Roles x objects x verbs x fields: each cell is allowed where it is, and refused where it is not, to no effect.

What there is comes from the graph and the policies: a new governed object, field or power is in it without a word here.
"""

from collections.abc import Iterator
from itertools import product
from typing import cast
from uuid import UUID

import pytest
from graphql import GraphQLInputObjectType, get_named_type
from sqlalchemy import Engine, inspect, select

from saas.core.principal import Principal
from saas.core.rights import FieldRule, Role, Scope, Verb, models, objects, rights_of
from saas.core.work import Opener
from saas.graph.assembly import graph
from saas.graph.fields import field_of, hideable, lockable
from saas.graph.ids import encode
from saas.graph.threads import Threads
from saas.sharing.model import Share
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.access.matrix import Json, Matrix, expected, fitting, input_of, make_matrix
from tests.house import documents
from tests.members.make import selection

LEAST = 5_000
REFUSED = {"FORBIDDEN", "NOT_FOUND"}
#: Field rules say the same on every base: the widest, one in between and the narrowest stand for all.
BASES = (Role.ADMIN, Role.REP, Role.READER)
#: Every verb of every object within one scope, on a role that has nothing of its own.
SCOPED = [
    {"grants": {name: dict.fromkeys(Verb, scope.value) for name, one in objects().items() if scope in one.scopes}}
    for scope in Scope
]
WIDE = {"grants": {name: dict.fromkeys(Verb, "ALL") for name in objects()}}
VIEWERS = [*((role, {}) for role in Role), *((Role.READER, rules) for rules in SCOPED)]
BULK = tuple(verb for verb in Verb if verb is not Verb.CREATE)
NAMES = [*Role, *(f"READER-{scope}" for scope in Scope)]


@pytest.fixture(scope="module")
def matrix(lanes: Lanes, tenants_pool: Iterator[Tenant], migrate_engine: Engine) -> Iterator[Matrix]:
    with Threads(1) as threads:
        yield make_matrix(lanes, next(tenants_pool), migrate_engine, threads)


def cells_of(who: Principal, matrix: Matrix, verb: Verb) -> Iterator[tuple[str, str, bool]]:
    """Object, way and whether it is allowed."""
    for name, ways in matrix.records.items():
        scope, read = who.rights.scope(name, verb), who.rights.scope(name, Verb.READ)
        for way in ways:
            yield name, way, expected(scope, read, verb, way)


@pytest.mark.parametrize(("role", "rules"), VIEWERS, ids=NAMES)
def test_what_is_read(matrix: Matrix, role: Role, rules: dict[str, object]) -> None:
    who, cells = matrix.viewer(role, rules), list(cells_of(matrix.viewer(role, rules), matrix, Verb.READ))
    asked = " ".join(
        f'r{n}: node(id: "{matrix.id(name, way)}") {{ __typename }}' for n, (name, way, _) in enumerate(cells)
    )
    said = matrix.ask(who, f"{{ {asked} }}")["data"]
    assert said == {f"r{n}": {"__typename": name} if allowed else None for n, (name, _, allowed) in enumerate(cells)}
    for name in matrix.records:
        mine = {matrix.id(name, way) for one, way, allowed in cells if one == name and allowed}
        if listed := pages_of(name):
            ids = ", ".join(f'"{matrix.id(name, way)}"' for way in matrix.records[name])
            page = f"{listed}(filter: {{id: {{in: [{ids}]}}}}) {{ totalCount nodes {{ id }} }}"
            found = cast(Json, matrix.ask(who, f"{{ page: {page} }}")["data"])["page"]
            assert isinstance(found, dict)
            assert ({one["id"] for one in found["nodes"]}, found["totalCount"]) == (mine, len(mine))


@pytest.mark.parametrize(("role", "rules"), VIEWERS, ids=NAMES)
def test_what_is_exported_and_changed_in_bulk(matrix: Matrix, role: Role, rules: dict[str, object]) -> None:
    """By the predicate that every door for them asks."""
    who = matrix.viewer(role, rules)
    for verb in BULK:
        cells = list(cells_of(who, matrix, verb))
        for name in matrix.records:
            with Opener(matrix.lanes, matrix.tenant, who)() as work:
                key = inspect(models()[name]).primary_key[0]
                seen = set(work.all(select(key).where(work.visible(models()[name], to=verb))))
            allowed = {matrix.records[one][way] for one, way, may in cells if one == name and may}
            assert seen & set(matrix.records[name].values()) == allowed, (name, verb)


@pytest.mark.parametrize(("role", "rules"), VIEWERS, ids=NAMES)
def test_what_is_changed_deleted_and_shared(matrix: Matrix, role: Role, rules: dict[str, object]) -> None:
    """Those that are refused first, all together: they leave no trace. Then the others: each does what it says."""
    who, asked, done = matrix.viewer(role, rules), list[tuple[str, Json, bool]](), dict[Verb, set[UUID]]()
    for verb, mutation in ((Verb.UPDATE, "update{}"), (Verb.SHARE, "shareRecord"), (Verb.DELETE, "delete{}")):
        for name, way, allowed in cells_of(who, matrix, verb):
            given: Json = {"id": matrix.id(name, way)}
            if verb is Verb.SHARE:
                to = encode("Member", matrix.people["bystander"])
                given = {"recordId": matrix.id(name, way), "memberId": to, "level": "READ"}
            if mutation.format(name) in graph().mutations and (verb is not Verb.SHARE or objects()[name].owner):
                asked.append((mutation.format(name), given, allowed))
                done.setdefault(verb, set()).update({matrix.records[name][way]} if allowed else ())
    try_out(matrix, who, asked)
    kept = [model for model in models().values() if hasattr(model, "deleted_at")]
    with matrix.opener() as work:
        gone = [select(inspect(model).primary_key[0]).where(model.deleted_at.is_not(None)) for model in kept]
        assert {key for statement in gone for key in work.all(statement)} == done[Verb.DELETE]
        to_bystander = Share.member_id == matrix.people["bystander"]
        assert set(work.all(select(Share.record_id).where(to_bystander))) == done[Verb.SHARE]
    for model in kept:
        matrix.write(f"UPDATE {model.__tablename__} SET deleted_at = NULL")
    matrix.write("DELETE FROM share WHERE member_id = :who", who=matrix.people["bystander"])


@pytest.mark.parametrize(("role", "rules"), VIEWERS, ids=NAMES)
def test_what_is_made_for_whom(matrix: Matrix, role: Role, rules: dict[str, object]) -> None:
    who, asked = matrix.viewer(role, rules), list[tuple[str, Json, bool]]()
    for name, governed in objects().items():
        create, scope = f"create{name}", who.rights.scope(name, Verb.CREATE)
        fields = cast(GraphQLInputObjectType, graph().schema.type_map[input_of(create).strip("!")]).fields
        for owner, way in (("viewer", "own"), ("mate", "mate"), ("below", "below"), ("other", "other")):
            given = fitting(matrix, create)
            if governed.owner and "ownerId" in fields:
                given["ownerId"] = encode("Member", matrix.people[owner])
                asked.append((create, given, expected(scope, Scope.ALL, Verb.CREATE, way)))
            elif owner == "viewer" and not governed.owner:
                asked.append((create, given, scope is Scope.ALL))
    try_out(matrix, who, asked)


def try_out(matrix: Matrix, who: Principal, asked: list[tuple[str, Json, bool]]) -> None:
    before = matrix.state()
    refused = [(name, given) for name, given, allowed in asked if not allowed]
    for (name, given), payload in zip(refused, matrix.many(who, refused), strict=True):
        codes = [one["code"] for one in cast("list[Json]", payload["problems"])]
        assert len(codes) == 1, (name, given)
        assert set(codes) <= REFUSED, (name, given)
        assert next(iter(payload.values())) is None, (name, given)
    assert matrix.state() == before
    granted = [(name, given) for name, given, allowed in asked if allowed]
    for (name, given), payload in zip(granted, matrix.many(who, granted), strict=True):
        assert payload["problems"] == [], (name, given)
        if not name.startswith("create"):
            assert next(iter(payload.values())), (name, given)
    assert (matrix.state() != before) is bool(granted)


FIELDS = [(name, field) for name in objects() for field in sorted(hideable(name))]


@pytest.mark.parametrize("base", BASES)
def test_a_hidden_field_is_nowhere_and_the_others_stay(matrix: Matrix, base: Role) -> None:
    """Selected, summed, filtered and sorted by; with what mirrors it."""
    shown = {name: read(matrix, matrix.viewer(base, WIDE), name) for name in objects()}
    for name, field in FIELDS:
        who = matrix.viewer(base, {**WIDE, "fields": {name: {field: "HIDDEN"}}})
        gone = {one for (kind, one), _rule in who.rights.fields.items() if kind == name}
        found, whole = read(matrix, who, name), shown[name]
        for one, value in found.items():
            if one in gone or value != whole[one]:
                assert value in (None, [], {"totalCount": 0}), (name, field, one)
        for place in orders_and_filters(name, field):
            assert codes_of(matrix.ask(who, place)) == ["FIELD_HIDDEN"], place
            assert codes_of(matrix.ask(matrix.viewer(base, WIDE), place)) == [], place


def read(matrix: Matrix, who: Principal, name: str) -> Json:
    way = next(iter(matrix.records[name]))
    lists = " ".join(f"{field} {{ totalCount }}" for field, kind in graph().schema.type_map[name].fields.items()  # type: ignore[attr-defined]
                     if str(kind.type).strip("!").endswith("Connection"))  # fmt: skip
    said = matrix.ask(
        who, f'{{ node(id: "{matrix.id(name, way)}") {{ ... on {name} {{ {selection(name)} {lists} }} }} }}'
    )
    assert "errors" not in said, said
    return cast(Json, cast(Json, said["data"])["node"])


def pages_of(name: str) -> str | None:
    """The root field that lists the object."""
    return next((root for root, one in graph().roots.items() if one.target == name and one.kind.name == "PAGES"), None)


def orders_and_filters(name: str, field: str) -> Iterator[str]:
    listed = pages_of(name)
    if listed is None:
        return
    kinds = graph().schema.type_map
    order = cast(GraphQLInputObjectType, kinds[f"{name}Order"]).fields
    filters = cast(GraphQLInputObjectType, kinds[f"{name}Filter"]).fields
    if field in order:
        yield f"{{ {listed}(orderBy: [{{{field}: ASC}}]) {{ totalCount }} }}"
    if field in filters:
        kind = cast(GraphQLInputObjectType, get_named_type(filters[field].type))
        inner = "{isNull: true}" if "isNull" in kind.fields else "{some: {}}" if "some" in kind.fields else "{}"
        yield f"{{ {listed}(filter: {{{field}: {inner}}}) {{ totalCount }} }}"
        yield f"{{ {listed}(filter: {{not: {{or: [{{{field}: {inner}}}]}}}}) {{ totalCount }} }}"


def codes_of(answer: Json) -> list[str]:
    return [str(one["extensions"]["code"]) for one in cast("list[dict[str, dict[str, str]]]", answer.get("errors", []))]


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("rule", FieldRule)
def test_a_locked_field_is_refused_in_every_input(matrix: Matrix, base: Role, rule: FieldRule) -> None:
    """New records and changed ones; the same inputs of one whose role locks nothing are not refused for that."""
    for name in objects():
        fields = ruled(rule, name)
        asked = list(inputs_with(matrix, name, fields))
        who = matrix.viewer(base, {**WIDE, "fields": {name: dict.fromkeys(sorted(fields), rule.value)}})
        before = matrix.state()
        for said, payload in zip(asked, matrix.many(who, asked), strict=True):
            assert [one["code"] for one in cast("list[Json]", payload["problems"])] == ["FIELD_READ_ONLY"], said
            assert next(iter(payload.values())) is None
        assert matrix.state() == before
        for payload in matrix.many(matrix.viewer(base, WIDE), asked):
            codes = {one["code"] for one in cast("list[Json]", payload["problems"])}
            assert not codes & {"FIELD_READ_ONLY", "FORBIDDEN"}


def ruled(rule: FieldRule, name: str) -> frozenset[str]:
    return lockable(name) if rule is FieldRule.READ_ONLY else hideable(name)


def inputs_with(matrix: Matrix, name: str, fields: frozenset[str]) -> Iterator[tuple[str, Json]]:
    """Each mutation of the object, with what it demands and one more field."""
    for mutation, one in graph().mutations.items():
        if one.target != name:
            continue
        defined = cast(GraphQLInputObjectType, graph().schema.type_map[input_of(mutation).strip("!")]).fields
        for given, declared in defined.items():
            if field_of(given, graph().types[name].fields) in fields:
                said = cast(Json, documents.variables("mutation", mutation, matrix.any_id)["input"])
                value = documents.value(declared.type, given, name, matrix.any_id)
                yield mutation, {**said, given: not value if value is declared.default_value else value}


def test_powers_are_held_by_the_roles_that_say_so() -> None:
    for role, rules in product(Role, ({}, {"powers": {"roles:manage": True}})):
        rights = rights_of(role, "{}" if not rules else '{"powers": {"roles:manage": true}}')
        assert rights.holds("roles:manage") is (role in {Role.OWNER, Role.ADMIN} or bool(rules))


def test_the_matrix_is_large_enough(matrix: Matrix) -> None:
    """What the tests above go through by the same generators, each with what is allowed and what is refused."""
    viewers = [matrix.viewer(role, rules) for role, rules in VIEWERS]
    records = [cell for who in viewers for verb in (Verb.READ, *BULK) for cell in cells_of(who, matrix, verb)]
    places = [place for name, field in FIELDS for place in orders_and_filters(name, field)]
    inputs = [said for rule in FieldRule for name in objects() for said in inputs_with(matrix, name, ruled(rule, name))]
    assert len(records) + 2 * len(BASES) * (len(places) + len(inputs)) >= LEAST
