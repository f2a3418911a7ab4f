"""What is done with the reasons for which deals are lost."""

from collections.abc import Mapping, Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import Select, select

from saas.core.errors import Invalid, LimitReached
from saas.core.fields import assign, written
from saas.core.ids import new_id
from saas.core.rights import Verb
from saas.core.texts import later, say
from saas.core.work import Work
from saas.losses.events import ReasonLeaves
from saas.losses.model import LossReason
from saas.pipelines.model import Pipeline

MOST: Final = 50
DEFAULT_REASONS: Final = (
    later("Price"), later("Timing"), later("Competitor"), later("No budget"), later("No answer"),
    later("Missing feature"), later("Other"),
)  # fmt: skip


def create_reason(work: Work, name: str) -> LossReason:
    """Adds a reason behind the others."""
    _require(work)
    others = _held(work)
    if len(others) >= MOST:
        raise LimitReached("MANY_REASONS", "A company keeps at most %(most)s reasons: delete one first.", most=MOST)
    return _add(work, written(name, "name"), len(others))


def edit_reason(work: Work, reason_id: UUID, fields: Mapping[str, object], *, version: int | None = None) -> LossReason:
    """Renames, retires with `active` false, or takes back into use."""
    _require(work)
    reason = work.lock(LossReason, reason_id, field="id", version=version)
    given = {name: value for name, value in fields.items() if value is not None or name != "active"}
    if "name" in given:
        given["name"] = written(given["name"], "name")
    assign(reason, given)
    return reason


def move_reason(work: Work, reason_id: UUID, position: int) -> LossReason:
    """Puts a reason to a place in the list, which is locked meanwhile."""
    _require(work)
    listed = _held(work)
    reason = work.get(LossReason, reason_id, field="id")
    others = [other for other in listed if other.id != reason.id]
    if not 0 <= position <= len(others):
        raise Invalid("BAD_POSITION", "The list has no such place.", "position")
    _number([*others[:position], reason, *others[position:]])
    return reason


def delete_reason(work: Work, reason_id: UUID, *, version: int | None = None) -> LossReason:
    """One that was never said; another one can be retired."""
    _require(work)
    listed = _held(work)
    reason = work.lock(LossReason, reason_id, field="id", version=version)
    work.emit(ReasonLeaves(reason))
    work.remove(reason)
    _number([other for other in listed if other.id != reason.id])
    return reason


def restore_reason(work: Work, reason_id: UUID, *, version: int | None = None) -> LossReason:
    """At the place that it had."""
    _require(work)
    listed = _held(work)
    reason = work.lock(LossReason, reason_id, field="id", version=version, deleted=True)
    if reason.deleted_at is not None:
        reason.deleted_at = None
        _number([*listed[: reason.position], reason, *listed[reason.position :]])
    return reason


def list_reasons(work: Work) -> list[LossReason]:
    """In their order, the retired ones too."""
    return work.all(_listed(work))


def furnish_reasons(work: Work) -> None:
    """What a new company begins with, in its language; one that has a list keeps it."""
    if not list_reasons(work):
        for position, name in enumerate(DEFAULT_REASONS):
            _add(work, say(name, work.tenant.locale), position)


def _require(work: Work) -> None:
    work.require(work.rights.may(Pipeline.__name__, Verb.UPDATE))


def _listed(work: Work) -> Select[LossReason]:
    return select(LossReason).where(work.visible(LossReason)).order_by(LossReason.position, LossReason.id)


def _held(work: Work) -> list[LossReason]:
    """The list, while nobody else changes it."""
    return work.all(_listed(work).with_for_update())


def _add(work: Work, name: str, position: int) -> LossReason:
    return work.add(LossReason(id=new_id(), name=name, position=position, active=True))


def _number(reasons: Sequence[LossReason]) -> None:
    for position, reason in enumerate(reasons):
        assign(reason, {"position": position})
