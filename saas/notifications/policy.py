"""Who may see notifications: each member his own, as long as he may see what they are about."""

from typing import cast

from sqlalchemy import ColumnElement, and_, inspect, or_, select, true
from sqlalchemy.orm import aliased

from saas.core import policy
from saas.core.model import Model
from saas.core.notices import notices
from saas.core.policy import Seen
from saas.core.principal import Who
from saas.notifications.model import Notification, NotificationChoice, NotificationHours


def _mine(who: Who, seen: Seen) -> ColumnElement[bool]:
    return cast("type[NotificationHours]", seen).member_id == who.member


def _told_to_me(who: Who, seen: Seen) -> ColumnElement[bool]:
    notification = cast("type[Notification]", seen)
    models = sorted({notice.about for notice in notices().values()}, key=lambda model: model.__name__)
    return and_(notification.member_id == who.member, or_(*(_about(who, notification, model) for model in models)))


def _about(who: Who, notification: type[Notification], model: type[Model]) -> ColumnElement[bool]:
    """Of a record of this kind that the member sees and that is not deleted."""
    above = aliased(model)
    key = getattr(above, inspect(model).primary_key[0].name)
    allowed = and_(true(), policy.visible(who, above), policy.live(above))
    there = select(key).where(key == notification.about_id, allowed).correlate(notification).exists()
    return and_(notification.about_type == model.__name__, there)


VISIBLE = {Notification: _told_to_me, NotificationChoice: _mine, NotificationHours: _mine}
