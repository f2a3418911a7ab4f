"""A read whose client may go away: whoever notices gives it up, from any thread."""

from threading import Lock

from psycopg2.extensions import connection as Connection  # noqa: N812  psycopg2 names its class in small letters

from tenants.errors import ClientLeft


class Leaving:
    """One for each request. A connection is cancelled only while it works for this request."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._working: Connection | None = None
        self._left = False

    def begin(self, connection: Connection) -> None:
        """The connection works for this request now. Raises ClientLeft where nobody waits for it any more."""
        with self._lock:
            if self._left:
                raise ClientLeft
            self._working = connection

    def end(self) -> None:
        """It does no longer: after this it is never cancelled."""
        with self._lock:
            self._working = None

    def leave(self) -> None:
        """Cancels what runs for the request; what has not begun yet does not begin."""
        with self._lock:
            self._left = True
            if self._working is not None:
                self._working.cancel()
