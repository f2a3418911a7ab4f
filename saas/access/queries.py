"""Who may do what, read anew: the roles, a member's own rights, and those who see a record."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from sqlalchemy import BindParameter, Select, Uuid, func, literal, literal_column, select, union_all
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import aliased

from saas.access.standing import Kept, Sight, SightReason, Standing, TeamReason, sights, teams_of
from saas.core.errors import NotFound
from saas.core.model import Model
from saas.core.policy import visible
from saas.core.principal import Who
from saas.core.rights import Rights, Role, Verb, models, objects, rights_of
from saas.core.work import Work
from saas.members.model import Member, MemberStatus, Team
from saas.roles.model import CustomRole
from saas.roles.rules import rights_by
from saas.sharing.model import Share

POWER = "roles:manage"
MOST_MEMBERS = 1_000
MOST_TEAMS = 1_000
SHOWN = 200
HERE = (MemberStatus.ACTIVE, MemberStatus.INVITED)


@dataclass(frozen=True, slots=True)
class Effective:
    """A member's rights and where they come from; `shared` counts the records opened to him, by their object."""

    member: Member
    role: CustomRole | None
    rights: Rights
    ready: Rights
    teams: Mapping[UUID, TeamReason]
    shared: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Onlooker:
    """A member who sees a record. To those who do not manage roles only his name is told."""

    member_id: UUID
    edits: bool | None
    sights: tuple[Sight, ...]


@dataclass(frozen=True, slots=True)
class Onlookers:
    """By name; `total` counts those beyond the shown ones too."""

    total: int
    shown: Sequence[Onlooker]


@dataclass(frozen=True, slots=True)
class RoleHeld:
    """A ready-made role, or the company's `own` one that stands on it, and how many members have it."""

    role: Role
    own: CustomRole | None
    members: int


def list_roles(work: Work) -> list[RoleHeld]:
    """The ready-made roles, then the company's own by name, each with the number of its members who are here."""
    work.require(work.rights.holds(POWER))
    here = (work.visible(Member), Member.status.in_(HERE))
    counted = select(Member.role, Member.custom_role_id, func.count()).where(*here)
    counts = {
        (row[0], row[1]): cast(int, row[2]) for row in work.rows(counted.group_by(Member.role, Member.custom_role_id))
    }
    own = work.all(select(CustomRole).where(work.visible(CustomRole)).order_by(CustomRole.name, CustomRole.id))
    ready = [RoleHeld(role, None, counts.get((role, None), 0)) for role in Role]
    return [*ready, *(RoleHeld(Role(role.base), role, counts.get((Role(role.base), role.id), 0)) for role in own)]


def get_effective(work: Work, member_id: UUID) -> Effective:
    """Of oneself, or of anybody for those who manage roles."""
    work.require(member_id == work.who.member_id or work.rights.holds(POWER))
    member = work.get(Member, member_id, field="memberId")
    role = work.find(CustomRole, member.custom_role_id) if member.custom_role_id else None
    ready = rights_of(Role(member.role))
    teams = teams_of(member.id, member.team_id, list_teams(work))
    own = [key for key, reason in teams.items() if reason is not TeamReason.BELOW]
    to_him = (Share.member_id == member.id) | Share.team_id.in_(own)
    counted = select(Share.object, func.count(Share.record_id.distinct())).where(to_him, work.visible(Share))
    shared = {
        str(row[0]): cast(int, row[1]) for row in work.rows(counted.group_by(Share.object).order_by(Share.object))
    }
    return Effective(member, role, rights_by(role) if role else ready, ready, teams, shared)


def list_onlookers(work: Work, name: str, key: UUID) -> Onlookers:
    """Those who may see this record of the object `name`; a record that the acting member does not see is not found."""
    model = models().get(name)
    record = work.find(model, key) if model else None
    if model is None or record is None:
        raise NotFound(field="id")
    members = _members(work)
    rights = rights_by_member(work, members)
    readers, editors = _who_may(work, model, key, rights)
    found = [member for member in members if member.id in readers]
    shown, told = found[:SHOWN], work.rights.holds(POWER)
    if not told:
        return Onlookers(len(found), [Onlooker(member.id, None, ()) for member in shown])
    kept, teams = _kept(work, name, record), list_teams(work)
    each = [Onlooker(member.id, member.id in editors, _why(member, rights[member.id], kept, teams)) for member in shown]
    return Onlookers(len(found), each)


def rights_by_member(work: Work, members: Iterable[Member]) -> dict[UUID, Rights]:
    """What each of these members may do."""
    own = {role.id: rights_by(role) for role in work.all(select(CustomRole).where(work.visible(CustomRole)))}
    return {
        member.id: own.get(member.custom_role_id or member.id) or rights_of(Role(member.role)) for member in members
    }


def list_teams(work: Work) -> list[Team]:
    return work.all(select(Team).where(work.visible(Team)).order_by(Team.name, Team.id).limit(MOST_TEAMS))


def _members(work: Work) -> list[Member]:
    here = select(Member).where(work.visible(Member), Member.status.in_(HERE))
    return work.all(here.order_by(Member.name, Member.id).limit(MOST_MEMBERS))


def _who_may(work: Work, model: type[Model], key: UUID, rights: Mapping[UUID, Rights]) -> tuple[set[UUID], set[UUID]]:
    """Who may read it and who may edit it, by the policy itself; one statement for all."""
    groups: dict[Rights, list[UUID]] = {}
    for member_id, held in rights.items():
        groups.setdefault(held, []).append(member_id)
    parts = [_asked(model, key, verb, group) for group in groups.items() for verb in (Verb.READ, Verb.UPDATE)]
    found = work.rows(union_all(*parts)) if parts else []  # type: ignore[arg-type]  # it is read as a select is
    return tuple({cast(UUID, row[1]) for row in found if row[0] == verb} for verb in (Verb.READ, Verb.UPDATE))  # type: ignore[return-value]


def _asked(model: type[Model], key: UUID, verb: Verb, group: tuple[Rights, list[UUID]]) -> Select[str, UUID]:
    rights, members = group
    record, asked = (
        aliased(model),
        func.unnest(literal(members, ARRAY(Uuid()))).table_valued("id").render_derived("asked"),
    )
    member = cast("BindParameter[UUID]", literal_column("asked.id", Uuid()))
    there = select(literal(1)).where(record.id == key, visible(Who(rights, member, verb), record))  # type: ignore[attr-defined]
    return select(literal(verb.value), literal_column("asked.id", Uuid())).select_from(asked).where(there.exists())


def _kept(work: Work, name: str, record: Model) -> Kept:
    owner = getattr(record, objects()[name].owner or "", None)
    member = work.find(Member, owner, deleted=True) if owner else None
    team = work.find(Team, member.team_id) if member and member.team_id else None
    key = record.id  # type: ignore[attr-defined]
    shares = select(Share).where(Share.object == name, Share.record_id == key, work.visible(Share))
    return Kept(
        name, owner, team.id if team else None, frozenset(team.lineage if team else ()), tuple(work.all(shares))
    )


def _why(member: Member, rights: Rights, kept: Kept, teams: list[Team]) -> tuple[Sight, ...]:
    reasons = teams_of(member.id, member.team_id, teams)
    own = frozenset(key for key, reason in reasons.items() if reason is not TeamReason.BELOW)
    found = sights(Standing(member.id, rights, own), kept)
    return tuple(found) or (Sight(SightReason.OTHER, edits=False),)
