"""Who may see and change pipelines: everybody works in them, owners and admins shape them."""

from saas.core.policy import everyone
from saas.core.principal import Principal, Role
from saas.pipelines.model import Pipeline, Stage

VISIBLE = {Pipeline: everyone, Stage: everyone}


def may_shape(who: Principal) -> bool:
    return who.role in {Role.OWNER, Role.ADMIN}
