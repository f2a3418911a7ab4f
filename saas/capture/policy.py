"""Who may see submissions: who keeps the sources."""

from sqlalchemy import ColumnElement, false, true

from saas.capture.model import Submission
from saas.core.policy import Seen
from saas.core.principal import Who
from saas.core.rights import Verb
from saas.sources.model import Source


def _keepers(who: Who, _seen: Seen) -> ColumnElement[bool]:
    return true() if who.rights.may(Source.__name__, Verb.UPDATE) else false()


VISIBLE = {Submission: _keepers}
