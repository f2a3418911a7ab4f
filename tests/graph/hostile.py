"""Documents that were written to hurt, each of at most 10 kB, and bodies of up to what a request may have."""
# ruff: noqa: E501  a document reads best on its line

from collections.abc import Mapping

import orjson

from saas.graph.assembly import graph
from saas.graph.ids import NOBODY, encode

LARGEST = 10_000
NAME = "QWNjb3VudDoBoiPb1qBwAIB0xtDGdzUC"  # an id as ours look


def _nest(opening: str, inside: str, depth: int) -> str:
    """The opening as often as that, the inside, and the brackets that it takes."""
    text = opening * depth
    return text + inside + " }" * text.count("{")


def _doubling(rounds: int, base: str) -> str:
    fragments = "".join(f"fragment f{n} on Query {{ ...f{n + 1} ...f{n + 1} }} " for n in range(rounds))
    return f"{{ ...f0 }} {fragments} fragment f{rounds} on Query {{ {base} }}"


def _aliased(rounds: int) -> str:
    """Fields that merge pairwise at each level, through fragments."""
    levels = "".join(
        f"fragment f{n} on Account {{ parent {{ ...f{n + 1} }} parent {{ ...f{n + 1} }} }} " for n in range(rounds)
    )
    return f'{{ account(id: "{NAME}") {{ ...f0 }} }} {levels} fragment f{rounds} on Account {{ id }}'


def _filter(depth: int, name: str) -> str:
    return "{ deals(filter: " + f"{{{name}: [" * depth + '{name: {eq: "x"}}' + "]}" * depth + ") { totalCount } }"


_DOUBLING_DEALS = "".join(f"fragment F{n} on Deal {{ ...F{n + 1} ...F{n + 1} a{n}: name }} " for n in range(40))
DOCUMENTS: Mapping[str, str] = {
    "a nest in a list": "{ accounts { nodes { " + _nest("parent { ", "id", 300) + " } } }",
    "lists that do not end": "{ deals(filter: " + "[" * 3_000,
    "a wide record": "{ deals { nodes { " + " ".join(f"a{n}: name" for n in range(900)) + " } } }",
    "tokens": "{ " + "a " * 4_900 + "}",
    "fragments of a record that double": "{ deals { nodes { ...F0 } } } " + _DOUBLING_DEALS + "fragment F40 on Deal { id }",
    "two circles": "{ deals { nodes { ...A } } } fragment A on Deal { ...B ...B } fragment B on Deal { ...A ...A }",
    "lists that overlap": "{ " + " ".join("deals { nodes { " + f"x: name y{n}: name " + "} }" for n in range(230)) + " }",
    "fragments that overlap": "{ deals { nodes { " + " ".join(f"...G{n}" for n in range(180)) + " } } }"
    + "".join(f" fragment G{n} on Deal {{ x: name y: id }}" for n in range(180)),
    "types of variables that there are not": "query(" + " ".join(f"$v{n}: N{n}" for n in range(800)) + ") { deals { totalCount } }",
    "fragments of each other": "{ deals { nodes { ...K0 } } } " + " ".join(
        f"fragment K{n} on Deal {{ {' '.join(f'...K{m}' for m in range(30))} k{n}: name }}" for n in range(30)
    ),
    "circles through fields": "{ accounts { nodes { ...A } } } fragment A on Account { "
    + " ".join(f"a{n}: parent {{ ...A }}" for n in range(100)) + " }",
    "fragments of one field": "{ deals { nodes { " + " ".join(f"...H{n}" for n in range(100)) + " } } }"
    + "".join(f" fragment H{n} on Deal {{ id h{n}: name }}" for n in range(100)),
    "a long list": "{ deals(filter: {name: {in: [" + '"x" ' * 2_400 + "]}}) { totalCount } }",
    "fragments that double to 2^60": _doubling(60, "me { member { id } }"),
    "fragments that double to 2^10 lists": _doubling(10, "deals { totalCount }"),
    "fragments in a circle": "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }",
    "a fragment in itself": "{ ...a } fragment a on Query { me { member { id } } ...a }",
    "fragments that nobody spreads": "{ me { member { id } } } "
    + "".join(f"fragment f{n} on Query {{ me {{ member {{ id }} }} }} " for n in range(180)),
    "a merge at each of many levels": _aliased(40),
    "a nest of records": f'{{ account(id: "{NAME}") {{ ' + _nest("parent { ", "id", 300) + " } }",
    "a nest of pages": f'{{ account(id: "{NAME}") {{ ' + _nest("deals(first: 200) { nodes { account { ", "id", 4) + " } }",
    "a nest of brackets": "{ " * 5_000,
    "a million rows": "{ accounts(first: 200) { nodes { deals(first: 200) { nodes { history(first: 200) { nodes { id } } } } } } }",
    "a million counts": "{ accounts(first: 200) { nodes { deals(first: 200) { nodes { history { totalCount } } } } } }",
    "aliases by the hundred": "{ " + " ".join(f"a{n}: deals {{ totalCount }}" for n in range(330)) + " }",
    "aliases of costly roots": "{ " + " ".join(f"a{n}: forecast(period: MONTH) {{ notes {{ text }} }}" for n in range(150)) + " }",
    "one key a thousand times": "{ " + "deals { totalCount } " * 450 + " }",
    "directives on one field": "{ me " + "@skip(if: false) " * 500 + "{ member { id } } }",
    "directives that there are not": "{ me " + "@a " * 2_500 + "{ member { id } } }",
    "a huge text": '{ deals(search: "' + "x" * 9_900 + '") { totalCount } }',
    "a text of escapes": '{ deals(search: "' + "\\u0041" * 1_600 + '") { totalCount } }',
    "a huge block text": '{ deals(search: """' + "\n " * 4_900 + '""") { totalCount } }',
    "a huge number": "{ deals(first: " + "9" * 9_900 + ") { totalCount } }",
    "a huge fraction": "{ deals(filter: {amount: {gt: 1." + "9" * 9_000 + "}}) { totalCount } }",
    "an exponent": '{ deals(filter: {amount: {gt: "1e999999999"}}) { totalCount } }',
    "a filter that goes down": _filter(600, "and"),
    "a filter of negations": "{ deals(filter: " + "{not: " * 1_000 + "{}" + "}" * 1_000 + ") { totalCount } }",
    "a wide filter": "{ deals(filter: {or: [" + '{name: {contains: "a"}},' * 380 + "]}) { totalCount } }",
    "a list in a list": "{ deals(filter: {and: " + "[" * 4_000 + "]" * 4_000 + "}) { totalCount } }",
    "many ids": "{ deals(filter: {id: {in: [" + f'"{NAME}",' * 270 + "]}}) { totalCount } }",
    "a search of wildcards": '{ deals(search: "' + "%_ " * 3_000 + '") { totalCount } }',
    "an order of everything": "{ deals(orderBy: [" + "{name: ASC}," * 700 + "]) { totalCount } }",
    "variables that nobody uses": "query(" + " ".join(f"$v{n}: Int" for n in range(900)) + ") { me { member { id } } }",
    "variables with deep defaults": "query($f: DealFilter = " + "{not: " * 800 + "{}" + "}" * 800 + ") { deals(filter: $f) { totalCount } }",
    "operations by the hundred": "".join(f"query q{n} {{ me {{ member {{ id }} }} }} " for n in range(280)),
    "introspection of types in types": "{ __schema { types { " + _nest("fields { type { ", "name", 60) + " } } }",
    "introspection a hundred times": "{ " + " ".join(f"a{n}: __schema {{ types {{ name fields {{ name }} }} }}" for n in range(100)) + " }",
    "comments": "#" + "x" * 9_900 + "\n{ me { member { id } } }",
    "commas": "{ me { member { id } } }" + "," * 9_900,
    "a mark of byte order in the middle": "{ me \ufeff { member \ufeff { id } } }",
    "names of other letters": "{ \u05d0\u05d1\u05d2 { id } }",
    "a field name that is a number": "{ 1deals { id } }",
    "words turned round": '{ deals(search: "' + "\u202e\u2066\u0000x" * 1_200 + '") { totalCount } }',
    "half a letter": '{ deals(search: "\\ud800\\ud800") { totalCount } }',
    "letters with a hundred marks": '{ deals(search: "' + ("a" + "\u0301" * 100) * 40 + '") { totalCount } }',
    "a cursor that is none": '{ deals(after: "' + "A" * 9_900 + '") { totalCount nodes { id } } }',
    "an id that is none": '{ node(id: "' + "/" * 9_900 + '") { id } }',
    "ids by the thousand": "{ nodes(ids: [" + '"x" ' * 2_400 + "]) { id } }",
    "ids of all types, with all of them": "{ nodes(ids: [" + " ".join(f'"{encode(name, NOBODY)}"' for name in graph().types) + "]) { " + " ".join(f"... on {name} {{ id }}" for name in graph().types) + " } }",
    "types that there are not": "{ " + "... on Nothing { id } " * 450 + " }",
    "fields that there are not": "{ " + " ".join(f"dael{n}" for n in range(1_200)) + " }",
    "mutations by the hundred": "mutation { " + " ".join(f'a{n}: deleteDeal(input: {{id: "x"}}) {{ problems {{ code }} }}' for n in range(140)) + " }",
    "a type system": "type A { a: A } " * 600,
    "pages of none": "{ accounts(first: 200) { nodes { deals(first: 200) { nodes { " + " ".join(f"a{n}: history(first: 0) {{ pageInfo {{ hasNextPage }} }}" for n in range(180)) + " } } } } }",
    "a long text under many names": "{ activities(first: 200) { nodes { " + " ".join(f"a{n}: body" for n in range(900)) + " } } }",
    "a rate looked up over and over": "{ deals(first: 1) { nodes { " + " ".join(f"a{n}: convertedAmount" for n in range(430)) + " } } }",
    "fragments that nest": "{ deals { nodes { ...F0 } } } " + "".join(
        f"fragment F{n} on Deal {{ {'...{' * 194} ...F{n + 1} {'}' * 194} }} " for n in range(5)
    ) + "fragment F5 on Deal { id }",
    "nothing": "",
}  # fmt: skip
BODIES: Mapping[str, bytes] = {
    "no JSON": b"{" * 10_000,
    "half a JSON": b'{"query": "{ me { member { id } } }"',
    "a deep JSON": b"[" * 5_000 + b"]" * 5_000,
    "deep variables": b'{"query": "query($j: JSON!) { me { member { id } } }", "variables": {"j": ' + b"[" * 4_000 + b"]" * 4_000 + b"}}",
    "a filter of thousands": orjson.dumps({
        "query": "query($f: AccountFilter) { accounts(first: 0, filter: $f) { pageInfo { hasNextPage } } }",
        "variables": {"f": {"or": [{"name": {"contains": "a"}}] * 3_400}},
    }),
    "an order of a hundred": orjson.dumps({
        "query": "query($o: [DealOrder!]) { deals(orderBy: $o) { pageInfo { endCursor } } }",
        "variables": {"o": [{"name": "ASC"}, {"createdAt": "DESC"}] * 50},
    }),
    "a list of requests": b"[" + b'{"query": "{ me { member { id } } }"},' * 200 + b"{}]",
    "a number for a document": b'{"query": 1}',
    "twice the same key": b'{"query": "{ me { member { id } } }", ' * 200 + b'"query": "{ a }"}',
    "bytes that are no letters": b'{"query": "\xff\xfe{ me }"}',
    "a huge name of the operation": b'{"query": "{ me { member { id } } }", "operationName": "' + b"a" * 9_000 + b'"}',
    "extensions": b'{"extensions": {"persistedQuery": {"sha256Hash": "' + b"0" * 9_000 + b'"}}}',
}  # fmt: skip
