"""Who may see and change products: everybody sees the price list, owners and admins keep it."""

from saas.core.policy import everyone
from saas.core.rights import Governed
from saas.products.model import Product

OBJECTS = {Product: Governed({}, owner=None, always_read=True)}

VISIBLE = {Product: everyone}
