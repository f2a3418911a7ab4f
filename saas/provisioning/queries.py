"""Users and groups as a directory looks them up: by filter, sorted, by the page.

Members and teams are few thousands at most: what a filter says is tried on each, after SQL has taken those that an
equation on an indexed field leaves.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast
from uuid import UUID

from scim2_models import SearchRequest
from scim2_models.path import CompareOperator, Comparison, FilterNode, LogicalExpr, LogicalOperator
from sqlalchemy import ColumnElement, Select, String, and_, func, or_, select
from sqlalchemy import cast as as_sql

from saas.core.work import Work
from saas.members.model import Member, MemberStatus, Team
from saas.provisioning.mapping import Circle, Person, group_of, user_of
from saas.provisioning.model import ProvisionedMember, ProvisionedTeam
from saas.provisioning.resources import MOST, Group, User

FURTHEST = 2**31

Page = tuple[int, Sequence[User | Group]]


def find_person(work: Work, id: str) -> Person | None:
    """None also for one who has left and for what is no id."""
    known = _uuid(id)
    return None if known is None else next(_people(work, people(work).where(Member.id == known)), None)


def find_by_user_name(work: Work, user_name: str) -> Person | None:
    return next(_people(work, people(work).where(_user_name() == user_name.lower())), None)


def find_circle(work: Work, id: str) -> Circle | None:
    known = _uuid(id)
    return None if known is None else next(iter(_circles(work, circles(work).where(Team.id == known))), None)


def list_users(work: Work, search: "SearchRequest[Any]", base: str) -> Page:
    """How many there are in all, and those of the page."""
    known = {"id": as_sql(Member.id, String), "username": _user_name(), "externalid": _as_is(ProvisionedMember)}
    conditions = _equations(search, known)
    found = people(work).where(*conditions)
    if search.filter is None and search.sort_by is None:
        start, count = _window(search)
        page = [user_of(one, base) for one in _people(work, found.offset(start).limit(count))] if count else []
        return _count(work, found), page
    return _choose(search, [user_of(one, base) for one in _people(work, found)])


def list_groups(work: Work, search: "SearchRequest[Any]", base: str) -> Page:
    known = {"id": as_sql(Team.id, String), "displayname": func.lower(Team.name), "externalid": _as_is(ProvisionedTeam)}
    conditions = _equations(search, known)
    found = circles(work).where(*conditions)
    if search.filter is None and search.sort_by is None:
        start, count = _window(search)
        page = [group_of(one, base) for one in _circles(work, found.offset(start).limit(count))] if count else []
        return _count(work, found), page
    return _choose(search, [group_of(one, base) for one in _circles(work, found)])


def list_all(work: Work, search: "SearchRequest[Any]", base: str) -> Page:
    """Users and groups at once, in this order."""
    users = [user_of(one, base) for one in _people(work, people(work))]
    return _choose(search, [*users, *(group_of(one, base) for one in _circles(work, circles(work)))])


def people(work: Work) -> Select[Member, ProvisionedMember, Team]:
    """All whom the directory sees: members and whoever it has told of, but not those who have left."""
    told = and_(ProvisionedMember.member_id == Member.id, work.visible(ProvisionedMember))
    team = and_(Team.id == Member.team_id, work.visible(Team))
    known = or_(ProvisionedMember.id.is_not(None), Member.status != MemberStatus.PLACEHOLDER)
    statement = select(Member, ProvisionedMember, Team).outerjoin(ProvisionedMember, told).outerjoin(Team, team)
    return statement.where(work.visible(Member), known, ProvisionedMember.left_at.is_(None)).order_by(Member.id)


def circles(work: Work) -> Select[Team, ProvisionedTeam]:
    told = and_(ProvisionedTeam.team_id == Team.id, work.visible(ProvisionedTeam))
    return select(Team, ProvisionedTeam).outerjoin(ProvisionedTeam, told).where(work.visible(Team)).order_by(Team.id)


def _people(work: Work, statement: Select[Member, ProvisionedMember, Team]) -> Iterator[Person]:
    rows = cast("Sequence[tuple[Member, ProvisionedMember | None, Team | None]]", work.rows(statement))
    return (Person(*row) for row in rows)


def _circles(work: Work, statement: Select[Team, ProvisionedTeam]) -> list[Circle]:
    rows = cast("Sequence[tuple[Team, ProvisionedTeam | None]]", work.rows(statement))
    inside: dict[UUID, list[str]] = {}
    members = people(work).with_only_columns(Member.id, Member.team_id)
    for member_id, team_id in work.rows(members.where(Member.team_id.in_([team.id for team, _ in rows]))):
        inside.setdefault(cast("UUID", team_id), []).append(str(member_id))
    return [Circle(team, told, inside.get(team.id, [])) for team, told in rows]


def _user_name() -> ColumnElement[str]:
    return func.lower(func.coalesce(ProvisionedMember.user_name, Member.email))


def _as_is(told: type[ProvisionedMember] | type[ProvisionedTeam]) -> ColumnElement[str]:
    return func.coalesce(told.external_id, "")


def _equations(search: "SearchRequest[Any]", columns: Mapping[str, ColumnElement[Any]]) -> list[ColumnElement[bool]]:
    """What must hold in any case, where the filter is an equation or some of them joined by `and`."""
    if search.filter is None:
        return []
    ast: FilterNode = search.filter.ast
    joined = isinstance(ast, LogicalExpr) and ast.op is LogicalOperator.and_
    terms = ast.terms if isinstance(ast, LogicalExpr) and joined else (ast,)
    return [
        columns[name] == (term.value if name == "externalid" else term.value.lower())
        for term in terms
        if isinstance(term, Comparison) and term.op is CompareOperator.eq and isinstance(term.value, str)
        if (name := term.attr_path.attr.lower()) in columns and term.attr_path.sub_attr is None
    ]


def _choose(search: "SearchRequest[Any]", all_: Sequence[User | Group]) -> Page:
    chosen = [one for one in all_ if search.filter is None or search.filter.match(one)]
    start, count = _window(search)
    return len(chosen), search.sort(chosen)[start : start + count]


def _window(search: "SearchRequest[Any]") -> tuple[int, int]:
    return min((search.start_index or 1) - 1, FURTHEST), MOST if search.count is None else min(search.count, MOST)


def _count(work: Work, found: Select[Member, ProvisionedMember, Team] | Select[Team, ProvisionedTeam]) -> int:
    counted = select(func.count()).select_from(found.order_by(None).subquery())
    return cast("int", work.rows(counted)[0][0])


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
