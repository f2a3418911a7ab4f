"""An errand as it is written down, and what is asked for with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Engine, Select, select, update

from saas.core.errors import Refusal
from tenants.administration import errand
from tenants.platform import person


class ErrandKind(StrEnum):
    """What an admin may ask for."""

    SUSPEND = "SUSPEND"
    RESUME = "RESUME"
    DELETE = "DELETE"
    RESTORE = "RESTORE"
    MOVE = "MOVE"
    CONFIRM_MOVE = "CONFIRM_MOVE"
    BACK_UP = "BACK_UP"
    CREATE = "CREATE"
    EXPORT = "EXPORT"
    IMPORT = "IMPORT"
    RESTORE_BACKUP = "RESTORE_BACKUP"
    TAKE_PLACE = "TAKE_PLACE"
    RENAME = "RENAME"
    CHANGE_PLAN = "CHANGE_PLAN"


class ErrandState(StrEnum):
    WAITING = "WAITING"
    RUNNING = "RUNNING"
    DONE = "DONE"
    FAILED = "FAILED"


#: What may take minutes is done beside the rest, so that a suspension does not wait for a move.
LONG: Final = frozenset({
    ErrandKind.MOVE, ErrandKind.CONFIRM_MOVE, ErrandKind.BACK_UP, ErrandKind.CREATE, ErrandKind.EXPORT,
    ErrandKind.IMPORT, ErrandKind.RESTORE_BACKUP,
})  # fmt: skip
QUICK: Final = frozenset(ErrandKind) - LONG
_WITHDRAWN: Final = "Whoever asked for it is no platform admin any more."


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for: `tenant_id` None for a company that is to be made; `given` is what the kind needs."""

    kind: ErrandKind
    slug: str
    reason: str
    tenant_id: UUID | None = None
    given: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Errand:
    """`step` is what is being done and `count` how much of it; `trouble` why it failed."""

    id: UUID
    kind: ErrandKind
    tenant_id: UUID | None
    slug: str
    given: Mapping[str, object]
    reason: str
    admin: str
    state: ErrandState
    step: str | None
    count: int
    tries: int
    trouble: Refusal | None
    asked_at: datetime
    began_at: datetime | None
    ended_at: datetime | None


_COLUMNS: Final = (
    errand.c.id, errand.c.kind, errand.c.tenant_id, errand.c.slug, errand.c.given, errand.c.reason,
    person.c.email.label("admin"), errand.c.state, errand.c.step, errand.c.count, errand.c.tries, errand.c.trouble,
    errand.c.asked_at, errand.c.began_at, errand.c.ended_at,
)  # fmt: skip


def list_errands(platform: Engine, *, company: UUID | None = None, most: int = 20) -> list[Errand]:
    """The latest first, those that are under way before all. By a company's id: an address may have been another's."""
    which = () if company is None else ((errand.c.tenant_id == company) | (errand.c.id == company),)
    mine = errands(*which).order_by(errand.c.ended_at.is_not(None), errand.c.asked_at.desc()).limit(most)
    with platform.connect() as connection:
        return [read_errand(dict(row)) for row in connection.execute(mine).mappings()]


def find_errand(platform: Engine, id: UUID) -> Errand | None:
    with platform.connect() as connection:
        row = connection.execute(errands(errand.c.id == id)).mappings().one_or_none()
    return None if row is None else read_errand(dict(row))


def withdraw(connection: Connection, admins: Sequence[UUID], at: datetime) -> None:
    """What these have asked for and no worker has begun; what was begun is finished."""
    theirs = errand.c.admin_id.in_(admins), errand.c.state == ErrandState.WAITING
    values = {"state": ErrandState.FAILED, "ended_at": at, "trouble": written_trouble("WITHDRAWN", _WITHDRAWN)}
    connection.execute(update(errand).where(*theirs).values(values))


def errands(*which: ColumnElement[bool]) -> Select[tuple[object, ...]]:
    return select(*_COLUMNS).join(person, person.c.id == errand.c.admin_id).where(*which)


def read_errand(row: Mapping[str, object]) -> Errand:
    said = dict(row)
    said["kind"], said["state"] = ErrandKind(str(said["kind"])), ErrandState(str(said["state"]))
    told = said["trouble"]
    said["trouble"] = None
    if isinstance(told, dict):
        params = told.get("params")
        said["trouble"] = Refusal(
            str(told["code"]), str(told["message"]), **(params if isinstance(params, dict) else {})
        )
    return Errand(**said)  # type: ignore[arg-type]


def written_trouble(code: str, message: str, params: Mapping[str, object] | None = None) -> dict[str, object]:
    """As it is kept: said in the reader's language when it is read."""
    return {"code": code, "message": message, "params": {name: str(value) for name, value in (params or {}).items()}}
