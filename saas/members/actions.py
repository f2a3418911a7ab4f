"""What is done with members and teams."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from sqlalchemy import func, select

from saas.core.customs import read_locale, read_time_zone, read_weekday
from saas.core.errors import Conflict, Invalid, NotFound
from saas.core.fields import assign, text_or_none, written
from saas.core.ids import new_id
from saas.core.rights import Role, rights_of
from saas.core.work import Work
from saas.members import policy
from saas.members.events import MemberInvited
from saas.members.hierarchy import placed
from saas.members.holders import follow_role, leave_role, rights_of_member
from saas.members.model import Member, MemberStatus, Team
from saas.roles.events import CustomRoleChanged, CustomRoleLeaves
from saas.roles.model import CustomRole
from saas.roles.rules import rights_by

LONGEST_ADDRESS = 254  # RFC 5321
_DIRECTION_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ADDRESS = re.compile(
    r"(?=.{1,64}@)[^\s@<>()\[\]:;,\\\".]+(?:\.[^\s@<>()\[\]:;,\\\".]+)*"
    r"@(?:[^\W_](?:(?:[^\W_]|-){0,61}[^\W_])?\.)+(?!\d+$)[^\W_](?:[^\W_]|-){0,61}[^\W_]"
)


@dataclass(frozen=True, slots=True)
class MemberDraft:
    """A member to be. `status` is INVITED for people, PLACEHOLDER for names without an address of their own.

    With a `custom_role_id` the role is the one on which that one stands.
    """

    name: str
    email: str
    role: Role
    team_id: UUID | None = None
    locale: str | None = None
    time_zone: str | None = None
    status: MemberStatus = MemberStatus.INVITED
    custom_role_id: UUID | None = None


def invite_member(work: Work, draft: MemberDraft) -> Member:
    """Adds a member. A member of the same address is refused, unless he is a placeholder or disabled: then it is he,
    with the name and role of the draft, and with its team, language and time zone where it says them.
    """
    work.require(work.rights.holds("members:manage"))
    _may_give(work, draft.role, draft.custom_role_id)
    email = read_email(draft.email)
    known = find_by_email(work, email)
    if known is None:
        return _invited(work, add_member(work, draft))
    if known.status not in {MemberStatus.PLACEHOLDER, MemberStatus.DISABLED}:
        raise Conflict("MEMBER_EXISTS", "%(email)s is a member already.", "email", email=email)
    said = {
        "team_id": draft.team_id, "locale": draft.locale, "time_zone": draft.time_zone,
        "custom_role_id": draft.custom_role_id,
    }  # fmt: skip
    given = {name: value for name, value in said.items() if value is not None}
    taken_over = edit_member(work, known.id, {"name": draft.name, "role": draft.role, **given})
    assign(taken_over, {"status": draft.status})
    return _invited(work, taken_over)


def _invited(work: Work, member: Member) -> Member:
    if member.status == MemberStatus.INVITED:
        work.flush()
        work.emit(MemberInvited(member))
    return member


def add_member(work: Work, draft: MemberDraft) -> Member:
    """Adds a member whom nobody knows yet; the database refuses a second one of an address."""
    role = _base_of(work, draft.custom_role_id) or draft.role
    _may_give(work, role, draft.custom_role_id)
    if draft.team_id is not None:
        work.lock(Team, draft.team_id, field="teamId")
    member = Member(
        name=written(draft.name, "name"),
        email=read_email(draft.email),
        role=role,
        custom_role_id=draft.custom_role_id,
        status=draft.status,
        team_id=draft.team_id,
        locale=read_locale(draft.locale or work.tenant.locale),
        time_zone=read_time_zone(draft.time_zone or work.tenant.time_zone),
    )
    return work.add(member)


def edit_member(work: Work, member_id: UUID, changes: Mapping[str, object], *, version: int | None = None) -> Member:
    """Only an owner changes an owner, or makes one; nobody gives, or changes the member of, a role beyond his own."""
    work.require(work.rights.holds("members:manage"))
    given = _with_base(work, changes)
    owners = _lock_owners(work) if "role" in given else []
    member = work.lock(Member, member_id, field="id", version=version)
    work.require(policy.may_give(work.rights, rights_of_member(work, member)), field="id")
    if "role" in given:
        given["role"] = role = _role(given["role"])
        _may_give(work, role, given["custom_role_id"])
        _keep_an_owner(member, role, owners)
    for name, read in (("email", read_email), ("locale", read_locale), ("time_zone", read_time_zone)):
        if name in given:
            given[name] = read(str(given[name] or ""))
    if "name" in given:
        given["name"] = written(given["name"], "name")
    if given.get("team_id") is not None:
        work.lock(Team, UUID(str(given["team_id"])), field="teamId")
    assign(member, given)
    _tell_of(work, member)
    return member


def end_access(work: Work, member_id: UUID, *, version: int | None = None) -> Member:
    """All that the member has signed in with and all his tokens are void; he may sign in again."""
    work.require(work.rights.holds("members:manage"))
    work.require_fresh()
    member = work.lock(Member, member_id, field="id", version=version)
    work.require(policy.may_give(work.rights, rights_of_member(work, member)), field="id")
    void_access(work, member)
    return member


def void_access(work: Work, member: Member) -> None:
    """At once in all web processes when this is committed."""
    member.access_ended_at = work.clock.now()
    _tell_of(work, member)


def disable_member(work: Work, member_id: UUID, *, version: int | None = None) -> Member:
    work.require(work.rights.holds("members:manage"))
    work.require_fresh()
    member = work.lock(Member, member_id, field="id", version=version)
    member.disable()
    void_access(work, member)
    return member


def edit_profile(work: Work, changes: Mapping[str, object]) -> Member:
    """The acting member's own language, time zone and first day of the week; the product itself has none."""
    if work.who.member_id is None:
        raise Invalid("NO_MEMBER", "Only a member has a profile.")
    member = work.lock(Member, work.who.member_id)
    if changes.get("locale") is not None:
        member.locale = read_locale(str(changes["locale"]))
    if changes.get("time_zone") is not None:
        member.time_zone = read_time_zone(str(changes["time_zone"]))
    if "week_start" in changes:
        first = cast("int | None", changes["week_start"])
        member.week_start = None if first is None else read_weekday(first, "weekStart")
    return member


def create_team(
    work: Work, name: str, *, office: str | None = None, manager_id: UUID | None = None, parent_id: UUID | None = None
) -> Team:
    """A team of its own, or a part of a larger one."""
    work.require(work.rights.holds("members:manage"))
    if manager_id is not None:
        work.get(Member, manager_id, field="managerId")
    team = Team(id=new_id(), name=written(name, "name"), office=text_or_none(office, "office"), manager_id=manager_id)
    place_team(work, team, parent_id)
    return work.add(team)


def edit_team(work: Work, team_id: UUID, changes: Mapping[str, object], *, version: int | None = None) -> Team:
    work.require(work.rights.holds("members:manage"))
    team = work.lock(Team, team_id, field="id", version=version)
    given = dict(changes)
    if "name" in given:
        given["name"] = written(given["name"], "name")
    if "office" in given:
        given["office"] = text_or_none(given["office"], "office")
    if given.get("manager_id") is not None:
        work.get(Member, UUID(str(given["manager_id"])), field="managerId")
    if "parent_id" in given:
        place_team(work, team, cast("UUID | None", given.pop("parent_id")))
    assign(team, given)
    return team


def delete_team(work: Work, team_id: UUID, *, version: int | None = None) -> Team:
    work.require(work.rights.holds("members:manage"))
    team = work.lock(Team, team_id, field="id", version=version)
    if work.first(select(Member.id).where(Member.team_id == team.id, work.visible(Member))) is not None:
        raise Conflict("TEAM_HAS_MEMBERS", "This team has members: move them to another team first.", "id")
    if work.first(select(Team.id).where(Team.parent_id == team.id, work.visible(Team))) is not None:
        raise Conflict("TEAM_HAS_TEAMS", "This team has teams below it: move them first.", "id")
    work.remove(team)
    return team


def find_by_email(work: Work, email: str) -> Member | None:
    """By address, whatever its case."""
    return work.first(select(Member).where(func.lower(Member.email) == email.lower(), work.visible(Member)))


def read_email(said: str) -> str:
    """An address in lower case, without the marks of direction that come along where it is copied from such a text."""
    email = _DIRECTION_MARKS.sub("", said).strip().lower()
    if not email:
        raise Invalid("REQUIRED", "This must not be empty.", "email")
    if len(email) > LONGEST_ADDRESS or _ADDRESS.fullmatch(email) is None or not email.isprintable():
        raise Invalid("BAD_EMAIL", "%(value)s is not an e-mail address.", "email", value=said[:80])
    return email


def get_owner(work: Work, member_id: object) -> Member | None:
    """Whom a record is given to. One who has left owns only what an import tells of the past."""
    if member_id is None:
        return None
    member = work.get(Member, UUID(str(member_id)), field="ownerId")
    if member.status == MemberStatus.DISABLED and work.origin is None:
        raise Invalid("MEMBER_DISABLED", "%(name)s has no access any more.", "ownerId", name=member.name)
    return member


def place_team(work: Work, team: Team, parent_id: UUID | None) -> None:
    """Under a team, or under none; all teams are locked, so that two do not come to stand below each other."""
    known = work.all(select(Team).where(work.visible(Team)).order_by(Team.id).with_for_update())
    parent = next((one for one in known if one.id == parent_id), None)
    if parent_id is not None and parent is None:
        raise NotFound(field="parentId")
    for moved, lineage in placed(team, parent, known):
        assign(moved, {"lineage": lineage})
    team.parent_id = parent_id


LISTENS = {CustomRoleChanged: [follow_role], CustomRoleLeaves: [leave_role]}


def _tell_of(work: Work, member: Member) -> None:
    """The web processes look at the member anew as soon as this is committed."""
    work.rows(select(func.ext.member_changed(member.id)))


def _with_base(work: Work, changes: Mapping[str, object]) -> dict[str, object]:
    """A role of the company's own brings the ready-made one on which it stands; a ready-made one takes it away."""
    given = dict(changes)
    if given.get("custom_role_id") is not None:
        given["role"] = _base_of(work, UUID(str(given["custom_role_id"])))
    elif "role" in given:
        given["custom_role_id"] = None
    return given


def _may_give(work: Work, role: Role, custom_role_id: object) -> None:
    own = work.find(CustomRole, UUID(str(custom_role_id))) if custom_role_id else None
    work.require(policy.may_give(work.rights, rights_by(own) if own else rights_of(role)), field="role")
    if role is Role.OWNER:
        work.require_fresh()


def _base_of(work: Work, custom_role_id: UUID | None) -> Role | None:
    if custom_role_id is None:
        return None
    return Role(work.lock(CustomRole, custom_role_id, field="customRoleId", to=None).base)


def _lock_owners(work: Work) -> list[Member]:
    """In one order and first of all, so that two cannot resign at the same time, each counting on the other."""
    owners = select(Member).where(Member.role == Role.OWNER, work.visible(Member)).order_by(Member.id)
    return work.all(owners.with_for_update(of=Member).execution_options(populate_existing=True))


def _keep_an_owner(member: Member, role: Role, owners: list[Member]) -> None:
    if member.role != Role.OWNER or role is Role.OWNER:
        return
    if not any(owner.status == MemberStatus.ACTIVE for owner in owners if owner.id != member.id):
        raise Invalid("LAST_OWNER", "A company has at least one owner: make somebody else owner first.", "role")


def _role(said: object) -> Role:
    if said is None:
        raise Invalid("REQUIRED", "This must not be empty.", "role")
    return Role(str(said))
