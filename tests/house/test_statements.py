import ast
import re
from collections.abc import Iterator

import pytest

from tests.house.source import Module, place, product

ALLOWED = {"graph", "tenants"}  # where SQL text is compiled, and where namespaces are made
STATEMENT = re.compile(
    r"^\s*(select\b|insert\s+into\b|update\s+\w+\s+set\b|delete\s+from\b|with\s+\w+\s+as\b|(alter|create|drop|grant|revoke|truncate)\s+\w"
    r"|set\s+(local|role|session|search_path)\b|copy\s+\w)",
    re.IGNORECASE,
)


def test_no_statement_is_built_from_strings_outside_the_compiler_and_tenants() -> None:
    built = [place(m, node) for m in product() if m.kin not in ALLOWED for node in built_statements(m.syntax)]
    assert not built, f"Bind parameters, or let the compiler write it: {built}"


def built_statements(syntax: ast.AST) -> Iterator[ast.expr]:
    for node in ast.walk(syntax):
        if isinstance(node, ast.JoinedStr | ast.BinOp | ast.Call) and STATEMENT.match(built_text(node)):
            yield node


def built_text(node: ast.expr) -> str:
    """The literal start of a string put together at run time; empty for anything else."""
    match node:
        case ast.JoinedStr(values=[ast.Constant(value=str(text)), *rest]) if rest:
            return text
        case ast.BinOp(op=ast.Add() | ast.Mod(), left=left):
            return built_text(left) or constant(left)
        case ast.Call(func=ast.Attribute(value=receiver, attr="format" | "replace" | "join")):
            return constant(receiver)
    return ""


def constant(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


@pytest.mark.parametrize(
    "hostile",
    [
        'f"select * from {table}"',
        '"select * from deal where name = \'" + name + "\'"',
        '"update deal set name = %s" % name',
        '"DELETE FROM {}".format(table)',
        'f"SET LOCAL ROLE {role}"',
        'f"""\n  with d as (select 1) {rest}"""',
        '"insert into deal values (" + row + ")" + tail',
    ],
)
def test_a_built_statement_is_seen(hostile: str) -> None:
    assert list(built_statements(ast.parse(hostile)))


@pytest.mark.parametrize("harmless", ['"select 1"', 'f"selected {n} deals"', '"update " + name', 'f"with {n} rows"'])
def test_an_ordinary_sentence_is_not(harmless: str) -> None:
    assert not list(built_statements(ast.parse(harmless)))


def test_the_check_reads_the_product() -> None:
    assert any(isinstance(m, Module) and m.kin == "core" for m in product())
