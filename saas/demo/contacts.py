"""The people at the customers, three or four a company, named in its language."""

from random import Random

from saas.demo.companies import draw_phone
from saas.demo.names import draw_person, draw_title
from saas.demo.records import AccountRecord, ContactRecord

#: Accounts with more employees than these have one more known person each.
LARGER = (150, 400)


def draw_contacts(rng: Random, accounts: tuple[AccountRecord, ...]) -> tuple[ContactRecord, ...]:
    """Two to five people an account, larger ones more; no address twice."""
    taken: set[str] = set()
    contacts: list[ContactRecord] = []
    for account in accounts:
        many = 2 + sum(account.size > size for size in LARGER) + rng.randint(0, 1)
        contacts += [_draw_contact(rng, account, number, taken) for number in range(many)]
    return tuple(contacts)


def _draw_contact(rng: Random, account: AccountRecord, number: int, taken: set[str]) -> ContactRecord:
    person = draw_person(rng, account.language)
    email = f"{person.handle}@{account.domain}"
    while email in taken:
        person = draw_person(rng, account.language)
        email = f"{person.handle}@{account.domain}"
    taken.add(email)
    title = draw_title(rng, account.language, female=person.female)
    phone = draw_phone(rng, account.country)
    return ContactRecord(f"{account.key}/{number}", account.key, person.name, email, phone, title, account.owner)
