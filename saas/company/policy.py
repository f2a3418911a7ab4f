"""Who may see and change what the company says of itself: everybody sees it, who holds `company:manage` changes it."""

from saas.company.model import Company, Holiday, Logo
from saas.core.policy import everyone

MANAGE = "company:manage"

VISIBLE = {Company: everyone, Logo: everyone, Holiday: everyone}
