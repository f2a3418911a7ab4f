"""What others may listen to: a record was opened to somebody, or closed again."""

from dataclasses import dataclass
from uuid import UUID

from saas.sharing.model import ShareLevel


@dataclass(frozen=True, slots=True)
class RecordShared:
    """The record `record_id` of the object `object`, a class's name, with one member or with one team.

    `level` is EDIT where it had been READ before, too.
    """

    object: str
    record_id: UUID
    member_id: UUID | None
    team_id: UUID | None
    level: ShareLevel


@dataclass(frozen=True, slots=True)
class RecordUnshared:
    object: str
    record_id: UUID
    member_id: UUID | None
    team_id: UUID | None
