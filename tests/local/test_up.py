import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tenants.bootstrap import connect
from tests.conftest import PASSWORDS
from tests.ports import free_port

PATIENCE = 90.0


@dataclass
class Run:
    """One `kesher up` on a home of the test's own."""

    process: subprocess.Popen[str]
    port: int
    said: Path

    def await_ready(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and self.process.poll() is None:
            if "Kesher is ready" in self.said.read_text():
                return
            time.sleep(0.1)
        raise AssertionError(self.said.read_text())

    def await_end(self) -> tuple[int, str]:
        code = self.process.wait(PATIENCE)
        return code, " ".join(self.said.read_text().split())

    def health(self) -> dict[str, object]:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=10) as answer:
            found = json.load(answer)
            assert isinstance(found, dict)
            return found

    def children(self) -> list[int]:
        listed = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(pid) for pid in listed.split()]


Start = Callable[..., Run]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    runs: list[Run] = []
    (tmp_path / "client").mkdir()
    (tmp_path / "client" / "index.html").write_text("<!doctype html><title>Kesher</title>")

    def begin(**environment: str) -> Run:
        port = int(environment.pop("KESHER_PORT", free_port()))
        ours = {
            "KESHER_HOME": str(tmp_path / "home"),
            "KESHER_CLIENT": str(tmp_path / "client"),
            "KESHER_PORT": str(port),
        }
        whole = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | ours | environment
        said = tmp_path / f"said{len(runs)}"
        with said.open("w") as file:
            process = subprocess.Popen(
                [sys.executable, "-m", "saas.cli", "up"],
                env=whole,
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=file,
                text=True,
            )
        runs.append(Run(process, port, said))
        return runs[-1]

    yield begin
    for run in runs:
        if run.process.poll() is None:
            run.process.terminate()
            run.process.wait(PATIENCE)


def alive(pid: int) -> bool:
    stat = Path(f"/proc/{pid}/stat")
    return stat.exists() and stat.read_text().rsplit(")", 1)[-1].split()[0] != "Z"


def await_all_ended(pids: list[int]) -> None:
    deadline = time.monotonic() + 30
    while any(alive(pid) for pid in pids):
        assert time.monotonic() < deadline, [pid for pid in pids if alive(pid)]
        time.sleep(0.1)


def test_it_starts_stops_and_survives_being_killed(start: Start) -> None:
    first = start()
    first.await_ready()
    assert "Demo company" in first.said.read_text()
    assert first.health()["status"] == "up"
    children = first.children()
    assert len(children) == 3

    first.process.kill()
    first.process.wait()
    second = start(KESHER_PORT=str(first.port))
    second.await_ready()
    assert "Demo company" not in second.said.read_text(), "it found the data of the first run"
    assert second.health()["status"] == "up"
    await_all_ended(children)

    children = second.children()
    second.process.send_signal(signal.SIGTERM)
    code, said = second.await_end()
    assert code == 0
    assert said.endswith("Stopping.")
    await_all_ended(children)
    with pytest.raises(urllib.error.URLError):
        second.health()


def test_what_it_says_is_how_to_go_on(start: Start) -> None:
    run = start()
    run.await_ready()
    said = run.said.read_text()
    assert f"http://demo.localhost:{run.port}" in said
    assert "owner@demo.test" in said
    assert "token create --tenant demo --member owner@demo.test" in said
    assert "bin/test" in said


def test_a_data_folder_deleted_under_it_ends_it_and_the_next_start_makes_a_new_one(
    start: Start, tmp_path: Path
) -> None:
    run = start()
    run.await_ready()
    children = run.children()
    shutil.rmtree(tmp_path / "home")
    code, said = run.await_end()
    assert code == 1
    assert said.endswith("is gone, so everything stopped; start again for a new one.")
    await_all_ended(children)

    again = start()
    again.await_ready()
    assert "Demo company" in again.said.read_text()


def test_a_killed_database_ends_it_and_the_next_start_finds_the_data(start: Start, tmp_path: Path) -> None:
    run = start()
    run.await_ready()
    children = run.children()
    os.kill(int((tmp_path / "home" / "postgres" / "data" / "postmaster.pid").read_text().split()[0]), signal.SIGKILL)
    code, said = run.await_end()
    assert code == 1
    assert said.endswith("so everything stopped; start again.")
    await_all_ended(children)

    again = start()
    again.await_ready()
    assert "Demo company" not in again.said.read_text()


def test_a_port_in_use_is_said_before_anything_starts(start: Start, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code, said = start(KESHER_PORT=str(port)).await_end()
    assert code == 1
    assert said == f"kesher: Port {port} is in use: stop what listens there, or set KESHER_PORT to another number."
    assert not (tmp_path / "home" / "postgres").exists()


def test_a_second_one_on_the_same_home_is_refused(start: Start, tmp_path: Path) -> None:
    start().await_ready()
    code, said = start().await_end()
    assert code == 1
    assert (
        said == f"kesher: Kesher already runs on {tmp_path}/home: stop it first, or set KESHER_HOME to another folder."
    )


def test_a_home_that_cannot_be_written_is_said(start: Start, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    code, said = start(KESHER_HOME=str(tmp_path / "file" / "home")).await_end()
    assert code == 1
    assert (
        said
        == f"kesher: {tmp_path}/file/home cannot be written (Not a directory): set KESHER_HOME to a folder of yours."
    )


def test_a_database_that_does_not_answer_is_said(start: Start) -> None:
    code, said = start(DATABASE_URL=f"postgresql://nobody@127.0.0.1:{free_port()}/none").await_end()
    assert code == 1
    assert said.startswith("kesher: DATABASE_URL leads to no database: ")
    assert said.endswith("Correct it, or unset it to use our own.")


@pytest.mark.parametrize(
    ("name", "value"),
    [("KESHER_PORT", "0"), ("DATABASE_URL", "mysql://x"), ("KESHER_MODE", "maybe"), ("KESHER_LANES", "-1")],
)
def test_a_setting_that_makes_no_sense_is_named(start: Start, name: str, value: str) -> None:
    code, said = start(**{name: value}).await_end()
    assert code == 1
    assert said.startswith(f"kesher: {name} ")


def test_a_postgres_of_ones_own_is_used(start: Start, postgres: str, tmp_path: Path) -> None:
    name = f"kesher_up_{os.getpid()}"
    with closing(connect(postgres)) as admin:
        admin.autocommit = True
        admin.cursor().execute(f"CREATE DATABASE {name} TEMPLATE template0")
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "secrets.json").write_text(json.dumps(asdict(PASSWORDS)))
    run = start(DATABASE_URL=urlsplit(postgres)._replace(path=f"/{name}").geturl())
    run.await_ready()
    assert run.health()["status"] == "up"
    assert not (tmp_path / "home" / "postgres").exists()
    assert len(run.children()) == 2
