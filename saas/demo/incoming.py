"""Leads of the demo company, as rows of their tables: where they came from, their history and their response clocks."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import insert

from saas.activities.kinds import ActivityKind
from saas.activities.model import Activity, ActivityLink
from saas.assignment.actions import Seat, create_rule
from saas.consents.model import Consent
from saas.core.work import Work
from saas.demo.interest import GUESTS, LeadRecord
from saas.demo.pages import BLANK
from saas.demo.rows import Row, Rows
from saas.demo.staff import list_sellers
from saas.leads.attribution import UNKNOWN, attribute
from saas.leads.model import Lead, LeadAnswer, LeadEvent, LeadMerit
from saas.leads.words import OPEN, Merit
from saas.qualification.actions import change_qualification
from saas.qualification.rules import Around, Facts, Rule, Standard, holding, missing_of, score_of
from saas.qualification.words import KnownField
from saas.responses.model import ResponseEvent
from saas.responses.queries import working_seconds
from saas.sources.actions import create_source
from saas.sources.model import LeadField, QuestionKind, SourceKind
from saas.sources.questions import Question

GIVEN = timedelta(seconds=2)  # so soon a lead has an owner
CONSENT = "I agree that Oren Agencies answers me by mail and phone."
ASKED = (
    Question("Full name", LeadField.NAME, required=True),
    Question("E-mail", LeadField.EMAIL, QuestionKind.EMAIL, required=True),
    Question("Phone", LeadField.PHONE, QuestionKind.PHONE), Question("Company", LeadField.COMPANY),
    Question(GUESTS["en"][0], None, QuestionKind.CHOICE, options=GUESTS["en"][1]),
    Question("How can we help?", LeadField.MESSAGE, QuestionKind.TEXT),
)  # fmt: skip
SOURCES = (
    ("form", "Form on our site", SourceKind.WEB_FORM),
    ("google", "Google Ads", SourceKind.GOOGLE),
    ("phone", "Phone", SourceKind.CALL),
)
RULES = (("he", "עברית"), ("ar", "العربية"), ("en", "English"))
#: What it goes by, and that a ripe lead can be rung up and was.
POINTS = {
    Merit.EMAIL: 10, Merit.WORK_EMAIL: 10, Merit.PHONE: 15, Merit.COMPANY: 10, Merit.TITLE: 10, Merit.MESSAGE: 10,
    Merit.PRODUCT: 10, Merit.SOUGHT_US: 5, Merit.TALKED: 20,
}  # fmt: skip
RULES_OF_RIPENESS = tuple(Rule(merit.value, merit, points) for merit, points in POINTS.items())
STANDARD = Standard(RULES_OF_RIPENESS, 70, (KnownField.PHONE,), 1)
#: What was said to the lead, by language, when he was called.
CALLED = {"he": "שיחה ראשונה", "en": "First call", "ar": "المكالمة الأولى"}


def store_leads(work: Work, rows: Rows, leads: Sequence[LeadRecord]) -> None:
    """Sources and rules by their own actions, the past as it was drawn."""
    for key, name, kind in SOURCES:
        form = {"consent_text": CONSENT, "questions": ASKED} if kind == SourceKind.WEB_FORM else {}
        source = create_source(work, name, kind, form)
        work.flush()
        rows.ids["source", key] = source.id
    for language, name in RULES:
        pool = [Seat(rows.ids["member", seller.key]) for seller in list_sellers(language)]
        create_rule(work, {"name": name, "language": language}, pool)
    change_qualification(work, STANDARD)
    for model, made in (
        (Lead, _leads), (LeadAnswer, _answers), (LeadMerit, _merits), (LeadEvent, _history), (Activity, _calls),
        (ActivityLink, _links), (Consent, _consents),
    ):  # fmt: skip
        work.bulk(insert(model), [row for lead in leads for row in made(rows, lead)])
    clock = _clock(work)
    work.bulk(insert(ResponseEvent), [row for lead in leads for row in clock(rows, lead)])


def _leads(rows: Rows, lead: LeadRecord) -> Iterator[Row]:
    said, facts = _said(rows, lead), _facts(rows, lead)
    yield {
        **said, "id": rows.ids["lead", lead.key], "status": lead.status, "status_entered_at": lead.moved_at,
        "received_at": lead.received_at, "unfit_reason": lead.unfit,
        "score": score_of(STANDARD, holding(STANDARD, facts)),
        "ripe_at": lead.moved_at if _is_ripe(lead, facts) else None,
        "owner_id": rows.ids["member", lead.owner], "source_id": rows.ids["source", lead.source],
        "created_at": lead.received_at, "updated_at": lead.moved_at,
    }  # fmt: skip


def _said(rows: Rows, lead: LeadRecord) -> Row:
    """What the score goes by is among it."""
    led = attribute(lead.landing_page, lead.referrer, lead.tags) if lead.landing_page else UNKNOWN
    return {
        **led.columns, "name": lead.name, "company": lead.company, "title": lead.title, "email": lead.email,
        "phone": lead.phone, "message": lead.message, "country": lead.country, "language": lead.language,
        "product_id": lead.product and rows.ids["product", lead.product],
    }  # fmt: skip


def _answers(rows: Rows, lead: LeadRecord) -> Iterator[Row]:
    if lead.answer:
        question, answer = lead.answer
        yield {"lead_id": rows.ids["lead", lead.key], "question": question, "answer": answer, "position": 0}


def _merits(rows: Rows, lead: LeadRecord) -> Iterator[Row]:
    for rule in holding(STANDARD, _facts(rows, lead)):
        yield {"lead_id": rows.ids["lead", lead.key], "merit": rule.merit, "points": rule.points, "rule": None}


def _is_ripe(lead: LeadRecord, facts: Facts) -> bool:
    score = score_of(STANDARD, holding(STANDARD, facts))
    return lead.status in OPEN and not missing_of(STANDARD, facts, score)


def _facts(rows: Rows, lead: LeadRecord) -> Facts:
    calls = {ActivityKind.CALL: len(list(_calls_of(lead)))}
    return Facts(_said(rows, lead), Around(deeds=calls, talked=0 if lead.reached_at else None))


def _history(rows: Rows, lead: LeadRecord) -> Iterator[Row]:
    owner = rows.ids["member", lead.owner]
    blank: Row = dict.fromkeys(
        ("by_id", "from_status", "to_status", "seconds", "from_owner_id", "to_owner_id", "unfit_reason")
    ) | {"lead_id": rows.ids["lead", lead.key]}
    yield {**blank, "kind": "CREATED", "at": lead.received_at, "to_status": "NEW"}
    yield {**blank, "kind": "OWNER", "at": lead.received_at + GIVEN, "to_owner_id": owner}
    if lead.status != "NEW":
        stood = int((lead.moved_at - lead.received_at).total_seconds())
        yield {
            **blank, "kind": "STATUS", "at": lead.moved_at, "by_id": owner, "from_status": "NEW",
            "to_status": lead.status, "seconds": stood, "unfit_reason": lead.unfit,
        }  # fmt: skip
    if _is_ripe(lead, _facts(rows, lead)):
        yield {**blank, "kind": "RIPENED", "at": lead.moved_at}


def _calls(rows: Rows, lead: LeadRecord) -> Iterator[Row]:
    """The tries and the talk are calls; one that was not reached at once did not answer."""
    owner = rows.ids["member", lead.owner]
    for key, at, outcome in _calls_of(lead):
        ends = at + timedelta(minutes=9 if outcome == "CONNECTED" else 1)
        yield {
            **BLANK, "id": rows.ids["activity", key], "kind": "CALL", "subject": CALLED[lead.language], "body": None,
            "status": "DONE", "priority": "NORMAL", "private": False, "owner_id": owner, "author_id": owner,
            "due_on": None, "starts_at": at, "ends_at": ends, "direction": "OUTBOUND", "outcome": outcome,
            "done_at": ends, "done_by_id": owner, "falls_at": at, "at": at, "created_at": at, "updated_at": ends,
        }  # fmt: skip


def _links(rows: Rows, lead: LeadRecord) -> Iterator[Row]:
    for key, _at, _outcome in _calls_of(lead):
        yield {
            "activity_id": rows.ids["activity", key], "lead_id": rows.ids["lead", lead.key], "awaited_at": None,
            "derived": False, "opens": True,
        }  # fmt: skip


def _calls_of(lead: LeadRecord) -> Iterator[tuple[str, datetime, str]]:
    if lead.tried_at and lead.tried_at != lead.reached_at:
        yield f"{lead.key}-tried", lead.tried_at, "NO_ANSWER"
    if lead.reached_at:
        yield f"{lead.key}-reached", lead.reached_at, "CONNECTED"


def _consents(rows: Rows, lead: LeadRecord) -> Iterator[Row]:
    if lead.source == "form":
        yield {
            "kind": "GRANTED", "lead_id": rows.ids["lead", lead.key], "source_id": rows.ids["source", lead.source],
            "words": CONSENT, "evidence": lead.landing_page, "at": lead.received_at,
        }  # fmt: skip


def _clock(work: Work) -> Callable[[Rows, LeadRecord], Iterator[Row]]:
    def told(rows: Rows, lead: LeadRecord) -> Iterator[Row]:
        owner = rows.ids["member", lead.owner]
        events: tuple[tuple[str, datetime | None, UUID | None, str | None], ...] = (
            ("RECEIVED", lead.received_at, None, None), ("ASSIGNED", lead.received_at + GIVEN, owner, None),
            ("SEEN", lead.seen_at, owner, None),
            ("ATTEMPTED", lead.tried_at if lead.tried_at != lead.reached_at else None, owner, "tried"),
            ("CONTACTED", lead.reached_at, owner, "reached"),
        )  # fmt: skip
        for kind, at, by, call in events:
            if at is not None:
                yield {
                    "lead_id": rows.ids["lead", lead.key], "kind": kind, "at": at, "by_id": by,
                    "channel": "CALL" if call else None,
                    "activity_id": rows.ids["activity", f"{lead.key}-{call}"] if call else None,
                    "wall_seconds": int((at - lead.received_at).total_seconds()),
                    "business_seconds": working_seconds(work, lead.received_at, at),
                }  # fmt: skip

    return told
