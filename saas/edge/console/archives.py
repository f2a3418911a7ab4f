"""Files on their way out and in, as the platform's graph shows them."""

from datetime import datetime

import strawberry

from saas.console.archives import Archive as Kept
from saas.console.archives import ArchiveKind
from saas.operations.depot import PIECE

strawberry.enum(ArchiveKind, description="EXPORT is fetched, UPLOAD is brought.")


@strawberry.type(description="A sealed file that waits to be fetched, or to be made a company; it lasts for a day.")
class Archive:
    id: strawberry.ID
    kind: ArchiveKind
    slug: str | None = strawberry.field(description="Of an export the company that it is of.")
    admin: str = strawberry.field(description="The e-mail address of who asked for it or brought it.")
    name: str
    size: float | None = strawberry.field(description="Bytes; null while it is being written.")
    piece_size: int = strawberry.field(
        description="An upload comes in pieces of so many bytes: `PUT /archives/ID/NUMBER`, from 0 on."
    )
    created_at: datetime
    expires_at: datetime


@strawberry.input(description="A company that is made of a file which was brought.")
class ImportCompanyInput:
    upload: strawberry.ID
    slug: str
    name: str | None = strawberry.field(default=None, description="Null is the name that it had.")
    reason: str


@strawberry.input(description="A company as it was when this backup was taken, as a suspended copy beside it.")
class RestoreBackupInput:
    slug: str
    taken_at: datetime
    to: str | None = strawberry.field(default=None, description="Null is its address with -restored.")
    reason: str


def shown_archive(kept: Kept) -> Archive:
    return Archive(
        id=strawberry.ID(str(kept.id)), kind=kept.kind, slug=kept.slug, admin=kept.admin, name=kept.name,
        size=kept.size, piece_size=PIECE, created_at=kept.created_at, expires_at=kept.expires_at,
    )  # fmt: skip
