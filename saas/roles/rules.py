"""What a role of the company's own says differently from the ready-made one on which it stands: read, judged, kept.

{"grants": {"Deal": {"READ": "TEAM"}}, "fields": {"Deal": {"amount": "HIDDEN"}}, "powers": {"imports:run": true}}
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from saas.core.errors import Forbidden, Invalid
from saas.core.model import Json
from saas.core.rights import FieldRule, Rights, Role, Scope, Verb, objects, powers, rights_of
from saas.graph.fields import hideable, lockable
from saas.roles.model import CustomRole

PARTS = ("grants", "fields", "powers")


@dataclass(frozen=True, slots=True)
class Granted:
    """So far reaches a verb with records of an object."""

    object: str
    verb: Verb
    scope: Scope


@dataclass(frozen=True, slots=True)
class Ruled:
    """A field of an object, by its name in the graph."""

    object: str
    field: str
    rule: FieldRule


@dataclass(frozen=True, slots=True)
class Empowered:
    power: str
    granted: bool


def rights_in(base: Role, rules: Json) -> Rights:
    return rights_of(base, json.dumps(rules, sort_keys=True))


def rights_by(role: CustomRole) -> Rights:
    """What the members who have this role may do."""
    return rights_in(Role(role.base), role.rules)


def changed_rules(rules: Json, base: Role, changes: Mapping[str, object]) -> Json:
    """With the `grants`, `fields` and `powers` that `changes` give as tuples, each whole; refuses what cannot be said.

    What is not given stays.
    """
    parts: Json = {name: part for name, part in rules.items() if name in PARTS}
    if "grants" in changes:
        parts["grants"] = written_grants(base, cast("tuple[Granted, ...]", changes["grants"] or ()))
    if "fields" in changes:
        parts["fields"] = written_fields(cast("tuple[Ruled, ...]", changes["fields"] or ()))
    if "powers" in changes:
        parts["powers"] = written_powers(base, cast("tuple[Empowered, ...]", changes["powers"] or ()))
    return {name: part for name, part in parts.items() if part}


def written_grants(base: Role, said: Iterable[Granted]) -> Json:
    """As the rules keep them: what the ready-made role says too is left out."""
    kept: dict[str, dict[str, str]] = {}
    ready, given = rights_of(base), list(said)
    read = {each.object: each.scope for each in given if each.verb is Verb.READ}
    for each in given:
        _check_grant(each)
        reach = read.get(each.object, ready.scope(each.object, Verb.READ))
        if each.verb not in {Verb.READ, Verb.CREATE} and each.scope.width > reach.width:
            raise Invalid(
                "GRANT_TOO_WIDE", "Nobody does with %(object)s what reaches further than he reads them.", "grants",
                object=each.object,
            )  # fmt: skip
        if each.scope is not ready.scope(each.object, each.verb):
            kept.setdefault(each.object, {})[each.verb.value] = each.scope.value
    return cast(Json, kept)


def written_fields(said: Iterable[Ruled]) -> Json:
    kept: dict[str, dict[str, str]] = {}
    for each in said:
        _check_field(each)
        kept.setdefault(each.object, {})[each.field] = each.rule.value
    return cast(Json, kept)


def written_powers(base: Role, said: Iterable[Empowered]) -> Json:
    kept: Json = {}
    for each in said:
        if each.power not in powers():
            raise Invalid("UNKNOWN_POWER", "There is no power %(power)s.", "powers", power=each.power[:60])
        if each.granted is not (base in powers()[each.power]):
            kept[each.power] = each.granted
    return kept


def check_reach(giver: Rights, base: Role, rules: Json) -> None:
    """Nobody gives others what he may not do himself."""
    if base is Role.OWNER:
        raise Invalid("ROLE_OF_OWNER", "Owners may do everything: a role of your own stands on another one.", "base")
    if not giver.covers(rights_in(base, rules)):
        raise Forbidden("BEYOND_YOURS", "A role that you make may do no more than you may.", "grants")


def _check_grant(said: Granted) -> None:
    governed = objects().get(said.object)
    if governed is None:
        raise Invalid("UNKNOWN_OBJECT", "There are no records called %(object)s.", "grants", object=said.object[:60])
    if said.verb not in governed.verbs or said.scope not in governed.scopes:
        raise Invalid("BAD_SCOPE", "%(object)s know no such reach.", "grants", object=said.object)
    if governed.always_read and said.verb is Verb.READ and said.scope is not Scope.ALL:
        raise Invalid("ALWAYS_READ", "Everybody sees all %(object)s.", "grants", object=said.object)


def _check_field(said: Ruled) -> None:
    if said.object not in objects():
        raise Invalid("UNKNOWN_OBJECT", "There are no records called %(object)s.", "fields", object=said.object[:60])
    if said.rule is FieldRule.HIDDEN and said.field not in hideable(said.object):
        raise Invalid("NOT_HIDEABLE", "%(name)s cannot be hidden.", "fields", name=said.field[:60])
    if said.rule is FieldRule.READ_ONLY and said.field not in lockable(said.object):
        raise Invalid("NOT_LOCKABLE", "%(name)s cannot be read-only.", "fields", name=said.field[:60])
