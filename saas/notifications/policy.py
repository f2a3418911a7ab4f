"""Who may see notifications: each member his own, as long as he may see what they are about."""

from typing import cast

from sqlalchemy import ColumnElement, and_

from saas.core.notices import notices
from saas.core.policy import Seen, about, through
from saas.core.principal import Who
from saas.notifications.model import Notification, NotificationChoice, NotificationHours, NotificationPush


def _mine(who: Who, seen: Seen) -> ColumnElement[bool]:
    return cast("type[NotificationHours]", seen).member_id == who.member


def _told_to_me(who: Who, seen: Seen) -> ColumnElement[bool]:
    models = sorted({notice.about for notice in notices().values()}, key=lambda model: model.__name__)
    return and_(_mine(who, seen), about(who, seen, models))


VISIBLE = {
    Notification: _told_to_me,
    NotificationChoice: _mine,
    NotificationHours: _mine,
    NotificationPush: through("notification_id", Notification),
}
