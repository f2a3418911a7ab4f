import ast
import importlib.metadata
import json
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import graphql
import pytest

from tests.house.source import TREE

PROJECT = tomllib.loads((TREE / "pyproject.toml").read_text())
LOCKS = {
    **{f"requirements/{name}.txt": 50 for name in ("run", "local", "node", "dev")},
    "tests/partners/requirements.txt": 10,
}
PIN = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==(\S+)", re.MULTILINE)


def test_graphql_is_the_library_and_never_our_folder() -> None:
    assert (TREE / "graphql").is_dir()
    assert Path(graphql.__file__).parts[-3:] == ("site-packages", "graphql", "__init__.py")
    assert not list((TREE / "graphql").rglob("*.py")), "an __init__.py there would shadow graphql-core"


def test_graphql_is_the_library_from_the_root_of_the_tree_too() -> None:
    script = "import strawberry, graphql; print(graphql.version)"
    done = subprocess.run([sys.executable, "-c", script], cwd=TREE, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == importlib.metadata.version("graphql-core")


def test_the_packages_are_named_and_the_wheel_holds_no_others(tmp_path: Path) -> None:
    assert PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"] == ["saas", "tenants"]
    script = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", script, tmp_path], cwd=TREE, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    (wheel,) = tmp_path.glob("kesher_crm-*.whl")
    assert {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()} == {
        "saas", "tenants", f"kesher_crm-{PROJECT['project']['version']}.dist-info",
    }  # fmt: skip


def test_the_command_is_the_product() -> None:
    assert PROJECT["project"]["name"] == "kesher-crm"
    assert PROJECT["project"]["scripts"] == {"kesher": "saas.cli:app"}


def test_what_the_code_reads_at_run_time_stands_beside_it() -> None:
    assert (TREE / "migrations" / "platform" / "versions").is_dir()
    assert (TREE / "migrations" / "tenant" / "versions").is_dir()
    assert (TREE / "graphql" / "schema.graphql").is_file()


@pytest.mark.parametrize(("lock", "least"), LOCKS.items())
def test_every_pin_carries_its_hashes_and_no_index(lock: str, least: int) -> None:
    text = (TREE / lock).read_text()
    assert "://" not in text
    assert "--index-url" not in text
    assert not re.search(r"^-", text, re.MULTILINE)
    entries = re.split(r"\n(?=\S)", text.replace("\\\n", " "))
    pinned = [entry for entry in entries if PIN.match(entry)]
    assert len(pinned) > least
    assert not [entry.split()[0] for entry in pinned if "--hash=sha256:" not in entry]


@pytest.mark.parametrize(
    ("lock", "extras"), [("run", []), ("local", ["local"]), ("node", ["node"]), ("dev", ["local", "dev"])]
)
def test_the_locks_hold_what_the_project_asks_for(lock: str, extras: list[str]) -> None:
    text = (TREE / "requirements" / f"{lock}.txt").read_text()
    locked = {plain(name): version for name, version in PIN.findall(text)}
    project = PROJECT["project"]
    asked = [*project["dependencies"], *(r for extra in extras for r in project["optional-dependencies"][extra])]
    wanted = {
        plain(name): version for name, version in (pin(requirement) for requirement in asked) if name != "kesher-crm"
    }
    assert {name: locked.get(name) for name in wanted} == wanted, "pyproject.toml and the locks differ: run bin/lock"


def test_the_design_card_is_pinned() -> None:
    pins = {plain(name): version for name, version in map(pin, PROJECT["project"]["dependencies"])}
    card = {"strawberry-graphql", "starlette", "sqlalchemy", "psycopg2-binary", "alembic", "authlib", "stripe"}
    assert card <= pins.keys()
    assert all(pins.values())


def test_the_clients_lock_names_no_host() -> None:
    lock = json.loads((TREE / "web" / "package-lock.json").read_text())
    packages = {name: entry for name, entry in lock["packages"].items() if name and not entry.get("link")}
    assert packages
    assert not [name for name, entry in packages.items() if "resolved" in entry]
    assert not [name for name, entry in packages.items() if not entry.get("integrity") and not entry.get("inBundle")]


def test_every_exception_to_the_lint_is_argued() -> None:
    section = (TREE / "pyproject.toml").read_text().split("[tool.ruff.lint]")[1].split("[tool.ruff.lint.isort]")[0]
    codes = re.findall(r'^  "([A-Z]+[0-9]*)",(.*)$', section, re.MULTILINE)
    assert len(codes) > 10
    assert not [code for code, argument in codes if "#" not in argument]


def test_no_module_of_ours_hides_behind_a_name_of_the_standard_library() -> None:
    tops = {path.name for path in TREE.iterdir() if (path / "__init__.py").is_file()}
    assert tops == {"saas", "tenants", "tests"}
    assert not tops & sys.stdlib_module_names
    assert ast.parse((TREE / "saas" / "__init__.py").read_text())


def pin(requirement: str) -> tuple[str, str]:
    name, _, version = requirement.split(";", maxsplit=1)[0].partition("==")
    return name.split("[")[0].strip(), version.strip()


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
