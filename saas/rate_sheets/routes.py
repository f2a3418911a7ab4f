"""The doors of rate sheets: a look at what a file would change, and the change."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from saas.core.routes import Route
from saas.core.work import Opener
from saas.rate_sheets import actions
from saas.rate_sheets.actions import MAX_BYTES, SHOWN, Seen


async def look(opener: Opener, request: Request) -> Response:
    """The file as the body -> what it would change, with its first quotes and the lines that are refused."""
    seen = await run_in_threadpool(_look, opener, _name(request), await request.body(), _inverse(request))
    quotes = [
        {"currency": one.currency, "startsOn": one.starts_on.isoformat(), "rate": str(one.rate)}
        for one in seen.quotes[:SHOWN]
    ]
    refused = [{"line": one.line, "why": one.why.value, "said": one.said[:200]} for one in seen.refused[:SHOWN]]
    return JSONResponse(
        {"new": seen.new, "changed": seen.changed, "same": seen.same, "quotes": quotes, "refused": refused,
         "refusedCount": len(seen.refused)}
    )  # fmt: skip


async def keep(opener: Opener, request: Request) -> Response:
    """The same file -> 201 and how many rates were added or changed."""
    kept = await run_in_threadpool(_keep, opener, _name(request), await request.body(), _inverse(request))
    return JSONResponse({"changed": kept}, status_code=201)


def _look(opener: Opener, name: str, content: bytes, inverse: bool) -> Seen:  # noqa: FBT001  from a query string
    with opener() as work:
        return actions.look_at_sheet(work, name, content, inverse=inverse)


def _keep(opener: Opener, name: str, content: bytes, inverse: bool) -> int:  # noqa: FBT001  the same
    with opener() as work:
        return actions.keep_sheet(work, name, content, inverse=inverse)


def _name(request: Request) -> str:
    return request.query_params.get("name", "rates.csv")[:200]


def _inverse(request: Request) -> bool:
    return request.query_params.get("inverse") == "true"


ROUTES = [
    Route("POST", "/rate-sheets/look", look, limit=MAX_BYTES),
    Route("POST", "/rate-sheets", keep, limit=MAX_BYTES),
]
