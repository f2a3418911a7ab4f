"""Who may see and change pipelines: everybody works in them, owners and admins shape them."""

from saas.core.policy import everyone
from saas.core.rights import Governed
from saas.pipelines.model import Pipeline, Stage

OBJECTS = {Pipeline: Governed({}, owner=None, always_read=True)}

VISIBLE = {Pipeline: everyone, Stage: everyone}
