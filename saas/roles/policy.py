"""Who may see and change roles: everybody sees them, as everybody may know why he sees what he sees."""

from saas.core.policy import everyone
from saas.core.rights import Role
from saas.roles.model import CustomRole

VISIBLE = {CustomRole: everyone}

POWERS = {
    "roles:manage": {Role.ADMIN},
    "audit:read": {Role.ADMIN},
    "company:manage": {Role.ADMIN},
    "graph:introspect": {Role.ADMIN},
}
