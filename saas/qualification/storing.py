"""Rules as the table keeps them."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import cast
from uuid import UUID

from saas.activities.kinds import ActivityKind
from saas.core.model import Json
from saas.leads.words import Merit
from saas.qualification.rules import Rule, Standard
from saas.qualification.words import FieldMatch, KnownField

_READ: Mapping[str, Callable[[str], object]] = {
    "merit": Merit, "field": KnownField, "match": FieldMatch, "source_id": UUID, "activity": ActivityKind,
}  # fmt: skip


def kept(standard: Standard) -> Json:
    """As the table keeps it."""
    rules = [{name: _plain(value) for name, value in asdict(one).items() if value is not None}
             for one in standard.rules]  # fmt: skip
    return {"rules": rules, "requires": [one.value for one in standard.requires]}


def read_standard(kept: Json, ripe_score: int | None, least_activities: int) -> Standard:
    rules = tuple(_rule(cast(Json, one)) for one in cast("list[object]", kept["rules"]))
    requires = tuple(KnownField(str(one)) for one in cast("list[object]", kept["requires"]))
    return Standard(rules, ripe_score, requires, least_activities)


def _rule(kept: Json) -> Rule:
    given = {name: _READ[name](str(value)) if name in _READ else value for name, value in kept.items()}
    return Rule(**given)  # type: ignore[arg-type]  # each as `kept` wrote it


def _plain(value: object) -> object:
    return str(value) if isinstance(value, UUID) else value
