"""Access in the graph: the roles with their matrix, a member's rights, who sees a record, a role's preview."""

import strawberry
from strawberry import UNSET

from saas.access import preview, queries
from saas.access.standing import SightReason, TeamReason
from saas.core import rights as core
from saas.core.rights import FieldRule, Role, Scope, Verb, rights_of
from saas.core.work import Work
from saas.graph.declare import key, key_or_none, query, record, record_or_none
from saas.graph.ids import decode
from saas.members.graph import MemberNode, TeamNode
from saas.roles.graph import (
    CustomRoleNode,
    FieldRuleInput,
    FieldRuling,
    GrantInput,
    PowerInput,
    as_rights,
    read_changes,
)  # fmt: skip
from saas.roles.rules import rights_by

strawberry.enum(TeamReason, description="Why a team counts; BELOW counts for the scope BELOW only.")
strawberry.enum(SightReason, description="Why a member sees a record: he owns it, his role shows him all, …")


@strawberry.type(description="How far a verb reaches with an object; `ready` is what the ready-made role says.")
class RoleGrant:
    object: str
    verb: Verb
    scope: Scope
    ready: Scope


@strawberry.type(description="Whether a power is held; `ready` is what the ready-made role says.")
class RolePower:
    power: str
    granted: bool
    ready: bool


@strawberry.type(
    description="A role with its whole matrix: a ready-made one (`customRole` is null), or one of the company's own, "
    "which stands on `role`. `members` are those who have it and are active or invited."
)
class RoleMatrix:
    role: Role
    custom_role: CustomRoleNode | None
    members: int
    grants: list[RoleGrant]
    fields: list[FieldRuling]
    powers: list[RolePower]


@query
def roles(work: Work) -> list[RoleMatrix]:
    """The ready-made roles, then the company's own by name; for those who manage roles."""
    return [_matrix(held) for held in queries.list_roles(work)]


@strawberry.type(description="A team that counts for a member: what its members own is in his reach TEAM.")
class TeamReach:
    team: TeamNode
    reason: TeamReason


@strawberry.type(description="How many records of an object are shared with a member or with a team of his.")
class SharedRecords:
    object: str
    records: int


@strawberry.type(description="What a member may do, and why: by his role, his own role's differences, teams, shares.")
class EffectiveRights:
    member: MemberNode
    role: Role
    custom_role: CustomRoleNode | None
    grants: list[RoleGrant]
    fields: list[FieldRuling]
    powers: list[RolePower]
    teams: list[TeamReach]
    shared: list[SharedRecords]


@query
def effective_rights(work: Work, member_id: strawberry.ID) -> EffectiveRights:
    """Of oneself, or of anybody for those who manage roles."""
    found = queries.get_effective(work, key(MemberNode, member_id))
    return EffectiveRights(
        member=record(MemberNode, found.member.id), role=Role(found.member.role),
        custom_role=record_or_none(CustomRoleNode, found.role.id if found.role else None),
        teams=[TeamReach(team=record(TeamNode, team), reason=reason) for team, reason in found.teams.items()],
        shared=[SharedRecords(object=name, records=count) for name, count in found.shared.items()],
        grants=_grants(found.rights, found.ready), fields=as_rights(found.rights).fields,
        powers=_powers(found.rights, found.ready),
    )  # fmt: skip


@strawberry.type(description="One reason, and whether it lets edit too. `team` is the one that it is about.")
class RecordSight:
    reason: SightReason
    edits: bool
    team: TeamNode | None


@strawberry.type(
    description="A member who sees the record. `edits` is null and `sights` empty for who manages no roles."
)
class RecordOnlooker:
    member: MemberNode
    edits: bool | None
    sights: list[RecordSight]


@strawberry.type(description="Who sees a record: at most 200 members by name, `total` of all of them.")
class RecordOnlookers:
    total: int
    onlookers: list[RecordOnlooker]


@query
def who_can_see(work: Work, id: strawberry.ID) -> RecordOnlookers:
    """The active and invited members who may see this record, for all who see it; why, for those who manage roles."""
    found = queries.list_onlookers(work, *decode(id))
    return RecordOnlookers(
        total=found.total,
        onlookers=[
            RecordOnlooker(
                member=record(MemberNode, each.member_id), edits=each.edits,
                sights=[
                    RecordSight(reason=one.reason, edits=one.edits, team=record_or_none(TeamNode, one.team_id))
                    for one in each.sights
                ],
            )
            for each in found.shown
        ],
    )  # fmt: skip


@strawberry.input
class PreviewRoleInput:
    """A change of the role `id`, or without it of a new one on `base` (READER where it says none).

    `memberIds` are others who would get it.
    """

    id: strawberry.ID | None = None
    base: Role | None = UNSET
    grants: list[GrantInput] | None = UNSET
    fields: list[FieldRuleInput] | None = UNSET
    powers: list[PowerInput] | None = UNSET
    member_ids: list[strawberry.ID] | None = None


@strawberry.type
class GrantChange:
    object: str
    verb: Verb
    before: Scope
    after: Scope


@strawberry.type(description="Null is a field that is shown and may be written.")
class FieldChange:
    object: str
    field: str
    before: FieldRule | None
    after: FieldRule | None


@strawberry.type
class PowerChange:
    power: str
    before: bool
    after: bool


@strawberry.type(description="How many records of an object a member sees, counted up to 10,000.")
class RecordsSeen:
    object: str
    before: int
    after: int


@strawberry.type(description="What a member sees more or less of; objects of which he sees the same are left out.")
class MemberPreview:
    member: MemberNode
    seen: list[RecordsSeen]


@strawberry.type(
    description="What differs. `total` are all members concerned, `members` the first ten of them by name."
)
class RolePreview:
    grants: list[GrantChange]
    fields: list[FieldChange]
    powers: list[PowerChange]
    total: int
    members: list[MemberPreview]


@query
def preview_role(work: Work, input: PreviewRoleInput) -> RolePreview:
    """What saving the role would change; refuses what saving would refuse. Changes nothing."""
    given_to = [key(MemberNode, one) for one in input.member_ids or ()]
    found = preview.preview_role(work, key_or_none(CustomRoleNode, input.id), read_changes(input), given_to)
    return RolePreview(
        grants=[GrantChange(object=o, verb=v, before=b, after=a) for o, v, b, a in found.grants()],
        fields=[FieldChange(object=o, field=f, before=b, after=a) for o, f, b, a in found.fields()],
        powers=[
            PowerChange(power=name, before=found.before.holds(name), after=found.after.holds(name))
            for name in found.powers()
        ],
        total=found.members,
        members=[
            MemberPreview(
                member=record(MemberNode, member_id),
                seen=[RecordsSeen(object=one.object, before=one.before, after=one.after) for one in seen],
            )
            for member_id, seen in found.seen
        ],
    )


def _matrix(held: queries.RoleHeld) -> RoleMatrix:
    own, ready = held.own, rights_of(held.role)
    rights = rights_by(own) if own else ready
    return RoleMatrix(
        role=held.role, members=held.members, custom_role=record_or_none(CustomRoleNode, own.id if own else None),
        grants=_grants(rights, ready), fields=as_rights(rights).fields, powers=_powers(rights, ready),
    )  # fmt: skip


def _grants(rights: core.Rights, ready: core.Rights) -> list[RoleGrant]:
    return [
        RoleGrant(object=name, verb=verb, scope=scope, ready=ready.scope(name, verb))
        for (name, verb), scope in rights.grants.items()
    ]


def _powers(rights: core.Rights, ready: core.Rights) -> list[RolePower]:
    names = sorted(core.powers())
    return [RolePower(power=name, granted=rights.holds(name), ready=ready.holds(name)) for name in names]
