"""What a change of a role would change: in its words, for its members, and in what each of them sees.

Bounded: the first members by name, and counts up to a limit, one statement for each kind of record.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from sqlalchemy import ScalarSelect, Uuid, func, literal, select
from sqlalchemy.orm import aliased

from saas.access.queries import HERE, POWER, rights_by_member
from saas.core.errors import Invalid
from saas.core.model import Json, Model
from saas.core.policy import live, visible
from saas.core.principal import Who
from saas.core.rights import FieldRule, Rights, Role, Scope, Verb, models, rights_of
from saas.core.work import Work
from saas.members.model import Member
from saas.roles.model import CustomRole
from saas.roles.rules import changed_rules, check_reach, rights_by, rights_in

COUNTED = 10
COUNTED_UP_TO = 10_000
GIVEN = 50


@dataclass(frozen=True, slots=True)
class Seen:
    """How many living records of an object a member sees; counted up to `COUNTED_UP_TO`."""

    object: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Preview:
    """`members` counts all who have the role, or would get it; `seen` is of the first of them by name."""

    before: Rights
    after: Rights
    members: int
    seen: Sequence[tuple[UUID, Sequence[Seen]]]

    def grants(self) -> list[tuple[str, Verb, Scope, Scope]]:
        """Object, verb, before and after, where they differ."""
        each = ((name, verb, self.before.scope(name, verb), scope) for (name, verb), scope in self.after.grants.items())
        return [one for one in each if one[2] is not one[3]]

    def fields(self) -> list[tuple[str, str, FieldRule | None, FieldRule | None]]:
        """Object, field, before and after, where they differ; None is a field without a rule."""
        before, after = self.before.fields, self.after.fields
        each = ((*place, before.get(place), after.get(place)) for place in sorted({*before, *after}))
        return [one for one in each if one[2] is not one[3]]

    def powers(self) -> list[str]:
        """Those that are given or taken."""
        return sorted(self.before.powers ^ self.after.powers)


def preview_role(
    work: Work, role_id: UUID | None, changes: Mapping[str, object], given_to: Sequence[UUID] = ()
) -> Preview:
    """Of a change of the role, or of a new one on the `base` among the `changes`, else READER; and of giving it away.

    The differences are to the role as it is, of a new one to its base. Refuses what saving would refuse.
    """
    work.require(work.rights.holds(POWER))
    role = work.get(CustomRole, role_id, field="id") if role_id else None
    base = Role(str(changes.get("base") or (role.base if role else Role.READER)))
    rules: Json = changed_rules(role.rules if role else {}, base, changes)
    check_reach(work.rights, base, rules)
    before, after = rights_by(role) if role else rights_of(base), rights_in(base, rules)
    members = _concerned(work, role, given_to)
    now = rights_by_member(work, members[:COUNTED])
    seen = _seen(work, {member.id: (now[member.id], after) for member in members[:COUNTED]})
    return Preview(before, after, len(members), seen)


def _concerned(work: Work, role: CustomRole | None, given_to: Sequence[UUID]) -> list[Member]:
    """Those who have the role and are here, and those to whom it would be given."""
    if len(given_to) > GIVEN:
        raise Invalid("MANY_MEMBERS", "Name at most %(most)s members.", "memberIds", most=GIVEN)
    others = [work.get(Member, key, field="memberIds") for key in given_to]
    if role is None:
        return others
    held = select(Member).where(Member.custom_role_id == role.id, Member.status.in_(HERE), work.visible(Member))
    holders = work.all(held.order_by(Member.name, Member.id))
    known = {member.id for member in holders}
    return [*holders, *(member for member in others if member.id not in known)]


def _seen(work: Work, rights: Mapping[UUID, tuple[Rights, Rights]]) -> list[tuple[UUID, Sequence[Seen]]]:
    seen: dict[UUID, list[Seen]] = {key: [] for key in rights}
    for name, model in models().items():
        asked = {key: pair for key, pair in rights.items() if _differ(name, *pair)}
        if asked:
            counts = [_count(model, held, key) for key, pair in asked.items() for held in pair]
            (row,) = work.rows(select(*counts))
            numbers = cast("Sequence[int]", row)
            for place, key in enumerate(asked):
                seen[key].append(Seen(name, numbers[2 * place], numbers[2 * place + 1]))
    return list(seen.items())


def _differ(name: str, before: Rights, after: Rights) -> bool:
    return before.scope(name, Verb.READ) is not after.scope(name, Verb.READ)


def _count(model: type[Model], rights: Rights, member_id: UUID) -> ScalarSelect[int]:
    record = aliased(model)
    mine = visible(Who(rights, literal(member_id, Uuid())), record)
    rows = select(literal(1)).select_from(record).where(mine, live(record)).limit(COUNTED_UP_TO).subquery()
    return select(func.count()).select_from(rows).scalar_subquery()
