"""Members and teams in the graph."""

from datetime import datetime
from typing import Optional

import strawberry
from strawberry import UNSET

from saas.core.rights import Role
from saas.core.work import Work
from saas.graph.declare import (
    Connection,
    Node,
    changes,
    connection,
    edge,
    key,
    key_or_none,
    mutation,
    node,
    query,
    record_or_none,
)
from saas.members import actions
from saas.members.model import Member, MemberStatus, Team
from saas.roles.graph import CustomRoleNode, Rights, as_rights

strawberry.enum(MemberStatus)


@node(Team, one="team", many="teams", order="name")
class TeamNode(Node):
    """A group of members under one manager."""

    name: str
    office: str | None
    manager: Optional["MemberNode"]
    parent: Optional["TeamNode"]
    teams: Connection["TeamNode"] = connection(order="name")
    version: int
    created_at: datetime


@node(Member, one="member", many="members", order="name")
class MemberNode(Node):
    """A person in the company. `week_start` is a day of ISO 8601, 1 is Monday; null is the company's."""

    name: str
    email: str
    role: Role
    status: MemberStatus
    locale: str
    time_zone: str
    week_start: int | None
    custom_role: CustomRoleNode | None
    team: TeamNode | None
    version: int
    created_at: datetime
    updated_at: datetime


members: Connection[MemberNode] = connection(order="name")
edge(TeamNode, "members", members)


@strawberry.type(name="Tenant")
class Company:
    """The company that a member works in; `week_start` is a day of ISO 8601: 1 is Monday, 7 is Sunday. Its year begins
    with the month `fiscal_start`; `logo` is an address.
    """

    slug: str
    name: str
    currency: str
    locale: str
    time_zone: str
    week_start: int
    fiscal_start: int
    logo: str | None


@strawberry.type
class Viewer:
    """Who asks, and what he may do; `member` is null for the product itself."""

    member: MemberNode | None
    tenant: Company
    rights: Rights


@query
def me(work: Work) -> Viewer:
    """Who asks, and for which company."""
    tenant = work.tenant
    company = Company(
        slug=tenant.slug, name=tenant.name, currency=tenant.currency, locale=tenant.locale,
        time_zone=tenant.time_zone, week_start=tenant.week_start, fiscal_start=tenant.fiscal_start,
        logo=f"/company/logo/{tenant.logo}" if tenant.logo else None,
    )  # fmt: skip
    member = record_or_none(MemberNode, work.who.member_id)
    return Viewer(member=member, tenant=company, rights=as_rights(work.rights))


@strawberry.input
class InviteMemberInput:
    """`locale` and `time_zone` are the company's where they are left out."""

    name: str
    email: str
    role: Role
    team_id: strawberry.ID | None = None
    locale: str | None = None
    time_zone: str | None = None
    custom_role_id: strawberry.ID | None = None


@mutation(MemberNode)
def invite_member(work: Work, input: InviteMemberInput) -> Member:
    """Adds a person to the company; an address that a placeholder or a former member has is taken over."""
    draft = actions.MemberDraft(
        input.name, input.email, input.role, key_or_none(TeamNode, input.team_id), input.locale, input.time_zone,
        custom_role_id=key_or_none(CustomRoleNode, input.custom_role_id),
    )  # fmt: skip
    return actions.invite_member(work, draft)


@strawberry.input
class UpdateMemberInput:
    id: strawberry.ID
    version: int | None = None
    name: str | None = UNSET
    email: str | None = UNSET
    role: Role | None = UNSET
    team_id: strawberry.ID | None = UNSET
    custom_role_id: strawberry.ID | None = UNSET


@mutation(MemberNode)
def update_member(work: Work, input: UpdateMemberInput) -> Member:
    """Changes the fields that are given."""
    given = changes(input, "id", "version")
    if "team_id" in given:
        given["team_id"] = key_or_none(TeamNode, input.team_id)
    if "custom_role_id" in given:
        given["custom_role_id"] = key_or_none(CustomRoleNode, input.custom_role_id)
    return actions.edit_member(work, key(MemberNode, input.id), given, version=input.version)


@strawberry.input
class MemberInput:
    id: strawberry.ID
    version: int | None = None


@mutation(MemberNode)
def disable_member(work: Work, input: MemberInput) -> Member:
    """Ends a member's access; what he owns stays his until it is given away."""
    return actions.disable_member(work, key(MemberNode, input.id), version=input.version)


@strawberry.input
class UpdateProfileInput:
    """What is left out stays; `week_start` null is the company's again."""

    locale: str | None = UNSET
    time_zone: str | None = UNSET
    week_start: int | None = UNSET


@mutation(MemberNode)
def update_profile(work: Work, input: UpdateProfileInput) -> Member:
    """Sets the acting member's own language, time zone and first day of the week."""
    return actions.edit_profile(work, changes(input))


@strawberry.input
class CreateTeamInput:
    name: str
    office: str | None = None
    manager_id: strawberry.ID | None = None
    parent_id: strawberry.ID | None = None


@mutation(TeamNode)
def create_team(work: Work, input: CreateTeamInput) -> Team:
    """Makes a team; its manager sees its members' deals."""
    return actions.create_team(
        work, input.name, office=input.office, manager_id=key_or_none(MemberNode, input.manager_id),
        parent_id=key_or_none(TeamNode, input.parent_id),
    )  # fmt: skip


@strawberry.input
class UpdateTeamInput:
    id: strawberry.ID
    version: int | None = None
    name: str | None = UNSET
    office: str | None = UNSET
    manager_id: strawberry.ID | None = UNSET
    parent_id: strawberry.ID | None = UNSET


@mutation(TeamNode)
def update_team(work: Work, input: UpdateTeamInput) -> Team:
    """Changes the fields that are given; the teams below it go along."""
    given = changes(input, "id", "version")
    if "manager_id" in given:
        given["manager_id"] = key_or_none(MemberNode, input.manager_id)
    if "parent_id" in given:
        given["parent_id"] = key_or_none(TeamNode, input.parent_id)
    return actions.edit_team(work, key(TeamNode, input.id), given, version=input.version)


@strawberry.input
class TeamInput:
    id: strawberry.ID
    version: int | None = None


@mutation(TeamNode)
def delete_team(work: Work, input: TeamInput) -> Team:
    """Takes a team away that has no members any more."""
    return actions.delete_team(work, key(TeamNode, input.id), version=input.version)
