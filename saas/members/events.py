"""What others may hear of members."""

from dataclasses import dataclass

from saas.members.model import Member


@dataclass(frozen=True, slots=True)
class MemberInvited:
    """A person was made a member and does not know it yet."""

    member: Member


@dataclass(frozen=True, slots=True)
class MemberDisabled:
    """A member has no access any more; `had_access` False is one who had none before either."""

    member: Member
    had_access: bool
