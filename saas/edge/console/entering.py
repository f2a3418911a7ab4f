"""Coming into the admin host from the sign-in host, by the same circle as into a company's.

admin /enter?next=…  ─ a secret for this browser ─►  login /console?seal=…&next=…
login /console       ─ a code for that browser   ─►  admin /enter?code=…  ─ the session's cookie ─►  next
"""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from saas.console.sessions import LIFE, open_session
from saas.core.errors import Refusal
from saas.core.texts import later, say, tell
from saas.edge.asking import chosen_language, headers_of, local_path
from saas.edge.pages import Page, link, message_page
from saas.edge.premises import Premises, browser_of
from saas.identity.carrying import Shown
from saas.identity.credentials import digest, new_session

ENTERING_COOKIE = "kesher_admin_entering"
SESSION_COOKIE = "kesher_admin"
_BROWSER_LIFE = 3600


@dataclass(frozen=True, slots=True)
class ConsoleEntering:
    premises: Premises

    async def enter(self, request: Request) -> Response:
        code = request.query_params.get("code")
        return self._begin(request) if code is None else await self._end(request, code)

    def _begin(self, request: Request) -> Response:
        secret = self.premises.cookie(request, ENTERING_COOKIE) or new_session()
        query = urlencode({"seal": digest(secret).hex(), "next": local_path(request.query_params.get("next"))})
        answer = RedirectResponse(self.premises.login(f"/console?{query}"), 303)
        self.premises.set_cookie(answer, ENTERING_COOKIE, secret, seconds=_BROWSER_LIFE)
        return answer

    async def _end(self, request: Request, code: str) -> Response:
        here = self.premises
        shown = Shown(code, here.cookie(request, ENTERING_COOKIE) or "")
        try:
            opened = await here.run(open_session, here.platform, shown, browser_of(request), clock=here.clock)
        except Refusal as refusal:
            return _refused(request, refusal)
        answer = RedirectResponse(local_path(opened.next), 303)
        here.set_cookie(answer, SESSION_COOKIE, opened.secret, seconds=int(LIFE.total_seconds()))
        return answer


def enter_address(request: Request) -> str:
    """Which leads back to what was asked for."""
    asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return f"/enter?next={quote(local_path(asked), safe='')}"


def _refused(request: Request, refusal: Refusal) -> Response:
    page = Page(chosen_language(request.query_params.get("lang"), headers_of(request.scope)), "/enter")
    again = link("/enter", say(later("Sign in again"), page.locale))
    return message_page(page, tell(refusal, page.locale), status=403, more=again)
