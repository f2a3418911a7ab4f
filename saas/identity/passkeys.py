"""Passkeys: for people without an identity provider, and for everybody who finds them handier. A person has several."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, Engine, delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from webauthn.registration.verify_registration_response import VerifiedRegistration

from saas.core.clock import Clock
from saas.core.errors import Conflict, Invalid, LimitReached, NotFound
from saas.core.fields import written
from saas.core.ids import new_id
from saas.identity.ceremony import (
    Answer,
    Named,
    RelyingParty,
    bad_passkey,
    challenge_of,
    credential_id_of,
    transports_of,
)
from saas.identity.challenges import Challenge, Purpose, give, take
from saas.identity.people import Somebody, add_person, find_person
from tenants.platform import passkey, person_identity

MOST: Final = 20
LONGEST_NAME: Final = 80


@dataclass(frozen=True, slots=True)
class Passkey:
    """As its person sees it in the list. One that is `backed_up` survives the loss of a device."""

    id: UUID
    name: str
    backed_up: bool
    created_at: datetime
    used_at: datetime | None


@dataclass(frozen=True, slots=True)
class Passkeys:
    """`browser` is always the digest of the secret in the browser's cookie, `caller` the network address."""

    platform: Engine
    party: RelyingParty
    clock: Clock
    caller: str | None = None

    def offer_sign_in(self, browser: bytes) -> str:
        return self.party.ask_to_show(self._give(Challenge(Purpose.SIGN_IN, browser)))

    def sign_in(self, answer: Answer, browser: bytes) -> UUID:
        """The person."""
        self._take(answer, Challenge(Purpose.SIGN_IN, browser))
        mine = passkey.c.credential_id == credential_id_of(answer)
        with self.platform.begin() as connection:
            row = connection.execute(select(passkey).where(mine).with_for_update()).one_or_none()
            if row is None:
                raise Invalid("UNKNOWN_PASSKEY", "This passkey is not known here. Sign in another way.")
            shown = self.party.shown(answer, row.public_key, row.sign_count)
            values = {
                "sign_count": shown.new_sign_count, "backed_up": shown.credential_backed_up,
                "used_at": self.clock.now(),
            }  # fmt: skip
            connection.execute(update(passkey).where(mine).values(values))
        return UUID(str(row.person_id))

    def offer(self, person_id: UUID, browser: bytes) -> str:
        """A further passkey for a person whom we know."""
        with self.platform.connect() as connection:
            found = find_person(connection, person_id)
            held = connection.execute(
                select(passkey.c.credential_id).where(passkey.c.person_id == person_id)
            ).scalars().all()  # fmt: skip
        if found is None:
            raise NotFound
        if len(held) >= MOST:
            raise LimitReached("TOO_MANY_PASSKEYS", "There are %(most)s passkeys already. Remove one first.", most=MOST)
        challenge = self._give(Challenge(Purpose.REGISTER, browser, person_id))
        return self.party.ask_to_make(Named(found.id, found.email, found.name), challenge, [bytes(one) for one in held])

    def register(self, answer: Answer, browser: bytes, *, person_id: UUID, name: str) -> UUID:
        """For the person for whom it was offered; returns the passkey's id."""
        named = read_name(name)
        asked = self._take(answer, Challenge(Purpose.REGISTER, browser))
        if asked.person_id != person_id:
            raise bad_passkey()
        made = self.party.made(answer)
        with self.platform.begin() as connection:
            return self._keep(connection, person_id, made, (named, transports_of(answer)))

    def offer_sign_up(self, somebody: Somebody, browser: bytes) -> str:
        """A first passkey for a person who will be one of ours when the answer has come."""
        whom = Named(new_id(), somebody.email, somebody.name)
        found = {"id": str(whom.id), "email": whom.email, "name": whom.name, "locale": somebody.locale}
        challenge = self._give(Challenge(Purpose.SIGN_UP, browser, found=dict(found)))
        return self.party.ask_to_make(whom, challenge, [])

    def sign_up(self, answer: Answer, browser: bytes, *, name: str) -> UUID:
        """A new person with a first passkey; nobody has proved the address yet."""
        named = read_name(name)
        found = self._take(answer, Challenge(Purpose.SIGN_UP, browser)).found
        made = self.party.made(answer)
        locale = found.get("locale")
        somebody = Somebody(str(found["email"]), str(found["name"]), str(locale) if locale else None)
        with self.platform.begin() as connection:
            person_id = add_person(connection, somebody, id=UUID(str(found["id"])))
            self._keep(connection, person_id, made, (named, transports_of(answer)))
        return person_id

    def list_of(self, person_id: UUID) -> list[Passkey]:
        """The latest first."""
        columns = passkey.c.id, passkey.c.name, passkey.c.backed_up, passkey.c.created_at, passkey.c.used_at
        mine = select(*columns).where(passkey.c.person_id == person_id)
        with self.platform.connect() as connection:
            rows = connection.execute(mine.order_by(passkey.c.created_at.desc(), passkey.c.id.desc()))
            return [Passkey(*row) for row in rows]

    def rename(self, person_id: UUID, passkey_id: UUID, name: str) -> None:
        mine = passkey.c.id == passkey_id, passkey.c.person_id == person_id
        with self.platform.begin() as connection:
            if not connection.execute(update(passkey).where(*mine).values(name=read_name(name))).rowcount:
                raise NotFound

    def remove(self, person_id: UUID, passkey_id: UUID) -> None:
        """Refuses the last way to sign in."""
        mine = passkey.c.person_id == person_id
        with self.platform.begin() as connection:
            held = connection.execute(select(passkey.c.id).where(mine).with_for_update()).scalars().all()
            if passkey_id not in held:
                raise NotFound
            linked = select(person_identity.c.id).where(person_identity.c.person_id == person_id).limit(1)
            if len(held) == 1 and connection.execute(linked).first() is None:
                raise Conflict("LAST_PASSKEY", "This is your only way to sign in. Add another one first.")
            connection.execute(delete(passkey).where(mine, passkey.c.id == passkey_id))

    def _give(self, challenge: Challenge) -> bytes:
        return give(self.platform, challenge, clock=self.clock, caller=self.caller)

    def _take(self, answer: Answer, challenge: Challenge) -> Challenge:
        return take(self.platform, challenge_of(answer), challenge, clock=self.clock)

    def _keep(
        self, connection: Connection, person_id: UUID, made: VerifiedRegistration, told: tuple[str, list[str]]
    ) -> UUID:
        """`told` is its name and the ways to reach it."""
        row = {
            "id": new_id(), "person_id": person_id, "credential_id": made.credential_id,
            "public_key": made.credential_public_key, "sign_count": made.sign_count, "name": told[0],
            "transports": told[1], "backed_up": made.credential_backed_up, "created_at": self.clock.now(),
        }  # fmt: skip
        try:
            connection.execute(insert(passkey), row)
        except IntegrityError as error:
            raise Conflict("PASSKEY_EXISTS", "This passkey is in use already.") from error
        return UUID(str(row["id"]))


def read_name(said: str) -> str:
    name = written("".join(char for char in said if char.isprintable()), "name")
    if len(name) > LONGEST_NAME:
        raise Invalid("TOO_LONG", "This is longer than %(most)s characters.", "name", most=LONGEST_NAME)
    return name
