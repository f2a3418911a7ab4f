"""What documents cost, worked out by hand, and that our own client can pay."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from saas.core.ids import new_id
from saas.core.rights import Role, rights_of
from saas.graph import ids
from saas.graph.assembly import graph
from saas.graph.documents import Library, read_trusted
from saas.graph.pages import LARGEST_SIZE
from saas.graph.prices import COUNTED, DEAREST, FIELDS, RESOLVED, SHORT, Price, Pricer
from saas.graph.selection import Selector

CLIENT = read_trusted(Path(__file__).resolve().parents[2] / "graphql" / "persisted.json")
NODE = re.compile(r"\bnode\(id: \$id\) \{.*?\.\.\. on (?P<type>\w+)")


def price(text: str, variables: Mapping[str, object] | None = None) -> int:
    library = Library(graph(), {})
    return library.operation(library.document(text), None, variables or {}, rights_of(Role.OWNER)).price.of(
        variables or {}
    )


def named(asked: str, count: int) -> str:
    """A field under so many names."""
    return " ".join(f"{asked.partition(' ')[0]}{n}: {asked}" for n in range(count))


@pytest.mark.parametrize(
    ("text", "cost"),
    [
        ("{ __typename }", 0),
        ("{ deals(first: 7) { nodes { id } } }", 7),
        ("{ deals { nodes { id } } }", 20),
        ("{ deals(first: 7) { nodes { id account { id } owner { id } } } }", 7 * 3),
        ("{ deals(first: 7) { totalCount } }", COUNTED),
        ("{ deals(first: 7) { pageInfo { hasNextPage } } }", 7),
        ("{ deals(first: 7) { nodes { id } edges { cursor node { id } } pageInfo { endCursor } } }", 14),
        ("{ a: deals(first: 2) { nodes { id } } b: deals(first: 3) { nodes { id } } }", 5),
        ("{ accounts(first: 5) { nodes { deals(last: 3) { nodes { id } totalCount } } } }", 5 * (1 + 3 + COUNTED)),
        ("{ pipelines { stages { id } } }", SHORT + SHORT),
        ("{ pipelines { stages { deals(first: 2) { nodes { id } } } } }", SHORT + SHORT * (1 + 2)),
        ("{ me { member { id } } }", RESOLVED + 1),
        ('{ nodes(ids: ["x", "y"]) { id } }', 2),
        ('{ nodes(ids: ["RGVhbDoAAAAAAAAAAAAAAAAAAAAB", "x"]) { ... on Deal { owner { id } } } }', 2 * 2),
        ('mutation { deleteDeal(input: {id: "x"}) { deal { id account { id } } problems { code } } }', RESOLVED + 2),
        ("{ ...a } fragment a on Query { deals(first: 4) { nodes { ...b ...b } } } fragment b on Deal { owner { id } }",
         8),
        ("{ deals(first: 4) @skip(if: true) { nodes { id } } __typename }", 0),
        ("{ deals(first: 0) { totalCount } }", COUNTED),
        ("{ deals(first: 0) { pageInfo { hasNextPage } } }", 1),
        ("{ deals(first: 0) { nodes { id account { id } } } }", 2),
        ("{ accounts(first: 5) { nodes { a: deals(first: 0) { pageInfo { endCursor } } } } }", 5 * 2),
        (f"{{ deals(first: 7) {{ nodes {{ {named('name', FIELDS // 2)} {named('id', FIELDS // 2)} }} }} }}", 7),
        (f"{{ deals(first: 7) {{ nodes {{ {named('name', FIELDS // 2)} {named('id', 10)} version }} }} }}", 7 * 2),
        (f"{{ deals(first: 7) {{ nodes {{ {named('convertedAmount', 4)} }} }} }}", 7),
        (f"{{ deals(first: 7) {{ nodes {{ {named('convertedAmount', 10)} }} }} }}", 7 * 3),
        (f"{{ deals(first: 7) {{ nodes {{ {named('amount { amount currency }', 10)} version }} }} }}", 7 * 2),
    ],
)  # fmt: skip
def test_it_is_the_most_records_that_can_come(text: str, cost: int) -> None:
    assert price(text) == cost


def test_sizes_may_be_variables() -> None:
    text = "query($n: Int!, $m: Int) { accounts(first: $n) { nodes { deals(first: $m) { nodes { id } } } } }"
    assert [price(text, {"n": n, "m": m}) for n, m in ((1, 1), (10, 3), (200, 200), (0, 200))] == [2, 40, 40_200, 201]


def test_pages_of_none_do_not_make_what_is_dear_cheap() -> None:
    peeks = " ".join(f"a{n}: history(first: 0) {{ pageInfo {{ hasNextPage }} }}" for n in range(180))
    deep = f"{{ accounts(first: 200) {{ nodes {{ deals(first: 200) {{ nodes {{ {peeks} }} }} }} }} }}"
    assert price(deep) == 200 + 200 * 200 * 181 > DEAREST


@pytest.mark.parametrize("digest", sorted(CLIENT))
def test_the_web_client_can_pay_for_its_largest_pages(digest: str) -> None:
    document = Library(graph(), CLIENT).document(CLIENT[digest])
    (operation,) = document.operations.values()
    given: dict[str, object] = {one.variable.name.value: None for one in operation.variable_definitions or ()}
    given |= {name: LARGEST_SIZE for name in given if name in {"first", "last"}}
    if kind := NODE.search(CLIENT[digest]):  # what a record of any type costs hangs on its id
        given["id"] = ids.encode(kind["type"], new_id())
    parent = operation.operation.value.title()
    selector = Selector(graph().schema, document.fragments, given)
    asked: Price = Pricer(graph(), selector).of(selector.fields(parent, [operation.selection_set]), parent)
    assert 0 <= asked.of(given) <= DEAREST / 2
