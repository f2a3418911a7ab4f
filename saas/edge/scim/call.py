"""A request to the door of SCIM, what is answered, and refusals as SCIM says them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import orjson
from pydantic import ValidationError
from scim2_models import Error, InvalidSyntaxException, SCIMException
from starlette.responses import Response

from saas.core.errors import Conflict, Forbidden, NotFound, Refusal, Unavailable
from saas.core.texts import tell
from saas.core.work import Work
from saas.edge.answers import Unanswered
from saas.provisioning.actions import CHANGED

KIND = "application/scim+json; charset=utf-8"
_TAKEN = frozenset({"USER_EXISTS", "EMAIL_TAKEN", "DUPLICATE", "MEMBER_EXISTS"})
_STANDING = frozenset({"LAST_OWNER", "TEAM_HAS_TEAMS"})  # refused as things stand now, and not for the value's sake
_STATUS: dict[type[Refusal], int] = {NotFound: 404, Forbidden: 403, Conflict: 409, Unavailable: 503}
_INVALID = 400
_CONFLICT = 409
_STALE = 412


@dataclass(frozen=True, slots=True)
class Call:
    """`path` is what comes after `/scim/v2/`, `base` the address up to there."""

    opener: Callable[[], Work]
    method: str
    path: tuple[str, ...]
    query: Mapping[str, str]
    headers: Mapping[bytes, bytes]
    body: bytes
    base: str

    @property
    def expected(self) -> str | None:
        """The state that the directory has seen, as `If-Match` says it."""
        said = self.headers.get(b"if-match")
        return None if said is None else said.decode("latin-1")

    def json(self) -> dict[str, object]:
        try:
            found = orjson.loads(self.body)
        except orjson.JSONDecodeError:
            found = None
        if not isinstance(found, dict):
            raise InvalidSyntaxException(detail="Send a JSON object.")
        return found


@dataclass(frozen=True, slots=True)
class Reply:
    status: int = 200
    body: Mapping[str, object] | None = None
    headers: Mapping[str, str] = field(default_factory=dict)

    def response(self) -> Response:
        headers = {"cache-control": "no-store", **self.headers}
        if self.body is None:
            return Response(status_code=self.status, headers=headers)
        return Response(orjson.dumps(self.body), self.status, {"content-type": KIND, **headers})


def refused(error: SCIMException | ValidationError | Refusal, locale: str) -> Reply:
    if isinstance(error, Refusal):
        said = _of_refusal(error, locale)
    elif isinstance(error, ValidationError):
        said = Error.from_validation_errors(error)[0]
    else:
        said = error.to_error()
    status = said.status or _INVALID
    return Reply(status, said.model_dump(), {"www-authenticate": "Bearer"} if status == 401 else {})  # noqa: PLR2004


def _of_refusal(refusal: Refusal, locale: str) -> Error:
    detail = tell(refusal, locale)
    if isinstance(refusal, Unanswered):
        return Error(status=refusal.status, detail=detail)
    if refusal.code in _TAKEN:
        return Error(status=_CONFLICT, scim_type="uniqueness", detail=detail)
    if refusal.code in _STANDING:
        return Error(status=_CONFLICT, detail=detail)
    if refusal.code == CHANGED:
        return Error(status=_STALE, detail=detail)
    status = _STATUS.get(type(refusal), _INVALID)
    return Error(status=status, scim_type="invalidValue" if status == _INVALID else None, detail=detail)
