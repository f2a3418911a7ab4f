"""A company's logo in and out."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from saas.company import actions, queries
from saas.company.picture import LARGEST
from saas.core.routes import Route
from saas.core.work import Opener

SANDBOX = "default-src 'none'; sandbox"
ADDRESS = "/company/logo/"


async def upload(opener: Opener, request: Request) -> Response:
    """The picture itself as the body -> 201 and its address, which `updateCompany` takes."""
    return await run_in_threadpool(_keep, opener, await request.body())


def show(opener: Opener, request: Request) -> Response:
    """The same for ever: another picture has another address."""
    with opener() as work:
        picture = queries.get_logo(work, request.path_params["digest"])
    headers = {"content-security-policy": SANDBOX, "cache-control": "private, max-age=31536000, immutable"}
    return Response(picture, headers=headers, media_type="image/webp")


def _keep(opener: Opener, given: bytes) -> Response:
    with opener() as work:
        return JSONResponse({"logo": ADDRESS + actions.keep_logo(work, given)}, 201)


ROUTES = [Route("POST", "/company/logo", upload, limit=LARGEST), Route("GET", "/company/logo/{digest}", show)]
