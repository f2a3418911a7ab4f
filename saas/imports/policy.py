"""Who may import: those with the power, since an import makes members and deals of everybody."""

from saas.core.policy import holders
from saas.core.rights import Role
from saas.imports.model import Import, ImportColumn, ImportFile, ImportNote, ImportRefusal

POWERS = {"imports:run": {Role.ADMIN}}

VISIBLE = dict.fromkeys((Import, ImportFile, ImportColumn, ImportNote, ImportRefusal), holders("imports:run"))
