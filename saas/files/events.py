"""What others may listen to: a record has another file, or one less."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class FileAttached:
    """`about_type` is the name of the record's class; who did it is who acts."""

    attachment_id: UUID
    about_type: str
    about_id: UUID


@dataclass(frozen=True, slots=True)
class FileDetached:
    attachment_id: UUID
    about_type: str
    about_id: UUID
