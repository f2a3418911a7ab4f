"""Where a page of a day ends: an opaque text for those who ask."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from saas.core.errors import Invalid


@dataclass(frozen=True, slots=True)
class Mark:
    at: datetime
    key: UUID

    @property
    def text(self) -> str:
        return urlsafe_b64encode(f"{self.at.isoformat()} {self.key}".encode()).decode()


def read_mark(text: str) -> Mark:
    try:
        at, _, key = urlsafe_b64decode(text.encode("ascii")).decode().partition(" ")
        mark = Mark(datetime.fromisoformat(at), UUID(key))
    except (Error, ValueError):
        mark = None
    if mark is None or mark.at.tzinfo is None:
        raise Invalid("BAD_CURSOR", "This cursor is not one of this list.", "after")
    return mark
