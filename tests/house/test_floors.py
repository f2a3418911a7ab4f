from collections.abc import Iterator
from functools import cache

import grimp
import pytest
from importlinter.cli import lint_imports

from saas.core import walk
from tests.house.source import TREE

ROOTS = {"saas.app", "saas.worker", "saas.cli"}
ABOVE = (*sorted(ROOTS), "saas.edge", "saas.local", "saas.commands", "saas.background", "saas.settings")
ANATOMY = {
    "graph": {"graph", "actions"},
    "jobs": {"actions"},
    "routes": {"actions"},
    "queries": {"queries", "policy", "model"},
    "actions": {"actions", "model", "events"},
    "policy": {"policy", "model"},
    "gateway": set(),
    "model": {"model"},
    "events": {"events"},
}


@cache
def imports() -> grimp.ImportGraph:
    return grimp.build_graph("saas", "tenants", cache_dir=None)


def edges() -> Iterator[tuple[str, str]]:
    graph = imports()
    for importer in sorted(graph.modules):
        for imported in sorted(graph.find_modules_directly_imported_by(importer)):
            yield importer, imported


def test_the_contracts_in_pyproject_hold(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(TREE)
    assert lint_imports(config_filename="pyproject.toml", no_cache=True) == 0, capsys.readouterr().out


def test_tenants_imports_nothing_of_the_product() -> None:
    assert not [edge for edge in edges() if floor(edge[0]) == "tenants" and floor(edge[1]) != "tenants"]


def test_core_imports_tenants_only() -> None:
    assert not [
        edge for edge in edges() if floor(edge[0]) == "core" and floor(edge[1]) not in ("core", "tenants", "saas")
    ]


def test_the_graph_imports_core_only() -> None:
    assert not [
        edge
        for edge in edges()
        if floor(edge[0]) == "graph" and floor(edge[1]) not in ("graph", "core", "tenants", "saas")
    ]


def test_no_capability_looks_up() -> None:
    upward = [f"{a} -> {b}" for a, b in edges() if floor(a) in walk.capabilities() and b.startswith(ABOVE)]
    assert not upward, upward


def test_the_composition_roots_are_imported_by_none_but_the_command_line() -> None:
    assert not [
        f"{a} -> {b}" for a, b in edges() if b in ROOTS and a not in ROOTS and floor(a) not in ("local", "commands")
    ]


def test_capabilities_talk_like_to_like() -> None:
    """Across two capabilities a model knows models, a policy policies, an action actions; nouns are open to all."""
    crooked = [
        f"{a} -> {b}"
        for a, b in across()
        if known(a) in ANATOMY and known(b) in ANATOMY and known(b) not in ANATOMY[known(a)]
    ]
    assert not crooked, "\n".join(crooked)


def across() -> Iterator[tuple[str, str]]:
    found = walk.capabilities()
    for a, b in edges():
        if floor(a) in found and floor(b) in found and floor(a) != floor(b):
            yield a, b


def floor(module: str) -> str:
    parts = module.split(".")
    return parts[1] if parts[0] == "saas" and len(parts) > 1 else parts[0]


def known(module: str) -> str:
    return module.rsplit(".", 1)[-1]
