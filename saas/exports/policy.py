"""Who may see an export: only who asked for it."""

from typing import cast

from sqlalchemy import ColumnElement

from saas.core.policy import Seen
from saas.core.principal import Who
from saas.exports.model import Export


def _own(who: Who, seen: Seen) -> ColumnElement[bool]:
    return cast("type[Export]", seen).by_id == who.member


VISIBLE = {Export: _own}
