"""A person has shown who he is: the sign-in host remembers him, and leads him on.

`arrive` is what every way of signing in ends with. Where to is a `Way`: into a company (`company`, its slug, and a path
there), or, without a company, to a path of the sign-in host.
"""

from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from starlette.responses import RedirectResponse, Response

from saas.core.texts import later, say
from saas.edge.asking import local_path
from saas.edge.login.asked import Asked
from saas.edge.pages import leave
from saas.edge.premises import browser_of, is_slug
from saas.identity.visitors import VISIT_COOKIE, VISIT_LIFE, Entrance, end_visit, open_visit


@dataclass(frozen=True, slots=True)
class Way:
    """Where signing in leads to."""

    company: str | None = None
    next: str = "/"

    @property
    def query(self) -> str:
        """To carry it from page to page."""
        known = {"company": self.company, "next": self.next if self.next != "/" else None}
        return urlencode({name: value for name, value in known.items() if value})

    @property
    def to_console(self) -> bool:
        return self.next.partition("?")[0] == "/console"


def way_of(asked: Asked) -> Way:
    """As the address of a page, or the form that was sent from it, says it."""
    given = {**asked.request.query_params, **(asked.form if asked.request.method == "POST" else {})}
    company = given.get("company", "").lower()
    return Way(company if is_slug(company) else None, local_path(given.get("next")))


def arrive(asked: Asked, entrance: Entrance, way: Way) -> Response:
    """Opens a visit in place of the one that was, and leads on."""
    here = asked.premises
    _end_the_old(asked)
    secret = open_visit(here.platform, entrance, clock=here.clock)
    answer = lead_on(asked, way)
    here.set_cookie(answer, VISIT_COOKIE, secret, seconds=int(VISIT_LIFE.total_seconds()))
    return answer


def depart(asked: Asked, to: str) -> Response:
    """Ends the visit that there is, and leads to a path of this host."""
    _end_the_old(asked)
    answer = RedirectResponse(to, 303)
    asked.premises.drop_cookie(answer, VISIT_COOKIE)
    return answer


def _end_the_old(asked: Asked) -> None:
    here = asked.premises
    secret = here.cookie(asked.request, VISIT_COOKIE)
    if secret is not None:
        end_visit(here.platform, secret, clock=here.clock)


def entrance(asked: Asked, person_id: UUID, method: str) -> Entrance:
    """Of this browser, into all companies of the person."""
    return Entrance(person_id, method, None, browser_of(asked.request))


def lead_on(asked: Asked, way: Way) -> Response:
    """A company is entered by its own host, which begins the carrying. After a form a page leads there."""
    here = asked.premises
    if way.company is None:
        return RedirectResponse(way.next, 303)
    address = here.company(way.company, "/enter?" + urlencode({"next": way.next}))
    if asked.request.method == "GET":
        return RedirectResponse(address, 303)
    return leave(asked.page, address, say(later("You are signed in."), asked.locale))
