"""The search: one statement over every kind of record; another one only where little or nothing was found."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import cast
from uuid import UUID

from sqlalchemy import Integer, bindparam, func, literal, select, union_all
from sqlalchemy.dialects.postgresql.psycopg2 import PGDialect_psycopg2

from saas.accounts.countries import home_country
from saas.core.errors import Invalid
from saas.core.principal import WHO_MEMBER, Who, who
from saas.core.rights import Rights
from saas.core.work import Work
from saas.search.arms import CAP, Arm, Arms
from saas.search.asked import Asked, Shape, read_asked
from saas.search.kinds import SUBJECTS, SearchKind, SearchMatch, Tier
from saas.search.layouts import other_layouts

PAGE, LARGEST_PAGE = 5, 100
PLANS_KEPT = 512
DIALECT = PGDialect_psycopg2()  # type: ignore[no-untyped-call]  # SQLAlchemy's
LOOSE = {SearchMatch.WITHIN, SearchMatch.ACCOUNT, SearchMatch.TYPO}

Kinds = tuple[SearchKind, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """In the driver's own form."""

    sql: str
    given: dict[str, object]


@dataclass(frozen=True, slots=True)
class Hit:
    key: UUID
    match: SearchMatch


@dataclass(slots=True)
class Group:
    """The best hits of a kind. Where there are `more`, `count` is only the least that there are."""

    kind: SearchKind
    count: int
    more: bool
    hits: list[Hit]


@dataclass(frozen=True, slots=True)
class Found:
    """`text` is what was searched for: as other keys would have said it where `switched`."""

    text: str
    switched: bool
    groups: list[Group]

    @property
    def count(self) -> int:
        return sum(group.count for group in self.groups)

    @property
    def fits(self) -> bool:
        """Something was found by what was really said."""
        return any(hit.match not in LOOSE for group in self.groups for hit in group.hits[:1])


def search(work: Work, text: str, kinds: Sequence[SearchKind] = (), *, first: int | None = None) -> Found:
    """In every kind where none is named.

    Where nothing is found, the text is read as if it had been typed under another keyboard layout; where nothing
    is found by whole words, mistyped ones are looked for too.
    """
    size = PAGE if first is None else first
    if not 0 < size <= LARGEST_PAGE:
        raise Invalid("PAGE_SIZE", "A page holds from 1 to %(largest)s records.", "first", largest=LARGEST_PAGE)
    wanted = tuple(dict.fromkeys(kinds)) or tuple(SearchKind)
    asked = _read(work, text)
    found = _found(work, asked, wanted, size)
    if not found.count:
        others = (_found(work, _read(work, other), wanted, size) for other in other_layouts(text, work.who.locale))
        if meant := next((other for other in others if other.count), None):
            return replace(meant, switched=True)
    return found if found.fits else _found(work, asked, wanted, size, typos=True)


def _read(work: Work, text: str) -> Asked | None:
    return read_asked(text, home_country(work.tenant.time_zone, work.tenant.locale))


def _found(work: Work, asked: Asked | None, kinds: Kinds, size: int, *, typos: bool = False) -> Found:
    """Nothing is found by too few letters."""
    groups = {kind: Group(kind, 0, more=False, hits=[]) for kind in kinds}
    if asked is not None:
        plan = plan_of(work.rights, asked.shape, kinds, typos=typos)
        for kind, key, tier, count in work.rows(plan.sql, plan.given | asked.params() | {"size": size} | _who(work)):
            group = groups[SearchKind(str(kind))]
            group.hits.append(Hit(UUID(str(key)), SearchMatch[Tier(cast(int, tier)).name]))
            group.count, group.more = cast(int, count), cast(int, count) >= CAP
    return Found(asked.raw if asked else "", switched=False, groups=list(groups.values()))


def _who(work: Work) -> dict[str, object]:
    return {WHO_MEMBER: str(work.who.member_id) if work.who.member_id else None}


@lru_cache(PLANS_KEPT)
def plan_of(rights: Rights, shape: Shape, kinds: Kinds, *, typos: bool = False) -> Plan:
    """The statement and what of its parameters is always the same. Written once: it is long."""
    compiled = _statement(who(rights), shape, kinds, typos=typos).compile(dialect=DIALECT)
    given = {name: value for name, value in compiled.params.items() if value is not None}
    return Plan(str(compiled), given)


def _statement(whoever: Who, shape: Shape, kinds: Kinds, *, typos: bool) -> Arm:
    """Kind, key, tier and count, the best first. Of one tier what is nearer, one's own, and what changed last."""
    places = union_all(*(_places(Arms(whoever, SUBJECTS[kind], shape), typos=typos) for kind in kinds)).subquery()
    best = select(places.c.kind, places.c.id, places.c.tier, places.c.count)
    return best.where(places.c.place <= bindparam("size", type_=Integer())).order_by(places.c.kind, places.c.place)


def _places(arms: Arms, *, typos: bool) -> Arm:
    each = [arm.subquery() for arm in (*arms.plain(), *(arms.slipped() if typos else ()))]
    every = union_all(*(select(*arm.c) for arm in each)).subquery()
    same = every.c.id, every.c.mine, every.c.at
    tier, near = func.min(every.c.tier).label("tier"), func.max(every.c.near).label("near")
    found = select(*same, tier, near).group_by(*same).subquery()
    order = found.c.tier, found.c.near.desc(), found.c.mine.desc(), found.c.at.desc(), found.c.id
    place = func.row_number().over(order_by=order).label("place")
    kind = literal(arms.subject.kind.value).label("kind")
    return select(kind, found.c.id, found.c.tier, func.count().over().label("count"), place)
