"""From the fields that a provider sends to those of a lead."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from saas.core.errors import Invalid
from saas.core.folding import fold

#: What a lead may be told, by the names of the graph.
FIELDS = (
    "name", "firstName", "lastName", "company", "title", "email", "phone", "message", "country", "language", "consent",
)  # fmt: skip
MOST = 100
LONGEST = 200

_CALLED: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "full name", "fullname", "your name", "שם", "שם מלא", "الاسم", "الاسم الكامل"),
    "firstName": ("first name", "firstname", "given name", "שם פרטי", "الاسم الأول"),
    "lastName": ("last name", "lastname", "family name", "surname", "שם משפחה", "اسم العائلة"),
    "company": ("company", "company name", "work company", "organization", "חברה", "שם החברה", "الشركة", "اسم الشركة"),
    "title": ("title", "job title", "תפקיד", "المسمى الوظيفي"),
    "email": ("email", "e-mail", "user email", "work email", "email address", "אימייל", "דוא״ל", "البريد الإلكتروني"),
    "phone": ("phone", "phone number", "user phone", "work phone", "mobile", "tel", "telephone", "טלפון", "נייד",
              "الهاتف", "رقم الهاتف"),
    "message": ("message", "comments", "הודעה", "الرسالة"),
    "country": ("country", "מדינה", "ארץ", "البلد", "الدولة"),
    "language": ("language", "שפה", "اللغة"),
    "consent": ("consent",),
}  # fmt: skip
_USUAL = {fold(theirs): ours for ours, names in _CALLED.items() for theirs in names}
_BREAKS = re.compile(r"[_\s]+")


@dataclass(frozen=True, slots=True)
class Mapped:
    """The fields of a lead by name, and what else was answered, in order."""

    fields: Mapping[str, str]
    answers: tuple[tuple[str, str], ...]


def read_mapping(said: Mapping[str, object]) -> dict[str, object]:
    """As a source keeps it; refuses a field that a lead does not have, and two that would be the same one."""
    kept = {str(theirs).strip(): str(ours) for theirs, ours in said.items() if ours}
    if len(kept) > MOST or any(not theirs or len(theirs) > LONGEST for theirs in kept):
        raise Invalid("BAD_MAPPING", "A mapping has at most %(most)s named fields.", "mapping", most=MOST)
    for ours in kept.values():
        if ours not in FIELDS:
            raise Invalid("NO_SUCH_FIELD", "A lead has no field %(name)s.", "mapping", name=ours[:80])
    if len(set(kept.values())) < len(kept):
        raise Invalid("FIELD_TWICE", "Two fields of the form are mapped to the same field.", "mapping")
    return dict(kept)


def apply(mapping: Mapping[str, object], given: Iterable[tuple[str, str]]) -> Mapped:
    """By the source's own mapping, else by what a field is usually called; the rest are answers."""
    fields: dict[str, str] = {}
    answers: list[tuple[str, str]] = []
    for theirs, value in given:
        ours = _ours(mapping, theirs)
        if not value.strip():
            continue
        if ours and ours not in fields:
            fields[ours] = value
        else:
            answers.append((theirs, value))
    return Mapped(_named(fields), tuple(answers))


def knows(mapping: Mapping[str, object], theirs: str) -> bool:
    """Whether a field of the sender is one of ours."""
    return bool(_ours(mapping, theirs))


def _ours(mapping: Mapping[str, object], theirs: str) -> str:
    return str(mapping.get(theirs) or _USUAL.get(fold(_BREAKS.sub(" ", theirs)), ""))


def _named(fields: dict[str, str]) -> dict[str, str]:
    """First and last name make one; who gives none is called by his address, number or company."""
    parts = [fields.pop(part, "").strip() for part in ("firstName", "lastName")]
    whole = fields.get("name", "").strip() or " ".join(filter(None, parts))
    name = whole or fields.get("email") or fields.get("phone") or fields.get("company")
    return {**fields, "name": name} if name else fields
