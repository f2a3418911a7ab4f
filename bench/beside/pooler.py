"""PgBouncer in transaction mode before a Postgres."""

import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import psycopg2
from sqlalchemy.engine import make_url

from saas.local.binaries import choose_account, find_binaries
from tenants.bootstrap import connect

PGBOUNCER: Final = shutil.which("pgbouncer", path="/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin")
MISSING: Final = "PgBouncer is missing: on Debian, apt-get install pgbouncer."
PATIENCE: Final = 15.0
SETTINGS: Final = """
[databases]
* = host={host} port={port}

[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {own}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = {folder}/users
pool_mode = transaction
default_pool_size = {size}
max_client_conn = 100
"""


@contextmanager
def pooled(url: str, folder: Path, *, port: int, size: int = 2) -> Iterator[str]:
    """The same login through a pooler that holds `size` connections to the server; `folder` is for its files."""
    if PGBOUNCER is None:
        raise SystemExit(MISSING)
    there = make_url(url)
    (folder / "users").write_text(f'"{there.username}" "{there.password}"\n')
    settings = folder / "pgbouncer.ini"
    settings.write_text(SETTINGS.format(host=there.host, port=there.port, own=port, folder=folder, size=size))
    account = choose_account(find_binaries().folder, folder)  # as root it will not run either
    with (folder / "pgbouncer.log").open("wb") as log:
        process = subprocess.Popen(
            [*account.prefix, PGBOUNCER, str(settings)], stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            user=account.user, group=account.user, extra_groups=account.groups,
        )  # fmt: skip
    try:
        own = there.set(host="127.0.0.1", port=port).render_as_string(hide_password=False)
        _await(own, process, folder)
        yield own
    finally:
        process.terminate()
        process.wait(PATIENCE)


def backends(admin_url: str, role: str) -> Mapping[int, str]:
    """The server's processes that serve a role on this database, with what each is at."""
    sql = "SELECT pid, state FROM pg_stat_activity WHERE usename = %s AND datname = current_database()"
    connection = connect(admin_url)
    with connection, connection.cursor() as cursor:
        cursor.execute(sql, (role,))
        found = dict(cursor.fetchall())
    connection.close()
    return found


def _await(url: str, process: subprocess.Popen[bytes], folder: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            connect(url).close()
        except psycopg2.OperationalError as error:
            if process.poll() is not None or time.monotonic() > deadline:
                said = (folder / "pgbouncer.log").read_text()[-2000:]
                raise SystemExit(f"PgBouncer did not start: {error}{said}") from None
            time.sleep(0.05)
        else:
            return
