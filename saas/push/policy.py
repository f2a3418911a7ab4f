"""Who may see devices: each member his own."""

from typing import cast

from sqlalchemy import ColumnElement

from saas.core.policy import Seen
from saas.core.principal import Who
from saas.push.model import PushDevice


def _mine(who: Who, seen: Seen) -> ColumnElement[bool]:
    return cast("type[PushDevice]", seen).member_id == who.member


VISIBLE = {PushDevice: _mine}
