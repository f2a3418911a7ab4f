"""What a device shows."""

from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from typing import Final

import orjson

from saas.core.texts import direction
from saas.push.encryption import LARGEST

LASTS: Final = timedelta(days=1)
"""A device that was away for longer is not told any more."""
_TOPIC = 32


@dataclass(frozen=True, slots=True)
class Message:
    """In the member's language `locale`; `path` is what it opens, by the button `opens`. One of the same `subject`
    takes the place of one before it, on the way and on the screen. An `urgent` one wakes a sleeping device.
    """

    subject: str
    locale: str
    title: str
    body: str
    path: str
    opens: str
    urgent: bool = False

    def content(self) -> bytes:
        """What `web/worker.js` reads; a body that is too long is cut."""
        said = {
            "tag": self.subject, "lang": self.locale, "dir": direction(self.locale),
            "title": self.title, "path": self.path, "opens": self.opens,
        }  # fmt: skip
        room = LARGEST - len(orjson.dumps(said | {"body": ""}))
        body = self.body
        while len(orjson.dumps(body)) - 2 > room:
            body = body[: len(body) * 9 // 10 - 1] + "…"
        return orjson.dumps(said | {"body": body})

    def headers(self) -> dict[str, str]:
        topic = urlsafe_b64encode(sha256(self.subject.encode()).digest()).decode()[:_TOPIC]
        urgency = "high" if self.urgent else "normal"
        return {"ttl": str(int(LASTS.total_seconds())), "urgency": urgency, "topic": topic}
