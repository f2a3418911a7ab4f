"""What others may listen to: a role of the company's own says something else, or goes."""

from dataclasses import dataclass

from saas.core.rights import Role
from saas.roles.model import CustomRole


@dataclass(frozen=True, slots=True)
class CustomRoleChanged:
    """It stands on another ready-made role or has other rules: those who have it may do other things now."""

    role: CustomRole


@dataclass(frozen=True, slots=True)
class CustomRoleLeaves:
    """It is being deleted; those who have it get another one, `to` or `ready`. Where neither is said, nobody may."""

    role: CustomRole
    to: CustomRole | None
    ready: Role | None
