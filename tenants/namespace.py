"""The name of a tenant's namespace and role, and the guard that enters it."""

import base64
import re
import secrets
from functools import lru_cache
from typing import Final
from uuid import UUID

_NAME: Final = re.compile(r"t_[a-z2-7]{13}")


def new_name() -> str:
    """A random name of 64 bits: it tells nothing of the tenant and is never used twice."""
    return "t_" + base64.b32encode(secrets.token_bytes(8)).decode().rstrip("=").lower()


def checked(namespace: str) -> str:
    """The same name, if it is one that `new_name` could have made: only such a name ever becomes part of SQL."""
    if not _NAME.fullmatch(namespace):
        raise ValueError(f"not a tenant's namespace: {namespace!r}")
    return namespace


def guard(namespace: str, actor: UUID | None) -> str:
    """SQL that enters the namespace for the rest of the transaction, to be sent in one message with what follows."""
    return f"{_entry(namespace)}SET LOCAL kesher.member='{actor or ''}';"


@lru_cache(maxsize=20_000)
def _entry(namespace: str) -> str:
    return f"SET LOCAL ROLE {checked(namespace)};SET LOCAL search_path={namespace},ext;"
