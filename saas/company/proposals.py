"""Public holidays of a country and year, as the library `holidays` knows them: shown to be picked from, never set.

Days that go by the moon are estimated in some countries, and the names of such say so.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

import holidays

from saas.accounts.countries import country_code
from saas.core.errors import Invalid

FIRST_YEAR, LAST_YEAR = 1970, 2199
#: Where the whole country has fewer holidays than any part of it: the part where most people live.
_PARTS: Final = {"GB": "ENG"}
_KEPT: Final = 64


@dataclass(frozen=True, slots=True)
class Proposal:
    on: date
    name: str


@lru_cache(_KEPT)
def propose(country: str, year: int, locale: str) -> tuple[Proposal, ...]:
    """In order, in the language where the library speaks it, else in English, else in the country's own."""
    code = country_code(country)
    if code is None or code not in holidays.list_supported_countries():
        raise Invalid("UNKNOWN_COUNTRY", "No holidays are known of %(value)s.", "country", value=country[:40])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Invalid("BAD_YEAR", "A year is a number from 1970 to 2199.", "year")
    found = holidays.country_holidays(code, subdiv=_PARTS.get(code), years=year, language=_language(code, locale))
    return tuple(Proposal(on, name) for on in sorted(found) if on.year == year for name in found.get_list(on))


def known_countries() -> list[str]:
    """Their codes of ISO 3166."""
    return sorted(holidays.list_supported_countries())


def _language(code: str, locale: str) -> str | None:
    spoken = holidays.list_localized_countries().get(code, [])
    return next((one for wish in (locale, "en") for one in spoken if one.split("_")[0] == wish), None)
