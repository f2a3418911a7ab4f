"""What a conversion leaves behind, so that it can be taken back."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import cast
from uuid import UUID

from saas.core.model import Json, Model


@dataclass(frozen=True, slots=True)
class Part:
    """One of the three. `filled` are the columns that a matched record lacked, `version` what it was left at."""

    made: bool = False
    filled: Mapping[str, object] = field(default_factory=dict)
    version: int = 0

    def seen(self, record: Model | None) -> "Part":
        """As it stands now, written."""
        return self if record is None else replace(self, version=int(getattr(record, "version", 0)))

    def kept(self) -> Json:
        filled = {name: str(value) for name, value in self.filled.items()}
        return {"filled": filled, "version": self.version}


@dataclass(frozen=True, slots=True)
class Traces:
    """Where everything went, and which activities, files and consents did."""

    to: tuple[str, UUID] | None = None
    activities: tuple[UUID, ...] = ()
    files: tuple[UUID, ...] = ()
    consents: tuple[UUID, ...] = ()

    def kept(self, account: Part, contact: Part, deal: Part) -> Json:
        return {
            "account": account.kept(), "contact": contact.kept(), "deal": deal.kept(),
            "to": None if self.to is None else [self.to[0], str(self.to[1])],
            **{name: [str(key) for key in getattr(self, name)] for name in ("activities", "files", "consents")},
        }  # fmt: skip


def read_traces(kept: Json) -> Traces:
    to = cast("list[str] | None", kept["to"])
    keys = [tuple(map(UUID, cast("list[str]", kept[name]))) for name in ("activities", "files", "consents")]
    return Traces(None if to is None else (to[0], UUID(to[1])), *keys)


def read_part(kept: Json, name: str) -> Part:
    part = cast(Json, kept[name])
    return Part(filled=cast(Json, part["filled"]), version=int(str(part["version"])))
