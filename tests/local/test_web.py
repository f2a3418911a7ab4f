import os
import subprocess
from pathlib import Path

import pytest

from saas.local import web
from saas.local.trouble import Trouble

FAKE_NPM = """#!/bin/sh
echo "$@" >> "$KESHER_TEST_SAID"
case "$1" in
  ci) mkdir -p node_modules ;;
  run) [ -f broken ] && { echo "the build is broken"; exit 1; }; mkdir -p dist; echo built > dist/index.html ;;
esac
"""


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tree with a client and a machine with a Node, both of our making: what is tried is when what is called."""
    client, tools = tmp_path / "web", tmp_path / "bin"
    (client / "src").mkdir(parents=True)
    (tmp_path / "graphql").mkdir()
    (client / "package.json").write_text("{}")
    (client / "package-lock.json").write_text("{}")
    (client / "src" / "main.ts").write_text("1")
    tools.mkdir()
    for name, text in (("npm", FAKE_NPM), ("node", "#!/bin/sh\necho v24.1.0\n")):
        (tools / name).write_text(text)
        (tools / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tools}{os.pathsep}/usr/bin:/bin")
    monkeypatch.setenv("KESHER_TEST_SAID", str(tmp_path / "said"))
    monkeypatch.setattr(web, "TREE", tmp_path)
    monkeypatch.setattr(web, "WEB", client)
    monkeypatch.setattr(web, "DIST", client / "dist")
    return tmp_path


def said(tree: Path) -> list[str]:
    return [line.split()[0] + " " + line.split()[-1] for line in (tree / "said").read_text().splitlines()]


def test_a_first_build_installs_and_builds(tree: Path) -> None:
    assert web.stale()
    assert web.build(print)
    assert said(tree) == ["ci --loglevel=error", "run build"]
    assert not web.stale()


def test_a_second_build_does_nothing(tree: Path) -> None:
    web.build(print)
    (tree / "said").unlink()
    assert not web.build(print)
    assert not (tree / "said").exists()


@pytest.mark.parametrize("changed", ["web/src/main.ts", "web/src/new.ts", "graphql/schema.graphql"])
def test_a_changed_source_builds_without_installing(tree: Path, changed: str) -> None:
    web.build(print)
    (tree / "said").unlink()
    (tree / changed).write_text("2")
    assert web.stale()
    assert web.build(print)
    assert said(tree) == ["run build"]


def test_a_changed_lock_installs_again(tree: Path) -> None:
    web.build(print)
    (tree / "web" / "package-lock.json").write_text('{"a": 1}')
    web.build(print)
    assert said(tree) == ["ci --loglevel=error", "run build"] * 2


def test_a_deleted_result_is_built_again(tree: Path) -> None:
    web.build(print)
    (tree / "web" / "dist" / web.STAMP).unlink()
    assert web.build(print)


def test_a_broken_build_is_one_sentence_and_is_tried_again(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tree / "web" / "broken").touch()
    with pytest.raises(Trouble, match=r"^The web client could not be built: `npm run build` failed in .*web\.$"):
        web.build(print)
    assert "the build is broken" in capsys.readouterr().out
    assert web.stale()


def test_an_image_without_sources_has_nothing_to_build(tree: Path) -> None:
    (tree / "web" / "package.json").unlink()
    assert not web.stale()
    assert not web.build(print)


@pytest.mark.parametrize("version", ["v18.20.0", "v20.18.9", ""])
def test_without_a_new_enough_node_pypis_is_asked_for(
    tree: Path, monkeypatch: pytest.MonkeyPatch, version: str
) -> None:
    (tree / "bin" / "node").write_text(f"#!/bin/sh\necho {version}\n")
    calls: list[list[object]] = []
    real = subprocess.run

    def run(command: list[object], **options: object) -> subprocess.CompletedProcess[str]:
        if "pip" in command:
            calls.append(command)
            return subprocess.CompletedProcess([], 1, "", "")
        return real(command, **options)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr("saas.local.web.sys.executable", str(tree / "nowhere" / "python"))
    with pytest.raises(Trouble, match=r"^The web client needs Node 20\.19 or newer: install Node with npm"):
        web.build(print)
    assert "--require-hashes" in calls[0]
    assert calls[0][-1] == tree / "requirements" / "node.txt"
