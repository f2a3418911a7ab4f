"""Who may see and change products: everybody sees the price list, owners and admins keep it."""

from saas.core.policy import everyone
from saas.core.principal import Principal, Role
from saas.products.model import Product

VISIBLE = {Product: everyone}


def may_keep(who: Principal) -> bool:
    return who.role in {Role.OWNER, Role.ADMIN}
