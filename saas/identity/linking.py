"""Who is the person that a provider has signed in?

    known account ──────────────────────────────────────────► that person
    new account, address nobody here has proved ────────────► a new person
    new account, address of a person whom we know ──────────► asked to confirm, then that person

An account is linked by an address only where the provider says that it has verified it. A company's own provider
vouches for the addresses of the company's verified domains and for no others.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import Connection, Engine, select, update
from sqlalchemy.dialects.postgresql import insert

from saas.core.clock import Clock
from saas.core.errors import Forbidden, Invalid
from saas.core.ids import new_id
from saas.core.model import Json
from saas.core.texts import LOCALES
from saas.identity.findings import Found
from saas.identity.people import Person, Somebody, add_person, find_holder, find_person
from saas.identity.providers import Provider, domain_of, verified_domains
from tenants.platform import person_identity

FRESH = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Ours:
    """The account is this person's."""

    person_id: UUID


@dataclass(frozen=True, slots=True)
class Perhaps:
    """The address is this person's; the account has never been seen."""

    person: Person
    account: Json


def recognise(platform: Engine, provider: Provider, found: Found, *, clock: Clock) -> Ours | Perhaps:
    """Refuses an address that is not vouched for. A person whom nobody knew is made."""
    domains = verified_domains(platform, provider.tenant_id) if provider.tenant_id else ()
    with platform.begin() as connection:
        known = _find_account(connection, found, clock=clock)
        if known is not None:
            return Ours(known)
        email = _vouched(provider, found, domains)
        holder = find_holder(connection, email)
        account: Json = {"issuer": found.issuer, "subject": found.subject, "email": email}
        if holder is not None:
            one = find_person(connection, holder)
            if one is not None:
                return Perhaps(one, account)
        name = found.name or email.partition("@")[0]
        made = add_person(connection, Somebody(email, name[:200], _locale(found), clock.now()))
        _link(connection, made, account, clock=clock)
    return Ours(made)


def check_vouched(platform: Engine, provider: Provider, found: Found) -> str:
    """The address, where the provider may speak for it."""
    domains = verified_domains(platform, provider.tenant_id) if provider.tenant_id else ()
    return _vouched(provider, found, domains)


def link_account(platform: Engine, person_id: UUID, account: Json, *, clock: Clock) -> UUID:
    """After the person has confirmed it. Returns whose the account is: it may have been linked in between."""
    with platform.begin() as connection:
        return _link(connection, person_id, account, clock=clock)


def check_fresh(found: Found, provider: Provider, *, clock: Clock) -> None:
    """Refuses an old sign-in at the provider, where a new one was asked for and the provider says when it was."""
    if found.authenticated_at is not None and found.authenticated_at < clock.now() - FRESH:
        raise Invalid(
            "NOT_FRESH", "%(provider)s has not asked who you are. Sign out there, then try again.",
            provider=provider.name,
        )  # fmt: skip


def _find_account(connection: Connection, found: Found, *, clock: Clock) -> UUID | None:
    mine = person_identity.c.issuer == found.issuer, person_identity.c.subject == found.subject
    used = update(person_identity).where(*mine).values(used_at=clock.now())
    return connection.execute(used.returning(person_identity.c.person_id)).scalar_one_or_none()


def _vouched(provider: Provider, found: Found, domains: Sequence[str]) -> str:
    if found.email is None:
        raise Invalid(
            "NO_EMAIL", "%(provider)s does not tell your e-mail address. Allow it there, then begin again.",
            provider=provider.name,
        )  # fmt: skip
    if provider.tenant_id is not None and domain_of(found.email) not in domains:
        raise Forbidden(
            "FOREIGN_DOMAIN", "%(provider)s signs in people of its own domains only, and %(email)s is not one of them.",
            provider=provider.name, email=found.email,
        )  # fmt: skip
    if not (found.verified or (found.verified is None and provider.vouches)):
        raise Invalid(
            "EMAIL_UNVERIFIED",
            "%(provider)s has not verified the address %(email)s. Verify it there, then begin again.",
            provider=provider.name, email=found.email,
        )  # fmt: skip
    return found.email.lower()


def _link(connection: Connection, person_id: UUID, account: Json, *, clock: Clock) -> UUID:
    row = {"id": new_id(), "person_id": person_id, "linked_at": clock.now(), "used_at": clock.now(), **account}
    connection.execute(insert(person_identity).on_conflict_do_nothing(), row)
    mine = person_identity.c.issuer == account["issuer"], person_identity.c.subject == account["subject"]
    linked: UUID = connection.execute(select(person_identity.c.person_id).where(*mine)).scalar_one()
    return linked


def _locale(found: Found) -> str | None:
    language = (found.locale or "").partition("-")[0].lower()
    return language if language in LOCALES else None
