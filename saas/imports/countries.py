"""Countries in a file: spelt as people spell them, or nearly."""

from functools import cache

from saas.accounts.countries import country_code, country_name, country_names
from saas.imports.matching import Book, Match, key_of


def find_country(value: str) -> Match[str] | None:
    """The code; `near` where the name was misspelt."""
    code = country_code(value)
    return Match(code, near=False) if code else _book().find(value)


def name_of(code: str) -> str:
    """As it is kept, whatever language the file was in."""
    return country_name(code)


@cache
def _book() -> Book[str]:
    return Book({key_of(name): code for name, code in country_names().items()})
