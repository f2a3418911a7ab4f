"""Who may see and change the rules of qualification: everybody sees them, who holds `company:manage` changes them."""

from saas.core.policy import everyone
from saas.qualification.model import Qualification, Weighing

VISIBLE = {Qualification: everyone, Weighing: everyone}
