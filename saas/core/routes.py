"""HTTP doors of capabilities that are not the graph: a form's post, a provider's webhook, a download.

    ROUTES = [Route("POST", "/imports", upload, limit=20_000_000)]

    async def upload(opener: Opener, request: Request) -> Response: ...

The edge has found out who asks, and from which company, before the function is called. A plain `def` runs in a
thread; an `async def` runs on the loop and hands what blocks to `run_in_threadpool`.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from saas.core.work import Opener

Answer = Callable[[Opener, Request], Response | Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Route:
    """`path` in Starlette's form (`/imports/{id}/refused.csv`); `limit` is the largest body in bytes.

    One that `streams` reads the body itself, as it comes, and keeps its own limit. A `form` is posted by a page without
    a script; any other change takes a script of ours, see `saas/edge/forgery.py`. A `public` one is open to everybody:
    the product itself acts in it, so that it does one narrow thing and believes nothing that it is told.
    """

    method: str
    path: str
    answer: Answer
    limit: int = 100_000
    streams: bool = False
    form: bool = False
    public: bool = False
