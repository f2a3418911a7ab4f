"""Where a tenant lives: its cell, and the lane of connections that it always takes there."""

import re
from collections.abc import Mapping
from typing import Final
from zlib import crc32

from tenants.errors import BadSlug

HOME: Final = "home"  # the cell that has the directory; where no other was named, the only one
CELL: Final = re.compile(r"[a-z][a-z0-9-]{0,30}")
RESERVED: Final = frozenset(
    [
        "account",
        "admin",
        "api",
        "app",
        "assets",
        "auth",
        "billing",
        "blog",
        "cdn",
        "dashboard",
        "docs",
        "ext",
        "fleet",
        "graphql",
        "healthz",
        "help",
        "imap",
        "jobs",
        "kesher",
        "localhost",
        "login",
        "mail",
        "metrics",
        "mx",
        "ns1",
        "ns2",
        "operator",
        "ops",
        "platform",
        "public",
        "root",
        "smtp",
        "static",
        "status",
        "support",
        "system",
        "tenant",
        "webhook",
        "webhooks",
        "www",
    ]
)
_SLUG: Final = re.compile(r"[a-z](?:-?[a-z0-9])+")
LONGEST: Final = 40


def lane(namespace: str, lanes: int) -> int:
    """The same lane in every process: a connection then meets few tenants, and its memory stays small."""
    return crc32(namespace.encode()) % lanes


def emptiest(companies: Mapping[str, int]) -> str:
    """The cell with the fewest companies, of several the first: all cells are of one size."""
    return min(companies, key=lambda cell: companies[cell])


def check_slug(slug: str) -> None:
    """A slug is the first label of the tenant's host name."""
    if not _SLUG.fullmatch(slug) or len(slug) > LONGEST:
        raise BadSlug(
            f"{slug!r} cannot be a company's address: use 2 to {LONGEST} small letters, digits and single hyphens, "
            "a letter first."
        )
    if slug in RESERVED:
        raise BadSlug(f"{slug!r} is reserved; choose another address.")
