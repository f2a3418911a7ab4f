"""Builders: what a company goes by, and the worker that goes through its leads."""

from sqlalchemy import select

from saas.qualification.actions import weigh_leads
from saas.qualification.model import Weighing
from tests.capture.make import opener_of
from tests.members.make import Company, Json

READ = """query Ripe($id: ID!) { lead(id: $id) { score ripeAt version merits { merit points rule } }
    leadRipeness(leadId: $id) { told open { key } missing { kind field least } } }"""


def rule(key: str, merit: str, points: int, **said: object) -> Json:
    return {"key": key, "merit": merit, "points": points, **said}


def go_by(company: Company, *rules: Json, weigh: bool = True, **said: object) -> Json:
    """By these rules from now on; all leads are weighed, as the worker does."""
    done = company.do("olga", "changeQualification", rules=list(rules), **said)
    if weigh:
        weigh_all(company)
    return done


def weigh_all(company: Company) -> None:
    with company.open() as work:
        waiting = work.all(select(Weighing.id).where(Weighing.finished_at.is_(None)).order_by(Weighing.id))
    for one in waiting:
        weigh_leads(opener_of(company), one)


def ripe(company: Company, lead: Json, who: str = "olga") -> tuple[object, bool, list[tuple[object, object]]]:
    """Its score, whether it is ripe, and the keys and points of its merits."""
    said = company.ask(who, READ, id=lead["id"])["lead"]
    assert isinstance(said, dict)
    merits = [(one["rule"] or one["merit"], one["points"]) for one in said["merits"]]
    return said["score"], said["ripeAt"] is not None, sorted(merits)


def missing(company: Company, lead: Json, who: str = "olga") -> list[tuple[object, object]]:
    said = company.ask(who, READ, id=lead["id"])["leadRipeness"]
    assert isinstance(said, dict)
    return [(one["kind"], one["field"] or one["least"]) for one in said["missing"]]
