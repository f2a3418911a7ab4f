"""Finds the capabilities by walking the folders of `saas`, and refuses a file it does not know.

A capability is a folder with an `__init__.py`; the files below have their fixed meaning, other files are pure
modules named by a noun of the trade. Adding a folder is all it takes to add a capability.
"""

import re
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[1]
FLOORS = frozenset({"core", "graph", "edge", "local", "locales", "commands", "background"})
FILES = (
    "__init__", "model", "policy", "actions", "graph", "jobs", "queries", "events", "routes", "gateway",
)  # fmt: skip
MENDS = {
    "models": "model.py", "tables": "model.py", "schemas": "graph.py", "schema": "graph.py", "nodes": "graph.py",
    "resolvers": "graph.py", "mutations": "graph.py", "types": "graph.py", "policies": "policy.py",
    "permissions": "policy.py", "action": "actions.py", "services": "actions.py", "service": "actions.py",
    "handlers": "actions.py", "job": "jobs.py", "tasks": "jobs.py", "query": "queries.py", "event": "events.py",
    "route": "routes.py", "views": "routes.py", "api": "routes.py", "gateways": "gateway.py", "client": "gateway.py",
    "errors": "model.py or actions.py, where the refusal is made", "repository": "queries.py",
}  # fmt: skip
DRAWERS = frozenset({"utils", "util", "helpers", "helper", "common", "manager", "managers", "base", "misc", "shared"})
_NOUN = re.compile(r"[a-z]+(_[a-z]+)*")


class StrayFile(Exception):
    """A file or folder that the anatomy of a capability does not know."""


@cache
def capabilities() -> Sequence[str]:
    """Names of the capability folders, in alphabetical order; their anatomy has been checked."""
    found = sorted(p.name for p in ROOT.iterdir() if (p / "__init__.py").is_file() and p.name not in FLOORS)
    for name in found:
        check(ROOT / name)
    return tuple(found)


def modules(file: str) -> Sequence[ModuleType]:
    """The module of this name (`model`, `policy`, …) of every capability that has one, imported."""
    return [
        import_module(f"saas.{capability}.{file}")
        for capability in capabilities()
        if (ROOT / capability / f"{file}.py").is_file()
    ]


def check(folder: Path) -> None:
    """Refuses the folder's first stray file, and says where its content belongs."""
    for path in sorted(folder.iterdir()):
        if path.name == "__pycache__" or path.name.startswith("."):
            continue
        if path.is_dir() and any(path.rglob("*.py")):
            raise StrayFile(f"{path}: a capability has no folders of code; make {path.name} a capability of its own")
        if path.suffix == ".py" and path.stem not in FILES:
            _check_noun(path)


def _check_noun(path: Path) -> None:
    known = ", ".join(f"{name}.py" for name in FILES)
    if path.stem in MENDS:
        raise StrayFile(f"{path}: unknown file name; its content belongs in {MENDS[path.stem]}")
    if path.stem in DRAWERS or not _NOUN.fullmatch(path.stem):
        raise StrayFile(f"{path}: unknown file name; use one of {known}, or a noun of the trade")
