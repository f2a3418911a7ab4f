"""The one direct connection of a web process on which Postgres tells what other processes have committed.

Whose access has changed (`saas.identity.word`) is heeded here; others hear of it afterwards, and of what else they
listen to. Word that is missed while the connection is away is gone: they are told so.
"""

import logging
import select
import socket
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from math import inf
from threading import Event, Thread
from uuid import UUID

import psycopg2
from psycopg2.extensions import connection as Connection  # noqa: N812 - a class, whatever its case

from saas.core.news import CHANNEL, Word, read
from saas.identity.recognition import Recognition
from tenants.bootstrap import connect
from tenants.hearing import Hearing
from tenants.placement import HOME
from tenants.registry import ACCESS

log = logging.getLogger("kesher.identity")

AGAIN = 1.0  # seconds until the next try to connect
_BEAT = 0.4
"""Seconds after which the server is asked again. Word of what was committed before it is asked comes before its answer.
"""


@dataclass(frozen=True, slots=True)
class Ear:
    """What listens besides recognition, in the listener's thread: it may not wait, nor raise.

    `access` hears every word of changed access, `changes` of all that was changed, `missed` that there may have been
    others. `hearing` is told how far all of it has been heard.
    """

    access: Callable[[str], None]
    changes: Callable[[Word], None]
    missed: Callable[[], None]
    hearing: Hearing


def _deaf() -> Ear:
    return Ear(lambda _word: None, lambda _word: None, lambda: None, Hearing())


class Listener:
    """Of one cell. `start` returns at once; until it is connected, and whenever it is not, recognition's own second
    holds.
    """

    def __init__(self, url: str, recognition: Recognition, ear: Ear | None = None, *, cell: str = HOME) -> None:
        self._url = url
        self._cell = cell
        self._recognition = recognition
        self._ear = ear or _deaf()
        self._ended = Event()
        self._bell: socket.socket | None = None
        self._thread: Thread | None = None
        self.connected = Event()

    def start(self) -> None:
        self._bell, ear = socket.socketpair()
        self._thread = Thread(target=self._run, args=(ear,), name="access-word", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Safe to call twice, and before `start`."""
        self._ended.set()
        if self._bell is not None and self._thread is not None:
            self._bell.close()
            self._thread.join(timeout=5)

    def _run(self, ear: socket.socket) -> None:
        while not self._ended.is_set():
            try:
                with closing(connect(self._url)) as wire:
                    self._listen(wire, ear)
            except (psycopg2.Error, OSError) as error:
                if self.connected.is_set():
                    log.warning("No word of changed access until the database is back: %s", str(error).strip())
            self.connected.clear()
            self._recognition.forget_all()
            self._ended.wait(AGAIN)
        ear.close()

    def _listen(self, wire: Connection, ear: socket.socket) -> None:
        wire.autocommit = True
        with wire.cursor() as cursor:
            for channel in (ACCESS, CHANNEL):
                cursor.execute(f"LISTEN {channel}")
            self._recognition.forget_all()
            self._ear.missed()
            self.connected.set()
            asked, waiting = -inf, select.poll()  # `select` knows no file beyond the 1,024th, and each browser is one
            for one in (wire.fileno(), ear.fileno()):
                waiting.register(one, select.POLLIN)
            while not self._ended.is_set():
                waiting.poll(_BEAT * 1000)
                now = time.monotonic()
                if now >= asked + _BEAT:
                    asked = now
                    cursor.execute("SELECT 1")
                wire.poll()
                while wire.notifies:
                    heard = wire.notifies.pop(0)
                    (self._changed if heard.channel == CHANNEL else self._heed)(heard.payload)
                self._ear.hearing.heard(self._cell, asked)

    def _changed(self, said: str) -> None:
        try:
            word = read(said)
        except (ValueError, KeyError):
            log.exception("a word of changes that cannot be read, of %s bytes", len(said))
            return
        self._recognition.changed(word)
        self._ear.changes(word)

    def _heed(self, word: str) -> None:
        match word.split(" "):
            case ["m", namespace, member_id]:
                self._recognition.forget_member(namespace, UUID(member_id))
            case ["c", namespace]:
                self._recognition.forget_company(namespace)
            case ["s", known]:
                self._recognition.forget_credential(bytes.fromhex(known))
            case _:
                self._recognition.forget_all()
        self._ear.access(word)
