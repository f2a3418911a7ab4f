"""How fast one address may ask the doors of a source: a bucket of tries that fills again with time.

A process counts for itself, and forgets the addresses that have been silent for longest.
"""

import ipaddress
from collections import OrderedDict
from dataclasses import dataclass, field
from math import ceil
from threading import Lock

from starlette.requests import Request

from saas.core.errors import LimitReached
from saas.core.work import Opener

MOST_KNOWN = 20_000
NETWORK = 64
"""Whoever has an address of IPv6 has so many bits of it to choose from."""


@dataclass(slots=True)
class Pace:
    """`known` is what is left to whom, and since when; the silent ones come first."""

    at_once: int
    per_second: float
    known: OrderedDict[tuple[str, str], tuple[float, float]] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)

    def pass_by(self, door: str, remote: str | None, at: float) -> None:
        """Refuses whoever comes too fast. What comes from this machine itself is not counted."""
        address = _address(remote)
        if address is None:
            return
        with self.lock:
            left, since = self.known.pop((door, address), (float(self.at_once), at))
            left = min(self.at_once, left + max(at - since, 0) * self.per_second)
            self.known[door, address] = (max(left - 1, 0), at) if left >= 1 else (left, at)
            if len(self.known) > MOST_KNOWN:
                self.known.popitem(last=False)
        if left < 1:
            seconds = ceil((1 - left) / self.per_second)
            message = "Too much came from your address at once. Wait a moment, then try again."
            raise LimitReached("TOO_FAST", message, seconds=seconds)


VISITORS, SENDERS = Pace(60, 1.0), Pace(600, 20.0)


def pass_by(pace: Pace, opener: Opener, request: Request) -> None:
    """Of the source whose key the request's path names."""
    door = f"{opener.tenant.namespace} {request.path_params['key']}"
    pace.pass_by(door, request.client.host if request.client else None, opener.clock.now().timestamp())


def _address(remote: str | None) -> str | None:
    """None of this machine, and where nothing tells."""
    try:
        address = ipaddress.ip_address(remote or "")
    except ValueError:
        return None
    if address.is_loopback:
        return None
    if isinstance(address, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((address, NETWORK), strict=False))
    return str(address)
