"""What a role may do: with which kinds of records, within which reach, and with which of their fields.

A capability says it in its `policy.py`, so that a new kind of record comes with its rights:

    OBJECTS = {Deal: Governed({Role.MANAGER: grants(Scope.BELOW), Role.REP: grants(Scope.OWN, EXPORT=Scope.NONE)})}
    POWERS = {"members:manage": {Role.ADMIN}}
    MIRRORS = {"DealEvent.toAmount": "Deal.amount"}

Owners and admins may do everything with every governed object; what is not said is not allowed. A company's own role
stands on a ready-made one and keeps what it says differently, its *rules*.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, lru_cache
from typing import cast

from saas.core import walk
from saas.core.model import Model

KEPT = 4_096


class Role(StrEnum):
    """The ready-made roles, from the widest to the narrowest."""

    OWNER = "OWNER"
    ADMIN = "ADMIN"
    MANAGER = "MANAGER"
    REP = "REP"
    MARKETER = "MARKETER"
    AGENT = "AGENT"
    ANALYST = "ANALYST"
    READER = "READER"


class Verb(StrEnum):
    READ = "READ"
    CREATE = "CREATE"
    UPDATE = "UPDATE"
    DELETE = "DELETE"
    EXPORT = "EXPORT"
    SHARE = "SHARE"
    BULK = "BULK"


class Scope(StrEnum):
    """Whose records: one's own, those of one's teams, of these and the teams below them, everybody's."""

    NONE = "NONE"
    OWN = "OWN"
    TEAM = "TEAM"
    BELOW = "BELOW"
    ALL = "ALL"

    @property
    def width(self) -> int:
        return _WIDTHS[self]


class FieldRule(StrEnum):
    READ_ONLY = "READ_ONLY"
    HIDDEN = "HIDDEN"


_WIDTHS = {scope: width for width, scope in enumerate(Scope)}
_UNLIMITED = frozenset({Role.OWNER, Role.ADMIN})

Grants = Mapping[Verb, Scope]
Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Governed:
    """A kind of record that roles are about. Without an `owner` its scopes are NONE and ALL.

    `always_read` is what every member sees, whatever his role: a stage, a product.
    """

    grants: Mapping[Role, Grants]
    owner: str | None = "owner_id"
    always_read: bool = False
    verbs: tuple[Verb, ...] = tuple(Verb)

    @property
    def scopes(self) -> tuple[Scope, ...]:
        return tuple(Scope) if self.owner else (Scope.NONE, Scope.ALL)


def grants(scope: Scope, **others: Scope) -> Grants:
    """Every verb within one scope, but for `others`: `grants(Scope.OWN, EXPORT=Scope.NONE)`."""
    return {verb: others.get(verb.value, scope) for verb in Verb}


@dataclass(frozen=True, slots=True)
class Rights:
    """Equal where everything is equal, so that a plan serves the members of all roles that come to the same."""

    key: str
    role: Role = field(compare=False)
    grants: Mapping[tuple[str, Verb], Scope] = field(compare=False)
    fields: Mapping[tuple[str, str], FieldRule] = field(compare=False)
    powers: frozenset[str] = field(compare=False)

    def scope(self, thing: str, verb: Verb) -> Scope:
        """By the name of the object's class; NONE for what nobody has declared."""
        return self.grants.get((thing, verb), Scope.NONE)

    def may(self, thing: str, verb: Verb) -> bool:
        """With any of them at all."""
        return self.scope(thing, verb) is not Scope.NONE

    def holds(self, power: str) -> bool:
        """Refuses to answer for a power that no capability declares."""
        if power not in powers():
            raise KeyError(f"{power} is no power: declare it in POWERS of a policy.py")
        return power in self.powers

    def hides(self, type_name: str, field: str) -> bool:
        """By GraphQL names, as in `Deal`, `amount`."""
        return self.fields.get((type_name, field)) is FieldRule.HIDDEN

    def locks(self, type_name: str, field: str) -> bool:
        """Whether it may not be written: a hidden field may not either."""
        return (type_name, field) in self.fields

    def covers(self, other: "Rights") -> bool:
        """Whether nobody of the `other` rights could do, or see, what one of these cannot: then these may be given."""
        return (
            (self.role is Role.OWNER or other.role is not Role.OWNER)
            and all(self.grants[place].width >= scope.width for place, scope in other.grants.items())
            and all(_is_as_strict(other.fields.get(place), rule) for place, rule in self.fields.items())
            and other.powers <= self.powers
        )


@cache
def objects() -> Mapping[str, Governed]:
    """By the name of their class, in the order in which the capabilities declare them."""
    return {model.__name__: governed for model, governed in _declared().items()}


@cache
def models() -> Mapping[str, type[Model]]:
    """The classes of the governed objects."""
    return {model.__name__: model for model in _declared()}


@cache
def powers() -> Mapping[str, frozenset[Role]]:
    """Which ready-made roles hold each power of the whole company; owners hold all."""
    found: dict[str, frozenset[Role]] = {}
    for module in walk.modules("policy"):
        for name, roles in getattr(module, "POWERS", {}).items():
            found[name] = frozenset(roles) | {Role.OWNER}
    return found


@cache
def mirrors() -> Mapping[tuple[str, str], frozenset[tuple[str, str]]]:
    """Fields that tell what others tell: where one of those is hidden, so are they. By `MIRRORS` of a policy.py, whose
    values are one field, or several in a tuple.
    """
    found: dict[tuple[str, str], frozenset[tuple[str, str]]] = {}
    for module in walk.modules("policy"):
        for place, told in getattr(module, "MIRRORS", {}).items():
            found[_place(place)] = frozenset(map(_place, (told,) if isinstance(told, str) else told))
    return found


@lru_cache(KEPT)
def rights_of(role: Role, rules: str = "{}") -> Rights:
    """Of a ready-made role with the rules of a company's own role, as JSON.

    What the rules name that is no longer there, a newer version's object or scope, counts for nothing. What is done
    with records reaches no further than they are read; only new ones are made beyond.
    """
    said = cast(Json, json.loads(rules))
    given = {(name, verb): _granted(name, verb, role, said) for name in objects() for verb in Verb}
    given |= {
        place: min(scope, given[place[0], Verb.READ], key=_width) for place, scope in given.items() if _reads(place)
    }
    fields = {(kind, name): rule for kind, named in _of(said, "fields").items() for name, rule in _rules(named)}
    gone = {place for place, rule in fields.items() if rule is FieldRule.HIDDEN}
    fields |= {place: FieldRule.HIDDEN for place, told in mirrors().items() if not told.isdisjoint(gone)}
    held = {name for name, roles in powers().items() if _of(said, "powers").get(name, role in roles) is True}
    key = json.dumps([sorted(map(list, given.items()), key=str), sorted(map(list, fields.items())), sorted(held)])
    return Rights(f"{role is Role.OWNER}{key}", role, given, fields, frozenset(held))


def _granted(name: str, verb: Verb, role: Role, said: Json) -> Scope:
    governed = objects()[name]
    if verb is Verb.READ and governed.always_read:
        return Scope.ALL
    ready = Scope.ALL if role in _UNLIMITED else governed.grants.get(role, {}).get(verb, Scope.NONE)
    wanted = _of(_of(said, "grants"), name).get(verb.value)
    return Scope(str(wanted)) if wanted in governed.scopes else ready


def _reads(place: tuple[str, Verb]) -> bool:
    return place[1] is not Verb.CREATE


def _width(scope: Scope) -> int:
    return scope.width


def _is_as_strict(other: FieldRule | None, rule: FieldRule) -> bool:
    return other is FieldRule.HIDDEN or other is rule


def _rules(named: object) -> Iterable[tuple[str, FieldRule]]:
    if isinstance(named, dict):
        yield from ((name, FieldRule(rule)) for name, rule in named.items() if rule in set(FieldRule))


def _place(written: str) -> tuple[str, str]:
    kind, _, name = written.partition(".")
    return kind, name


def _of(said: Json, name: str) -> Json:
    inner = said.get(name)
    return inner if isinstance(inner, dict) else {}


@cache
def _declared() -> Mapping[type[Model], Governed]:
    found: dict[type[Model], Governed] = {}
    for module in walk.modules("policy"):
        found.update(getattr(module, "OBJECTS", {}))
    return found
