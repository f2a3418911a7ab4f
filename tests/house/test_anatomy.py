import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from saas.core import walk
from tests.house.source import TREE, Module, functions, place, product

BUDGETS = {
    "__init__": 15, "model": 200, "policy": 80, "actions": 300, "graph": 250, "jobs": 100, "queries": 200, "events": 60,
    "routes": 100, "gateway": 250,
}  # fmt: skip
NOUN = 200
ELSEWHERE = 400
LONGEST_FUNCTION = 40
MOST_PARAMETERS = 4
ARGUED = {
    " create": "tenants.provision.create: a company is founded in one place, and all it needs is said by name",
}
DRAWERS = walk.DRAWERS | {"service", "services", "types", "repository", "misc"}


def test_every_capability_has_the_anatomy_of_one() -> None:
    assert walk.capabilities()


def test_every_file_keeps_to_its_budget() -> None:
    over = [f"{m.name}: {m.lines} lines, budget {budget(m)}" for m in product() if m.lines > budget(m)]
    assert not over, "\n".join(["Make a new noun of a part of:", *over])


def budget(module: Module) -> int:
    if module.kin in walk.capabilities():
        return BUDGETS.get(module.path.stem, NOUN)
    return ELSEWHERE


def test_no_file_or_folder_is_a_drawer() -> None:
    drawers = [m.name for m in product() if DRAWERS & {m.path.stem, *m.path.relative_to(TREE).parts[:-1]}]
    assert not drawers, f"Name what they hold: {drawers}"


def test_no_function_is_longer_than_a_page() -> None:
    long = [
        f"{place(m, f)} {f.name}: {length(f)} lines"
        for m in product()
        for f in functions(m)
        if length(f) > LONGEST_FUNCTION
    ]
    assert not long, "\n".join(long)


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of code: the docstring explains and is not counted."""
    body = function.body
    first = body[0]
    told = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    docstring = (first.end_lineno or first.lineno) - first.lineno + 1 if told else 0
    return (function.end_lineno or function.lineno) - function.lineno + 1 - docstring


def test_parameters_are_few() -> None:
    many = [f"{place(m, f)} {f.name}" for m in product() for f in functions(m) if demands(f) > MOST_PARAMETERS]
    many = [name for name in many if not name.endswith(tuple(ARGUED))]
    assert not many, "\n".join(["At most four that a caller must give; make a frozen dataclass of the rest:", *many])


def demands(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """What a caller must give: `self` and options by name with a default are not counted."""
    spec = function.args
    positional = [argument.arg for argument in (*spec.posonlyargs, *spec.args)]
    own = positional[1:] if positional[:1] in (["self"], ["cls"]) else positional
    return len(own) + sum(default is None for default in spec.kw_defaults)


def test_every_import_stands_at_the_top() -> None:
    late = [
        place(m, node)
        for m in product()
        for f in functions(m)
        for node in ast.walk(f)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert not late, f"An import inside a function hides an edge of the graph: {late}"


def test_no_import_is_for_the_type_checker_only() -> None:
    assert not [m.name for m in product() if "TYPE_CHECKING" in m.text]


def test_broad_excepts_stand_where_a_failure_must_not_spread() -> None:
    broad = {
        m.name
        for m in product()
        for node in ast.walk(m.syntax)
        if isinstance(node, ast.ExceptHandler) and is_broad(node)
    }
    assert broad == {
        "saas/edge/door.py",
        "saas/background/performer.py",
        "saas/background/chores.py",
        "saas/capture/taking.py",
        "tenants/fleet.py",
    }, "the edge, the job runner, the fleet runner, and submissions that are taken in together"


def is_broad(handler: ast.ExceptHandler) -> bool:
    return handler.type is None or (isinstance(handler.type, ast.Name) and handler.type.id == "Exception")


def test_only_the_unit_of_work_opens_the_gate_and_commits() -> None:
    openers = {m.name for m in product() for call in calls(m, "writing") if m.kin != "tenants" and call}
    assert openers <= {"saas/core/work.py"}, openers
    committing = {m.name for m in product() if m.kin in walk.capabilities() for call in calls(m, "commit") if call}
    assert committing <= {"saas/identity/actions.py"}, f"One operation is one transaction: {committing}"


def calls(module: Module, name: str) -> Iterator[ast.Call]:
    for node in ast.walk(module.syntax):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called == name:
                yield node


@pytest.mark.parametrize("name", ["up", "test", "check", "fmt", "graph", "migrate", "bench", "lock"])
def test_every_command_is_short_and_can_be_run(name: str) -> None:
    command = TREE / "bin" / name
    assert command.stat().st_mode & 0o111
    assert command.read_text().count("\n") < 20
    assert '. "$(dirname "$0")/setup"' in command.read_text()


def test_every_capability_has_tests() -> None:
    missing = [c for c in walk.capabilities() if not any(Path(TREE, "tests", c).glob("test_*.py"))]
    assert not missing, f"No tests for: {missing}"
