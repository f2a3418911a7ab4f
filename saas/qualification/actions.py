"""What is done with the rules of qualification, and by them."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import func, select

from saas.activities.events import ActivitySettled
from saas.activities.model import ActivityLink
from saas.core.errors import Conflict, Invalid
from saas.core.events import Hearing
from saas.core.fields import assign, text_or_none, written
from saas.core.ids import new_id
from saas.core.work import Opener, Work
from saas.leads.events import LeadAdded, LeadEdited, LeadMoved
from saas.leads.model import Lead
from saas.leads.words import OPEN, Merit
from saas.qualification.model import Qualification, Weighing
from saas.qualification.queries import find_qualification, last_weighing, queue_up, require_keeper
from saas.qualification.rules import HIGHEST, Rule, Standard
from saas.qualification.storing import kept
from saas.qualification.weighing import current, weigh, weigh_new
from saas.qualification.words import FieldMatch, KnownField
from saas.responses.events import ResponseTold
from saas.sources.model import Source

JOB = "qualification.weigh_leads"
MOST_RULES = 50
MOST_POINTS = 1_000
MOST_COUNTED = 100
MOST_MINUTES = 10_080
LONGEST_KEY = 40
AT_ONCE = 200
#: What each kind of condition says of itself, and must say.
_SAYS: dict[Merit, tuple[str, ...]] = {
    Merit.FIELD: ("field", "match", "value"), Merit.ANSWER: ("question", "value"), Merit.SOURCE: ("source_id",),
    Merit.ACTIVITIES: ("activity", "least"), Merit.TALKED_WITHIN: ("within",),
}  # fmt: skip
_OPTIONS = ("field", "match", "value", "question", "source_id", "activity", "least", "within")


def change_qualification(work: Work, standard: Standard, *, version: int | None = None) -> Qualification:
    """As a whole; all leads are then weighed anew, in the background. Before the first change the version is 0."""
    require_keeper(work)
    queue_up(work)
    there = find_qualification(work)
    if version not in {None, 0 if there is None else there.version}:
        raise Conflict(field="version", current=there)
    checked = check_standard(work, standard)
    said = work.lock(Qualification, there.id) if there else work.add(Qualification(id=new_id(), rules={}))
    assign(
        said,
        {
            "rules": kept(checked),
            "ripe_score": checked.ripe_score,
            "least_activities": checked.least_activities,
        },
    )
    work.flush()
    _weigh_all(work)
    return said


def check_standard(work: Work, standard: Standard) -> Standard:
    """As it is kept: what a condition does not go by is left out. A refusal of one rule names its place: `rules.0`."""
    if len(standard.rules) > MOST_RULES:
        raise Invalid("TOO_MANY", "At most %(most)s at once.", "rules", most=MOST_RULES)
    if standard.ripe_score is not None and not 1 <= standard.ripe_score <= HIGHEST:
        raise Invalid("BAD_SCORE", "A lead is ripe from a score between 1 and 100.", "ripeScore")
    if not 0 <= standard.least_activities <= MOST_COUNTED:
        raise Invalid("BAD_COUNT", "Say a number up to %(most)s.", "leastActivities", most=MOST_COUNTED)
    rules = tuple(_checked(work, rule, f"rules.{place}") for place, rule in enumerate(standard.rules))
    if len({rule.key for rule in rules}) < len(rules):
        raise Invalid("RULE_TWICE", "Two rules have the same key.", "rules")
    if rules and not any(rule.points > 0 for rule in rules):
        raise Invalid("NO_POINTS", "At least one rule must give points: without any, every score is 0.", "rules")
    return replace(standard, rules=rules, requires=tuple(dict.fromkeys(standard.requires)))


def weigh_leads(opener: Opener, weighing_id: UUID) -> None:
    """May run again after its worker died: it goes on where it was. It ends where the rules were changed again, for
    then another one goes through all.
    """
    while _weigh_some(opener, weighing_id):
        pass


def _weigh_some(opener: Opener, weighing_id: UUID) -> bool:
    with opener() as work:
        weighing = work.lock(Weighing, weighing_id, field="id")
        if weighing.finished_at is not None:
            return False
        these = select(Lead).order_by(Lead.id).limit(AT_ONCE)
        if weighing.last_id is not None:
            these = these.where(Lead.id > weighing.last_id)
        overtaken = last_weighing(work) != weighing.id
        leads = [] if overtaken else work.all(these.with_for_update().execution_options(populate_existing=True))
        if not leads:
            weighing.finished_at = work.clock.now()
            return False
        weigh(work, current(work), leads, quiet=True)
        weighing.last_id = leads[-1].id
        weighing.done += len(leads)
        return True


def weigh_edited(work: Work, event: LeadEdited) -> None:
    """As part of its change."""
    weigh(work, current(work), [event.lead])


def weigh_moved(work: Work, event: LeadMoved) -> None:
    """One that is open again may have become ripe meanwhile, or not be so any more."""
    if event.after in OPEN and event.before not in OPEN:
        work.flush()
        weigh(work, current(work), _held(work, [event.lead_id]))


def weigh_after_activity(work: Work, event: ActivitySettled) -> None:
    standard = current(work)
    if standard.asks_deeds or standard.asks(Merit.TALKED, Merit.TALKED_WITHIN):
        links = ActivityLink.activity_id == event.activity.id, ActivityLink.lead_id.is_not(None)
        ids = {one for one in work.all(select(ActivityLink.lead_id).where(*links)) if one is not None}
        if ids := ids | set(event.leads_before):
            weigh(work, standard, _held(work, ids))


def weigh_after_responses(work: Work, events: Sequence[ResponseTold]) -> None:
    standard = current(work)
    if standard.asks(Merit.TALKED, Merit.TALKED_WITHIN):
        weigh(work, standard, _held(work, {event.lead_id for event in events}))


LISTENS = {
    LeadAdded: [Hearing(weigh_new)], LeadEdited: [weigh_edited], LeadMoved: [weigh_moved],
    ActivitySettled: [weigh_after_activity], ResponseTold: [Hearing(weigh_after_responses)],
}  # fmt: skip


def _held(work: Work, ids: Collection[UUID]) -> list[Lead]:
    """Locked in one order, whoever asks."""
    these = select(Lead).where(Lead.id.in_(ids)).order_by(Lead.id)
    return work.all(these.with_for_update().execution_options(populate_existing=True))


def _weigh_all(work: Work) -> None:
    total = work.first(select(func.count()).select_from(Lead)) or 0
    weighing = work.add(Weighing(id=new_id(), total=total))
    work.enqueue(JOB, {"weighing_id": str(weighing.id)})


def _checked(work: Work, rule: Rule, field: str) -> Rule:
    if rule.points == 0 or abs(rule.points) > MOST_POINTS:
        message = "A rule gives or takes from 1 to %(most)s points."
        raise Invalid("BAD_POINTS", message, field, most=MOST_POINTS)
    said = {name: getattr(rule, name) for name in _SAYS.get(rule.merit, ())}
    for name in {"value", "question"} & said.keys():
        said[name] = text_or_none(said[name], field)
    if said.get("match") == FieldMatch.FILLED:
        said["value"] = None
    _check_whole(work, rule, said, field)
    key = written(rule.key, field)
    if len(key) > LONGEST_KEY:
        raise Invalid("TOO_LONG", "This is longer than %(most)s characters.", field, most=LONGEST_KEY)
    return replace(rule, key=key, **{**dict.fromkeys(_OPTIONS), **said})


def _check_whole(work: Work, rule: Rule, said: dict[str, object], field: str) -> None:
    optional = {"activity"} | (
        {"value"} if rule.merit == Merit.ANSWER or said.get("match") == FieldMatch.FILLED else set()
    )
    if any(value is None and name not in optional for name, value in said.items()):
        raise Invalid("HALF_RULE", "A rule lacks what it goes by: say the field, question, source or number.", field)
    if said.get("field") == KnownField.PRODUCT and said["match"] != FieldMatch.FILLED:
        raise Invalid("PRODUCT_FILLED", "Of a product, a rule asks only whether there is one.", field)
    if rule.source_id is not None:  # also where this rule does not go by it
        work.get(Source, rule.source_id, field=field)
    for name, most in (("least", MOST_COUNTED), ("within", MOST_MINUTES)):
        number = said.get(name)
        if isinstance(number, int) and not 1 <= number <= most:
            raise Invalid("BAD_COUNT", "Say a number up to %(most)s.", field, most=most)
