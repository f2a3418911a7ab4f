"""Who may see the mails of the company: those who look after it."""

from saas.core.policy import holders
from saas.core.rights import Role
from saas.post.model import Mail

POWERS = {"post:read": {Role.ADMIN}}
VISIBLE = {Mail: holders("post:read")}
