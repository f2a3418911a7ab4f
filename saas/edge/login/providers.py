"""Signing in with a provider: the page with the ways in, the way to a provider and back."""

from starlette.responses import Response

from saas.core.texts import later, say
from saas.edge.login.arrivals import way_of
from saas.edge.login.asked import Asked, At
from saas.edge.login.authenticators import SCRIPT
from saas.edge.login.passkeys import foot, sign_in_part
from saas.edge.pages import heading, link, respond


def show(asked: Asked) -> Response:
    page, way = asked.page, way_of(asked)
    title = say(later("Sign in"), page.locale)
    ways = "".join(
        link(
            f"/start?provider={client.key}&{way.query}".rstrip("&"),
            say(later("Sign in with %(provider)s"), page.locale, provider=client.name),
        )
        for client in asked.premises.settings.oidc
    )
    ways += sign_in_part(page, way) + foot(page)
    return respond(page, heading(page, title) + ways, title=title, script=SCRIPT)


PAGES = (At("GET", "/sign-in", show),)
