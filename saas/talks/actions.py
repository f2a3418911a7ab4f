"""What is done with talks: they are told, kept, and noted on the lead that they become."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from saas.activities.actions import complete_activity, create_activity
from saas.activities.kinds import ActivityKind, ActivityStatus, CallDirection, CallOutcome
from saas.activities.links import Around
from saas.activities.model import Activity, ActivityLink
from saas.capture.actions import Arrival, keep
from saas.capture.events import SubmissionAccepted
from saas.capture.model import Submission
from saas.capture.reading import read_json
from saas.core.errors import Invalid
from saas.core.model import Json
from saas.core.texts import later, say
from saas.core.work import Work
from saas.leads.model import Lead
from saas.members.actions import read_email
from saas.responses.actions import log_response
from saas.responses.model import ResponseChannel, ResponseKind
from saas.sources.model import Source, SourceKind

LONGEST_ID = 200
LONGEST = 500
LONGEST_TEXT = 9_000
LONGEST_TALK = timedelta(days=1)
TOLD = frozenset({SourceKind.CALL, SourceKind.CHAT})
CALLED = later("Call")
MISSED = later("Missed call")


@dataclass(frozen=True, slots=True)
class Talk:
    """`fields` are those of the lead, by the names of the graph; `seconds` is how long both sides spoke."""

    external_id: str
    direction: CallDirection
    answered: bool
    at: datetime | None = None
    seconds: int | None = None
    fields: dict[str, str] = field(default_factory=dict)


def log_talk(work: Work, source_id: UUID, talk: Talk) -> Submission:
    """Kept for good, and once for each `external_id`; a worker makes the lead."""
    source = work.lock(Source, source_id, field="sourceId")
    if source.kind not in TOLD or not source.active:
        raise Invalid("NO_TALKS", "Talks come through a source of calls or of a chat that is switched on.", "sourceId")
    at = _checked(work, talk)
    said: Json = {
        "talk": {"at": at.isoformat(), "direction": talk.direction, "answered": talk.answered, "seconds": talk.seconds},
        "fields": {name: value for name, value in talk.fields.items() if value},
    }  # fmt: skip
    return work.get(Submission, keep(work, source.id, Arrival(talk.external_id, said)))


def note_talk(work: Work, event: SubmissionAccepted) -> None:
    """What was spoken is told of the lead when it becomes one, in that transaction. Who was answered waits no more.

    What a stranger's form calls a talk is none: only ours are as `_checked` has them.
    """
    submission = event.submission
    talk = read_json(submission.body.encode()).get("talk") if '"talk":' in submission.body else None
    if not isinstance(talk, dict) or submission.lead_id is None:
        return
    source = work.get(Source, submission.source_id, deleted=True)
    if source.kind not in TOLD:
        return
    lead = work.get(Lead, submission.lead_id)
    if source.kind == SourceKind.CALL:
        _note_call(work, lead, talk)
    elif talk["answered"] or talk["direction"] == CallDirection.OUTBOUND:
        kind = ResponseKind.CONTACTED if talk["answered"] else ResponseKind.ATTEMPTED
        at = min(max(datetime.fromisoformat(str(talk["at"])), lead.received_at), work.clock.now())
        log_response(work, lead.id, ResponseChannel.CHAT, kind, at=at)
    if talk["answered"]:
        _settle_tasks(work, lead)


LISTENS = {SubmissionAccepted: [note_talk]}


def _note_call(work: Work, lead: Lead, talk: Json) -> None:
    """A call that came in and that nobody took is a note: nobody of us has tried to reach him."""
    locale, around = work.tenant.locale, Around({"lead": [lead.id]})
    if not talk["answered"] and talk["direction"] == CallDirection.INBOUND:
        note = {"kind": ActivityKind.NOTE, "subject": say(MISSED, locale), "owner_id": lead.owner_id}
        create_activity(work, note, around)
        return
    starts_at, seconds = datetime.fromisoformat(str(talk["at"])), int(str(talk["seconds"] or 0))
    call = {
        "kind": ActivityKind.CALL, "subject": say(CALLED, locale), "owner_id": lead.owner_id, "done": True,
        "direction": CallDirection(str(talk["direction"])), "starts_at": starts_at,
        "ends_at": starts_at + timedelta(seconds=seconds),
        "outcome": CallOutcome.CONNECTED if talk["answered"] else CallOutcome.NO_ANSWER,
    }  # fmt: skip
    create_activity(work, call, around)


def _settle_tasks(work: Work, lead: Lead) -> None:
    """Nobody has to answer him any more."""
    hanging = select(Activity.id).join(ActivityLink, ActivityLink.activity_id == Activity.id)
    tasks = Activity.kind == ActivityKind.TASK, Activity.status == ActivityStatus.OPEN, ActivityLink.lead_id == lead.id
    for activity_id in work.all(hanging.where(*tasks)):
        complete_activity(work, activity_id)


def _checked(work: Work, talk: Talk) -> datetime:
    """When it was; refuses what tells of nobody, and what cannot have been."""
    now, given = work.clock.now(), talk.fields
    if not talk.external_id.strip() or len(talk.external_id) > LONGEST_ID:
        raise Invalid("REQUIRED", "This must not be empty.", "externalId")
    if not given.get("phone") and not given.get("email"):
        raise Invalid("NOBODY_SPOKE", "Tell the telephone number or the e-mail address of whom it was with.", "phone")
    if given.get("email"):
        read_email(given["email"])
    for name, value in given.items():
        most = LONGEST_TEXT if name == "message" else LONGEST
        if len(value) > most:
            field = "text" if name == "message" else name
            raise Invalid("TOO_LONG", "This is longer than %(most)s characters.", field, most=most)
    at = talk.at or now
    if not now - timedelta(days=365) <= at <= now:
        raise Invalid("BAD_TALK_TIME", "A talk that is told was within the last year, and not in the future.", "at")
    if talk.seconds is not None and not 0 <= talk.seconds <= LONGEST_TALK.total_seconds():
        raise Invalid("LASTS_TOO_LONG", "It lasts at most %(most)s days.", "seconds", most=LONGEST_TALK.days)
    return at
