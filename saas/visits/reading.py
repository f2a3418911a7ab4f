"""What a page of the company's site tells of somebody's visit to it, read from the body that its script sends."""

import re
from dataclasses import dataclass

from saas.capture.reading import read_json
from saas.capture.visitor import digest, is_id
from saas.core.errors import Invalid
from saas.core.model import Json
from saas.core.texts import harmless
from saas.leads.attribution import attribute
from saas.visits.intents import VisitIntent, intent_of

LONGEST_PATH = 500
LONGEST_TITLE = 200
MOST_SECONDS = 86_400
_MARK = re.compile(r"[A-Za-z0-9_-]{8,32}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Glimpse:
    """`visitor` and `mark` are digests, as of `Visit`; `view` is one look at a page, for so many seconds by now.
    `forgets`: he does not agree any more.
    """

    visitor: str
    mark: str
    view: str
    path: str
    title: str | None
    intent: VisitIntent | None
    seconds: int
    left: bool
    forgets: bool
    landing_page: str | None
    referrer: str | None


def read_glimpse(key: str, body: bytes) -> Glimpse:
    """`{"visitor", "visit", "view", "path", "title", "intent", "seconds", "left", "forget", "landingPage", …}`:
    ids, where the page is, and what it says of itself. Of addresses a query is kept only as leads keep it.
    """
    said = read_json(body)
    visitor, visit, view = (said.get(name) for name in ("visitor", "visit", "view"))
    for name, one in (("visitor", visitor), ("visit", visit)):
        if not is_id(one):
            raise Invalid("BAD_VISIT", "An id is from 20 to 64 letters, digits, - and _, made at random.", name)
    if not isinstance(view, str) or not _MARK.fullmatch(view):
        raise Invalid("BAD_VISIT", "A page's mark is from 8 to 32 letters, digits, - and _.", "view")
    seconds = said.get("seconds", 0)
    if type(seconds) is not int or not 0 <= seconds <= MOST_SECONDS:
        raise Invalid("BAD_VISIT", "Seconds are a whole number, at most those of a day.", "seconds")
    path = _path(said)
    came = attribute(_text(said, "landingPage"), _text(said, "referrer"))
    return Glimpse(
        digest(str(visitor)), digest(key, str(visitor), str(visit)), view, path,
        harmless(_text(said, "title"), most=LONGEST_TITLE) or None, intent_of(path, _text(said, "intent")), seconds,
        said.get("left") is True, said.get("forget") is True, came.landing_page, came.referrer,
    )  # fmt: skip


def _path(said: Json) -> str:
    path = _text(said, "path").partition("?")[0].partition("#")[0]
    if not path.startswith("/"):
        raise Invalid("BAD_VISIT", "A page's path begins with a slash.", "path")
    return harmless(path, most=LONGEST_PATH)


def _text(said: Json, name: str) -> str:
    one = said.get(name)
    if one is not None and not isinstance(one, str):
        raise Invalid("BAD_VISIT", "This must be a text.", name)
    return one or ""
