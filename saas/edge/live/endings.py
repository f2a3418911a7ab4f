"""How a connection ends from our side: the WebSocket's close code and a reason that programs can read.

The codes below 4500 are those of graphql-transport-ws; its usual client tries again after 1012, 1013 and 4403.
"""

from typing import NamedTuple


class Ending(NamedTuple):
    code: int
    reason: str


class Over(Exception):
    """The connection ends."""

    def __init__(self, ending: Ending) -> None:
        super().__init__(ending.reason)
        self.ending = ending


BAD_MESSAGE = Ending(4400, "BAD_MESSAGE")
UNAUTHENTICATED = Ending(4401, "UNAUTHENTICATED")
NOT_STARTED = Ending(4401, "CONNECTION_INIT_FIRST")
TENANT_SUSPENDED = Ending(4401, "TENANT_SUSPENDED")
TENANT_DELETED = Ending(4401, "TENANT_DELETED")
ACCESS_CHANGED = Ending(4403, "ACCESS_CHANGED")
WRONG_PROTOCOL = Ending(4406, "WRONG_PROTOCOL")
TOO_LATE = Ending(4408, "CONNECTION_INIT_TIMEOUT")
SAME_ID = Ending(4409, "SUBSCRIBER_EXISTS")
STARTED_TWICE = Ending(4429, "TOO_MANY_INITIALISATION_REQUESTS")
TOO_MANY_OF_ONE = Ending(4429, "TOO_MANY_CONNECTIONS")
TOO_MANY_HERE = Ending(1013, "TRY_AGAIN_LATER")
BUDGET_SPENT = Ending(1013, "BUDGET_SPENT")
TENANT_BEHIND = Ending(1013, "TENANT_BEHIND")
TOO_SLOW = Ending(1013, "TOO_SLOW")
