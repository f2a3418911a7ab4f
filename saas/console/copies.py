"""Backups that lie in the places, and the copies that were restored from them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Engine, Text, cast, exists, select

from saas.console.errands import ErrandKind
from saas.operations.actions import OperationKind
from tenants.administration import backup_file, errand
from tenants.platform import operation, tenant

_LIVING = ("ACTIVE", "SUSPENDED")


@dataclass(frozen=True, slots=True)
class BackupFile:
    """`drilled_at` is when one was restored from a place and compared; `drill_failure` what was wrong with it."""

    taken_at: datetime
    size: int
    places: int
    drilled_at: datetime | None
    drill_failure: str | None


@dataclass(frozen=True, slots=True)
class Original:
    id: UUID
    slug: str


def list_backups(platform: Engine, tenant_id: UUID) -> Sequence[BackupFile]:
    """The latest first."""
    columns = (
        backup_file.c.taken_at, backup_file.c.size, backup_file.c.places, backup_file.c.drilled_at,
        backup_file.c.drill_failure,
    )  # fmt: skip
    mine = select(*columns).where(backup_file.c.tenant_id == tenant_id).order_by(backup_file.c.taken_at.desc())
    with platform.connect() as connection:
        return [BackupFile(*row) for row in connection.execute(mine)]


def find_original(platform: Engine, slug: str) -> Original | None:
    """Of which company this one is a restored copy, until this or another copy has taken its place: the copy has its
    errand's id.
    """
    copy, original = tenant.alias("copy"), tenant.alias("original")
    asked = errand.alias("asked")
    replaced = exists().where(
        asked.c.kind == ErrandKind.TAKE_PLACE, asked.c.given["original"].astext == cast(original.c.id, Text),
        *_told_of_both(asked.c.tenant_id, original.c.id, errand.c.asked_at),
    )  # fmt: skip
    found = (
        select(original.c.id, original.c.slug)
        .join(errand, errand.c.tenant_id == original.c.id)
        .join(copy, copy.c.id == errand.c.id)
        .where(
            copy.c.slug == slug.strip().lower(), errand.c.kind == ErrandKind.RESTORE_BACKUP,
            original.c.status.in_(_LIVING), ~replaced,
        )
    )  # fmt: skip
    with platform.connect() as connection:
        row = connection.execute(found).one_or_none()
    return None if row is None else Original(*row)


def has_taken_place(platform: Engine, copy: UUID, original: UUID, since: datetime) -> bool:
    with platform.connect() as connection:
        return bool(connection.execute(select(exists().where(*_told_of_both(copy, original, since)))).scalar_one())


def _told_of_both(
    copy: UUID | ColumnElement[UUID], original: UUID | ColumnElement[UUID], since: datetime | ColumnElement[datetime]
) -> tuple[ColumnElement[bool], ...]:
    """The books tell that they changed places: of both in one transaction, and so at one moment."""
    here, there = operation.alias(), operation.alias()
    return (
        here.c.tenant_id == copy, there.c.tenant_id == original, here.c.at == there.c.at, here.c.at >= since,
        here.c.kind == OperationKind.TAKE_PLACE, there.c.kind == OperationKind.TAKE_PLACE,
    )  # fmt: skip
