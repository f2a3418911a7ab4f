"""The tree as syntax: every Python module of the product, parsed once, for the checks that walk it."""

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TREE = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Module:
    """A file of ours; `kin` is the folder below `saas/`, or `tenants`, or empty for a composition root."""

    path: Path
    kin: str
    text: str
    syntax: ast.Module

    @property
    def name(self) -> str:
        return str(self.path.relative_to(TREE))

    @property
    def lines(self) -> int:
        return self.text.count("\n")


@cache
def product() -> tuple[Module, ...]:
    found = sorted([*(TREE / "saas").rglob("*.py"), *(TREE / "tenants").rglob("*.py")])
    return tuple(parse(path) for path in found)


def parse(path: Path) -> Module:
    text = path.read_text()
    parts = path.relative_to(TREE).parts
    kin = "tenants" if parts[0] == "tenants" else parts[1] if len(parts) > 2 else ""
    return Module(path, kin, text, ast.parse(text, filename=str(path)))


def functions(module: Module) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(module.syntax) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def place(module: Module, node: ast.stmt | ast.expr) -> str:
    return f"{module.name}:{node.lineno}"
