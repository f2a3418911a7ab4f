"""The routes of the admin host. Every answer but of signing in is for an admin alone, looked up anew each time."""

import logging

import orjson
from anyio.to_thread import run_sync
from graphql.error import GraphQLError
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from saas.console.archives import Shelf
from saas.console.sessions import Admin, end_session, find_admin
from saas.core.errors import Refusal
from saas.core.texts import later, say, tell
from saas.edge import answers, manifest
from saas.edge.answers import JSON
from saas.edge.asking import chosen_language, headers_of, is_own, wants_page
from saas.edge.client import Client
from saas.edge.console.contract import Asking, schema
from saas.edge.console.entering import SESSION_COOKIE, ConsoleEntering, enter_address
from saas.edge.console.shipping import Shipping
from saas.edge.forgery import check_forgery
from saas.edge.graphql import read_body
from saas.edge.pages import Page, leave
from saas.edge.premises import Premises
from saas.operations.depot import Depot
from saas.settings import cell_names

log = logging.getLogger("kesher.edge")

LIMIT = 50_000
_PLAIN = {"content-type": JSON.decode(), "cache-control": "no-store"}


class ConsoleDoor:
    """`client` has the page, which finds out by its host that it is the console."""

    def __init__(self, premises: Premises, client: Client) -> None:
        self._premises = premises
        self._client = client

    def routes(self) -> list[Route]:
        entering, shipping = ConsoleEntering(self._premises), Shipping(self._premises, self._admin)
        return [
            Route("/", self._home, methods=["GET"]),
            Route("/enter", entering.enter, methods=["GET"]),
            Route("/sign-out", self._sign_out, methods=["POST"]),
            Route("/graphql", self._graph, methods=["POST"]),
            Route("/archives/{id:uuid}/{number:int}", shipping.bring, methods=["PUT"]),
            Route("/archives/{id:uuid}", shipping.fetch, methods=["GET"]),
            Route(manifest.PATH, self._manifest, methods=["GET"]),
            Route("/{path:path}", self._file, methods=["GET"]),
        ]

    async def _admin(self, request: Request) -> Admin:
        here = self._premises
        secret = here.cookie(request, SESSION_COOKIE)
        admin = None if secret is None else await here.run(find_admin, here.platform, secret, clock=here.clock)
        if admin is None:
            raise answers.UNAUTHENTICATED
        return admin

    async def _graph(self, request: Request) -> Response:
        headers = headers_of(request.scope)
        if not headers.get(b"content-type", b"").startswith(b"application/json"):
            raise answers.NOT_JSON
        admin = await self._admin(request)
        check_forgery(headers, tokens=False)
        asked = _read(await read_body(request.receive, headers, limit=LIMIT))
        here = self._premises
        locale = chosen_language(None, headers, otherwise=admin.locale or "en")
        shelf = Shelf(here.platform, Depot(here.settings.files_url), here.clock)
        asking = Asking(here.platform, admin, cell_names(here.settings), locale, shelf)
        body = await here.run(_execute, asked, asking, str(request.scope["request_id"]))
        return Response(body, 200, _PLAIN)

    async def _sign_out(self, request: Request) -> Response:
        """Here and at the sign-in host, to which a page leads: what follows a form may not redirect there."""
        headers = headers_of(request.scope)
        if not is_own(headers):
            raise answers.FOREIGN_ORIGIN
        here = self._premises
        secret = here.cookie(request, SESSION_COOKIE)
        if secret is not None:
            await here.run(end_session, here.platform, secret, clock=here.clock)
        locale = chosen_language(None, headers)
        answer = leave(Page(locale, "/"), here.login("/sign-in"), say(later("You are signed out."), locale))
        here.drop_cookie(answer, SESSION_COOKIE)
        return answer

    async def _home(self, _request: Request) -> Response:
        return RedirectResponse("/companies", 303)

    async def _manifest(self, _request: Request) -> Response:
        return JSONResponse({"name": "Kesher", "start_url": "/"}, 200, {"cache-control": "no-cache"}, manifest.KIND)

    async def _file(self, request: Request) -> Response:
        """A file of the client; for a person any other path is the page, once he is known."""
        file = await run_sync(self._client.file, request.url.path, request.headers)
        if file is not None:
            return file
        if not wants_page(headers_of(request.scope)):
            raise answers.NOT_HERE
        try:
            await self._admin(request)
        except answers.Unanswered:
            return RedirectResponse(enter_address(request), 303)
        page = await run_sync(self._client.page, Headers(scope=request.scope))
        if page is None:
            raise answers.NO_CLIENT
        return page


def _read(body: bytes) -> dict[str, object]:
    try:
        found = orjson.loads(body)
    except orjson.JSONDecodeError:
        found = None
    if not isinstance(found, dict) or not isinstance(found.get("query"), str):
        raise answers.NO_OPERATION
    return found


def _execute(asked: dict[str, object], asking: Asking, request_id: str) -> bytes:
    variables, name = asked.get("variables"), asked.get("operationName")
    done = schema().execute_sync(
        str(asked["query"]), variable_values=variables if isinstance(variables, dict) else None, context_value=asking,
        operation_name=name if isinstance(name, str) else None,
    )  # fmt: skip
    said: dict[str, object] = {"data": done.data}
    if done.errors:
        said["errors"] = [_told(error, asking.locale, request_id) for error in done.errors]
    return orjson.dumps(said, default=str)


def _told(error: GraphQLError, locale: str, request_id: str) -> dict[str, object]:
    """A refusal in the reader's words, what is wrong with the operation as it is, and a bug by the request's id."""
    cause = error.original_error
    if isinstance(cause, Refusal):
        return {"message": tell(cause, locale), "path": error.path, "extensions": {"code": cause.code}}
    if cause is None:
        return {"message": error.message, "path": error.path, "extensions": {"code": "BAD_REQUEST"}}
    log.error("request %s failed: the platform's graph", request_id, exc_info=cause)
    broken = tell(Refusal(answers.BROKEN.code, answers.BROKEN.message, request=request_id), locale)
    return {"message": broken, "path": error.path, "extensions": {"code": "INTERNAL", "requestId": request_id}}
