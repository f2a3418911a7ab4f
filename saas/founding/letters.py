"""The letter that asks a person to confirm his address."""

from saas.core.texts import later
from saas.identity.people import Person
from saas.post.letters import Address, Button, Letter


def confirmation(person: Person, url: str, locale: str) -> Letter:
    """Once for each person and address."""
    return Letter(
        to=Address(person.email, person.name),
        kind="founding.confirmation",
        locale=locale,
        subject=later("Confirm your e-mail address"),
        paragraphs=(
            later("You have signed up with this address and a passkey. Confirm that it is yours."),
            later("Until then companies that know this address do not know that it is you."),
        ),
        button=Button(later("Confirm the address"), url),
        footer=later("If it was not you, do nothing: nobody gets anything by your address."),
        key=f"confirm/{person.id}",
    )
