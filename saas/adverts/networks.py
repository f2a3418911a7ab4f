"""What all networks have in common: how they are asked, and what is made of what they say."""

import hmac
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from saas.adverts.gateway import Answer, Question
from saas.core.errors import Invalid
from saas.core.model import Json

LONGEST_ID = 200


@dataclass(frozen=True, slots=True)
class Key:
    """What a source shows to its network, and in which version of its API it asks, where no address says that."""

    access_token: str = field(repr=False)
    signing_secret: str | None = field(default=None, repr=False)
    version: str = ""


@dataclass(frozen=True, slots=True)
class Network:
    """`notices` are the leads that a webhook's body tells of, by their ids; `read` makes of a lead what our own forms
    send: its fields by the names of the network, and the visit. One that `is_test` becomes no lead.
    """

    name: str
    fits: Callable[[str, bytes, str], bool]
    notices: Callable[[Json], Iterable[tuple[str, Json]]]
    question: Callable[[str, str, Key], Question]
    judge: Callable[[Answer], Json]
    read: Callable[[Json], Json]
    is_test: Callable[[Json], bool]


def mac(secret: str, said: bytes) -> str:
    return hmac.new(secret.encode(), said, sha256).hexdigest()


def same(shown: str, ours: str) -> bool:
    return hmac.compare_digest(shown.encode(), ours.encode())  # of texts it takes ASCII alone


def listed(said: object, field: str) -> list[Json]:
    """A list of objects; anything else is refused."""
    if not isinstance(said, list) or not all(isinstance(one, dict) for one in said):
        raise Invalid("BAD_NOTICE", "This is not how the network tells of its leads.", field)
    return said


def text_of(said: Mapping[str, object], name: str) -> str:
    value = said.get(name)
    return "" if value is None or isinstance(value, dict | list) else str(value)


def sent(pairs: Iterable[tuple[str, str]], tags: Mapping[str, str]) -> Json:
    """As our own forms say it; a field that comes twice is one with both values."""
    fields: dict[str, object] = {}
    for name, value in pairs:
        if name and value:
            fields[name] = f"{fields[name]}, {value}" if name in fields else value
    return {"fields": fields, "visit": {name: value for name, value in tags.items() if value}}
