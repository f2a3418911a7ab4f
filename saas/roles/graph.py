"""Rights in the graph: the company's own roles, what rights there are to give, and what somebody's rights are.

The editor of roles asks for `rightsCatalogue` and `roles`; what the viewer himself may do is `me { rights }`.
"""

from datetime import datetime
from typing import cast

import strawberry
from strawberry import UNSET

from saas.core import rights as core
from saas.core.rights import FieldRule, Role, Scope, Verb
from saas.core.work import Work
from saas.graph.declare import Node, changes, key, key_or_none, mutation, node, query
from saas.graph.fields import hideable, lockable
from saas.roles import actions
from saas.roles.model import CustomRole
from saas.roles.rules import Empowered, Granted, Ruled

SAID = ("name", "about", "base", "grants", "fields", "powers")

MemberRole = strawberry.enum(Role, name="MemberRole")
strawberry.enum(Verb, description="What is done with records; BULK is changing many at once.")
strawberry.enum(
    Scope, description="Whose records: none, one's own, one's teams', these and the teams' below, everybody's."
)
strawberry.enum(FieldRule, description="Hidden is null, empty, and neither filtered nor sorted by.")


@node(CustomRole, one="customRole", many="customRoles", order="name")
class CustomRoleNode(Node):
    """A role of the company's own; it stands on a ready-made one."""

    name: str
    about: str | None
    base: Role
    version: int
    created_at: datetime
    updated_at: datetime


@strawberry.type(description="How far a verb reaches with records of an object, such as `Deal`.")
class Grant:
    object: str
    verb: Verb
    scope: Scope


@strawberry.type(description="What is said of a field of an object, by its name in this graph.")
class FieldRuling:
    object: str
    field: str
    rule: FieldRule


@strawberry.type(
    description="What somebody may do. `grants` names every object and verb; `fields` those that are hidden or "
    "read-only; `powers` those held, such as `members:manage`; `may` what may be done with some records at all, such "
    "as `Deal:CREATE`."
)
class Rights:
    grants: list[Grant]
    fields: list[FieldRuling]
    powers: list[str]
    may: list[str]


@strawberry.type(description="A field that a role can hide (`hideable`) or make read-only (`lockable`).")
class FieldOfObject:
    field: str
    hideable: bool
    lockable: bool


@strawberry.type(
    description="A kind of record that roles are about. Without an owner its scopes are NONE and ALL; `alwaysRead` "
    "says that everybody reads all of them. No verb but CREATE reaches further than READ."
)
class GovernedObject:
    object: str
    verbs: list[Verb]
    scopes: list[Scope]
    always_read: bool
    fields: list[FieldOfObject]


@strawberry.type(description="All that a role can say: everything an editor of roles needs to know.")
class RightsCatalogue:
    bases: list[Role]
    objects: list[GovernedObject]
    powers: list[str]


@query
def rights_catalogue(_work: Work) -> RightsCatalogue:
    """What there is to grant, to hide and to lock; the bases are the ready-made roles that own ones can stand on."""
    governed = [
        GovernedObject(
            object=name, verbs=list(each.verbs), scopes=list(each.scopes), always_read=each.always_read,
            fields=[
                FieldOfObject(field=field, hideable=field in hideable(name), lockable=field in lockable(name))
                for field in sorted(hideable(name) | lockable(name))
            ],
        )
        for name, each in core.objects().items()
    ]  # fmt: skip
    bases: list[Role] = [role for role in Role if role is not Role.OWNER]
    return RightsCatalogue(bases=bases, objects=governed, powers=sorted(core.powers()))


def as_rights(rights: core.Rights) -> Rights:
    """As the graph tells them."""
    grants = [Grant(object=name, verb=verb, scope=scope) for (name, verb), scope in rights.grants.items()]
    fields = [FieldRuling(object=name, field=field, rule=rule) for (name, field), rule in sorted(rights.fields.items())]
    may = [f"{name}:{verb}" for (name, verb), scope in rights.grants.items() if scope is not Scope.NONE]
    return Rights(grants=grants, fields=fields, powers=sorted(rights.powers), may=may)


@strawberry.input
class GrantInput:
    object: str
    verb: Verb
    scope: Scope


@strawberry.input
class FieldRuleInput:
    object: str
    field: str
    rule: FieldRule


@strawberry.input
class PowerInput:
    power: str
    granted: bool


@strawberry.input
class CreateCustomRoleInput:
    """What is not said is as the ready-made role `base` has it."""

    name: str
    base: Role
    about: str | None = None
    grants: list[GrantInput] | None = None
    fields: list[FieldRuleInput] | None = None
    powers: list[PowerInput] | None = None


@mutation(CustomRoleNode)
def create_custom_role(work: Work, input: CreateCustomRoleInput) -> CustomRole:
    """Makes a role of the company's own."""
    draft = actions.RoleDraft(
        input.name, input.base, input.about, grants=read_grants(input.grants), fields=read_fields(input.fields),
        powers=read_powers(input.powers),
    )  # fmt: skip
    return actions.create_custom_role(work, draft)


@strawberry.input
class UpdateCustomRoleInput:
    """`grants`, `fields` and `powers` are each given whole, or left out and kept."""

    id: strawberry.ID
    version: int | None = None
    name: str | None = UNSET
    about: str | None = UNSET
    base: Role | None = UNSET
    grants: list[GrantInput] | None = UNSET
    fields: list[FieldRuleInput] | None = UNSET
    powers: list[PowerInput] | None = UNSET


@mutation(CustomRoleNode)
def update_custom_role(work: Work, input: UpdateCustomRoleInput) -> CustomRole:
    """Changes what is given; it counts at once for those who have the role."""
    return actions.edit_custom_role(work, key(CustomRoleNode, input.id), read_changes(input), version=input.version)


@strawberry.input
class DeleteCustomRoleInput:
    """Those who have the role get `moveTo`, another of the company's own, or `moveToReady`, a ready-made one."""

    id: strawberry.ID
    version: int | None = None
    move_to: strawberry.ID | None = None
    move_to_ready: Role | None = None


@mutation(CustomRoleNode)
def delete_custom_role(work: Work, input: DeleteCustomRoleInput) -> CustomRole:
    """Deletes a role; refused while members have it, unless it is said which role they get."""
    return actions.delete_custom_role(
        work, key(CustomRoleNode, input.id), version=input.version, to_id=key_or_none(CustomRoleNode, input.move_to),
        ready=input.move_to_ready,
    )  # fmt: skip


def read_changes(given: object) -> dict[str, object]:
    """What an input says of a role, as `edit_custom_role` takes it."""
    said = changes(given)
    if "grants" in said:
        said["grants"] = read_grants(cast("list[GrantInput] | None", said["grants"]))
    if "fields" in said:
        said["fields"] = read_fields(cast("list[FieldRuleInput] | None", said["fields"]))
    if "powers" in said:
        said["powers"] = read_powers(cast("list[PowerInput] | None", said["powers"]))
    return {name: value for name, value in said.items() if name in SAID}


def read_grants(said: list[GrantInput] | None) -> tuple[Granted, ...]:
    return tuple(Granted(each.object, each.verb, each.scope) for each in said or ())


def read_fields(said: list[FieldRuleInput] | None) -> tuple[Ruled, ...]:
    return tuple(Ruled(each.object, each.field, each.rule) for each in said or ())


def read_powers(said: list[PowerInput] | None) -> tuple[Empowered, ...]:
    return tuple(Empowered(each.power, each.granted) for each in said or ())
