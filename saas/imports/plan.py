"""What an import will do: steps in the order in which they can be taken, refused rows, and the rules it applied.

A plan is made from the files and from what the company has, without touching anything: a check makes one and stops.
Records to be made have their ids from the start, so that steps can name each other.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from saas.core.errors import Plural
from saas.imports.columns import Habits

_SHOWN = 3


class Thing(StrEnum):
    """What a step makes or changes; the order is the order of the steps."""

    PRODUCT = "product"
    MEMBER = "member"
    TEAM = "team"
    ACCOUNT = "account"
    CONTACT = "contact"
    PIPELINE = "pipeline"
    DEAL = "deal"
    SOURCE = "source"
    LEAD = "lead"


class Verb(StrEnum):
    CREATE = "CREATE"
    UPDATE = "UPDATE"
    KEEP = "KEEP"


@dataclass(frozen=True, slots=True)
class Origin:
    """The row that a step comes from."""

    file: int
    line: int


@dataclass(slots=True)
class Step:
    """`values`: all fields of a new record, the changed ones of a known one. No origin: a row implied it."""

    thing: Thing
    id: UUID
    verb: Verb
    values: dict[str, object]
    origin: Origin | None


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that is left out; `column` and `value` where one cell is to blame."""

    origin: Origin
    code: str
    message: str | Plural
    column: str | None = None
    value: str | None = None
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(slots=True)
class Note:
    """A rule and how often it was applied; `samples` are counted."""

    code: str
    message: str | Plural
    params: Mapping[str, object]
    count: int = 0
    samples: Counter[str] = field(default_factory=Counter)

    def values(self) -> dict[str, object]:
        """What the message is said with: the most frequent samples among it."""
        shown = ", ".join(text for text, _ in self.samples.most_common(_SHOWN))
        more = ", …" if len(self.samples) > _SHOWN else ""
        return {**self.params, "count": self.count, "samples": shown + more}


@dataclass(slots=True)
class Plan:
    habits: Habits
    steps: list[Step] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    notes: dict[tuple[object, ...], Note] = field(default_factory=dict)

    def refuse(self, origin: Origin, code: str, message: str, **params: object) -> None:
        self.refused.append(Refused(origin, code, message, params=params))

    def note(self, code: str, message: str | Plural, *, sample: str | None = None, **params: object) -> None:
        """Counts one more use of a rule; with other `params` it is told apart."""
        note = self.notes.setdefault((code, *params.values()), Note(code, message, params))
        note.count += 1
        if sample is not None:
            note.samples[sample] += 1
