"""Builders: what pages tell of a visitor, and what a lead's page shows of him."""

from dataclasses import dataclass
from itertools import count

import orjson

from saas.capture.actions import Arrival, receive
from saas.capture.visitor import digest
from saas.visits.doors import take_glimpse
from tests.capture.make import opener_of, work_off
from tests.members.make import Company, Json, key_of

VISITOR = "dana-0123456789abcdefghij"
OTHER = "noah-0123456789abcdefghij"
SEEN = """{ leads { nodes { name
  presence { path title ordinal pageCount }
  visits { totalCount nodes { ordinal path title pageCount seconds intents isHere landingPage referrer leftAt
    source { name } lead { name } pageViews { nodes { path title intent seconds } } } }
} } }"""
_numbers = count()


def glimpse(path: str, **more: object) -> Json:
    """As the script sends it, at the beginning of a visit; each path is one look where no other `view` is named."""
    view = "view-" + "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in path)
    return {
        "visitor": VISITOR, "visit": "visit-0123456789abcdefghij", "view": view[:32].ljust(8, "-"), "path": path,
        "seconds": 0, "left": False, "landingPage": "https://www.customer.test/", "referrer": "", **more,
    }  # fmt: skip


@dataclass
class Browser:
    """A visitor's, on pages of a site that has the script of a source; what they tell does not come through HTTP."""

    company: Company
    source: Json
    visitor: str = VISITOR
    visit: str = "visit-0123456789abcdefghij"

    def look(self, path: str, **more: object) -> None:
        body = glimpse(path, **{"visitor": self.visitor, "visit": self.visit, **more})
        take_glimpse(opener_of(self.company), str(self.source["key"]), orjson.dumps(body))

    def leave(self, path: str, **more: object) -> None:
        self.look(path, left=True, **more)

    def fill_in(self, name: str = "Dana Levi") -> None:
        """A form, and a worker takes it in."""
        said: Json = {
            "fields": {"Full name": name, "E-mail": "dana@levi.test"},
            "visit": {"visitor": digest(self.visitor)},
        }
        receive(opener_of(self.company), key_of(self.source), Arrival(f"form-{next(_numbers)}", said))
        work_off(self.company)


def leads(company: Company, who: str = "olga") -> list[Json]:
    return _nodes(company.ask(who, SEEN)["leads"])


def visits_of(lead: Json) -> list[Json]:
    """Newest first."""
    return _nodes(lead["visits"])


def texts(company: Company, who: str) -> list[object]:
    """What a member was told, newest first."""
    return [one["text"] for one in _nodes(company.ask(who, "{ notifications { nodes { text } } }")["notifications"])]


def _nodes(said: object) -> list[Json]:
    assert isinstance(said, dict)
    nodes = said["nodes"]
    assert isinstance(nodes, list)
    return nodes
