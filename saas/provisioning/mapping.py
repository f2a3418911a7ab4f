"""Between a directory's user and our member: pure functions over the two."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import available_timezones

from scim2_models import GroupMembership, Meta, Reference

from saas.core.errors import Invalid
from saas.core.texts import LOCALES
from saas.members.actions import read_email
from saas.members.model import Member, MemberStatus, Team
from saas.provisioning.model import ProvisionedMember, ProvisionedTeam
from saas.provisioning.resources import Email, Group, GroupMember, Name, User

NOWHERE = "placeholder.invalid"  # of a person without an address
_UNSAID = {"schemas", "id", "meta", "groups", "externalId", "userName"}
_LONGEST_NAME = 300


@dataclass(frozen=True, slots=True)
class Person:
    """A member as the directory sees him; `told` is None while it has told nothing of him."""

    member: Member
    told: ProvisionedMember | None
    team: Team | None

    @property
    def active(self) -> bool:
        return self.member.status != MemberStatus.DISABLED

    @property
    def etag(self) -> str:
        return f'W/"{self.member.version}.{self.told.version if self.told else 0}"'


@dataclass(frozen=True, slots=True)
class Circle:
    """A team as the directory sees it; `members` are the ids of those whom it sees, in order."""

    team: Team
    told: ProvisionedTeam | None
    members: Sequence[str]

    @property
    def etag(self) -> str:
        inside = zlib.crc32("".join(sorted(self.members)).encode())
        return f'W/"{self.team.version}.{self.told.version if self.told else 0}.{inside:x}"'


def said_of(user: User) -> dict[str, object]:
    """What is kept of a user as the directory tells it."""
    told: dict[str, object] = user.model_dump(mode="json")
    return {name: value for name, value in told.items() if name not in _UNSAID}


def address_of(user: User) -> str | None:
    """The primary address, else the one for work, else the first, else the user's name if it is one."""
    emails = [email for email in user.emails or [] if email.value]
    ranked = sorted(emails, key=lambda email: (not email.primary, email.type != Email.Type.work))
    if ranked:
        try:
            return read_email(str(ranked[0].value))
        except Invalid as refusal:
            raise Invalid(refusal.code, refusal.message, "emails", **refusal.params) from None
    try:
        return read_email(user.user_name or "")
    except Invalid:
        return None


def name_of(user: User) -> str:
    """As the directory shows it, or put together."""
    name = user.name or Name()
    parts = " ".join(part for part in (name.given_name, name.family_name) if part)
    found = user.display_name or name.formatted or parts or user.user_name or ""
    return " ".join(found.split())[:_LONGEST_NAME]


def profile_of(user: User) -> dict[str, object]:
    """The member's fields that follow; a language or a time zone that we do not know is passed over."""
    found: dict[str, object] = {"name": name_of(user)}
    language = (user.preferred_language or "").strip().lower().replace("_", "-").partition("-")[0]
    language = "he" if language == "iw" else language
    if language in LOCALES:
        found["locale"] = language
    if user.timezone in available_timezones():
        found["time_zone"] = user.timezone
    return found


def user_of(person: Person, base: str) -> User:
    """As the directory told it, but for what has been changed here since."""
    member, told = person.member, person.told
    user = User.model_validate(told.said) if told else User(active=True)
    user.user_name = told.user_name if told else member.email
    user.external_id = told.external_id if told else None
    if user.active is not None:
        user.active = person.active
    if name_of(user) != member.name:
        user.display_name = member.name
    if told is None or address_of(user) not in {None, member.email}:
        user.emails = [Email(value=member.email, type=Email.Type.work, primary=True)]
    user.id = str(member.id)
    if person.team is not None:
        user.groups = [_membership(person.team, base)]
    changed = max(member.updated_at, told.updated_at) if told else member.updated_at
    user.meta = Meta(
        resource_type="User", created=member.created_at, last_modified=changed, version=person.etag,
        location=f"{base}/Users/{member.id}",
    )  # fmt: skip
    return user


def group_of(circle: Circle, base: str) -> Group:
    team, told = circle.team, circle.told
    return Group(
        id=str(team.id),
        external_id=told.external_id if told else None,
        display_name=team.name,
        members=[GroupMember(value=id, ref=Reference(f"{base}/Users/{id}"), type="User") for id in circle.members]
        or None,
        meta=Meta(
            resource_type="Group", created=team.created_at, last_modified=team.updated_at, version=circle.etag,
            location=f"{base}/Groups/{team.id}",
        ),
    )  # fmt: skip


def is_nowhere(email: str) -> bool:
    return email.endswith(f"@{NOWHERE}")


def _membership(team: Team, base: str) -> GroupMembership:
    return GroupMembership(
        value=str(team.id), ref=Reference(f"{base}/Groups/{team.id}"), display=team.name, type="direct"
    )
