"""What a person says of the company that he founds, read and checked, and what we suggest to him."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from saas.core.customs import read_locale, read_time_zone
from saas.core.errors import Invalid, Refusal
from saas.core.fields import written
from saas.core.money import read_currency
from tenants.errors import BadSlug
from tenants.placement import LONGEST, RESERVED, check_slug

MOST_OF_NAME: Final = 120
WEEK_STARTS: Final = (1, 7, 6)
"""Monday, Sunday, Saturday, by the numbers of ISO 8601."""

#: Addresses there say nothing of a company.
EVERYBODYS: Final = frozenset(
    ["gmail", "googlemail", "outlook", "hotmail", "live", "yahoo", "icloud", "me", "proton", "protonmail", "gmx", "aol"]
)


@dataclass(frozen=True, slots=True)
class Plan:
    slug: str
    name: str
    currency: str
    locale: str
    time_zone: str
    week_start: int


class Flawed(Exception):
    """What is to be mended, by the name of the field."""

    def __init__(self, flaws: Mapping[str, Refusal]) -> None:
        super().__init__(", ".join(flaws))
        self.flaws = flaws


def default_plan(locale: str) -> Plan:
    """What most companies of this language want."""
    currency, time_zone, week_start = _CUSTOMS[locale]
    return Plan("", "", currency, locale, time_zone, week_start)


_CUSTOMS: Final = {"en": ("USD", "UTC", 1), "he": ("ILS", "Asia/Jerusalem", 7), "ar": ("AED", "Asia/Dubai", 1)}


def read_plan(said: Mapping[str, str]) -> Plan:
    """Raises Flawed with all that is wrong at once."""
    flaws: dict[str, Refusal] = {}

    def read(name: str) -> str:
        try:
            return _READERS[name](said.get(name, ""))
        except Refusal as refusal:
            flaws[name] = refusal
            return ""

    plan = Plan(
        read("slug"), read("name"), read("currency"), read("locale"), read("timeZone"), int(read("weekStart") or 1)
    )  # fmt: skip
    if flaws:
        raise Flawed(flaws)
    return plan


def read_slug(said: str) -> str:
    slug = said.strip().lower()
    if not slug:
        raise Invalid("REQUIRED", "This must not be empty.", "slug")
    if slug in RESERVED:
        raise Invalid("RESERVED_SLUG", "%(slug)s is reserved. Choose another address.", "slug", slug=slug)
    try:
        check_slug(slug)
    except BadSlug:
        raise Invalid(
            "BAD_SLUG",
            "An address has 2 to %(most)s small Latin letters, digits and single hyphens, and begins with a letter.",
            "slug",
            most=LONGEST,
        ) from None
    return slug


def candidates(name: str, email: str) -> Iterator[str]:
    """Addresses for a company of this name, without end: from its name where that has Latin letters, else from the
    domain of its founder's address.
    """
    domain = email.rpartition("@")[2].partition(".")[0]
    stems = [_stem(name), "" if domain in EVERYBODYS else _stem(domain), _stem(email.partition("@")[0]), "company"]
    fit = [stem for stem in stems if _fits(stem)]
    yield from fit
    for number in range(2, 10_000):
        yield f"{fit[0][: LONGEST - 5].rstrip('-')}-{number}"


def _stem(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    whole = "-".join(words).lstrip("0123456789-")
    return whole[:LONGEST].rstrip("-")


def _fits(slug: str) -> bool:
    try:
        check_slug(slug)
    except BadSlug:
        return False
    return True


def _name(said: str) -> str:
    name = written("".join(char if char.isprintable() else " " for char in said), "name")
    if len(name) > MOST_OF_NAME:
        raise Invalid("TOO_LONG", "This is longer than %(most)s characters.", "name", most=MOST_OF_NAME)
    return name


def _currency(said: str) -> str:
    return read_currency(said.strip().upper(), field="currency")


def _week_start(said: str) -> str:
    if said not in {str(day) for day in WEEK_STARTS}:
        raise Invalid("BAD_WEEK_START", "A week begins on Monday, Sunday or Saturday.", "weekStart")
    return said


_READERS: Final = {
    "slug": read_slug, "name": _name, "currency": _currency, "locale": read_locale, "timeZone": read_time_zone,
    "weekStart": _week_start,
}  # fmt: skip
