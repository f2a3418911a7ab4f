"""What one document may ask for, and that what is new is paid for before anything is made of it."""

import asyncio
from dataclasses import dataclass, field, replace
from itertools import pairwise

import orjson
import pytest

from saas.core.rights import Role, rights_of
from saas.graph.arguments import DEEPEST_FILTER, MOST_CONDITIONS
from saas.graph.assembly import graph
from saas.graph.documents import UNSEEN, Library
from saas.graph.limits import MOST_NAMES, MOST_NESTED
from saas.graph.pages import MOST_ORDERS
from saas.graph.terms import Left, Spent, Terms
from saas.graph.watching import Watching
from tests.graph.make import NOW, Answer, Shop

FILTERED = "query($f: DealFilter) { deals(first: 1, filter: $f) { nodes { id } } }"
ORDERED = "query($o: [DealOrder!]) { deals(orderBy: $o) { pageInfo { endCursor } } }"
NAMED: Answer = {"name": {"contains": "a"}}


def codes(answer: Answer) -> list[str]:
    return [error["extensions"]["code"] for error in answer.get("errors", [])]  # type: ignore[attr-defined]


def nested(levels: int) -> Answer:
    return NAMED if levels == 0 else {"not": nested(levels - 1)}


def test_all_filters_of_an_operation_have_so_many_conditions_together(calm: Shop) -> None:
    half = MOST_CONDITIONS // 2
    fits = {"or": [NAMED] * (half - 1)}
    assert codes(calm.ask(FILTERED, {"f": fits})) == []
    assert codes(calm.ask(FILTERED, {"f": {"or": [NAMED] * (half + 1)}})) == ["TOO_MANY_CONDITIONS"]
    assert codes(calm.ask(FILTERED, {"f": {"or": [{}] * (2 * half + 1)}})) == ["TOO_MANY_CONDITIONS"]
    nulls = {"f": {"or": [{"name": None}] * (2 * half + 1)}}
    assert codes(calm.ask(FILTERED, nulls)) == ["TOO_MANY_CONDITIONS"], "they are a shape, too"
    literal = "{ deals(filter: {or: [" + "{name: {contains: 1}}" * (half + 1) + "]}) { totalCount } }"
    assert codes(calm.ask(literal.replace("1", '"a"'))) == ["TOO_MANY_CONDITIONS"]
    twice = "query($f: DealFilter) { a: deals(filter: $f) { totalCount } b: deals(filter: $f) { totalCount } }"
    assert codes(calm.ask(twice, {"f": fits})) == ["TOO_MANY_CONDITIONS"]
    again = "query($f: DealFilter!) { deals(filter: {or: [" + "$f " * 600 + "]}) { totalCount } }"
    assert codes(calm.ask(again, {"f": NAMED})) == ["TOO_MANY_CONDITIONS"]


def test_the_values_of_a_list_are_one_condition(calm: Shop) -> None:
    given = {"f": {"name": {"in": [f"Deal {n}" for n in range(3_000)]}}}
    assert codes(calm.ask(FILTERED, given)) == []


def test_a_filter_goes_so_deep(calm: Shop) -> None:
    assert codes(calm.ask(FILTERED, {"f": nested(20)})) == []
    assert codes(calm.ask(FILTERED, {"f": nested(DEEPEST_FILTER)})) == ["TOO_DEEP"]
    literal = "{ deals(filter: " + "{not: " * DEEPEST_FILTER + '{name: {eq: "a"}}' + "}" * DEEPEST_FILTER + ") "
    assert codes(calm.ask(literal + "{ totalCount } }")) == ["TOO_DEEP"]


@pytest.mark.parametrize("count", [MOST_ORDERS + 1, 99])
def test_an_order_names_a_few_fields_each_once(calm: Shop, count: int) -> None:
    """A cursor of a hundred values is more than Postgres makes."""
    sortable = [{name: "ASC"} for name in graph().types["Deal"].sortable]
    assert codes(calm.ask(ORDERED, {"o": sortable[:MOST_ORDERS]})) == []
    assert codes(calm.ask(ORDERED, {"o": (sortable * 20)[:count]})) == ["BAD_ORDER"]
    assert codes(calm.ask(ORDERED, {"o": [{"name": "ASC"}, {"name": "DESC"}]})) == ["BAD_ORDER"]


def test_one_field_has_so_many_names_in_a_selection(calm: Shop) -> None:
    def deals(count: int, asked: str) -> Answer:
        return calm.ask("{ deals(first: 1) { nodes { " + " ".join(f"a{n}: {asked}" for n in range(count)) + " } } }")

    for asked in ("convertedAmount", "amount { amount }", "account { id }"):
        assert codes(deals(MOST_NAMES, asked)) == []
        assert codes(deals(MOST_NAMES + 1, asked)) == ["TOO_MANY_REPEATS"]
    assert codes(deals(MOST_NAMES + 1, "history(first: 1) { totalCount }")) == [], "what has arguments has its price"


def test_the_types_of_a_union_have_names_of_their_own(calm: Shop) -> None:
    names = [name for name in graph().types if "createdAt" in graph().types[name].fields]
    assert len(names) > MOST_NAMES
    parts = " ".join(f"... on {name} {{ at{name}: createdAt }}" for name in names)
    assert codes(calm.ask("query($ids: [ID!]!) { nodes(ids: $ids) { " + parts + " } }", {"ids": []})) == []


def test_brackets_nest_so_deep_through_fragments_too(calm: Shop) -> None:
    def chain(count: int, each: int) -> str:
        nest = [f"fragment F{n} on Deal {{ {'... { ' * each} ...F{n + 1} {'} ' * each}}}" for n in range(count)]
        return "{ deals { nodes { ...F0 } } } " + " ".join(nest) + f" fragment F{count} on Deal {{ id }}"

    assert codes(calm.ask(chain(4, 40))) == []
    assert codes(calm.ask(chain(5, 40))) == ["TOO_DEEP"]
    assert codes(calm.ask(chain(5, MOST_NESTED - 6))) == ["TOO_DEEP"]
    unused = chain(5, MOST_NESTED - 6).replace("...F0 ", "id ")
    assert codes(calm.ask(unused)) == ["TOO_DEEP"]


@dataclass(slots=True)
class Purse:
    left: int
    asked: list[int] = field(default_factory=list)

    async def spend(self, records: int, _needed: object = None) -> Left:
        self.asked.append(records)
        if records > self.left:
            raise Spent(records, Left(self.left, self.left, NOW))
        self.left -= records
        return Left(self.left, self.left, NOW)


@pytest.fixture
def fresh(calm: Shop) -> Shop:
    """It has met no document yet."""
    return replace(calm, door=replace(calm.door, library=Library(graph(), {})))


def asked(shop: Shop, purse: Purse, text: str, variables: Answer | None = None) -> list[int]:
    """What is paid for the answer, in this order."""
    purse.asked.clear()
    body = orjson.dumps({"query": text, "variables": variables})
    asyncio.run(shop.door.answer(shop.tenant, shop.principal("olga"), body, terms=Terms(purse.spend)))
    return list(purse.asked)


def test_a_document_and_a_shape_that_are_new_cost_something(fresh: Shop) -> None:
    purse = Purse(10_000)
    shapes: list[Answer] = [{"f": NAMED}, {"f": {"status": {"eq": "OPEN"}}}, {"f": {"or": [NAMED, NAMED]}}]
    assert [asked(fresh, purse, FILTERED, one) for one in shapes] == [[UNSEEN, 1]] * 3
    assert [asked(fresh, purse, FILTERED, one) for one in shapes] == [[1]] * 3


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("{ nonsense }", {}), ("{ deals { nodes { " + "name " * 300 + "} } }", {}), ("{ deals(", {}),
        (FILTERED, {"f": {"or": [NAMED] * MOST_CONDITIONS}}),
    ],
)  # fmt: skip
def test_what_is_refused_costs_as_much_each_time(fresh: Shop, text: str, given: Answer) -> None:
    purse = Purse(10_000)
    assert [asked(fresh, purse, text, given) for _ in range(2)] == [[UNSEEN]] * 2
    assert len(fresh.door.library.plans) == 0


def test_who_has_nothing_left_makes_the_server_read_and_plan_nothing(fresh: Shop) -> None:
    library, poor = fresh.door.library, Purse(UNSEEN - 1)
    with pytest.raises(Spent):
        asked(fresh, poor, FILTERED, {"f": NAMED})
    assert (len(library.documents), len(library.plans)) == (0, 0)
    asked(fresh, Purse(10_000), FILTERED, {"f": NAMED})
    with pytest.raises(Spent):
        asked(fresh, poor, FILTERED, {"f": {"or": [NAMED]}})
    assert (len(library.documents), len(library.plans)) == (1, 1)
    assert asked(fresh, poor, FILTERED, {"f": NAMED}) == [1], "what is known is planned already"


def test_nor_does_who_subscribes(fresh: Shop) -> None:
    said = {"query": 'subscription { changes(types: ["Deal"]) { stale } }'}
    poor, rich, watching = Purse(UNSEEN - 1), Purse(UNSEEN), Watching(fresh.door)

    def watch(purse: Purse) -> object:
        return asyncio.run(watching.watch(fresh.principal("olga"), said, Terms(purse.spend)))

    with pytest.raises(Spent):
        watch(poor)
    assert (len(fresh.door.library.documents), len(fresh.door.library.plans)) == (0, 0)
    assert watch(rich)
    assert rich.asked == [UNSEEN]
    assert watch(poor), "what is known costs nothing but its messages"


def test_plans_are_kept_by_their_size() -> None:
    """Of a thousand shapes of one document those stay that there is room for, the last ones."""
    library = Library(graph(), {}, room=400_000)
    document = library.document("query($f: DealFilter) { deals(filter: $f) { nodes { id name account { name } } } }")
    rights = rights_of(Role.OWNER)
    held = []
    for count in range(1, 90):
        last = library.operation(document, None, {"f": {"or": [NAMED] * count}}, rights)
        held.append(library.plans.held)
    assert library.operation(document, None, {"f": {"or": [NAMED] * 89}}, rights) is last
    assert max(held) <= 400_000
    assert any(before > after for before, after in pairwise(held))
    assert 10 < len(library.plans) < 80


def test_plans_of_what_an_action_gives_back_count_too(fresh: Shop) -> None:
    before = fresh.door.library.plans.held
    text = 'mutation { updateProfile(input: {locale: "en"}) { member { id name email } problems { code } } }'
    asked(fresh, Purse(10_000), text)
    with_records = fresh.door.library.plans.held
    library = Library(graph(), {})
    library.operation(library.document(text), None, {}, fresh.principal("olga").rights)
    assert before < library.plans.held < with_records


def test_documents_are_kept_by_their_size() -> None:
    library = Library(graph(), {}, readable=3_000)
    for n in range(60):
        library.document("{ deals { nodes { " + " ".join(f"a{n}: name b{i}: id" for i in range(9)) + " } } }")
    assert 0 < len(library.documents) < 60
    assert library.documents.held <= 3_000
