import asyncio
import os
import random
from collections.abc import Iterator
from uuid import UUID

import orjson
import pytest
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from saas.core.clock import FixedClock
from saas.core.principal import Principal
from saas.graph import ids
from saas.graph.assembly import graph
from saas.graph.documents import Library
from saas.graph.door import Door
from saas.graph.terms import Left, Terms
from saas.graph.threads import Threads
from tenants import prepared
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.graph.counting import records_in
from tests.graph.documents import Writer
from tests.graph.oracle import Oracle, plainly
from tests.graph.world import NOW, World, make_world

HOW_MANY = int(os.environ.get("KESHER_DOCUMENTS", "200"))
AT_ONCE = 200  # in one test, so that none of a long run takes minutes
THROUGH = {"DealProduct": "products", "DealEvent": "history", "TimelineEntry": "timeline"}


SELDOM: tuple[tuple[str, dict[str, object]], ...] = (
    ("{ ... on Query { deals(first: 2) { totalCount } } ... { accounts(first: 1) { totalCount } } }", {}),
    ("""query($y: Boolean = true) { ...R @include(if: $y) ...S @skip(if: $y) t: __typename }
        fragment R on Query { a: deals(first: 1) { nodes { id } } } fragment S on Query { b: deals { totalCount } }""",
     {}),
    ("{ deals(first: 2) { nodes { ... on Node { id ... on Deal { name } } } } }", {}),
    ("""{ deals(first: 2) { nodes { account { name } account { id owner { name } } account { owner { id } } } }
        deals(first: 2) { totalCount nodes { name } } }""", {}),
    ("""query($f: [DealFilter!], $n: Int) { accounts(first: 3) { nodes { x: deals(first: $n) { totalCount }
        deals(last: 2, filter: {or: $f}, orderBy: [{name: ASC}]) {
          totalCount pageInfo { hasPreviousPage startCursor } edges { cursor node { name } } } } } }""",
     {"f": [{"name": {"contains": "a"}}, {"status": {"eq": "WON"}}], "n": 3}),
    ("query($one: DealOrder!) { deals(first: 3, orderBy: [$one]) { nodes { name history(last: 1) { totalCount } } } }",
     {"one": {"name": "DESC"}}),
    ("{ pipelines { stages { name deals(first: 2, filter: {status: {eq: OPEN}}) { nodes { name } } } } }", {}),
    ("{ a: __typename deals(first: 0) { nodes { id } totalCount } }", {}),
    ("""query($y: Boolean = false) { activities(first: 50) { nodes { links { __typename
        record { ...L x: __typename ... on Node { id ... on Deal { deal: name account { name } } } }
        record { ... on Account { name owner { id } deals(first: 1) { totalCount } } ... on Lead { name } }
        again: record { ... on Contact @skip(if: $y) { name } ... on Lead @include(if: $y) { id } } }
        attendees { who { ... on Member { name email } ... on Contact { name account { id } } } } } } }
        fragment L on LinkedRecord { ... on Contact { name account { name } } ... on Deal { stage { name } } }""", {}),
    ("""{ deals(first: 5) { nodes { timeline(first: 5) { nodes { kind subject { __typename
        ... on Activity { subject at } ... on DealEvent { at kind toStage { name } } ... on Attachment { name } } }
        edges { node { subject { ... on Node { id } } empty: subject { ... on LeadEvent { id } } } } } } } }""", {}),
)  # fmt: skip
"""What chance does not write: fragments of Query itself, and the same field in parts."""


class Compiled:
    """The real door on the world's tenant; it remembers the cursors of its answers and what they stand for.

    No dataclass: a failure would be told with all that its fields hold.
    """

    def __init__(self, door: Door, world: World) -> None:
        self.door, self.world = door, world
        self.meanings: dict[str, UUID] = {}
        self.known: dict[tuple[str, str], list[str]] = {}
        self.prices: list[int] = []

    def ask(self, viewer: Principal, text: str, variables: dict[str, object]) -> dict[str, object]:
        body = orjson.dumps({"query": text, "variables": variables})
        terms = Terms(self.spend)
        _status, answer = asyncio.run(self.door.answer(self.world.tenant, viewer, body, terms=terms))
        said = orjson.loads(answer)
        assert isinstance(said, dict)
        said.pop("extensions", None)
        return said

    async def spend(self, records: int, _needed: object = None) -> Left:
        self.prices.append(records)
        return Left(records, 0, NOW)

    def records(self, text: str, variables: dict[str, object], answer: dict[str, object]) -> int:
        document = self.door.library.document(text)
        coerced = self.door.library.variables(document, None, variables)
        return records_in(self.door.graph, document, coerced, answer["data"])

    def cursors(self, kind: str, order: str) -> list[str]:
        """All of a type's records in an order such as `name:ASC,size:DESC`."""
        if (kind, order) not in self.known:
            self.known[kind, order] = self._read(kind, order)
        return self.known[kind, order]

    def _read(self, kind: str, order: str) -> list[str]:
        entries = [one.split(":") for one in order.split(",")] if order else []
        by = f", orderBy: [{', '.join(f'{{{name}: {way}}}' for name, way in entries)}]" if entries else ""
        root = next((name for name, r in graph().roots.items() if r.target == kind and r.kind.name == "PAGES"), None)
        edges = f"(first: 200{by}) {{ edges {{ cursor node {{ id }} }} }}"
        owner = self.world.viewers[0]
        if root:
            pages = [self.ask(owner, f"{{ page: {root}{edges} }}", {})["data"]]
        elif kind in THROUGH:
            text = f"{{ deals(first: 200) {{ nodes {{ page: {THROUGH[kind]}{edges} }} }} }}"
            pages = self.ask(owner, text, {})["data"]["deals"]["nodes"]  # type: ignore[index]
        else:
            return []
        found = [edge for page in pages for edge in page["page"]["edges"]]  # type: ignore[index]
        for edge in found:
            self.meanings[edge["cursor"]] = ids.decode(edge["node"]["id"])[1]
        return [edge["cursor"] for edge in found]


@pytest.fixture(scope="module", autouse=True)
def planned_to_stay() -> Iterator[None]:
    """Each statement is prepared when it is first met, as one that is met often would be."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(prepared, "USES", 1)
        yield


@pytest.fixture(scope="module")
def compiled(lanes: Lanes, migrate_engine: Engine, tenants_pool: Iterator[Tenant]) -> Iterator[Compiled]:
    world = make_world(migrate_engine, next(tenants_pool))
    with Threads(1) as threads:
        yield Compiled(Door(graph(), Library(graph(), {}), lanes, threads, FixedClock(NOW)), world)


@pytest.mark.parametrize("part", range(-(-HOW_MANY // AT_ONCE)))
@settings(
    max_examples=min(HOW_MANY, AT_ONCE), derandomize=True, deadline=None, database=None,
    suppress_health_check=list(HealthCheck), phases=[Phase.generate],
)  # fmt: skip
@given(st.integers(0, 2**48))
def test_a_compiled_answer_is_the_plain_executors(compiled: Compiled, part: int, seed: int) -> None:
    document = Writer(random.Random(seed + (part << 48)), compiled.world, compiled.cursors).document()
    note(document.text)
    note(repr(document.variables))
    for viewer in compiled.world.viewers:
        expected = Oracle(compiled.world, viewer, compiled.meanings).answer(document.text, document.variables)
        answer = compiled.ask(viewer, document.text, document.variables)
        assert plainly(answer) == {"data": expected}, viewer.role
        assert compiled.records(document.text, document.variables, answer) <= compiled.prices[-1], "the price"
        assert orjson.dumps(plainly(answer)) == orjson.dumps({"data": expected}), "the order of the keys"


@pytest.mark.parametrize(("text", "variables"), SELDOM)
def test_what_is_seldom_written_is_answered_alike(compiled: Compiled, text: str, variables: dict[str, object]) -> None:
    for viewer in compiled.world.viewers:
        expected = Oracle(compiled.world, viewer, compiled.meanings).answer(text, variables)
        assert plainly(compiled.ask(viewer, text, variables)) == {"data": expected}, viewer.role
