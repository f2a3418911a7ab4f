"""Who may see and change exchange rates: everybody sees them, owners and admins keep them."""

from saas.core.policy import everyone
from saas.core.rights import Governed
from saas.rates.model import ExchangeRate

OBJECTS = {ExchangeRate: Governed({}, owner=None, always_read=True)}

VISIBLE = {ExchangeRate: everyone}
