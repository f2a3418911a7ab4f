"""Who may see and change invitations: those who manage members."""

from saas.core.policy import holders
from saas.invitations.model import Invitation

VISIBLE = {Invitation: holders("members:manage")}
