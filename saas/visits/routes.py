"""The doors of a company's site for its visitors: the script that its pages load, and where that tells of them.

Open to everybody, as the doors of its forms are. Whatever is told, whoever tells it hears the same.
"""

from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from saas.capture.answers import ANYBODY, PREFLIGHT, SCRIPT, refused
from saas.capture.pace import Pace, pass_by
from saas.core.errors import Refusal
from saas.core.routes import Route
from saas.core.work import Opener
from saas.visits import doors

LARGEST = 8_000
PAGES = Pace(240, 8.0)
"""An office full of people may share one address."""
BEGINNINGS = Pace(60, 0.2)
"""Of new visits, each of which is kept."""
VISIT = (Path(__file__).resolve().parent / "visit.js").read_text()


def allow(_opener: Opener, _request: Request) -> Response:
    return Response(status_code=204, headers=PREFLIGHT)


def give_script(_opener: Opener, _request: Request) -> Response:
    """200: tells of the page where it stands, once that says that the person has agreed."""
    return Response(VISIT, 200, SCRIPT)


async def take_glimpse(opener: Opener, request: Request) -> Response:
    """204, whether it is known, new, or of a visit that is over."""
    return await run_in_threadpool(_take_glimpse, opener, request, await request.body())


def _take_glimpse(opener: Opener, request: Request, body: bytes) -> Response:
    try:
        pass_by(PAGES, opener, request)
        doors.take_glimpse(opener, request.path_params["key"], body, lambda: pass_by(BEGINNINGS, opener, request))
    except Refusal as refusal:
        return refused(opener, refusal)
    return Response(status_code=204, headers=ANYBODY)


ROUTES = [
    Route("OPTIONS", "/visits/{key}", allow, public=True),
    Route("GET", "/visits/{key}/visit.js", give_script, public=True),
    Route("POST", "/visits/{key}", take_glimpse, limit=LARGEST, public=True),
]
