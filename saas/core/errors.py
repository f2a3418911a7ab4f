"""What the product refuses, and how.

    Refusal                expected: a stable code, a safe message, the input field it is about
     +- NotFound           hidden and absent alike
     +- Forbidden          a known member without the right
     +- Conflict           the record has moved on since it was read
     +- Invalid            input that makes no sense
     +- LimitReached       the plan, the size or the rate is used up
     +- Unavailable        not now; try again

Anything else that is raised is a bug: it is logged once with the request's id and shown as INTERNAL.

A message is an English `msgid` with `%(named)s` places; `saas.core.texts` says it in the member's language, so a
message is written as a literal where it is raised and has a line in each catalogue of `saas/locales`:

    raise Invalid("DEAL_CLOSED", "%(name)s is closed.", "dealId", name=deal.name)
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plural:
    """A message that depends on the parameter `count`: `Plural("%(count)s deal", "%(count)s deals")`."""

    one: str
    many: str


class Refusal(Exception):
    """`params` fill the `%(named)s` places of the message."""

    default_code = "REFUSED"
    default_message: str | Plural = "This cannot be done."

    def __init__(
        self, code: str | None = None, message: str | Plural | None = None, field: str | None = None, **params: object
    ) -> None:
        self.code = code or self.default_code
        self.message = message or self.default_message
        self.field = field
        self.params = params
        super().__init__(f"{self.code}: {self.message}" + (f" [{field}]" if field else ""))


class NotFound(Refusal):
    default_code = "NOT_FOUND"
    default_message = "There is no such record."


class NothingLeft(NotFound):
    """To do, for a job: what it was for is gone, and that is as good as done."""


class Forbidden(Refusal):
    default_code = "FORBIDDEN"
    default_message = "You are not allowed to do this."


class Conflict(Refusal):
    default_code = "CONFLICT"
    default_message = "Someone else has changed this record in the meantime."


class Invalid(Refusal):
    default_code = "INVALID"
    default_message = "This is not valid."


class LimitReached(Refusal):
    default_code = "LIMIT_REACHED"
    default_message = "The limit is reached."


class Unavailable(Refusal):
    default_code = "UNAVAILABLE"
    default_message = "This is not available at the moment. Try again later."


class Moving(Unavailable):
    """A change, while the company is on its way to another cell; reading goes on."""

    SECONDS = 5

    def __init__(self) -> None:
        super().__init__(
            "TENANT_MOVING", "This company is moving to another server. Changes can be saved again in a few seconds.",
            seconds=self.SECONDS,
        )  # fmt: skip
