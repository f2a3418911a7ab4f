"""The whole of HTTP: the graph's door, the capabilities' doors, signing in, health and the web client's files.

A bare ASGI callable; Starlette serves what is not the graph. One of the two places that catch whatever was raised:
it is logged once under the request's id and shown as INTERNAL with that id.
"""

import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from inspect import iscoroutinefunction

from anyio.to_thread import run_sync
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route as Mounted
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from saas.core.clock import Clock
from saas.core.errors import Conflict, Forbidden, LimitReached, NotFound, Refusal, Unavailable
from saas.core.outside import Nowhere, Outside
from saas.core.principal import Principal, system
from saas.core.routes import Answer, Route
from saas.core.texts import tell
from saas.core.work import Opener
from saas.edge import answers, manifest
from saas.edge.answers import JSON, SECURITY, Said, Unanswered, refusal_body, send_said
from saas.edge.asking import chosen_language, headers_of, label_of, language_of, new_request_id, wants_page
from saas.edge.client import Client
from saas.edge.console.door import ConsoleDoor
from saas.edge.entering import Entering
from saas.edge.forgery import check_forgery
from saas.edge.graphql import Gone, GraphDoor, read_body
from saas.edge.health import Health
from saas.edge.identity import door as identity
from saas.edge.live.socket import Sockets
from saas.edge.login import door as login
from saas.edge.pages import Page, message_page
from saas.edge.premises import ADMIN, LOGIN, Premises
from saas.edge.reception import RENEWAL, Reception
from saas.edge.scim import door as scim
from saas.edge.sign_in import SignIn
from tenants.engine import Lanes
from tenants.registry import Tenant, TenantStatus

log = logging.getLogger("kesher.edge")

STATUS: dict[type[Refusal], int] = {NotFound: 404, Forbidden: 403, Conflict: 409, LimitReached: 429, Unavailable: 503}
_INVALID = 422
_REQUEST_ID = "request_id"
_BEGUN = "answer_begun"


@dataclass(frozen=True, slots=True)
class Parts:
    """What the edge is made of."""

    graph: GraphDoor
    sockets: Sockets
    reception: Reception
    sign_in: SignIn
    premises: Premises
    health: Health
    client: Client
    lanes: Lanes
    closing: Callable[[], None]
    opening: Callable[[], object] = dict
    clock: Clock = field(default_factory=Clock)
    outside: Outside = field(default_factory=Nowhere)


class Door:
    def __init__(self, parts: Parts, routes: Iterable[Route]) -> None:
        self._parts = parts
        self._graph = parts.graph
        self._rest: ASGIApp = Starlette(
            routes=[
                Mounted("/healthz", self._health, methods=["GET"]),
                Mounted("/sign-in", parts.sign_in.show, methods=["GET"]),
                Mounted("/sign-in", parts.sign_in.sign_in, methods=["POST"]),
                Mounted("/sign-out", parts.sign_in.sign_out, methods=["POST"]),
                Mounted("/enter", Entering(parts.premises).enter, methods=["GET"]),
                *identity.routes(parts.premises),
                *scim.routes(parts.premises),
                *(Mounted(route.path, self._capability(route), methods=[route.method]) for route in routes),
                Mounted(manifest.PATH, self._manifest, methods=["GET"]),
                Mounted("/{path:path}", self._file, methods=["GET"]),
            ],
            exception_handlers={Refusal: self._refused, HTTPException: self._unknown, Exception: self._broken},
            lifespan=self._live,
        )
        self._login: ASGIApp = Starlette(
            routes=[
                Mounted("/healthz", self._health, methods=["GET"]),
                *login.routes(parts.premises),
                Mounted("/{path:path}", self._login_file, methods=["GET"]),
            ],
            exception_handlers={Refusal: self._told, HTTPException: self._untold, Exception: self._broken},
        )
        self._console: ASGIApp = Starlette(
            routes=[
                Mounted("/healthz", self._health, methods=["GET"]),
                *ConsoleDoor(parts.premises, parts.client).routes(),
            ],
            exception_handlers={Refusal: self._told, HTTPException: self._untold, Exception: self._broken},
        )
        self._ours: dict[str | None, ASGIApp] = {LOGIN: self._login, ADMIN: self._console}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await self._answer(scope, receive, send)
        elif scope["type"] == "lifespan":
            await self._rest(scope, receive, send)
        else:
            await self._socket(scope, receive, send)

    def close(self) -> None:
        """Lets go of threads and connections."""
        self._parts.closing()

    @asynccontextmanager
    async def _live(self, _app: Starlette) -> AsyncIterator[None]:
        self._parts.opening()
        yield
        self.close()

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        request_id = new_request_id()
        try:
            label = label_of(headers_of(scope).get(b"host", b""), self._parts.premises.settings.domain)
            if label in self._ours:
                scope[_REQUEST_ID] = request_id
                await self._ours[label](scope, receive, _secured(scope, send))
            elif scope["path"] == "/graphql":
                await self._graph(scope, receive, send, request_id=request_id)
            else:
                scope[_REQUEST_ID] = request_id
                await self._rest(scope, receive, _secured(scope, send))
        except Unanswered as refusal:
            await _send_refusal(scope, send, refusal, request_id)
        except Gone:
            return
        except Exception:
            log.exception("request %s failed: %s %s", request_id, scope["method"], scope["path"])
            if _BEGUN not in scope:
                await _send_refusal(scope, send, answers.BROKEN, request_id)

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        request_id = new_request_id()
        try:
            await self._parts.sockets(scope, receive, send, request_id=request_id)
        except Exception:
            log.exception("request %s failed: WebSocket %s", request_id, scope["path"])
            await send({"type": "websocket.close", "code": 1011, "reason": "INTERNAL"})

    async def _health(self, _request: Request) -> Response:
        status, shown = await run_sync(self._parts.health.check)
        return JSONResponse(shown, status, {"cache-control": "no-store"})

    def _capability(self, route: Route) -> Callable[[Request], Awaitable[Response]]:
        quick = iscoroutinefunction(route.answer)

        async def answer(request: Request) -> Response:
            headers = headers_of(request.scope)
            tenant, principal = await self._who(route, request)
            if route.method != "GET" and not route.public:
                check_forgery(headers, form=route.form)
            again = request if route.streams else await _read(request, limit=route.limit)
            opener = Opener(self._parts.lanes, tenant, principal, self._parts.clock, self._parts.outside)
            given = route.answer(opener, again) if quick else await run_sync(_run, route.answer, opener, again)
            try:
                return given if isinstance(given, Response) else await given
            except ClientDisconnect as left:
                raise Gone from left

        return answer

    async def _who(self, route: Route, request: Request) -> tuple[Tenant, Principal]:
        """Of a public door the product itself, in the company whose host it is, whatever credential comes along."""
        if not route.public:
            known = await self._parts.reception.welcome(request.scope)
            return known.tenant, known.principal(request.scope[_REQUEST_ID])
        slug = self._parts.reception.slug(headers_of(request.scope))
        company = await self._parts.reception.tenant(slug) if slug is not None else None
        if company is None:
            raise answers.UNKNOWN_TENANT
        answers.check_open(company)
        return company, system(request.scope[_REQUEST_ID], locale=company.locale, time_zone=company.time_zone)

    async def _manifest(self, request: Request) -> Response:
        """Asked for without a cookie: browsers fetch it so."""
        slug = self._parts.reception.slug(headers_of(request.scope))
        company = await self._parts.reception.tenant(slug) if slug is not None else None
        if company is None or company.status is not TenantStatus.ACTIVE:
            raise answers.NOT_HERE
        body = manifest.manifest_of(company)
        return Response(body, 200, {"content-type": manifest.KIND, "cache-control": "public, max-age=3600"})

    async def _file(self, request: Request) -> Response:
        """A file of the client; for a person any other path is the client's page, once signed in."""
        file = await run_sync(self._parts.client.file, request.url.path, request.headers)
        if file is not None:
            return file
        headers = headers_of(request.scope)
        if not wants_page(headers):
            raise answers.NOT_HERE
        await self._parts.reception.welcome(request.scope)
        page = await run_sync(self._parts.client.page, Headers(scope=request.scope))
        if page is None:
            raise answers.NO_CLIENT
        return page

    async def _refused(self, request: Request, error: Exception) -> Response:
        """Of a page in words for a person, of any other door as JSON."""
        refusal = error if isinstance(error, Refusal) else answers.NOT_HERE
        headers = headers_of(request.scope)
        if isinstance(refusal, Unanswered) and wants_page(headers):
            return await self._parts.sign_in.refused(request, refusal)
        status = refusal.status if isinstance(refusal, Unanswered) else STATUS.get(type(refusal), _INVALID)
        body = refusal_body(refusal, locale=await self._locale(request), request_id=request.scope[_REQUEST_ID])
        return Response(
            body, status, {"content-type": JSON.decode(), "cache-control": "no-store", **answers.waiting(refusal)}
        )

    async def _login_file(self, request: Request) -> Response:
        """The sign-in host has the client's icon and letters, not its page."""
        file = await run_sync(self._parts.client.file, request.url.path, request.headers)
        if file is None:
            raise answers.NOT_HERE
        return file

    async def _told(self, request: Request, error: Exception) -> Response:
        """What the sign-in host refuses: for a person a page in words, for a script JSON."""
        refusal = error if isinstance(error, Refusal) else answers.NOT_HERE
        headers = headers_of(request.scope)
        status = refusal.status if isinstance(refusal, Unanswered) else STATUS.get(type(refusal), _INVALID)
        locale = chosen_language(request.query_params.get("lang"), headers)
        if wants_page(headers):
            return message_page(Page(locale, "/"), tell(refusal, locale), status=status)
        body = refusal_body(refusal, locale=locale, request_id=request.scope[_REQUEST_ID])
        return Response(
            body, status, {"content-type": JSON.decode(), "cache-control": "no-store", **answers.waiting(refusal)}
        )

    async def _untold(self, request: Request, error: Exception) -> Response:
        wrong_method = isinstance(error, HTTPException) and error.status_code == answers.NO_SUCH_METHOD.status
        return await self._told(request, answers.NO_SUCH_METHOD if wrong_method else answers.NOT_HERE)

    async def _unknown(self, request: Request, error: Exception) -> Response:
        """What Starlette refuses by itself: a method that a path does not have."""
        wrong_method = isinstance(error, HTTPException) and error.status_code == answers.NO_SUCH_METHOD.status
        return await self._refused(request, answers.NO_SUCH_METHOD if wrong_method else answers.NOT_HERE)

    async def _broken(self, request: Request, _error: Exception) -> Response:
        """Starlette raises it again afterwards, so that it is logged where all bugs are."""
        locale = language_of(headers_of(request.scope))
        body = refusal_body(answers.BROKEN, locale=locale, request_id=request.scope[_REQUEST_ID])
        headers = {"content-type": JSON.decode(), "cache-control": "no-store"}
        return Response(body, answers.BROKEN.status, headers)

    async def _locale(self, request: Request) -> str:
        """The member's, where one is known."""
        headers = headers_of(request.scope)
        try:
            known = await self._parts.reception.receive(headers)
        except Unanswered:
            return language_of(headers)
        return known.someone.locale


def _run(answer: Answer, opener: Opener, request: Request) -> Response | Awaitable[Response]:
    return answer(opener, request)


async def _read(request: Request, *, limit: int) -> Request:
    return Request(request.scope, _told(await read_body(request.receive, headers_of(request.scope), limit=limit)))


def _told(body: bytes) -> Receive:
    """A body that was read already, told again."""

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive


def _secured(scope: Scope, send: Send) -> Send:
    async def secured(message: Message) -> None:
        if message["type"] == "http.response.start":
            scope[_BEGUN] = True
            said = dict(message["headers"])
            ours = [pair for pair in SECURITY if pair[0] not in said]
            message["headers"] = [*message["headers"], (b"x-request-id", scope[_REQUEST_ID].encode()), *ours]
            renewal = scope.get(RENEWAL)
            if renewal is not None and b"set-cookie" not in dict(message["headers"]):
                message["headers"].append((b"set-cookie", renewal.encode()))
        await send(message)

    return secured


async def _send_refusal(scope: Scope, send: Send, refusal: Unanswered, request_id: str) -> None:
    body = refusal_body(refusal, locale=language_of(headers_of(scope)), request_id=request_id)
    await send_said(send, Said(refusal.status, body, JSON, request_id, retry_after=refusal.retry_after))
