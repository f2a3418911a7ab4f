"""From the sign-in host to the admin host: for platform admins, who have come by themselves."""

import re
from typing import Final
from urllib.parse import urlencode

from starlette.responses import RedirectResponse, Response

from saas.console.links import redeem_link
from saas.console.sessions import Wanted, begin_session, is_admin, may_begin
from saas.core.texts import later, say
from saas.edge.asking import local_path
from saas.edge.login.asked import Asked, At
from saas.edge.pages import button, form, heading, lead, link, respond
from saas.edge.premises import ADMIN, browser_of
from saas.identity.visitors import VISIT_COOKIE, VISIT_LIFE, Visitor

_SEAL: Final = re.compile(r"[0-9a-f]{64}")


def carry(asked: Asked) -> Response:
    """From the admin host with the seal of its browser; leads back there with a code.

    Who came through a company's own provider is whoever that company says: it opens nothing here. Who signed in longer
    ago than a session may lie idle does it again, or leaving the console alone would never end it.
    """
    here, visitor, seal = asked.premises, asked.visitor, asked.query("seal")
    if not _SEAL.fullmatch(seal):
        return RedirectResponse(here.settings.origin(ADMIN) + "/enter", 303)
    if visitor is None or not may_begin(visitor, here.clock.now()):
        return RedirectResponse("/sign-in?" + urlencode({"next": f"/console?{asked.request.url.query}"}), 303)
    if not is_admin(here.platform, visitor.person_id):
        return _stranger_page(asked, visitor)
    wanted = Wanted(bytes.fromhex(seal), local_path(asked.query("next")))
    code = begin_session(here.platform, visitor, wanted, clock=here.clock)
    return RedirectResponse(here.settings.origin(ADMIN) + "/enter?" + urlencode({"code": code}), 303)


def arrive_by_link(asked: Asked) -> Response:
    """With what the terminal has printed for an admin who has no other way to sign in yet."""
    here = asked.premises
    secret = redeem_link(here.platform, asked.query("secret"), browser_of(asked.request), clock=here.clock)
    answer = RedirectResponse(here.settings.origin(ADMIN) + "/enter", 303)
    here.set_cookie(answer, VISIT_COOKIE, secret, seconds=int(VISIT_LIFE.total_seconds()))
    return answer


def _stranger_page(asked: Asked, visitor: Visitor) -> Response:
    page = asked.page
    title = say(later("This console is for platform administrators"), page.locale)
    inside = heading(page, title) + lead(
        say(later("You are signed in as %(email)s."), page.locale, email=visitor.email)
    )
    inside += lead(say(later("Ask whoever runs this service, or sign in as somebody else."), page.locale))
    inside += link("/", say(later("Your companies"), page.locale), quiet=True)
    inside += form("/sign-out", button(say(later("Sign out"), page.locale), quiet=True))
    return respond(page, inside, title=title, status=403)


PAGES = (At("GET", "/console", carry), At("GET", "/console/link", arrive_by_link))
