"""Builders: what pages tell of a visitor, and what a lead's page shows of him."""

from dataclasses import dataclass, field

import httpx2

from tests.edge.conftest import Site, host_of
from tests.members.make import Company, Json

VISITOR = "dana-0123456789abcdefghij"
OTHER = "noah-0123456789abcdefghij"
PAGE = {
    "origin": "https://www.customer.test", "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors",
    "content-type": "text/plain;charset=UTF-8",
}  # fmt: skip
SEEN = """{ leads { nodes { name
  presence { path title ordinal pageCount }
  visits { totalCount nodes { ordinal path title pageCount seconds intents isHere landingPage referrer leftAt
    source { name } lead { name } pageViews { nodes { path title intent seconds } } } }
} } }"""


@dataclass
class Browser:
    """A visitor's, on a page of a site that has the script of a source."""

    site: Site
    company: Company
    key: object
    visitor: str = VISITOR
    visit: str = "visit-0123456789abcdefghij"
    told: Json = field(default_factory=dict)

    def look(self, path: str, *, view: str = "", **more: object) -> httpx2.Response:
        """At a page; each path is one look, where no other `view` is named."""
        made = view or "view-" + "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in path)
        body = {
            "visitor": self.visitor, "visit": self.visit, "view": made[:32].ljust(8, "-"), "path": path, "seconds": 0,
            "left": False, "landingPage": "https://www.customer.test/", "referrer": "", **more,
        }  # fmt: skip
        return self.send({name: value for name, value in body.items() if value is not ...})

    def leave(self, path: str, *, seconds: int = 0) -> httpx2.Response:
        return self.look(path, left=True, seconds=seconds)

    def send(self, body: object) -> httpx2.Response:
        host = host_of(self.company.tenant)
        return self.site.ask("POST", f"/visits/{self.key}", json=body, host=host, headers=PAGE)


def leads(company: Company, who: str = "olga") -> list[Json]:
    said = company.ask(who, SEEN)["leads"]
    assert isinstance(said, dict)
    nodes = said["nodes"]
    assert isinstance(nodes, list)
    return nodes
