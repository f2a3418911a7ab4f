"""Who may see favorites: each member his own, as long as he may see the records."""

from typing import cast

from sqlalchemy import ColumnElement, and_

from saas.core.policy import Seen, about
from saas.core.principal import Who
from saas.core.rights import models
from saas.favorites.model import Favorite


def _mine(who: Who, seen: Seen) -> ColumnElement[bool]:
    return and_(cast("type[Favorite]", seen).member_id == who.member, about(who, seen, models().values()))


VISIBLE = {Favorite: _mine}
