"""Who may see mailboxes: who keeps the sources."""

from sqlalchemy import ColumnElement, false, true

from saas.core.policy import Seen
from saas.core.principal import Who
from saas.core.rights import Verb
from saas.mailboxes.model import Mailbox
from saas.sources.model import Source


def _keepers(who: Who, _seen: Seen) -> ColumnElement[bool]:
    return true() if who.rights.may(Source.__name__, Verb.UPDATE) else false()


VISIBLE = {Mailbox: _keepers}
