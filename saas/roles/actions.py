"""What is done with roles of the company's own: making, changing and deleting them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from saas.core.errors import Invalid
from saas.core.fields import assign, text_or_none, written
from saas.core.model import Json
from saas.core.rights import Role
from saas.core.work import Work
from saas.roles.events import CustomRoleChanged, CustomRoleLeaves
from saas.roles.model import CustomRole
from saas.roles.rules import Empowered, Granted, Ruled, changed_rules, check_reach, rights_by

POWER = "roles:manage"


@dataclass(frozen=True, slots=True)
class RoleDraft:
    """A role to be; what it does not say is as the ready-made role `base` has it."""

    name: str
    base: Role
    about: str | None = None
    grants: tuple[Granted, ...] = ()
    fields: tuple[Ruled, ...] = ()
    powers: tuple[Empowered, ...] = ()

    def rules(self) -> Json:
        """Refuses what cannot be said."""
        return changed_rules({}, self.base, {"grants": self.grants, "fields": self.fields, "powers": self.powers})


def create_custom_role(work: Work, draft: RoleDraft) -> CustomRole:
    _require(work)
    rules = draft.rules()
    check_reach(work.rights, draft.base, rules)
    name, about = written(draft.name, "name"), text_or_none(draft.about, "about")
    return work.add(CustomRole(name=name, about=about, base=draft.base, rules=rules))


def edit_custom_role(
    work: Work, role_id: UUID, changes: Mapping[str, object], *, version: int | None = None
) -> CustomRole:
    """`changes` are `name`, `about`, `base`, and `grants`, `fields`, `powers` as tuples, each whole.

    What only stood in the old rules is gone with them. Those who have the role may do other things at once.
    """
    _require(work)
    role = work.lock(CustomRole, role_id, field="id", version=version)
    check_reach(work.rights, Role(role.base), role.rules)
    base = _base(changes["base"]) if "base" in changes else Role(role.base)
    rules = changed_rules(role.rules, base, changes)
    check_reach(work.rights, base, rules)
    given: dict[str, object] = {"base": base, "rules": rules}
    if "name" in changes:
        given["name"] = written(changes["name"], "name")
    if "about" in changes:
        given["about"] = text_or_none(changes["about"], "about")
    before = rights_by(role)
    assign(role, given)
    if rights_by(role) != before:
        work.flush()
        work.emit(CustomRoleChanged(role))
    return role


def delete_custom_role(
    work: Work, role_id: UUID, *, version: int | None = None, to_id: UUID | None = None, ready: Role | None = None
) -> CustomRole:
    """Those who have it get the role `to_id`, or the ready-made role `ready`; without either, a role in use stays."""
    _require(work)
    role = work.lock(CustomRole, role_id, field="id", version=version)
    to = work.lock(CustomRole, to_id, field="moveTo") if to_id is not None else None
    if to is role or (to is not None and ready is not None):
        raise Invalid("BAD_MOVE", "Name one other role for those who have this one.", "moveTo")
    if to is not None or ready is not None:
        check_reach(work.rights, Role(to.base) if to else cast(Role, ready), to.rules if to else {})
    work.emit(CustomRoleLeaves(role, to, ready))
    work.remove(role)
    return role


def _require(work: Work) -> None:
    work.require(work.rights.holds(POWER))
    work.require_fresh()


def _base(said: object) -> Role:
    if said is None:
        raise Invalid("REQUIRED", "This must not be empty.", "base")
    return Role(str(said))
