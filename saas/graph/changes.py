"""The root field of Subscription and what it tells."""

from enum import StrEnum
from typing import Optional

import strawberry

from saas.graph.declare import Node


@strawberry.enum
class ChangeKind(StrEnum):
    CREATED = "CREATED"
    UPDATED = "UPDATED"
    DELETED = "DELETED"


@strawberry.type(description="What became of one record that the subscriber sees.")
class Change:
    id: strawberry.ID
    type: str
    kind: ChangeKind
    by: Node | None
    node: Node | None


@strawberry.type(
    description="What was changed since the last message: `records`; of the types in `stale` more than is told here, or"
    " something that left the subscriber's sight, so that what is shown of them is to be read anew."
)
class Changes:
    stale: list[str]
    records: list[Change]


ARGUMENTS: dict[str, object] = {"types": Optional[list[str]], "ids": Optional[list[strawberry.ID]]}
ABOUT = (
    "What changes from now on, of records of these types (the names that `__typename` tells) and of these records. "
    "Several changes of a record that follow fast upon each other are one."
)
