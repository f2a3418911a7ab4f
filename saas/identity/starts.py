"""How often one network address may begin to sign in, or to make a passkey.

Counted by what stands in the operator's tables, so that all web processes count together; an exact count, for those of
one address wait for each other.
"""

from datetime import datetime, timedelta
from ipaddress import IPv4Address, ip_address, ip_network
from math import ceil
from typing import Final

from sqlalchemy import Connection, func, select

from saas.core.errors import LimitReached
from tenants.platform import sign_in_attempt

MOST: Final = 60
SPAN: Final = timedelta(minutes=10)
_NEIGHBOURS: Final = 64  # bits of an IPv6 address that one household or office has to itself


def admit(connection: Connection, caller: str | None, now: datetime) -> str | None:
    """The address under which the start is to be kept. `caller` None is not counted.

    Refuses with the seconds after which the next one will be let in.
    """
    if caller is None:
        return None
    address = counted_as(caller)
    connection.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"sign-in:{address}", 0))))
    begun = sign_in_attempt.c.address == address, sign_in_attempt.c.created_at > now - SPAN
    latest = select(sign_in_attempt.c.created_at).where(*begun).order_by(sign_in_attempt.c.created_at.desc())
    oldest = connection.execute(latest.offset(MOST - 1).limit(1)).scalar_one_or_none()
    if oldest is not None:
        seconds = max(1, ceil((oldest + SPAN - now).total_seconds()))
        raise LimitReached(
            "TOO_MANY_STARTS", "Too many sign-ins were begun from your network. Try again in %(minutes)s min.",
            minutes=ceil(seconds / 60), seconds=seconds,
        )  # fmt: skip
    return address


def counted_as(caller: str) -> str:
    """Neighbours in IPv6 count as one: whoever has one of these addresses has them all."""
    try:
        found = ip_address(caller)
    except ValueError:
        return caller
    if isinstance(found, IPv4Address):
        return str(found)
    mapped = found.ipv4_mapped
    return str(mapped) if mapped else str(ip_network((found, _NEIGHBOURS), strict=False))
