"""Teams of teams: where each stands after one is moved."""

from collections.abc import Iterable
from uuid import UUID

from saas.core.errors import Invalid
from saas.members.model import Team

DEEPEST = 8


def placed(team: Team, parent: Team | None, teams: Iterable[Team]) -> list[tuple[Team, list[UUID]]]:
    """The team and those below it, each with its new lineage, itself last; `teams` are all of the company."""
    above = list(parent.lineage) if parent else []
    if team.id in above:
        raise Invalid("TEAM_CIRCLE", "A team cannot stand below itself.", "parentId")
    below = [other for other in teams if other is not team and team.id in other.lineage]
    moved = [(other, [*above, *other.lineage[other.lineage.index(team.id) :]]) for other in below]
    moved.append((team, [*above, team.id]))
    if max(len(lineage) for _team, lineage in moved) > DEEPEST:
        raise Invalid("HIERARCHY_DEEP", "A hierarchy has at most %(most)s levels.", "parentId", most=DEEPEST)
    return moved
