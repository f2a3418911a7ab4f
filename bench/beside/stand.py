"""The product as processes that can be killed: Postgres, web and worker, each started again as soon as it is gone."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

import psycopg2

from bench.beside.serving import ROOT, free_port
from saas.local.binaries import PostgresError
from saas.local.postgres import Postgres
from saas.local.supervisor import die_with_parent
from saas.settings import Settings, cell_urls, passwords, role_urls
from tenants.bootstrap import bootstrap, connect
from tenants.placement import HOME

VICTIMS: Final = ("web", "worker", "postmaster", "backend")
OTHER: Final = "b"  # a second Postgres, to which companies move
COMMANDS: Final = {"web": "serve", "worker": "work"}
LOOK: Final = 0.1  # seconds between two looks of whoever starts again what is gone
REST: Final = 0.5  # and after one that could not start
BACKENDS: Final = """
SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
ORDER BY (usename = %s) DESC, (state = 'active') DESC
"""


class Stand:
    """Whoever runs it sees the product as an operator does: what ends is started again, by nobody's hand."""

    def __init__(self, folder: Path, *, spares: int = 4, workers: int = 1) -> None:
        self.folder, self.port = folder, free_port()
        self.servers = {
            HOME: Postgres(folder / "home", port=free_port()),
            OTHER: Postgres(folder / "b", port=free_port()),
        }
        self.spares = spares
        self.commands = COMMANDS | {f"worker-{n}": "work" for n in range(2, workers + 1)}
        self.over = threading.Event()
        self.server_starts = 0
        self._children: dict[str, subprocess.Popen[bytes]] = {}
        self._keeper = threading.Thread(target=self._keep, daemon=True)

    def prepare(self) -> None:
        """The database, ready for companies; nothing serves yet."""
        self.admins = {cell: server.start() for cell, server in self.servers.items()}
        others = tuple((cell, url) for cell, url in self.admins.items() if cell != HOME)
        self.settings = Settings(database_url=self.url, home=self.folder / "settings", cells=others)
        self.settings.home.mkdir(exist_ok=True)
        for url in self.admins.values():
            bootstrap(url, passwords(self.settings))
        self.migrate_urls = cell_urls(self.settings, role_urls(self.settings, self.url).migrate)

    @property
    def url(self) -> str:
        return self.admins[HOME]

    def serve(self) -> None:
        self._keeper.start()

    def stop(self) -> None:
        """Everything ends, at once."""
        self.over.set()
        if self._keeper.ident is not None:
            self._keeper.join()
        for child in self._children.values():
            child.kill()
            child.wait()
        for server in self.servers.values():
            server.stop()

    def kill(self, victim: str, cell: str, dice: random.Random, *, at_work: str = "kesher_web") -> int | None:
        """`kill -9` of one of `VICTIMS`, a postmaster or backend of that cell; of the backends one of that role where
        there is one. Its pid, None if there is none.
        """
        with suppress(psycopg2.Error, OSError, LookupError):
            pid = self.pid(victim, cell) if victim != "backend" else self._backend(cell, dice, at_work)
            os.kill(pid, signal.SIGKILL)
            return pid
        return None

    def pid(self, name: str, cell: str) -> int:
        if name in self.commands:
            return self._children[name].pid
        return int((self.servers[cell].data / "postmaster.pid").read_text().split("\n", 1)[0])

    def _backend(self, cell: str, dice: random.Random, at_work: str) -> int:
        with closing(connect(self.admins[cell])) as admin, admin.cursor() as cursor:
            cursor.execute(BACKENDS, (at_work,))
            found = [row[0] for row in cursor.fetchall()]
        return int(dice.choice(found[:3]))

    def _keep(self) -> None:
        while not self.over.is_set():
            for server in self.servers.values():
                if server.ended:
                    self._start_server(server)
            for name, command in self.commands.items():
                child = self._children.get(name)
                if child is None or child.poll() is not None:
                    self._children[name] = self._start(name, command)
            self.over.wait(LOOK)

    def _start_server(self, server: Postgres) -> None:
        try:
            server.stop()
            server.start()
            self.server_starts += 1
        except PostgresError:
            time.sleep(REST)

    def _start(self, name: str, command: str) -> subprocess.Popen[bytes]:
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"} | {
            "DATABASE_URL": self.url, "KESHER_MODE": "server", "KESHER_HOME": str(self.settings.home),
            "KESHER_PORT": str(self.port), "KESHER_SECRET_KEY": "c" * 40, "KESHER_SPARES": str(self.spares),
            "KESHER_CELLS": " ".join(f"{cell}={url}" for cell, url in self.settings.cells),
        }  # fmt: skip
        with (self.folder / f"{name}.log").open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", "saas.cli", command], cwd=ROOT, env=environment,
                stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                preexec_fn=die_with_parent(signal.SIGTERM),  # noqa: PLW1509 - one prctl, no locks
            )  # fmt: skip
