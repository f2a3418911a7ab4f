"""The letter that invites a person, or lets one in again."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from saas.core.rights import Role
from saas.core.texts import later, say
from saas.members.model import Member
from saas.post.letters import Address, Button, Letter

ROLES: Final = {
    Role.OWNER: later("Owner"), Role.ADMIN: later("Administrator"), Role.MANAGER: later("Sales manager"),
    Role.REP: later("Sales representative"), Role.MARKETER: later("Marketer"), Role.AGENT: later("Service agent"),
    Role.ANALYST: later("Analyst"), Role.READER: later("Reader"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Occasion:
    """`inviter`, `role` and `team` are names; the role's is None for a ready-made one."""

    company: str
    inviter: str
    role: str | None
    team: str | None
    expires_at: datetime


def role_name(member: Member, own: str | None, locale: str) -> str:
    """A company's own role by its name, a ready-made one in the reader's language."""
    return own or say(ROLES[Role(member.role)], locale)


def invites(*, by_somebody: bool) -> str:
    """The company itself invites where its directory made the member."""
    return later("%(inviter)s invites you to %(company)s") if by_somebody else later("You are invited to %(company)s")


def invitation(member: Member, url: str, occasion: Occasion) -> Letter:
    params = {
        "inviter": occasion.inviter, "company": occasion.company, "team": occasion.team or "",
        "role": role_name(member, occasion.role, member.locale), "date": f"{occasion.expires_at:%Y-%m-%d}",
    }  # fmt: skip
    paragraphs = [later("You are invited to work in %(company)s. Your role there: %(role)s.")]
    if occasion.team is not None:
        paragraphs.append(later("Your team: %(team)s."))
    paragraphs.append(later("The link is good once, until %(date)s."))
    return Letter(
        to=Address(member.email, member.name),
        kind="invitations.invitation",
        locale=member.locale,
        subject=invites(by_somebody=occasion.inviter != occasion.company),
        paragraphs=tuple(paragraphs),
        button=Button(later("Accept the invitation"), url),
        params=params,
        footer=later("If you do not know who this is from, do nothing."),
    )


def way_back(member: Member, url: str, occasion: Occasion) -> Letter:
    """For one who works there already and cannot sign in any more."""
    return Letter(
        to=Address(member.email, member.name),
        kind="invitations.way_back",
        locale=member.locale,
        subject=later("A new way into %(company)s"),
        paragraphs=(
            later("%(inviter)s lets you in again. With this link you make a new passkey or use another provider."),
            later("The link is good once, until %(date)s."),
        ),
        button=Button(later("Sign in again"), url),
        params={"inviter": occasion.inviter, "company": occasion.company, "date": f"{occasion.expires_at:%Y-%m-%d}"},
        footer=later("If you can still sign in, do nothing: nothing has changed."),
    )
