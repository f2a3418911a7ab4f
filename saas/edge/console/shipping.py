"""Sealed files over the wire: brought in pieces, fetched once by a link.

A piece is small enough to be held; what is fetched runs through, from the store to the browser's disk.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from saas.console.archives import Archive, ArchiveKind, Shelf
from saas.console.sessions import Admin
from saas.core.errors import Invalid, Refusal
from saas.core.texts import later, say, tell
from saas.edge import answers
from saas.edge.asking import chosen_language, headers_of
from saas.edge.forgery import check_forgery
from saas.edge.graphql import read_body
from saas.edge.pages import Page, link, message_page
from saas.edge.premises import Premises
from saas.files.names import disposition
from saas.files.serving import SANDBOX
from saas.operations.depot import PIECE, Depot, size_of


@dataclass(frozen=True, slots=True)
class Shipping:
    """`admin` finds out who asks, or refuses."""

    premises: Premises
    admin: Callable[[Request], Awaitable[Admin]]

    @property
    def shelf(self) -> Shelf:
        here = self.premises
        return Shelf(here.platform, Depot(here.settings.files_url), here.clock)

    async def bring(self, request: Request) -> Response:
        """A piece, which may be brought again."""
        await self.admin(request)
        headers = headers_of(request.scope)
        check_forgery(headers, tokens=False)
        id, number = UUID(str(request.path_params["id"])), int(request.path_params["number"])
        upload = await self.premises.run(self.shelf.get, id, ArchiveKind.UPLOAD)
        content = await read_body(request.receive, headers, limit=PIECE)
        if not content or len(content) != size_of(number, upload.size or 0):
            raise Invalid("BAD_PIECE", "This is no piece of the file that was announced.", "number")
        await self.premises.run(self.shelf.put_piece, id, number, content)
        return Response(status_code=204, headers={"cache-control": "no-store"})

    async def fetch(self, request: Request) -> Response:
        """A link was followed: whoever has it must be signed in besides. Looking ahead (HEAD) would use it up."""
        if request.method == "HEAD":
            raise answers.NO_SUCH_METHOD
        admin, id = await self.admin(request), UUID(str(request.path_params["id"]))
        try:
            found = await self.premises.run(self.shelf.claim, admin, id, request.query_params.get("key", ""))
            content = await self.shelf.depot.read(id)
        except Refusal as refusal:
            page = Page(chosen_language(None, headers_of(request.scope)), "/archives")
            back = link("/archives", say(later("Back to the files"), page.locale))
            return message_page(page, tell(refusal, page.locale), status=410, more=back)
        headers = {
            "content-type": "application/octet-stream", "content-length": str(found.size),
            "content-disposition": disposition(found.name, inline=False), "content-security-policy": SANDBOX,
            "cache-control": "no-store",
        }  # fmt: skip
        return StreamingResponse(self._handed_over(found, content), headers=headers)

    async def _handed_over(self, found: Archive, content: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
        """Gone once the last byte was taken; one that was broken off can be fetched by another link."""
        async for chunk in content:
            yield chunk
        await self.premises.run(self.shelf.remove, found.id)
