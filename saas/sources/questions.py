"""What a form asks: read, and turned into the mapping of its source."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from saas.core.errors import Invalid
from saas.core.fields import camel, legible, written
from saas.sources.model import LeadField, QuestionKind

MOST = 40
MOST_OPTIONS = 50
LONGEST = 200
ROW = ("position", "label", "field", "kind", "required", "options")
#: What tells who somebody is: a form without any of them makes no lead.
TELLING = frozenset({LeadField.NAME, LeadField.FIRST_NAME, LeadField.LAST_NAME, LeadField.EMAIL, LeadField.PHONE,
                     LeadField.COMPANY})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Question:
    label: str
    field: LeadField | None = None
    kind: QuestionKind = QuestionKind.LINE
    required: bool = False
    options: tuple[str, ...] = ()


def read_questions(said: Sequence[Question]) -> list[dict[str, object]]:
    """As rows keep them. Refuses two that are called alike, and a form that tells nothing of anybody."""
    if len(said) > MOST:
        raise Invalid("TOO_MANY", "At most %(most)s at once.", "questions", most=MOST)
    kept = [_kept(position, one) for position, one in enumerate(said)]
    if len({row["label"] for row in kept}) < len(kept):
        raise Invalid("QUESTION_TWICE", "Two questions are called the same.", "questions")
    fields = [one.field for one in said if one.field is not None]
    if len(set(fields)) < len(fields):
        raise Invalid("FIELD_TWICE", "Two fields of the form are mapped to the same field.", "questions")
    if kept and TELLING.isdisjoint(fields):
        message = "Ask for a name, an e-mail address or a phone number, so that it becomes a lead."
        raise Invalid("TELLS_NOBODY", message, "questions")
    return kept


def mapping_of(rows: Sequence[Mapping[str, object]]) -> dict[str, object]:
    """From the labels to a lead's fields, by the names of the graph."""
    return {str(row["label"]): camel(str(row["field"]).lower().split("_")) for row in rows if row["field"]}


def _kept(position: int, one: Question) -> dict[str, object]:
    label = written(one.label, "questions")
    if len(label) > LONGEST:
        raise Invalid("TOO_LONG", "This is longer than %(most)s characters.", "questions", most=LONGEST)
    options = list(dict.fromkeys(filter(None, (legible(option, "questions") for option in one.options))))
    if one.kind is QuestionKind.CHOICE and not 0 < len(options) <= MOST_OPTIONS:
        message = "A choice offers at least one answer, and %(most)s at most."
        raise Invalid("BAD_OPTIONS", message, "questions", most=MOST_OPTIONS)
    told = "\n".join(options) if one.kind is QuestionKind.CHOICE else None
    return dict(zip(ROW, (position, label, one.field, one.kind, one.required, told), strict=True))
