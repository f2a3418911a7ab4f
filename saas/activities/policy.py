"""Who may see and change activities: everybody, all of them."""

from saas.activities.model import Activity, ActivityAttendee, ActivityLink, ActivityMention, ActivitySeries
from saas.activities.reminders import ActivityReminder
from saas.core.policy import everyone, through

VISIBLE = {
    Activity: everyone,
    ActivitySeries: everyone,
    ActivityLink: through("activity_id", Activity),
    ActivityMention: through("activity_id", Activity),
    ActivityReminder: through("activity_id", Activity),
    ActivityAttendee: through("activity_id", Activity),
}
