"""Rows of members: people, the managers they name, and a team for each manager or team named."""

import re
from collections.abc import Sequence
from hashlib import sha256
from uuid import UUID

from saas.core.errors import Plural
from saas.core.folding import fold
from saas.core.rights import Role
from saas.core.texts import later
from saas.imports.matching import key_of
from saas.imports.plan import Origin
from saas.imports.records import Record
from saas.imports.values import parse_email
from saas.imports.world import World, refer
from saas.members.model import MemberStatus

_DOMAIN = "placeholder.invalid"
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
_LED = frozenset({Role.OWNER, Role.ADMIN, Role.MANAGER})


def plan_members(world: World, records: Sequence[Record]) -> None:
    """Managers first, then their teams, then the people in them."""
    named = [record for record in records if _named(world, record)]
    rows = {key_of(record.text("name") or ""): record for record in reversed(named)}
    leads: dict[str, UUID] = {}
    for record in named:
        manager = record.text("manager")
        if manager is not None and key_of(manager) not in leads:
            leads[key_of(manager)] = _lead(world, manager, rows.get(key_of(manager)))
    teams = {_team_key(record): _team(world, record, leads) for record in reversed(named) if _team_key(record)}
    for record in named:
        _person(world, record, teams.get(_team_key(record)), leads)


def refer_member(world: World, column: str, name: str) -> UUID:
    """The member that a row names as an owner, by name or address; an unknown one becomes a rep with a placeholder."""
    email = parse_email(name)
    if email is not None:
        known = world.members.by_key("email", email)
        own = email.partition("@")[0].replace(".", " ").title()
        return known or refer(world, world.members, (column, own), lambda: draft_member(world, own, Role.REP, email))
    return refer(world, world.members, (column, name), lambda: draft_member(world, name, Role.REP))


def draft_member(world: World, name: str, role: Role, email: str | None = None) -> dict[str, object]:
    if email is None:
        message = Plural(
            "%(count)s person has no e-mail address: a placeholder stands for it until an invitation.",
            "%(count)s people have no e-mail address: placeholders stand for them until an invitation.",
        )
        world.plan.note("PLACEHOLDER_EMAIL", message)
    return {
        "name": name,
        "email": email or _placeholder(world, name),
        "role": role,
        "status": MemberStatus.PLACEHOLDER,
        "team_id": None,
    }


def _named(world: World, record: Record) -> bool:
    if record.text("name") is None:
        world.plan.refuse(record.origin, "NAME_MISSING", later("This row has no name."))
    return record.text("name") is not None


def _lead(world: World, name: str, row: Record | None) -> UUID:
    """A manager: somebody known, somebody with a row of his own, or a new member."""
    id = _find(world, name, row)
    if id is not None:
        if world.members.values(id).get("role") not in _LED:
            world.members.settle(world.plan, id, {"role": Role.MANAGER}, None)
        return id
    message = Plural(
        "%(count)s manager named in the file became a member with that role.",
        "%(count)s managers named in the file became members with that role.",
    )
    world.plan.note("MANAGERS", message)
    draft = draft_member(world, name, Role.MANAGER, None if row is None else row.text("email"))
    return world.members.make(world.plan, draft, None if row is None else row.origin)


def _find(world: World, name: str, row: Record | None) -> UUID | None:
    return world.members.by_key("email", None if row is None else row.text("email")) or world.members.by_name(name)


def _team_key(record: Record) -> str:
    return key_of(record.text("team") or record.text("manager") or "")


def _team(world: World, record: Record, leads: dict[str, UUID]) -> UUID:
    """The team of the row's name, or the one that its manager leads; a new one where there is none."""
    manager = record.text("manager")
    lead = None if manager is None else leads[key_of(manager)]
    named = record.text("team")
    led = (id for id, values in world.teams.all().items() if lead is not None and values.get("manager_id") == lead)
    id = world.teams.by_name(named) if named else next(led, None)
    office = record.text("office")
    given = {"office": office, "manager_id": lead}
    if id is not None:
        world.teams.settle(world.plan, id, {field: value for field, value in given.items() if value is not None}, None)
        return id
    message = Plural(
        "%(count)s team was made, with its manager and office.",
        "%(count)s teams were made, with their managers and offices.",
    )
    world.plan.note("TEAMS", message)
    name = named or world.title(later("%(manager)s's team"), {"manager": manager or ""})
    return world.teams.make(world.plan, {"name": name, **given}, None)


def _person(world: World, record: Record, team: UUID | None, leads: dict[str, UUID]) -> None:
    name = record.text("name") or ""
    id = _find(world, name, record)
    if id is not None and id in leads.values() and _is_own(world, id, record.origin):
        world.members.settle(world.plan, id, {"team_id": team} if team else {}, None)
        return
    given: dict[str, object] = {"team_id": team} if team else {}
    email = record.text("email")
    if id is None:
        world.members.make(world.plan, {**draft_member(world, name, Role.REP, email), **given}, record.origin)
        return
    if email and world.members.values(id).get("status") is MemberStatus.PLACEHOLDER:
        given["email"] = email
    world.members.place(world.plan, record.origin, id, (given, {}))


def _is_own(world: World, id: UUID, origin: Origin) -> bool:
    return world.members.seen(id) == origin


def _placeholder(world: World, name: str) -> str:
    """`first.last@` a reserved domain; a name without Latin letters gets a short sum of itself."""
    local = _NOT_LETTERS.sub(".", fold(name)).strip(".") or f"member.{sha256(name.encode()).hexdigest()[:8]}"
    email, count = f"{local}@{_DOMAIN}", 1
    while world.members.by_key("email", email) is not None:
        count += 1
        email = f"{local}.{count}@{_DOMAIN}"
    return email
