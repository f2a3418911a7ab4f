"""Who may import: owners and admins, since an import makes members and deals of everybody."""

from saas.core.policy import admins
from saas.core.principal import Principal, Role
from saas.imports.model import Import, ImportColumn, ImportFile, ImportNote, ImportRefusal


def may_import(who: Principal) -> bool:
    return who.role in {Role.OWNER, Role.ADMIN}


VISIBLE = dict.fromkeys((Import, ImportFile, ImportColumn, ImportNote, ImportRefusal), admins)
