"""Who may see what was opened: each member his own, as long as he may see the records."""

from typing import cast

from sqlalchemy import ColumnElement, and_

from saas.core.policy import Seen, about
from saas.core.principal import Who
from saas.core.rights import models
from saas.recents.model import Opening


def _mine(who: Who, seen: Seen) -> ColumnElement[bool]:
    return and_(cast("type[Opening]", seen).member_id == who.member, about(who, seen, models().values()))


VISIBLE = {Opening: _mine}
