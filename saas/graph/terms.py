"""On what terms a request is answered: whether it may say its document, what it may spend, and that it may leave."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple, Protocol

import orjson

from saas.core.errors import Forbidden
from saas.core.rights import Rights
from tenants.leaving import Leaving

INTROSPECT = "graph:introspect"
"""The power to ask the graph for its own types, and to be told what a misspelt name may have meant."""


class Left(NamedTuple):
    """Of what a client may read in a window of time: records."""

    limit: int
    remaining: int
    resets_at: datetime


class Spent(Exception):
    """Less is left than an operation costs."""

    def __init__(self, asked: int, left: Left) -> None:
        self.asked, self.left = asked, left
        super().__init__(f"{asked} of {left.remaining}")


class Spend(Protocol):
    """Takes records and says what is left, or raises Spent. Where it had to wait, it takes none that are no longer
    needed.
    """

    def __call__(self, records: int, needed: Callable[[], bool] = ..., /) -> Awaitable[Left]: ...


@dataclass(frozen=True, slots=True)
class Terms:
    """`spend` takes what an operation costs; without it nothing is counted. `tells_cost`: the answer says what it took.

    `trusted_only`: a document is named by its hash, not sent. `introspection`: the graph shows itself whatever the
    rights, as on a developer's machine. `by_get`: only trusted queries are answered, whoever asks. `leaving` tells that
    the client has gone.
    """

    spend: Spend | None = None
    tells_cost: bool = True
    trusted_only: bool = False
    introspection: bool = False
    by_get: bool = False
    leaving: Leaving = field(default_factory=Leaving)

    def check_text(self) -> None:
        if self.trusted_only:
            raise Forbidden(
                "TRUSTED_ONLY", "A session sends documents by their hash; use a token to send text.", "query"
            )

    def shows_graph(self, rights: Rights) -> bool:
        return self.introspection or rights.holds(INTROSPECT)


def with_cost(answer: bytes, asked: int, left: Left) -> bytes:
    """An answer with `extensions.cost`: what was asked, what may be spent, what is left of it, until when."""
    cost = {"requested": asked, "limit": left.limit, "remaining": left.remaining, "resetsAt": left.resets_at}
    return answer[:-1] + b',"extensions":' + orjson.dumps({"cost": cost}, option=orjson.OPT_UTC_Z) + b"}"
