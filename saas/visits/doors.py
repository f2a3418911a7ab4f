"""What stands behind the door through which pages tell of their visitors."""

from collections.abc import Callable

from saas.core.errors import NotFound
from saas.core.work import Opener
from saas.sources.actions import find_by_key
from saas.sources.model import SourceKind
from saas.visits.actions import note_glimpse
from saas.visits.reading import read_glimpse


def take_glimpse(opener: Opener, key: str, body: bytes, allow: Callable[[], None] | None = None) -> None:
    """Kept when this returns, where there was anything to keep. `allow`: see `note_glimpse`."""
    seen = read_glimpse(key, body)
    with opener() as work:
        source = find_by_key(work, key, SourceKind.WEB_FORM)
        if source is None:
            raise NotFound("NO_SOURCE", "Nothing is taken in at this address.", "key")
        note_glimpse(work, source, seen, allow)
