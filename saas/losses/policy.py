"""Who may see and change the reasons for losses: everybody sees them, who shapes the pipelines keeps them."""

from saas.core.policy import everyone
from saas.losses.model import LossReason

VISIBLE = {LossReason: everyone}
