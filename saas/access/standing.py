"""Where members stand: their roles and the teams that count for them, as plain data."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from saas.core.rights import Rights, Scope, Verb
from saas.members.model import Team
from saas.sharing.model import Share, ShareLevel


class TeamReason(StrEnum):
    """Why a team counts for a member."""

    MEMBER = "MEMBER"
    MANAGER = "MANAGER"
    BELOW = "BELOW"


class SightReason(StrEnum):
    """Why a member sees a record."""

    OWNER = "OWNER"
    ROLE = "ROLE"
    TEAM = "TEAM"
    BELOW = "BELOW"
    SHARED = "SHARED"
    TEAM_SHARED = "TEAM_SHARED"
    OTHER = "OTHER"


@dataclass(frozen=True, slots=True)
class Standing:
    """A member with his rights; `own` are the team that he is in and those that he manages."""

    member_id: UUID
    rights: Rights
    own: frozenset[UUID]


@dataclass(frozen=True, slots=True)
class Kept:
    """A record as far as it matters who owns it: the owner, his team and those above it, and the record's shares."""

    object: str
    owner_id: UUID | None
    team_id: UUID | None
    lineage: frozenset[UUID]
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Sight:
    """One reason for which a member sees a record, and whether he may edit it for the same reason."""

    reason: SightReason
    edits: bool
    team_id: UUID | None = None


def teams_of(member_id: UUID, team_id: UUID | None, teams: Iterable[Team]) -> Mapping[UUID, TeamReason]:
    """The living teams that count for a member, and why; those below come last and count for the scope BELOW only."""
    known = list(teams)
    found = {team.id: TeamReason.MEMBER for team in known if team.id == team_id}
    found |= {team.id: TeamReason.MANAGER for team in known if team.manager_id == member_id and team.id not in found}
    own = set(found)
    below = [team for team in known if team.id not in own and own & set(team.lineage)]
    return found | {team.id: TeamReason.BELOW for team in below}


def sights(standing: Standing, kept: Kept) -> list[Sight]:
    """All the reasons of the scopes and the shares. A policy may have further ones: then there may be none here."""
    read, edit = (standing.rights.scope(kept.object, verb) for verb in (Verb.READ, Verb.UPDATE))
    if read is Scope.NONE:
        return []
    found = [Sight(SightReason.ROLE, edit is Scope.ALL)] if read is Scope.ALL else []
    if kept.owner_id == standing.member_id:
        found.append(Sight(SightReason.OWNER, edit is not Scope.NONE))
    if kept.team_id in standing.own and read in {Scope.TEAM, Scope.BELOW}:
        found.append(Sight(SightReason.TEAM, edit.width >= Scope.TEAM.width, kept.team_id))
    above = sorted((kept.lineage - {kept.team_id}) & standing.own)
    if read is Scope.BELOW and above:
        found.append(Sight(SightReason.BELOW, edit.width >= Scope.BELOW.width, kept.team_id))
    for share in kept.shares:
        edits = share.level == ShareLevel.EDIT and edit is not Scope.NONE
        if share.member_id == standing.member_id:
            found.append(Sight(SightReason.SHARED, edits))
        elif share.team_id in standing.own:
            found.append(Sight(SightReason.TEAM_SHARED, edits, share.team_id))
    return found
