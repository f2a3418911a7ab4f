"""Who may see a batch: only who asked for it."""

from typing import cast

from sqlalchemy import ColumnElement

from saas.batches.model import Batch, BatchItem
from saas.core.policy import Seen, through
from saas.core.principal import Who


def _own(who: Who, seen: Seen) -> ColumnElement[bool]:
    return cast("type[Batch]", seen).by_id == who.member


VISIBLE = {Batch: _own, BatchItem: through("batch_id", Batch)}
