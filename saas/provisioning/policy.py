"""Who may see what the directory has told: those who manage members."""

from saas.core.policy import holders
from saas.provisioning.model import ProvisionedMember, ProvisionedTeam

VISIBLE = {
    ProvisionedMember: holders("members:manage"),
    ProvisionedTeam: holders("members:manage"),
}
