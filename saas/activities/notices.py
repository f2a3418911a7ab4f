"""What members are told of activities: that they are theirs, that somebody names or invites them, that they are due."""

from collections.abc import Callable, Iterable
from typing import cast

from saas.activities.events import ActivityDue, Assigned, Invited, Mentioned
from saas.activities.model import Activity
from saas.core.notices import Mailing, Notice, Told
from saas.core.texts import later
from saas.core.work import Work

_PATH = "/activities/%s"
_SUBJECT = 80


def _says(message: str) -> Callable[[Work, object], Iterable[Told]]:
    """Of any of the events: the one whom it concerns is told this sentence."""

    def tells(work: Work, event: object) -> Iterable[Told]:
        happened = cast("Assigned | Mentioned | Invited | ActivityDue", event)
        if isinstance(happened, Assigned) and happened.by_id is None:
            return  # whatever the product wrote it for is told of by itself
        member_id = happened.owner_id if isinstance(happened, Assigned | ActivityDue) else happened.member_id
        activity = work.find(Activity, happened.activity_id)
        if activity is not None:
            yield Told(member_id, activity.id, message, {"activity": activity.subject[:_SUBJECT]})

    return tells


NOTICES = [
    Notice(
        "activities.mentioned", later("Somebody mentions me"), Mentioned, Activity, _PATH,
        _says(later("%(actor)s mentioned you: %(activity)s")), mail=Mailing.AT_ONCE, push=True,
    ),
    Notice(
        "activities.assigned", later("An activity is given to me"), Assigned, Activity, _PATH,
        _says(later("%(actor)s gave you this to do: %(activity)s")),
    ),
    Notice(
        "activities.invited", later("I am invited to a meeting"), Invited, Activity, _PATH,
        _says(later("%(actor)s invites you: %(activity)s")),
    ),
    Notice(
        "activities.due", later("An activity of mine is due"), ActivityDue, Activity, _PATH,
        _says(later("It is time for: %(activity)s")), mail=Mailing.NEVER, own=True, push=True, urgent=True,
    ),
]  # fmt: skip
