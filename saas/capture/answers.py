"""How the public doors answer: what pages of any site may read, and what is refused."""

from starlette.responses import JSONResponse, Response

from saas.core.errors import LimitReached, NotFound, Refusal, Unavailable
from saas.core.texts import tell
from saas.core.work import Opener

INVALID = 422
STATUS: dict[type[Refusal], int] = {NotFound: 404, LimitReached: 429, Unavailable: 503}
ANYBODY = {
    "access-control-allow-origin": "*", "cache-control": "no-store",
    "cross-origin-resource-policy": "cross-origin",
}  # fmt: skip
PREFLIGHT = {
    **ANYBODY, "access-control-allow-methods": "GET, POST", "access-control-allow-headers": "content-type",
    "access-control-max-age": "86400",
}  # fmt: skip

SCRIPT = {
    "content-type": "text/javascript; charset=utf-8", "cache-control": "public, max-age=3600",
    "cross-origin-resource-policy": "cross-origin",
}  # fmt: skip


def refused(opener: Opener, refusal: Refusal) -> Response:
    """Readable by the page that asked."""
    said = {"code": refusal.code, "message": tell(refusal, opener.principal.locale), "field": refusal.field}
    seconds = refusal.params.get("seconds")
    again = {} if seconds is None else {"retry-after": str(seconds)}
    return JSONResponse({"problem": said}, status_of(refusal), headers=ANYBODY | again)


def status_of(refusal: Refusal) -> int:
    return next((code for kind, code in STATUS.items() if isinstance(refusal, kind)), INVALID)
