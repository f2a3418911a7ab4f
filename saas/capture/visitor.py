"""Whose visits are meant: an id that a browser made for itself on the company's site. Only its digest is ever kept."""

import hashlib
import re

from saas.core.model import Json

_ID = re.compile(r"[A-Za-z0-9_-]{20,64}", re.ASCII)


def is_id(said: object) -> bool:
    """Long enough that nobody can guess it."""
    return isinstance(said, str) and _ID.fullmatch(said) is not None


def digest(*ids: str) -> str:
    return hashlib.sha256("\n".join(ids).encode()).hexdigest()


def disguise(said: Json) -> None:
    """In place, before a submission is kept: `visit.visitor` is from now on its digest, or is not there."""
    visit = said.get("visit")
    if isinstance(visit, dict):
        visitor = visit.pop("visitor", None)
        if is_id(visitor):
            visit["visitor"] = digest(visitor)
