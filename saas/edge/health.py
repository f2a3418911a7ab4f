"""GET /healthz: whether this process can serve, and the state of each part.

200 as long as the web process and its database live. The worker is told by its heartbeat and is not fatal: pages are
read without it.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine, select
from sqlalchemy.exc import SQLAlchemyError

from saas.core.clock import Clock
from tenants.platform import heartbeat

LATE = timedelta(seconds=15)


@dataclass(frozen=True, slots=True)
class Health:
    platform: Engine
    clock: Clock
    version: str

    def check(self) -> tuple[int, dict[str, object]]:
        """The HTTP status and what is shown; asks the database, so it belongs into a thread."""
        parts: dict[str, object] = {"web": {"state": "up"}}
        try:
            with self.platform.connect() as connection:
                seen = connection.execute(
                    select(heartbeat.c.at).where(heartbeat.c.part == "worker")
                ).scalar_one_or_none()
        except SQLAlchemyError:
            parts["database"] = {"state": "down"}
            return 503, {"status": "down", "version": self.version, "parts": parts}
        parts["database"] = {"state": "up"}
        parts["worker"] = self._worker(seen)
        return 200, {"status": "up", "version": self.version, "parts": parts}

    def _worker(self, seen: datetime | None) -> dict[str, object]:
        if seen is None:
            return {"state": "never seen"}
        state = "up" if self.clock.now() - seen < LATE else "down"
        return {"state": state, "seenAt": seen.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")}
