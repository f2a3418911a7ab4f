"""Who somebody is, out of what a form sent: what cannot be read as it should be is kept as an answer, not lost."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from saas.core.errors import Invalid
from saas.leads.languages import read_language
from saas.members.actions import read_email
from saas.sources.mapping import Mapped

_YES = frozenset({"true", "on", "yes", "1", "כן", "نعم"})


@dataclass(frozen=True, slots=True)
class Person:
    fields: Mapping[str, object]
    answers: tuple[tuple[str, str], ...]


def read_person(mapped: Mapped) -> Person:
    """Refuses what tells nothing of anybody: no name, no address and no number."""
    fields, answers = dict[str, object](), list(mapped.answers)
    for name, value in mapped.fields.items():
        if name == "consent":
            continue
        if _can_be(name, value):
            fields[name] = value
        else:
            answers.append((name, value))
    if not fields.get("name"):
        message = "Nothing in it tells who it is: map a name, an e-mail address or a phone number."
        raise Invalid("NOBODY", message, "mapping")
    return Person(fields, tuple(answers))


def is_agreed(mapped: Mapped) -> bool:
    return mapped.fields.get("consent", "").strip().lower() in _YES


def _can_be(name: str, value: str) -> bool:
    check = _CHECKS.get(name)
    if check is None:
        return True
    try:
        check(value)
    except Invalid:
        return False
    return True


def _phone(said: str) -> object:
    if not any(sign.isdigit() for sign in said):
        raise Invalid("BAD_PHONE", "%(value)s is not a telephone number.", "phone", value=said[:80])
    return said


_CHECKS: Mapping[str, Callable[[str], object]] = {"email": read_email, "language": read_language, "phone": _phone}
