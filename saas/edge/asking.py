"""What the headers of a request say: which company, which credential, which language."""

import os
from collections.abc import Mapping
from functools import lru_cache
from itertools import count
from typing import NamedTuple
from urllib.parse import urlsplit

from starlette.types import Scope

from saas.core.texts import LOCALES
from tenants.placement import RESERVED

Headers = Mapping[bytes, bytes]

LANGUAGE = "kesher_language"
_BEARER = b"bearer "
_PROCESS = os.urandom(6).hex()
_numbers = count(1)


class Credential(NamedTuple):
    """`session` tells a browser's cookie from a program's token."""

    secret: str
    session: bool


def new_request_id() -> str:
    """Unlike any other of any process."""
    return f"{_PROCESS}{next(_numbers):08x}"


def headers_of(scope: Scope) -> Headers:
    return dict(scope["headers"])


@lru_cache(maxsize=4096)
def slug_of(host: bytes, domain: str) -> str | None:
    """The company's label of a host below our domain: `acme` of `acme.localhost:8000`; None for any other host."""
    label = label_of(host, domain)
    return None if label in RESERVED else label


@lru_cache(maxsize=4096)
def label_of(host: bytes, domain: str) -> str | None:
    """Also one that no company has, such as `login`."""
    name = hostname(host)
    label = name.removesuffix(f".{domain}")
    return label if label != name and label and "." not in label else None


def hostname(host: bytes) -> str:
    return host.decode("latin-1").lower().rpartition("]")[2].partition(":")[0]


def credential_of(headers: Headers, *, cookie: str) -> Credential | None:
    """A token goes before a cookie; `cookie` is the name of the session's."""
    shown = headers.get(b"authorization")
    if shown is None:
        secret = cookie_of(headers, cookie)
        return Credential(secret, session=True) if secret else None
    if shown[: len(_BEARER)].lower() != _BEARER:
        return None
    return Credential(shown[len(_BEARER) :].decode("latin-1").strip(), session=False)


def cookie_of(headers: Headers, name: str) -> str | None:
    for part in headers.get(b"cookie", b"").decode("latin-1").split(";"):
        key, _, value = part.strip().partition("=")
        if key == name:
            return value
    return None


def is_own(headers: Headers) -> bool:
    """Whether a request that a cookie vouches for comes from a page of ours, and not from a stranger's."""
    origin = headers.get(b"origin")
    if origin is not None and urlsplit(origin.decode("latin-1")).netloc.lower() != host_of(headers):
        return False
    return headers.get(b"sec-fetch-site", b"none") in {b"same-origin", b"none"}


def host_of(headers: Headers) -> str:
    return headers.get(b"host", b"").decode("latin-1").lower()


def language_of(headers: Headers, *, otherwise: str = "en") -> str:
    """The first language of `Accept-Language` that we speak."""
    for part in headers.get(b"accept-language", b"").decode("latin-1").split(","):
        language = part.partition(";")[0].strip().lower().partition("-")[0]
        language = "he" if language == "iw" else language
        if language in LOCALES:
            return language
    return otherwise


def chosen_language(asked: str | None, headers: Headers, *, otherwise: str = "en") -> str:
    """The one that the page was asked in, else the one that the reader chose before, else the browser's."""
    for choice in (asked, cookie_of(headers, LANGUAGE)):
        if choice in LOCALES:
            return choice
    return language_of(headers, otherwise=otherwise)


def local_path(path: str | None) -> str:
    """Only a path of this host; what a browser reads as another host is not one, nor is a page of signing in."""
    fine = (
        path is not None
        and path.startswith("/")
        and not path.startswith(("//", "/\\"))
        and path.partition("?")[0].rstrip("/") not in {"/sign-in", "/enter"}
        and path.isprintable()
    )
    return path if fine and path is not None else "/"


def wants_page(headers: Headers) -> bool:
    return b"text/html" in headers.get(b"accept", b"")
