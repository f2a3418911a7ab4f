"""What a device shows of notifications of one kind."""

from collections.abc import Sequence
from typing import Final

from saas.core.errors import Plural
from saas.core.notices import notices
from saas.core.texts import say
from saas.notifications.digests import path_of, text_of
from saas.notifications.model import Notification
from saas.push.messages import Message

LINES: Final = 4
_COUNT = Plural("%(count)s notification", "%(count)s notifications")
_MORE = Plural("%(count)s more unread", "%(count)s more unread")


def message_of(new: Sequence[Notification], unread: Sequence[Notification], locale: str, company: str) -> Message:
    """The latest first; `new` are at least one of one kind, `unread` all of it, so that nothing is lost where this
    takes the place of a message before it.
    """
    notice = notices().get(new[0].kind)
    alone = len(new) == 1
    shown = new[:LINES]
    lines = [text_of(each, locale) for each in shown]
    more = len({each.id for each in (*new, *unread)}) - len(shown)
    if more:
        lines.append(say(_MORE, locale, count=more))
    return Message(
        subject=new[0].kind,
        locale=locale,
        title=company if alone else say(_COUNT, locale, count=len(new)),
        body="\n".join(lines),
        path=path_of(new[0]) if alone else "/notifications",
        opens=say("Show it", locale) if alone else say("Show them all", locale),
        urgent=notice is not None and notice.urgent,
    )
